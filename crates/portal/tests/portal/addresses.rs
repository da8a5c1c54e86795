//! Every address of the contract is answered: with its resource, or by saying that this
//! portal does not offer it.

use motcua_contract::openapi;
use serde_json::Value;

use crate::client::{get, get_with};
use crate::stage::shared;

/// What is served before all of its capability is: prefilling a form needs consents, and
/// `myData` has export and deletion too.
const AHEAD: [&str; 3] = [
    "/api/v1/me/access-log",
    "/api/v1/me/consents",
    "/api/v1/me/devices",
];

/// The addresses of the contract that have a GET, with something in place of parameters, and
/// the capability that each belongs to.
fn documented() -> Vec<(String, Option<String>)> {
    let document = openapi::document();
    let paths = document["paths"].as_object().expect("paths");
    let readable = paths
        .iter()
        .filter(|(_, operations)| !operations["get"].is_null());
    readable
        .map(|(path, operations)| {
            let path = path
                .replace("{code}", "1.001193")
                .replace("{province}", "92")
                .replace("{case}", "default")
                .replace("/sign-in", "/sign-in?returnTo=%2F");
            let segments = path
                .split('/')
                .map(|part| if part.starts_with('{') { "x" } else { part });
            let capability = operations["get"]["x-capability"].as_str();
            (
                segments.collect::<Vec<_>>().join("/"),
                capability.map(String::from),
            )
        })
        .collect()
}

#[test]
fn what_the_contract_names_is_served_where_the_portal_says_so_and_nowhere_else() {
    let named = get(shared(), "/api/v1/portal").json()["capabilities"].clone();
    let named = named.as_array().expect("capabilities");
    for (path, capability) in documented() {
        let answer = get(shared(), &path);
        let kind = match answer.status {
            404 => answer.json()["type"].clone(),
            _ => Value::Null,
        };
        let offered = capability.is_none_or(|capability| named.contains(&capability.into()));
        if offered || AHEAD.contains(&path.as_str()) {
            assert!(
                matches!(answer.status, 200 | 303 | 401) || kind == "/problems/not-found",
                "{path}: {}",
                answer.status
            );
        } else {
            assert_eq!(kind, "/problems/not-offered", "{path}: {}", answer.status);
        }
    }
}

#[test]
fn what_the_contract_does_not_name_is_not_found() {
    for path in [
        "/api/v1/nothing",
        "/api/v1",
        "/api/v2/services",
        "/api",
        "/api/v1/services/",
    ] {
        get(shared(), path).problem(404, "not-found");
    }
    get(shared(), "/api/v1/places/00/communes").problem(404, "not-found");
}

#[test]
fn the_contract_is_served_as_it_is_committed() {
    let answer = get(shared(), "/api/v1/openapi.json");
    assert_eq!(
        String::from_utf8(answer.body).expect("text"),
        openapi::text()
    );
}

#[test]
fn any_app_may_read_any_portal() {
    let origin = [("origin", "https://app.example")];
    let answer = get_with(shared(), "/api/v1/portal", &origin);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("access-control-allow-credentials"), "");
}

#[test]
fn every_code_of_the_settings_is_a_service_of_the_catalogue() {
    let events: Value =
        serde_json::from_str(include_str!("../../data/life_events.json")).expect("JSON");
    let groups = |events: &Value| -> Vec<Value> {
        let events = events.as_array().expect("events").iter();
        events
            .flat_map(|event| event["groups"].as_array().expect("groups").clone())
            .collect()
    };
    let written: Vec<Value> = groups(&events)
        .iter()
        .map(|group| group["services"].clone())
        .collect();
    let answered: Vec<Value> = groups(&get(shared(), "/api/v1/life-events").json()["items"])
        .iter()
        .map(|group| {
            group["services"]
                .as_array()
                .expect("links")
                .iter()
                .map(|link| link["code"].clone())
                .collect()
        })
        .collect();
    assert_eq!(written, answered);
    let portal: Value = serde_json::from_str(include_str!("../../data/portal.json")).expect("JSON");
    let answered = get(shared(), "/api/v1/portal").json()["featured"].clone();
    let codes = |featured: &Value| -> Vec<Value> {
        let all = featured.as_array().expect("services").iter();
        all.map(|one| one["code"].clone()).collect()
    };
    assert_eq!(codes(&portal["featured"]), codes(&answered));
    assert_eq!(answered[0]["label"], portal["featured"][0]["label"]);
}

#[test]
fn places_are_complete_and_found_by_the_names_of_before() {
    let provinces = get(shared(), "/api/v1/places").json();
    assert_eq!(provinces["items"].as_array().map(Vec::len), Some(34));
    let communes = get(shared(), "/api/v1/places/92/communes").json();
    assert_eq!(communes["items"].as_array().map(Vec::len), Some(103));
    let matches = get(
        shared(),
        "/api/v1/places/matches?q=xuan+khanh+ninh+kieu&limit=1",
    )
    .json();
    assert_eq!(
        matches["items"][0]["commune"]["fullName"],
        "Phường Ninh Kiều"
    );
}
