//! Sample answers: one portal with three real services, complete enough that an app
//! runs its reading screens on a mock made from the document alone.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::each_operation;
use crate::catalogue::{Catalogue, Shelves};
use crate::life_event::LifeEvents;
use crate::place::{Communes, PlaceMatches, Provinces};
use crate::portal::Portal;
use crate::search::{RelatedServices, ServiceList, Suggestions};
use crate::service::Service;

/// One sample of what an operation answers when it succeeds.
pub struct Sample {
    /// The operation's id.
    pub operation: &'static str,
    /// A name within the operation; mocks send the first, or the one asked for.
    pub name: &'static str,
    /// As it stands in `samples/`.
    pub json: &'static str,
    /// Reads it as the operation's type and writes it again.
    pub through_type: fn(&str) -> serde_json::Result<Value>,
}

fn through<T: DeserializeOwned + Serialize>(json: &str) -> serde_json::Result<Value> {
    serde_json::to_value(serde_json::from_str::<T>(json)?)
}

macro_rules! samples {
    ($($operation:literal $name:literal $type:ty = $file:literal;)*) => {
        /// Every sample; of an operation's samples, the first is what a mock sends.
        pub const SAMPLES: &[Sample] = &[$(Sample {
            operation: $operation,
            name: $name,
            json: include_str!(concat!("../../samples/", $file)),
            through_type: through::<$type>,
        }),*];
    };
}

samples! {
    "getPortal" "sample" Portal = "getPortal.json";
    "getContract" "sample" Value = "getContract.json";
    "searchServices" "all" ServiceList = "searchServices.json";
    "suggestServices" "khai" Suggestions = "suggestServices.json";
    "getService" "birth" Service = "getService.1.001193.json";
    "getService" "residence" Service = "getService.1.004194.json";
    "getService" "licence" Service = "getService.3.000348.json";
    "getRelatedServices" "birth" RelatedServices = "getRelatedServices.json";
    "listFields" "all" Shelves = "listFields.json";
    "listAgencies" "all" Shelves = "listAgencies.json";
    "getCatalogue" "all" Catalogue = "getCatalogue.json";
    "listLifeEvents" "all" LifeEvents = "listLifeEvents.json";
    "listProvinces" "two" Provinces = "listProvinces.json";
    "listCommunes" "three" Communes = "listCommunes.json";
    "matchPlaces" "former" PlaceMatches = "matchPlaces.json";
}

/// Puts the samples into the document. A single one becomes the answer's `example`,
/// several its `examples`: `OpenAPI` allows either, never both.
pub(super) fn add(document: &mut Value) {
    each_operation(document, |_, operation| {
        let id = operation["operationId"].as_str().map(str::to_owned);
        let own: Vec<&Sample> = SAMPLES
            .iter()
            .filter(|sample| Some(sample.operation) == id.as_deref())
            .collect();
        let Some(answers) = operation["responses"].as_object_mut() else {
            return;
        };
        let success = answers.iter_mut().find(|(status, answer)| {
            status.starts_with('2') && !answer["content"]["application/json"].is_null()
        });
        let Some((_, answer)) = success else { return };
        let content = &mut answer["content"]["application/json"];
        match own.as_slice() {
            [] => {}
            [one] => content["example"] = value(one),
            several => {
                for sample in several {
                    content["examples"][sample.name]["value"] = value(sample);
                }
            }
        }
    });
}

fn value(sample: &Sample) -> Value {
    serde_json::from_str(sample.json).expect("samples are valid JSON")
}
