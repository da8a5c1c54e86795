//! Checks answers: what of them is at fault.

use serde_json::Value;

use crate::definition::{Field, Page, PageRule};
use crate::fault::Fault;
use crate::form::Form;
use crate::kind::{Group, Kind};
use crate::limits;
use crate::reading::{missing_parts, read};
use crate::setting::{Answers, Papers, Setting};
use crate::shown::{Eyes, Shown, State};
use crate::wrong::{Slip, Wrong};

impl Form {
    /// What is at fault on one page; nothing when it is not there.
    #[must_use]
    pub fn page_faults(
        &self,
        page: &str,
        answers: &Answers,
        papers: &Papers,
        setting: &Setting<'_>,
    ) -> Vec<Fault> {
        let Some(page) = self.page_index(page) else {
            return Vec::new();
        };
        let shown = self.shown(answers, setting);
        let mut check = Check::new(&shown, answers, papers, setting);
        check.page(page);
        check.faults
    }
}

/// A check under way.
pub(crate) struct Check<'a> {
    form: &'a Form,
    shown: &'a Shown,
    answers: &'a Answers,
    papers: &'a Papers,
    setting: &'a Setting<'a>,
    pub(crate) faults: Vec<Fault>,
}

/// One field in its place.
struct Asked<'a> {
    page: &'a str,
    field: &'a Field,
    /// The JSON pointer to its answer.
    pointer: String,
    state: &'a State,
    /// As it was typed.
    typed: &'a Value,
    /// As it was read, or computed.
    value: &'a Value,
    eyes: Eyes<'a>,
}

impl<'a> Check<'a> {
    pub(crate) fn new(
        shown: &'a Shown,
        answers: &'a Answers,
        papers: &'a Papers,
        setting: &'a Setting<'a>,
    ) -> Self {
        Self {
            form: &shown.form,
            shown,
            answers,
            papers,
            setting,
            faults: Vec::new(),
        }
    }

    /// Checks a page; nothing when it is not there.
    pub(crate) fn page(&mut self, at: usize) {
        if !self.shown.page_at(at) {
            return;
        }
        let page = self.form.page_at(at);
        let before = self.faults.len();
        for field in &page.fields {
            let place = self.form.field_index(&field.id);
            let Some(place) = place else { continue };
            self.field(&Asked {
                page: &page.id,
                field,
                pointer: format!("/{}", field.id),
                state: self.shown.state_at(place),
                typed: self.answers.get(&field.id).unwrap_or(&Value::Null),
                value: self.shown.value(field.id.as_str()),
                eyes: self.shown.eyes(None),
            });
        }
        for rule in &page.rules {
            self.page_rule(page, rule, before);
        }
    }

    fn field(&mut self, asked: &Asked<'a>) {
        if !asked.state.shown {
            return;
        }
        let before = self.faults.len();
        match &asked.field.kind {
            Kind::Note | Kind::Signature => {}
            Kind::Papers { requirement, .. } => {
                if asked.state.required && self.papers.count(requirement) == 0 {
                    let escaped = requirement.replace('~', "~0").replace('/', "~1");
                    self.fault(asked, format!("/papers/{escaped}"), None, &Wrong::Needed);
                }
            }
            Kind::Group(group) => self.group(asked, group),
            _ if asked.field.compute.is_some() => self.computed(asked),
            _ => self.answer(asked),
        }
        if self.faults.len() > before || asked.value.is_null() {
            return;
        }
        for rule in &asked.field.rules {
            if !rule.holds.holds(&asked.eyes, self.form.fuel()) {
                let wrong = Wrong::Rule(rule.message.clone());
                self.fault(asked, asked.pointer.clone(), None, &wrong);
            }
        }
    }

    fn answer(&mut self, asked: &Asked<'a>) {
        let kind = &asked.field.kind;
        let reading = read(kind, asked.typed);
        if reading.is_nothing() {
            if asked.state.required {
                self.slips(asked, missing_parts(kind));
            }
            return;
        }
        let mut slips = reading.slips;
        // What could be read and yet has no such value was chosen while it was offered.
        if slips.is_empty() && reading.value != *asked.value {
            slips.push(Slip::here(Wrong::NotOffered));
        }
        if slips.is_empty() {
            slips = limits::slips(kind, &reading.value, self.setting);
        }
        self.slips(asked, slips);
    }

    fn computed(&mut self, asked: &Asked<'a>) {
        let slips = if !asked.value.is_null() {
            limits::slips(&asked.field.kind, asked.value, self.setting)
        } else if asked.state.required {
            vec![Slip::here(Wrong::NotComputed)]
        } else {
            Vec::new()
        };
        self.slips(asked, slips);
    }

    fn group(&mut self, asked: &Asked<'a>, group: &'a Group) {
        let items = match asked.typed {
            Value::Array(items) => items.as_slice(),
            Value::Null => &[],
            _ => return self.slips(asked, vec![Slip::here(Wrong::Shape)]),
        };
        let least = group.minimum.max(usize::from(asked.state.required));
        if items.len() < least {
            self.slips(asked, vec![Slip::here(Wrong::TooFewItems(least))]);
        }
        if items.len() > group.maximum {
            self.slips(asked, vec![Slip::here(Wrong::TooManyItems(group.maximum))]);
        }
        for (at, (item, states)) in items.iter().zip(&asked.state.items).enumerate() {
            let pointer = format!("{}/{at}", asked.pointer);
            if !item.is_object() && !item.is_null() {
                self.fault(asked, pointer, None, &Wrong::Shape);
                continue;
            }
            let value = &asked.value[at];
            for (field, state) in group.fields.iter().zip(states) {
                self.field(&Asked {
                    page: asked.page,
                    field,
                    pointer: format!("{pointer}/{}", field.id),
                    state,
                    typed: item.get(&field.id).unwrap_or(&Value::Null),
                    value: value.get(&field.id).unwrap_or(&Value::Null),
                    eyes: self.shown.eyes(Some((group, value))),
                });
            }
        }
    }

    /// A rule between fields waits until each of them has an answer that is not itself at
    /// fault on this page.
    fn page_rule(&mut self, page: &'a Page, rule: &PageRule, before: usize) {
        let at_fault = |id: &String| {
            let own = |pointer: &str| {
                let rest = pointer
                    .strip_prefix('/')
                    .and_then(|rest| rest.strip_prefix(id.as_str()));
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            self.faults[before..]
                .iter()
                .any(|fault| own(&fault.pointer))
        };
        let answered = |id: &String| !self.shown.value(id.as_str()).is_null();
        if !rule.fields.iter().all(|id| answered(id) && !at_fault(id)) {
            return;
        }
        if rule.holds.holds(&self.shown.eyes(None), self.form.fuel()) {
            return;
        }
        // Said where it can be mended on this page.
        let here = rule
            .fields
            .iter()
            .find(|id| page.fields.iter().any(|field| field.id == **id));
        let wrong = Wrong::Rule(rule.message.clone());
        if let Some(field) = here.or(rule.fields.first()) {
            self.faults.push(Fault {
                pointer: format!("/{field}"),
                page: page.id.clone(),
                code: wrong.code(),
                message: rule.message.clone(),
            });
        }
    }

    fn slips(&mut self, asked: &Asked<'_>, slips: Vec<Slip>) {
        for slip in slips {
            let pointer = format!("{}{}", asked.pointer, slip.at);
            let part = slip.at.rsplit('/').next().filter(|part| !part.is_empty());
            self.fault(asked, pointer, part, &slip.wrong);
        }
    }

    fn fault(&mut self, asked: &Asked<'_>, pointer: String, part: Option<&str>, wrong: &Wrong) {
        self.faults.push(Fault {
            pointer,
            page: asked.page.to_owned(),
            code: wrong.code(),
            message: wrong.say(asked.field, part),
        });
    }
}
