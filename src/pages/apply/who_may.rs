//! Whether one may send a dossier as one is: signed in, as a guest, or not known yet.
//!
//! Announces: nothing. Focus: none. What is said while nobody knows who is signed in is true of
//! everybody, so that the answer adds to it and takes nothing back.

use leptos::prelude::*;
use motcua_contract::portal::Capability;

use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::i18n::{apply as words, session as session_words};
use crate::session::{self, Known};

/// What is so.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Standing {
    /// This person is signed in, and may.
    SignedIn(String),
    /// One need not sign in, and not much more is known.
    Anybody,
    /// One is a guest, who may; signing in would spare some typing.
    Guest,
    /// One has to sign in before sending.
    SignInFirst,
    /// The portal takes dossiers from nobody who is not signed in, and has no signing in.
    Nobody,
}

/// The line; nothing until the portal has said what it can do.
pub(super) fn who_may_send(guests: bool) -> AnyView {
    let app = use_app();
    let known = session::ask();
    let standing = Memo::new(move |_| {
        app.portal
            .state
            .with(|state| state.value().is_some())
            .then(|| {
                let guests = guests && app.offers(Capability::GuestFiling);
                known.with(|known| standing(guests, app.offers(Capability::SignIn), known))
            })
    });
    (move || {
        let (class, words) = match standing.get()? {
            Standing::SignedIn(name) => {
                return Some(
                    view! {
                        <p class="notice">{session_words::signed_in_as()} " " <strong lang="vi">{name}</strong></p>
                    }
                    .fresh(),
                );
            }
            Standing::Anybody => ("notice", words::guests()),
            Standing::Guest => ("notice", words::guests_or_sign_in()),
            Standing::SignInFirst => ("notice", words::sign_in_to_send()),
            Standing::Nobody => ("notice notice--warning", words::cannot_send()),
        };
        Some(view! { <p class=class>{words}</p> }.fresh())
    })
    .into_any()
}

fn standing(guests: bool, sign_in: bool, known: &Known) -> Standing {
    match known {
        _ if !sign_in && !guests => Standing::Nobody,
        Known::Person(person) if sign_in => Standing::SignedIn(person.name.clone()),
        _ if !guests => Standing::SignInFirst,
        Known::Guest | Known::Expired if sign_in => Standing::Guest,
        _ => Standing::Anybody,
    }
}

#[cfg(test)]
mod tests {
    use motcua_contract::session::Session;

    use super::*;

    fn somebody() -> Known {
        let sample = include_str!("../../../crates/contract/samples/getSession.json");
        let session: Session = serde_json::from_str(sample).unwrap();
        Known::Person(session.person.unwrap())
    }

    #[test]
    fn nobody_who_is_signed_in_is_told_that_they_need_not_be() {
        let name = somebody().person().unwrap().name.clone();
        for guests in [true, false] {
            let said = standing(guests, true, &somebody());
            assert_eq!(said, Standing::SignedIn(name.clone()));
        }
    }

    #[test]
    fn until_it_is_known_who_is_signed_in_only_what_is_true_of_everybody_is_said() {
        for known in [Known::NotOffered, Known::Asking] {
            assert_eq!(standing(true, true, &known), Standing::Anybody);
            assert_eq!(standing(false, true, &known), Standing::SignInFirst);
        }
    }

    #[test]
    fn a_guest_learns_what_signing_in_would_give_only_where_there_is_signing_in() {
        assert_eq!(standing(true, true, &Known::Guest), Standing::Guest);
        assert_eq!(standing(true, false, &Known::NotOffered), Standing::Anybody);
        assert_eq!(standing(false, false, &Known::NotOffered), Standing::Nobody);
    }
}
