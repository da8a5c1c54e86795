//! Reads which options were chosen.

use serde_json::Value;

use super::Reading;
use crate::kind::{Choice, Look};
use crate::wrong::Wrong;

/// An option's value, or for checkboxes a list of them, in the order of the options.
pub(super) fn choice(look: Look, options: &[Choice], typed: &Value) -> Reading {
    let is_option = |value: &str| options.iter().any(|option| option.value == value);
    if !matches!(look, Look::Checkboxes { .. }) {
        let chosen = typed.as_str().ok_or(Wrong::Shape);
        let chosen =
            chosen.and_then(|value| is_option(value).then_some(value).ok_or(Wrong::NotOffered));
        return chosen.into();
    }
    // More than there are can only come from elsewhere than this form.
    let Some(chosen) = typed
        .as_array()
        .filter(|chosen| chosen.len() <= options.len())
    else {
        return Reading::wrong(Wrong::Shape);
    };
    let ticked = |option: &&Choice| {
        chosen
            .iter()
            .any(|value| value.as_str() == Some(&option.value))
    };
    let values: Vec<Value> = options
        .iter()
        .filter(ticked)
        .map(|option| option.value.as_str().into())
        .collect();
    let mut reading = if values.is_empty() {
        Reading::nothing()
    } else {
        Reading::of(values)
    };
    let known = |value: &Value| value.as_str().is_some_and(is_option);
    if !chosen.iter().all(known) {
        reading.slips = Reading::wrong(Wrong::NotOffered).slips;
    }
    reading
}
