//! Sample requests and answers: one portal with three real services and the life of one
//! dossier, complete enough that an app runs on a mock made from the document alone.
//!
//! What stands in `samples/` about services and places is real; people, dossiers and
//! figures are invented for it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::each_operation;

mod list;

pub use list::SAMPLES;

/// One sample of what goes over the wire.
pub struct Sample {
    /// The operation's id.
    pub operation: &'static str,
    /// In which direction.
    pub place: Place,
    /// A name within the operation; a mock can be asked for it.
    pub name: &'static str,
    /// As it stands in `samples/`.
    pub json: &'static str,
    /// Reads it as its type and writes it again.
    pub through_type: fn(&str) -> serde_json::Result<Value>,
}

/// Where a sample stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The body of the request.
    Request,
    /// The answer when it succeeds.
    Answer,
    /// The answer with this status, where it is more than a problem.
    Refusal(u16),
}

fn through<T: DeserializeOwned + Serialize>(json: &str) -> serde_json::Result<Value> {
    serde_json::to_value(serde_json::from_str::<T>(json)?)
}

/// Puts the samples into the document. A single one becomes an `example`, several become
/// `examples`: either is allowed, never both.
pub(super) fn add(document: &mut Value) {
    each_operation(document, |_, operation| {
        let id = operation["operationId"].as_str().unwrap_or("").to_owned();
        let mut own: Vec<&Sample> = SAMPLES.iter().filter(|s| s.operation == id).collect();
        while let Some(first) = own.first().copied() {
            let (here, rest) = own
                .into_iter()
                .partition(|sample| sample.place == first.place);
            own = rest;
            if let Some(content) = content(operation, first.place) {
                place(content, here);
            }
        }
    });
}

/// The media type object of an operation that samples of a place belong to.
fn content(operation: &mut Value, place: Place) -> Option<&mut Value> {
    let holder = match place {
        Place::Request => operation.get_mut("requestBody")?,
        Place::Answer => {
            let answers = operation.get_mut("responses")?.as_object_mut()?;
            answers
                .iter_mut()
                .find(|(status, _)| status.starts_with('2'))?
                .1
        }
        Place::Refusal(status) => operation["responses"].get_mut(status.to_string())?,
    };
    holder
        .get_mut("content")?
        .as_object_mut()?
        .values_mut()
        .next()
}

fn place(content: &mut Value, samples: Vec<&Sample>) {
    match samples.as_slice() {
        [one] => content["example"] = value(one),
        several => {
            for sample in several {
                content["examples"][sample.name]["value"] = value(sample);
            }
        }
    }
}

fn value(sample: &Sample) -> Value {
    serde_json::from_str(sample.json).expect("samples are valid JSON")
}
