//! A field of the form as the questions it asks.

use leptos::prelude::*;
use motcua_forms::{Field, Kind, Look};

use super::choice::{self, Choice};
use super::text::{self, Line};
use super::{address, date, papers, person, select, statement};
use crate::components::fresh::IntoFresh;
use crate::form::autocomplete::token;
use crate::form::question::{Question, grouped, said};
use crate::form::reading;
use crate::form::reading_view::reading_view;
use crate::form::sheet::Sheet;
use crate::i18n::form as words;
use crate::prefill;

/// A field whose answer is named by `pointer`, hidden while its condition does not hold. What was typed into it
/// stays where it is.
pub(crate) fn field(field: &Field, pointer: &str, sheet: Sheet) -> AnyView {
    let shown = sheet.filling.is_shown(pointer, field.show.is_some());
    let drawn = drawn(field, pointer, sheet);
    let from = prefill::note::note(sheet.filling.draft(), sheet.filling, pointer);
    view! { <div class="asked" hidden=move || !shown.get()>{drawn}{from}</div> }.fresh()
}

fn drawn(field: &Field, pointer: &str, sheet: Sheet) -> AnyView {
    let question = question(field, pointer, sheet);
    if field.compute.is_some() {
        return computed(&question, field.clone(), sheet);
    }
    let own = field.prefill.is_some();
    match &field.kind {
        Kind::ShortText { .. } => text::line(&question, sheet, Line::WORDS),
        Kind::LongText { max_length } => text::lines(&question, sheet, *max_length),
        Kind::FullName => text::line(&question, sheet, Line::NAME),
        Kind::Number { .. } => text::line(&question, sheet, Line::DIGITS),
        Kind::Money { .. } => text::line(&question, sheet, Line::MONEY),
        Kind::Date { .. } => date::date(&question, sheet),
        Kind::Choice { look, options } => {
            let options = options
                .iter()
                .map(|option| Choice {
                    value: option.value.clone().into(),
                    label: said(&option.label),
                    hint: option.hint.as_ref().map(said),
                    offered: sheet.filling.is_offered(
                        pointer,
                        &option.value,
                        option.show.is_some(),
                    ),
                })
                .collect();
            match look {
                Look::Radios => choice::radios(&question, sheet, options),
                Look::Select => select::select(&question, sheet, words::choose_one(), options),
                Look::Checkboxes { .. } => choice::checkboxes(&question, sheet, options),
            }
        }
        Kind::YesNo => choice::yes_no(&question, sheet),
        Kind::Address { detail } => {
            address::address(&question, sheet, *detail, field.prefill.as_deref())
        }
        Kind::CitizenId { .. } => text::line(&question, sheet, Line::CITIZEN_ID),
        Kind::Phone => text::line(&question, sheet, Line::PHONE),
        Kind::Email => text::line(&question, sheet, Line::EMAIL),
        Kind::BankAccount => bank_account(&question, sheet),
        Kind::Person { parts } => person::person(&question, sheet, parts, own),
        Kind::Statement => statement::statement(&question, sheet),
        Kind::Signature => view! { <p class="notice">{words::signature()}</p> }.fresh(),
        Kind::Note => note(&question),
        Kind::Papers {
            requirement,
            originals,
            copies,
        } => papers::papers(&question, sheet, requirement, [*originals, *copies]),
        // A group is drawn by the page, which knows where its items are asked about; a kind
        // that this app does not know was refused with its form.
        _ => ().into_any(),
    }
}

pub(in crate::form) fn question(field: &Field, pointer: &str, sheet: Sheet) -> Question {
    Question {
        pointer: pointer.into(),
        label: said(&field.label),
        within: None,
        hint: field.hint.as_ref().map(said),
        help: field
            .help
            .as_ref()
            .map(|help| (said(&help.title), said(&help.text))),
        official: field.official.as_ref().map(said),
        required: sheet.filling.is_required(pointer, &field.required),
        autocomplete: token(field.prefill.as_deref()),
    }
}

/// Words between questions: a paragraph a line.
fn note(question: &Question) -> AnyView {
    let lines = question
        .label
        .lines()
        .map(|line| view! { <p>{line.to_owned()}</p> });
    let hint = question
        .hint
        .clone()
        .map(|hint| view! { <p class="hint">{hint}</p> });
    view! { <div class="note">{lines.collect_view()}{hint}</div> }.fresh()
}

/// An answer that follows from others: to be read, not typed.
fn computed(question: &Question, field: Field, sheet: Sheet) -> AnyView {
    let value = sheet.filling.computed(&question.pointer);
    let value = move || value.with(|value| reading_view(&reading::read(&field, value)));
    let label = question.label.clone();
    view! {
        <div class="q">
            <p class="q__label">{label}</p>
            <p class="hint">{words::computed()}</p>
            <div class="q__computed">{value}</div>
        </div>
    }
    .fresh()
}

fn bank_account(question: &Question, sheet: Sheet) -> AnyView {
    let part = |name, label, line| {
        let part = Question::part(question, name, label, question.required);
        text::line(&part, sheet, line)
    };
    let parts = view! {
        <div class="parts">
            {part("bank", words::bank(), Line::WORDS)}
            {part("number", words::account_number(), Line::DIGITS)}
            {part("holder", words::account_holder(), Line::NAME)}
        </div>
    };
    grouped(question, sheet, parts.fresh())
}
