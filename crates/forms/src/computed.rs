//! What follows from other answers.

use serde_json::Value;

use crate::form::Form;
use crate::kind::Kind;
use crate::setting::{Answers, Setting};
use crate::shown::Shown;

impl Form {
    /// All computed answers that are there, each with its JSON pointer.
    #[must_use]
    pub fn computed(&self, answers: &Answers, setting: &Setting<'_>) -> Vec<(String, Value)> {
        self.shown(answers, setting).computed()
    }
}

impl Shown {
    /// All computed answers that are there, each with its JSON pointer.
    #[must_use]
    pub fn computed(&self) -> Vec<(String, Value)> {
        let mut all = Vec::new();
        for field in self.form.definition().fields() {
            let Some(value) = self.read.get(&field.id) else {
                continue;
            };
            if field.compute.is_some() {
                all.push((format!("/{}", field.id), value.clone()));
            }
            let (Kind::Group(group), Value::Array(items)) = (&field.kind, value) else {
                continue;
            };
            let computed = || group.fields.iter().filter(|field| field.compute.is_some());
            for (at, item) in items.iter().enumerate() {
                all.extend(computed().filter_map(|own| {
                    let value = item.get(&own.id)?;
                    Some((format!("/{}/{at}/{}", field.id, own.id), value.clone()))
                }));
            }
        }
        all
    }
}
