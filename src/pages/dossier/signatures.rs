//! What the portal found on the signatures of a result's file: who signed, when, whether it holds,
//! and what to do where it does not.
//!
//! The verdict stands in words first, then the portal's own reason; its colour adds nothing. A
//! file without a signature is called so only where the portal says that it looked.

use leptos::prelude::*;
use motcua_contract::dossier::DossierResult;
use motcua_contract::dossier::result::{SignatureFacts, SignatureVerdict};

use super::standing::paragraph;
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{dossier as words, fill};

/// The signatures of a result's file; nothing where nothing is known of any.
pub(super) fn signatures(result: &DossierResult) -> AnyView {
    if let (true, Some(at)) = (result.signatures.is_empty(), &result.signatures_checked_at) {
        let at = fill(words::looked_at(), &[("time", &format::date_time(at))]);
        return view! { <p>{words::unsigned()}</p> <p class="hint">{at}</p> }.fresh();
    }
    let each = result.signatures.iter().map(signature);
    each.collect_view().into_any()
}

fn signature(facts: &SignatureFacts) -> AnyView {
    let (class, verdict, meaning, advice) = match facts.verdict {
        SignatureVerdict::Valid => (
            "tag tag--ok",
            words::signature_valid(),
            words::signature_valid_means(),
            None,
        ),
        SignatureVerdict::Invalid => (
            "tag tag--wrong",
            words::signature_invalid(),
            words::signature_invalid_means(),
            Some(words::signature_invalid_then()),
        ),
        SignatureVerdict::Unchecked => (
            "tag",
            words::signature_unchecked(),
            words::signature_unchecked_means(),
            Some(words::signature_unchecked_then()),
        ),
    };
    let found = match &facts.text {
        Some(text) => paragraph(text),
        None => view! { <p>{meaning}</p> }.fresh(),
    };
    let named = |name: &str| {
        let name = Some(name.to_owned()).filter(|name| !name.is_empty());
        match name {
            Some(name) => view! { <span lang="vi">{name}</span> }.fresh(),
            None => words::signature_unread().into_any(),
        }
    };
    let time = |at: &String| format::date_time(at).into_any();
    let signed = facts
        .signed_at
        .as_ref()
        .map(|at| fact(words::signed_at(), time(at)));
    let checked = facts
        .checked_at
        .as_ref()
        .map(|at| fact(words::checked_at(), time(at)));
    view! {
        <div class="signature">
            <p><span class=class>{verdict}</span></p>
            {found}
            {advice.map(|advice| view! { <p><strong>{advice}</strong></p> })}
            <dl class="facts">
                {fact(words::signed_by(), named(&facts.signer))}
                {fact(words::signature_issuer(), named(&facts.issuer))}
                {signed}
                {checked}
            </dl>
        </div>
    }
    .fresh()
}

fn fact(name: &'static str, value: AnyView) -> AnyView {
    view! { <div class="fact"><dt>{name}</dt><dd>{value}</dd></div> }.fresh()
}
