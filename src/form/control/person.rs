//! A person, by the parts that the form asks for: a group of questions under one name.

use leptos::prelude::*;
use motcua_forms::{Part, PartName};

use super::choice::{self, Choice};
use super::text::{self, Line};
use super::{address, date, select};
use crate::components::fresh::IntoFresh;
use crate::form::autocomplete::token;
use crate::form::question::{Question, grouped};
use crate::form::sheet::Sheet;
use crate::i18n::form as words;

mod ethnic;
mod nations;

pub(crate) use nations::name as nation_name;

/// The parts in their order; about oneself when the form may prefill it.
pub(crate) fn person(question: &Question, sheet: Sheet, parts: &[Part], own: bool) -> AnyView {
    let parts = parts
        .iter()
        .map(|part| self::part(question, sheet, *part, own));
    let controls = view! { <div class="parts">{parts.collect_view()}</div> };
    grouped(question, sheet, controls.fresh())
}

/// What a part is called.
pub(crate) fn label(part: PartName) -> &'static str {
    match part {
        PartName::FullName => words::full_name(),
        PartName::DateOfBirth => words::date_of_birth(),
        PartName::Sex => words::sex(),
        PartName::CitizenId => words::citizen_id(),
        PartName::Ethnicity => words::ethnicity(),
        PartName::Nationality => words::nationality(),
        PartName::Residence => words::residence(),
        PartName::Phone => words::phone(),
    }
}

fn part(person: &Question, sheet: Sheet, part: Part, own: bool) -> AnyView {
    let name = part.name.as_str();
    let whole = person.required;
    // Nothing of a person that one may leave out has to be given.
    let required = Signal::derive(move || whole.get() && !part.optional);
    let mut question = Question::part(person, name, label(part.name), required);
    if own {
        question.autocomplete = token(Some(name));
    }
    match part.name {
        PartName::FullName => {
            question.hint = Some(words::full_name_hint().into());
            text::line(&question, sheet, Line::NAME)
        }
        PartName::DateOfBirth => date::date(&question, sheet),
        PartName::Sex => {
            let sexes = vec![
                Choice::new("male", words::male()),
                Choice::new("female", words::female()),
            ];
            choice::radios(&question, sheet, sexes)
        }
        PartName::CitizenId => {
            question.hint = Some(words::citizen_id_hint().into());
            text::line(&question, sheet, Line::CITIZEN_ID)
        }
        PartName::Ethnicity => {
            let kept = sheet.filling.text(&question.pointer);
            let groups = ethnic::groups(&kept);
            select::select(&question, sheet, words::choose_ethnicity(), groups)
        }
        PartName::Nationality => {
            let nations = nations::all();
            select::select(&question, sheet, words::choose_nationality(), nations)
        }
        PartName::Residence => address::address(&question, sheet, true, None),
        PartName::Phone => text::line(&question, sheet, Line::PHONE),
    }
}
