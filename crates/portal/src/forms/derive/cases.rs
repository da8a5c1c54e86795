//! Which case it is: asked first, unless the address says so.

use motcua_contract::cases;
use motcua_contract::service::{Case, Service};
use serde_json::{Value, json};

use super::{official, words};

/// From how many cases on they stand in a list that opens.
const MANY: usize = 8;

/// The cases of a service that one chooses from.
pub(super) struct Cases<'a> {
    choices: Vec<&'a Case>,
    /// The ids that an address may fix: of the choices and of their namesakes.
    fixed: Vec<&'a str>,
    all: &'a [Case],
}

impl<'a> Cases<'a> {
    pub(super) fn of(service: &'a Service) -> Self {
        let choices = cases::choices(&service.cases);
        let name_of_a_choice = |case: &&Case| choices.iter().any(|one| one.name == case.name);
        let fixed = service.cases.iter().filter(name_of_a_choice);
        Self {
            fixed: fixed.map(|case| case.id.as_str()).collect(),
            choices,
            all: &service.cases,
        }
    }

    /// The question, where there is something to choose and nothing chosen yet.
    pub(super) fn section(&self) -> Option<Value> {
        if self.choices.is_empty() {
            return None;
        }
        let options: Vec<Value> = self
            .choices
            .iter()
            .map(|case| {
                let name = case.name.as_deref().unwrap_or(&case.id);
                json!({"value": case.id, "label": official(name)})
            })
            .collect();
        let look = if options.len() > MANY {
            "select"
        } else {
            "radios"
        };
        Some(json!({
            "id": "case",
            "title": words("Trường hợp của bạn", "Your case"),
            "show": {"!": [self.is_fixed()]},
            "pages": [{
                "id": "case",
                "title": words("Bạn thuộc trường hợp nào?", "Which case is yours?"),
                "lead": words(
                    "Mỗi trường hợp cần những giấy tờ khác nhau.",
                    "Each case needs other papers.",
                ),
                "fields": [{
                    "id": "case",
                    "label": words("Trường hợp", "Case"),
                    "kind": "choice",
                    "look": look,
                    "options": options,
                    "required": true,
                }],
            }],
        }))
    }

    /// When the papers of a group are asked for; always without a condition.
    pub(super) fn condition(&self, group: &Case) -> Option<Value> {
        if !self.choices.iter().any(|choice| choice.name == group.name) {
            return None;
        }
        let namesakes = self.all.iter().filter(|case| case.name == group.name);
        let ids: Vec<&str> = namesakes.map(|case| case.id.as_str()).collect();
        let chosen = json!({"if": [self.is_fixed(), {"var": "$case"}, {"var": "case"}]});
        Some(json!({"in": [chosen, ids]}))
    }

    /// Whether the address names a case; any other word in it leaves the choice open.
    fn is_fixed(&self) -> Value {
        json!({"in": [{"var": "$case"}, self.fixed]})
    }
}
