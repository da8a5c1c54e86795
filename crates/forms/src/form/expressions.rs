//! All expressions of a field, with where they stand and what for.

use crate::definition::{Field, Required};
use crate::kind::Kind;
use crate::logic::Expression;

/// What an expression decides.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// What others see of the answer.
    Sight,
    /// Whether it must be there.
    Need,
    /// Whether it is right.
    Right,
}

/// Each expression of the field itself, with a JSON pointer from the field to it.
pub(super) fn of(field: &Field) -> Vec<(String, &Expression, Use)> {
    let mut all = Vec::new();
    if let Some(show) = &field.show {
        all.push(("/show".into(), show, Use::Sight));
    }
    if let Some(compute) = &field.compute {
        all.push(("/compute".into(), compute, Use::Sight));
    }
    if let Kind::Choice { options, .. } = &field.kind {
        for (at, option) in options.iter().enumerate() {
            if let Some(show) = &option.show {
                all.push((format!("/options/{at}/show"), show, Use::Sight));
            }
        }
    }
    if let Required::When(condition) = &field.required {
        all.push(("/required".into(), condition, Use::Need));
    }
    for (at, rule) in field.rules.iter().enumerate() {
        all.push((format!("/rules/{at}/holds"), &rule.holds, Use::Right));
    }
    all
}
