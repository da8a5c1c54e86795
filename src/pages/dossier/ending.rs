//! How a dossier ended without a result: the reasons, the rule behind each, what one can do
//! now, and the letter.

use leptos::prelude::*;
use motcua_contract::dossier::ending::EndingKind;

use super::shown::Dossier;
use super::standing::paragraph;
use super::stored::stored;
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{dossier as words, fill, language};

/// The section; nothing while the dossier goes on or has a result.
pub(super) fn ending(dossier: &Dossier) -> AnyView {
    let Some(ending) = &dossier.ending else {
        return ().into_any();
    };
    let title = match ending.kind {
        EndingKind::Refused => words::ending_refused(),
        EndingKind::Stopped => words::ending_stopped(),
        EndingKind::Withdrawn => words::ending_withdrawn(),
        EndingKind::Unknown => words::why_it_ended(),
    };
    let by = [&ending.by.officer, &ending.by.unit, &ending.by.agency];
    let by: Vec<String> = by.into_iter().flatten().cloned().collect();
    let at = fill(words::at(), &[("time", &format::date_time(&ending.at))]);
    let reasons = ending.reasons.iter().map(|reason| {
        let (text, lang) = reason.text.for_language(language().tag());
        let basis = reason.basis.clone().map(|basis| {
            view! { <p class="hint">{words::basis()} ": " <span lang="vi">{basis}</span></p> }
        });
        view! { <li><p lang=lang>{text.to_owned()}</p>{basis}</li> }
    });
    let next = ending.what_next.as_ref().map(|next| {
        view! { <h3>{words::what_now()}</h3> {paragraph(next)} }
    });
    let letter = ending
        .letter
        .as_ref()
        .map(|letter| stored(letter, words::save_letter()));
    view! {
        <section class="section section--read" aria-labelledby="ending">
            <h2 id="ending">{title}</h2>
            <p class="hint">{at}{(!by.is_empty()).then(|| view! { " · " <span lang="vi">{by.join(", ")}</span> })}</p>
            <ul>{reasons.collect_view()}</ul>
            {next}
            {letter}
        </section>
    }
    .fresh()
}
