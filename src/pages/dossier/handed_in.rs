//! The papers as the portal holds them, each with the hash the portal computed.

use leptos::prelude::*;
use motcua_contract::dossier::{HandedIn, PaperState};

use super::shown::Content;
use super::standing::paragraph;
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{dossier as words, fill};

/// The list; says so when none was needed.
pub(super) fn handed_in(content: &Content) -> AnyView {
    let list = if content.papers.is_empty() {
        view! { <p>{words::no_papers()}</p> }.fresh()
    } else {
        let rows = content.papers.iter().map(paper);
        view! { <ul class="handed">{rows.collect_view()}</ul> }.fresh()
    };
    view! {
        <section class="section section--read" aria-labelledby="handed-in">
            <h2 id="handed-in">{words::handed_in()}</h2>
            {list}
        </section>
    }
    .fresh()
}

fn paper(paper: &HandedIn) -> impl IntoView + use<> {
    let (class, state) = match paper.state {
        PaperState::Accepted => ("tag tag--ok", words::paper_accepted()),
        PaperState::Refused => ("tag tag--wait", words::paper_refused()),
        PaperState::Replaced => ("tag", words::paper_replaced()),
        PaperState::Received | PaperState::Unknown => ("tag tag--info", words::paper_received()),
    };
    let files = paper.files.iter().map(|file| {
        let size = format!("{}\u{a0}kB", format::number(file.bytes.div_ceil(1000)));
        let hash = short_hash(&file.sha256);
        view! {
            <li>
                <span lang="vi">{file.name.clone()}</span> " · " {size}
                <span class="handed__hash">{fill(words::hash(), &[("hash", &hash)])}</span>
            </li>
        }
    });
    view! {
        <li class="handed__paper">
            <p lang="vi">{paper.name.clone()}</p>
            <p><span class=class>{state}</span></p>
            {paper.reason.as_ref().map(paragraph)}
            <ul class="handed__files">{files.collect_view()}</ul>
        </li>
    }
}

/// The first and last digits: enough to compare two files by eye.
pub(super) fn short_hash(sha256: &str) -> String {
    match (
        sha256.get(..8),
        sha256.len().checked_sub(8).and_then(|at| sha256.get(at..)),
    ) {
        (Some(first), Some(last)) if sha256.len() > 20 => format!("{first}…{last}"),
        _ => sha256.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::short_hash;

    #[test]
    fn a_hash_is_shortened_in_the_middle_and_odd_ones_are_left_alone() {
        assert_eq!(
            short_hash(&"0123456789abcdef".repeat(4)),
            "01234567…89abcdef"
        );
        assert_eq!(short_hash("abc"), "abc");
        assert_eq!(short_hash(""), "");
    }
}
