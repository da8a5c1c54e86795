//! The receipt's QR code as an SVG: dark on white in every theme, since that is what
//! readers expect, with the quiet zone of four modules that the standard asks for.

use leptos::prelude::*;

use crate::components::fresh::IntoFresh;
use crate::i18n::{dossier as words, fill};
use crate::qr;

/// Modules of white around the code (ISO/IEC 18004, 6.3.8).
const QUIET: usize = 4;

/// The code, named by what it stands for; nothing where the text is too long for one, as
/// the code stands beside it as text.
pub(super) fn qr_code(text: &str, code: &str) -> Option<AnyView> {
    let matrix = qr::encode(text).ok()?;
    let side = matrix.size() + 2 * QUIET;
    let label = fill(words::qr(), &[("code", code)]);
    let shift = format!("translate({QUIET} {QUIET})");
    Some(
        view! {
            <svg class="receipt__qr" role="img" aria-label=label viewBox=format!("0 0 {side} {side}")
                shape-rendering="crispEdges">
                <rect width=side height=side fill="#fff" />
                <path fill="#000" transform=shift d=matrix.path() />
            </svg>
        }
        .fresh(),
    )
}
