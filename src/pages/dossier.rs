//! One dossier after it was sent: how it stands, what is to be paid, the receipt.

use leptos::prelude::*;

use super::Screen;
use crate::components::fresh::IntoFresh;
use crate::route::Route;

mod answers;
mod changes;
mod ending;
mod handed_in;
mod kept_receipt;
mod messages_line;
mod overview;
mod payment;
mod possible;
mod rating_line;
pub(super) mod reading;
mod receipt;
mod requests;
mod result;
mod shown;
mod signatures;
pub(super) mod standing;
pub(super) mod stored;
pub(super) mod timeline;
mod withdrawal;

/// Fetches these screens.
#[lazy]
pub(super) fn dossier_screen() -> Screen {
    |route| match route {
        Route::Dossier(code) => view! { <overview::Overview code /> }.fresh(),
        Route::Payment(code) => view! { <payment::PaymentScreen code /> }.fresh(),
        Route::Withdrawal(code) => view! { <withdrawal::WithdrawalScreen code /> }.fresh(),
        Route::Receipt(code) => view! { <receipt::ReceiptScreen code /> }.fresh(),
        _ => ().into_any(),
    }
}
