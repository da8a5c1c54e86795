//! Papers for one requirement: how many of which kind are asked for, and the part that
//! photographs and sends them.

use leptos::prelude::*;

use crate::components::fresh::IntoFresh;
use crate::form::question::{Question, grouped};
use crate::form::sheet::Sheet;
use crate::i18n::{fill, service as words};
use crate::papers::{Asked, Papers};

/// The papers; `stated` is how many originals and how many copies.
pub(crate) fn papers(
    question: &Question,
    sheet: Sheet,
    requirement: &str,
    stated: [Option<u32>; 2],
) -> AnyView {
    let mut question = question.clone();
    // Under this name the engine says what is missing.
    question.pointer = format!("/papers/{requirement}");
    let quantity = quantity(stated);
    if !quantity.is_empty() {
        let hint = question.hint.take();
        question.hint = Some(hint.map_or(quantity.clone(), |hint| format!("{quantity}. {hint}")));
    }
    let asked = Asked {
        draft: sheet.filling.draft(),
        requirement: requirement.into(),
    };
    let part = view! { <Papers asked name=question.label.clone() id=question.id() /> };
    grouped(&question, sheet, part.fresh())
}

/// "1 bản chính, 2 bản sao"; nothing where nothing is stated.
fn quantity([originals, copies]: [Option<u32>; 2]) -> String {
    let part = |count: Option<u32>, one: &'static str, many: &'static str| match count {
        None | Some(0) => None,
        Some(1) => Some(one.to_owned()),
        Some(count) => Some(fill(many, &[("n", &count.to_string())])),
    };
    let originals = part(originals, words::originals_one(), words::originals());
    let copies = part(copies, words::copies_one(), words::copies());
    let stated: Vec<_> = originals.into_iter().chain(copies).collect();
    stated.join(", ")
}

#[cfg(test)]
mod tests {
    use super::quantity;

    #[test]
    fn what_is_not_stated_is_not_made_up() {
        assert_eq!(quantity([Some(1), Some(2)]), "1 bản chính, 2 bản sao");
        assert_eq!(quantity([None, Some(1)]), "1 bản sao");
        assert_eq!(quantity([None, Some(0)]), "");
    }
}
