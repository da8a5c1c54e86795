//! The answers of one application in the making, and what follows from them.
//!
//! The answers themselves live in the open draft, nowhere else. With each answer the engine
//! works out anew only what that answer can affect (`Form::update`), and only those
//! questions of the page for which something changed are told. What concerns the whole
//! form (faults, the list of tasks, the review) is asked for when it is shown, see
//! [`super::whole`].

use std::collections::BTreeMap;

use leptos::prelude::*;
use motcua_forms::{Day, Dependent, Field, Form, Page, Papers, Required, Setting, Shown, Spot};
use serde_json::Value;

use super::reading;
use super::value;
use crate::clock;
use crate::offline::draft::Draft;
use crate::offline::drafts::OpenDraft;

/// One application being filled in.
#[derive(Clone, Copy)]
pub(crate) struct Filling {
    draft: OpenDraft,
    pub(super) form: StoredValue<Form>,
    /// What is there and what was read, as of the last answer.
    pub(super) shown: StoredValue<Shown>,
    /// The day it was when the draft was opened; a form does not change at midnight.
    today: Day,
    /// What the questions of the page watch, by the id of the field they belong to.
    watched: StoredValue<BTreeMap<String, RwSignal<u32>>>,
    /// Counts what was filled in by another part of the app.
    filled_in: RwSignal<u32>,
}

impl Filling {
    /// Takes up a draft with its form.
    pub(crate) fn new(draft: OpenDraft, form: Form) -> Self {
        // A clock without a day is none: a form then holds its limits against this one.
        let today = Day::parse(&clock::today()).or_else(|| Day::new(1970, 1, 1));
        let today = today.expect("1 January 1970 is a day");
        let shown = draft.read(|draft| form.shown(&draft.content.answers, &setting(draft, today)));
        Self {
            draft,
            form: StoredValue::new(form),
            shown: StoredValue::new(shown),
            today,
            watched: StoredValue::default(),
            filled_in: RwSignal::new(0),
        }
    }

    /// Where the answers are kept.
    pub(crate) fn draft(self) -> OpenDraft {
        self.draft
    }

    /// The answer at `pointer`, as typed; null when there is none.
    pub(crate) fn value(self, pointer: &str) -> Value {
        self.draft
            .read(|draft| value::get(&draft.content.answers, pointer).cloned())
            .unwrap_or_default()
    }

    /// The answer at `pointer` as it stands in a box of text.
    pub(crate) fn text(self, pointer: &str) -> String {
        reading::text(&self.value(pointer))
    }

    /// Something was typed. The engine expects composed characters, and some keyboards and
    /// clipboards give decomposed ones.
    pub(crate) fn type_in(self, pointer: &str, typed: String) {
        let composed = String::from(js_sys::JsString::from(typed).normalize("NFC"));
        self.answer(pointer, composed.into());
    }

    /// Something was answered.
    pub(crate) fn answer(self, pointer: &str, answer: Value) {
        self.draft
            .change(|draft| value::set(&mut draft.content.answers, pointer, answer));
        self.changed(pointer);
    }

    /// Something was answered by another part of the app: the page is drawn anew.
    #[allow(dead_code, reason = "what the profile knows comes with signing in")]
    pub(crate) fn fill_in(self, pointer: &str, answer: Value) {
        self.answer(pointer, answer);
        self.filled_in.update(|count| *count += 1);
    }

    /// Begins to draw the questions of a page, anew whenever another part of the app fills
    /// something in: nothing of what stood there before is watched any more.
    pub(crate) fn begin_page(self) {
        self.filled_in.track();
        self.watched.update_value(BTreeMap::clear);
    }

    /// Works out what follows, and tells the questions of the page for which it changed.
    fn changed(self, pointer: &str) {
        let field = field_of(pointer);
        self.form.with_value(|form| {
            let changed = self.shown.try_update_value(|shown| {
                self.draft
                    .read(|draft| form.update(shown, field, &draft.content.answers))
            });
            self.watched.with_value(|watched| {
                for dependent in changed.unwrap_or_default() {
                    let Dependent::Field(id) = dependent else {
                        continue;
                    };
                    if let Some(count) = watched.get(id) {
                        // A question of a page that has gone is told nothing.
                        let _ = count.try_update(|count| *count += 1);
                    }
                }
            });
        });
    }

    /// Changes whenever something may have changed for the field with the answer at `pointer`.
    fn watch(self, pointer: &str) -> RwSignal<u32> {
        let watched = self.watched.try_update_value(|watched| {
            *watched
                .entry(field_of(pointer).to_owned())
                .or_insert_with(|| RwSignal::new(0))
        });
        watched.unwrap_or_else(|| RwSignal::new(0))
    }

    /// Follows something that the engine knows of the field with the answer at `pointer`.
    fn follow<T: PartialEq + Clone + Send + Sync + 'static>(
        self,
        pointer: &str,
        look: impl Fn(&Shown, Spot<'_>) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        let (changed, pointer) = (self.watch(pointer), pointer.to_owned());
        Memo::new(move |_| {
            changed.track();
            self.shown.with_value(|shown| look(shown, spot(&pointer)))
        })
        .into()
    }

    /// Whether the question for the answer at `pointer` is there. `conditional`: whether it
    /// may ever not be.
    pub(crate) fn is_shown(self, pointer: &str, conditional: bool) -> Signal<bool> {
        match conditional {
            true => self.follow(pointer, |shown, spot| shown.field(spot)),
            false => Signal::stored(true),
        }
    }

    /// Whether its option `value` is offered.
    pub(crate) fn is_offered(self, pointer: &str, value: &str, conditional: bool) -> Signal<bool> {
        let value = value.to_owned();
        match conditional {
            true => self.follow(pointer, move |shown, spot| shown.option(spot, &value)),
            false => Signal::stored(true),
        }
    }

    /// Whether it has to be answered.
    pub(crate) fn is_required(self, pointer: &str, required: &Required) -> Signal<bool> {
        match required {
            Required::Always => Signal::stored(true),
            Required::Never => Signal::stored(false),
            Required::When(_) => self.follow(pointer, |shown, spot| shown.required(spot)),
        }
    }

    /// What was computed for it.
    pub(crate) fn computed(self, pointer: &str) -> Signal<Value> {
        self.follow(pointer, |shown, spot| shown.value(spot).clone())
    }

    /// The page with this id.
    pub(crate) fn page(self, id: &str) -> Option<Page> {
        self.form.with_value(|form| form.page(id).cloned())
    }

    /// Asks the engine about the whole: with the form, the answers, the papers and the setting.
    pub(super) fn ask<T>(
        self,
        ask: impl FnOnce(&Form, &motcua_forms::Answers, &Papers, &Setting<'_>) -> T,
    ) -> T {
        self.form.with_value(|form| {
            self.draft.read(|draft| {
                let setting = setting(draft, self.today);
                ask(form, &draft.content.answers, &papers(draft), &setting)
            })
        })
    }

    /// The items of a group.
    pub(crate) fn items(self, pointer: &str) -> Vec<Value> {
        match self.value(pointer) {
            Value::Array(items) => items,
            _ => Vec::new(),
        }
    }

    /// The question with this id.
    pub(crate) fn field(self, id: &str) -> Option<Field> {
        self.form.with_value(|form| {
            let mut fields = form.definition().fields();
            fields.find(|field| field.id == id).cloned()
        })
    }

    /// Takes an item out of a group and gives it back.
    pub(crate) fn remove_item(self, pointer: &str, item: usize) -> Value {
        let mut items = self.items(pointer);
        if item >= items.len() {
            return Value::Null;
        }
        let removed = items.remove(item);
        let items = (!items.is_empty()).then_some(Value::Array(items));
        self.answer(pointer, items.unwrap_or_default());
        removed
    }

    /// Puts an item back where it was.
    pub(crate) fn insert_item(self, pointer: &str, item: usize, value: Value) {
        let mut items = self.items(pointer);
        items.insert(item.min(items.len()), value);
        self.answer(pointer, Value::Array(items));
    }
}

fn setting(draft: &Draft, today: Day) -> Setting<'_> {
    Setting {
        today,
        case: &draft.content.case,
        // Places come from the lists of the portal, which checks them once more.
        places: None,
    }
}

/// How many files there are for each requirement.
fn papers(draft: &Draft) -> Papers {
    crate::papers::counts(draft).into_iter().collect()
}

/// The id of the field to which an answer belongs.
fn field_of(pointer: &str) -> &str {
    pointer.split('/').nth(1).unwrap_or_default()
}

/// Where the answer at `pointer` stands: in an item of a group when a number comes second.
pub(super) fn spot(pointer: &str) -> Spot<'_> {
    let mut parts = pointer.split('/').skip(1);
    let first = parts.next().unwrap_or_default();
    match (parts.next().map(str::parse), parts.next()) {
        (Some(Ok(item)), Some(field)) => Spot::within(first, item, field),
        _ => first.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_belongs_to_its_field_or_to_an_item_of_its_group() {
        assert_eq!(spot("/mother/fullName"), Spot::from("mother"));
        assert_eq!(
            spot("/children/2/name"),
            Spot::within("children", 2, "name")
        );
        assert_eq!(field_of("/children/2/name"), "children");
    }
}
