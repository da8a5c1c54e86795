//! Text with the words of the question marked. Text stays text, whatever it holds.

use crate::components::fresh::IntoFresh;
use leptos::prelude::*;
use std::ops::Range;

/// `text` with the words that `words` asks for in `<mark>`.
pub(super) fn marked(text: &str, words: &str) -> impl IntoView + use<> {
    let found = motcua_search::marks(text, words);
    pieces(text, &found)
        .into_iter()
        .map(|(piece, marked)| {
            let piece = piece.to_owned();
            if marked {
                view! { <mark>{piece}</mark> }.fresh()
            } else {
                piece.fresh()
            }
        })
        .collect_view()
}

/// Cuts `text` at the bounds of `marks`; true for what is marked. Marks that do not fit
/// the text are left out.
fn pieces<'a>(text: &'a str, marks: &[Range<usize>]) -> Vec<(&'a str, bool)> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for mark in marks {
        let (Some(before), Some(marked)) = (text.get(done..mark.start), text.get(mark.clone()))
        else {
            continue;
        };
        pieces.push((before, false));
        pieces.push((marked, true));
        done = mark.end;
    }
    pieces.push((&text[done..], false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marked_words_stand_among_the_others() {
        let text = "Thủ tục đăng ký khai sinh";
        let found = motcua_search::marks(text, "khai sinh");
        assert_eq!(
            pieces(text, &found),
            [("Thủ tục đăng ký ", false), ("khai sinh", true)]
        );
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_or_doubled(text in "\\PC{0,40}", words in "\\PC{0,20}") {
            let found = motcua_search::marks(&text, &words);
            let whole: String = pieces(&text, &found).iter().map(|(piece, _)| *piece).collect();
            prop_assert_eq!(whole, text);
        }

        #[test]
        fn marks_that_do_not_fit_do_no_harm(text in "\\PC{0,9}", bounds in prop::collection::vec(0_usize..40, 0..8)) {
            let marks: Vec<_> = bounds.chunks_exact(2).map(|pair| pair[0]..pair[1]).collect();
            let whole: String = pieces(&text, &marks).iter().map(|(piece, _)| *piece).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
