//! What an expression sees of a form that is being filled in.

use serde_json::{Map, Value};

use crate::day::Day;
use crate::form::{CASE, SERVICE, TODAY};
use crate::kind::Group;
use crate::logic::Sight;
use crate::setting::Setting;

/// What is given while a form is filled in, under names of its own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Given {
    today: Day,
    named: [(&'static str, Value); 3],
}

impl Given {
    pub(super) fn new(service: &str, setting: &Setting<'_>) -> Self {
        let named = [
            (TODAY, setting.today.to_string().into()),
            (CASE, setting.case.into()),
            (SERVICE, service.into()),
        ];
        Self {
            today: setting.today,
            named,
        }
    }
}

/// The answers as an expression sees them: those of its own item first.
#[derive(Clone, Copy)]
pub(crate) struct Eyes<'a> {
    pub(crate) given: &'a Given,
    pub(crate) read: &'a Map<String, Value>,
    /// The group and the item within which the expression stands.
    pub(crate) item: Option<(&'a Group, &'a Value)>,
}

impl Sight for Eyes<'_> {
    fn see(&self, name: &str) -> Option<&Value> {
        if name.starts_with('$') {
            let given = self.given.named.iter().find(|(known, _)| *known == name);
            return given.map(|(_, value)| value);
        }
        match self.item {
            Some((group, item)) if group.fields.iter().any(|field| field.id == name) => {
                item.get(name)
            }
            _ => self.read.get(name),
        }
    }

    fn today(&self) -> Option<Day> {
        Some(self.given.today)
    }
}
