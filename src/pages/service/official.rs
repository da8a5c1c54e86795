//! Draws official text: paragraphs, nested lists, and the words it needs explained.
//!
//! Announces: nothing. Focus: on nothing of its own but the summary of "official words".
//! The text is Vietnamese whatever the interface speaks, and says so (`lang`).

use leptos::prelude::*;

use super::glossary;
use crate::components::fresh::IntoFresh;
use crate::i18n::service as words;
use crate::official_text::{self, Block, Item, paragraphs};

/// Official text, whole.
pub(super) fn text(text: &str) -> AnyView {
    view! { <div class="official" lang="vi">{blocks(&official_text::read(text))}</div> }.fresh()
}

/// Blocks that were read before.
pub(super) fn blocks(blocks: &[Block]) -> Vec<AnyView> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Paragraph(text) => running(text),
        Block::List(items) => {
            let named = items.first().is_some_and(|item| item.marker.is_name());
            let class = if named {
                "official__list official__list--named"
            } else {
                "official__list"
            };
            view! { <ul class=class>{items.iter().map(item).collect_view()}</ul> }.fresh()
        }
    }
}

fn item(item: &Item) -> impl IntoView + use<> {
    let marker = item.marker.is_name().then(|| {
        // A space, so that "a)" and the word behind it are read apart.
        view! { <span class="official__marker">{item.marker.text.clone()}" "</span> }
    });
    let text = (!item.text.is_empty()).then(|| running(&item.text));
    view! { <li>{marker}<div class="official__item">{text}{blocks(&item.children)}</div></li> }
}

fn running(text: &str) -> AnyView {
    paragraphs(text)
        .into_iter()
        .map(|part| view! { <p>{part.trim().to_owned()}</p> })
        .collect_view()
        .fresh()
}

/// How many words the closed fold names.
const NAMED: usize = 5;

/// The official words of `texts` with their meaning, folded; nothing when there are none.
pub(super) fn terms<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<AnyView> {
    let found = glossary::find(texts);
    if found.is_empty() {
        return None;
    }
    let names: Vec<_> = found.iter().take(NAMED).map(|term| term.words).collect();
    let more = if found.len() > NAMED { "…" } else { "" };
    let entries = found.into_iter().map(|term| {
        view! { <div><dt lang="vi">{term.words}</dt><dd>{term.meaning()}</dd></div> }
    });
    Some(
        view! {
            <details class="terms">
                <summary class="terms__summary">
                    <span>{words::terms()}": "</span>
                    <span class="terms__names" lang="vi">{names.join(", ")}{more}</span>
                </summary>
                <dl class="terms__list">{entries.collect_view()}</dl>
            </details>
        }
        .fresh(),
    )
}

/// Text in a place that has room for a few lines: whole when it is short, otherwise its
/// beginning as the summary of a fold that holds all of it (with `most` 0 no beginning).
pub(super) fn folded(text: &str, most: usize) -> AnyView {
    if text.chars().count() <= most {
        return self::text(text);
    }
    let start = Some(start(text, most))
        .filter(|start| !start.is_empty())
        .map(|start| {
            view! { <span class="fold__start" lang="vi">{start.to_owned()}"… "</span> }
        });
    view! {
        <details class="fold">
            <summary class="fold__summary">
                {start}
                <span class="fold__more">{words::read_all()}</span>
            </summary>
            {self::text(text)}
        </details>
    }
    .fresh()
}

/// The words of `text` that fit into `most` characters.
pub(super) fn start(text: &str, most: usize) -> &str {
    let end = text
        .char_indices()
        .nth(most)
        .map_or(text.len(), |(at, _)| at);
    if end == text.len() {
        return text;
    }
    let word = text[..end].rfind(char::is_whitespace).filter(|at| *at > 0);
    text[..word.unwrap_or(end)].trim_end()
}

#[cfg(test)]
mod tests {
    use super::start;

    #[test]
    fn a_long_text_is_cut_between_words_and_a_word_without_end_anywhere() {
        assert_eq!(start("Ủy ban nhân dân cấp xã", 10), "Ủy ban");
        assert_eq!(start("Ủy ban", 10), "Ủy ban");
        assert_eq!(start("đđđđđđ", 3), "đđđ");
    }
}
