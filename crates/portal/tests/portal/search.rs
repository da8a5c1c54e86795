//! Finding services over HTTP: results, facets, pages, suggestions, guidance.

use std::collections::HashSet;

use serde_json::Value;

use crate::client::get;
use crate::stage::shared;

fn services(query: &str) -> Value {
    let answer = get(shared(), &format!("/api/v1/services?{query}"));
    assert_eq!(answer.status, 200, "{query}");
    answer.json()
}

fn count(list: &Value, facet: &str, value: &str) -> u64 {
    let values = list["facets"][facet].as_array().expect("a facet");
    let one = values.iter().find(|one| one["value"] == value);
    one.map_or(0, |one| one["count"].as_u64().expect("a count"))
}

#[test]
fn people_find_their_service_in_their_own_words() {
    for (typed, code) in [
        ("gplx", "3.00034"),
        ("lam+giay+khai+sinh", "1.001193"),
        ("nh%E1%BA%ADp%20h%E1%BB%99%20kh%E1%BA%A9u", "1.004222"),
    ] {
        let found = services(&format!("q={typed}"));
        let first = found["items"][0]["code"].as_str().expect("a code");
        assert!(first.starts_with(code), "{typed}: {first}");
    }
}

#[test]
fn no_question_lists_everything_with_what_people_want_first() {
    let all = services("limit=20");
    assert_eq!(all["total"], 2642);
    let portal = get(shared(), "/api/v1/portal").json();
    let featured: HashSet<_> = portal["featured"]
        .as_array()
        .expect("links")
        .iter()
        .map(|link| link["code"].to_string())
        .collect();
    let first = all["items"]
        .as_array()
        .expect("items")
        .iter()
        .take(featured.len());
    assert_eq!(
        first
            .map(|item| item["code"].to_string())
            .collect::<HashSet<_>>(),
        featured
    );
    assert_eq!(services("q=&field=&agency=")["total"], 2642);
}

#[test]
fn a_facet_does_not_narrow_its_own_counts_but_narrows_the_others() {
    let all = services("q=khai+sinh");
    let narrowed = services("q=khai+sinh&level=province");
    assert_eq!(
        count(&narrowed, "level", "commune"),
        count(&all, "level", "commune")
    );
    assert_eq!(
        narrowed["total"].as_u64(),
        Some(count(&all, "level", "province"))
    );
    assert!(count(&narrowed, "field", "ho-tich") < count(&all, "field", "ho-tich"));
}

#[test]
fn several_values_of_a_facet_mean_any_of_them_in_both_spellings() {
    let all = services("");
    let both = count(&all, "field", "ho-tich") + count(&all, "field", "quoc-tich");
    for spelling in ["field=ho-tich&field=quoc-tich", "field=ho-tich,quoc-tich"] {
        assert_eq!(
            services(spelling)["total"].as_u64(),
            Some(both),
            "{spelling}"
        );
    }
    let other = services("level=other");
    assert_eq!(other["total"].as_u64(), Some(count(&all, "level", "other")));
    assert_eq!(services("field=khong-co")["total"], 0);
}

#[test]
fn pages_follow_on_each_other_and_end() {
    let mut seen = HashSet::new();
    for offset in (0..60).step_by(20) {
        let page = services(&format!("field=ho-tich&limit=20&offset={offset}"));
        assert_eq!(
            (page["total"].as_u64(), page["offset"].as_u64()),
            (Some(41), Some(offset))
        );
        for item in page["items"].as_array().expect("items") {
            assert!(seen.insert(item["code"].to_string()));
        }
    }
    assert_eq!(seen.len(), 41);
    assert_eq!(services("offset=10000")["items"], serde_json::json!([]));
}

#[test]
fn what_is_no_service_here_gets_guidance() {
    let found = services("q=th%E1%BB%9Di+ti%E1%BA%BFt+h%C3%B4m+nay");
    assert!(found["guidance"]["kind"].is_string(), "{found}");
    assert!(found["guidance"]["text"]["vi"].is_string());
    assert!(services("q=khai+sinh")["guidance"].is_null());
}

#[test]
fn suggestions_lead_to_services_and_respect_their_limit() {
    let answer = get(
        shared(),
        "/api/v1/services/suggestions?q=dang+ky+ket&limit=5",
    )
    .json();
    let items = answer["items"].as_array().expect("items");
    assert!(
        items.len() <= 5 && items.iter().any(|item| item["code"] == "1.000894"),
        "{items:?}"
    );
    assert_eq!(
        get(shared(), "/api/v1/services/suggestions").json()["items"],
        serde_json::json!([])
    );
}

#[test]
fn related_services_are_others_and_the_nearest_come_first() {
    let related = get(shared(), "/api/v1/services/1.000894/related").json();
    let items = related["items"].as_array().expect("items");
    assert!((1..=10).contains(&items.len()));
    assert!(items.iter().all(|item| item["code"] != "1.000894"));
    assert_eq!(items[0]["code"], "2.000806");
}

#[test]
fn the_snapshot_holds_every_service_with_shelves_that_exist() {
    let snapshot = get(shared(), "/api/v1/catalogue").json();
    let ids = |shelves: &str| -> HashSet<String> {
        let shelves = snapshot[shelves].as_array().expect("shelves");
        shelves
            .iter()
            .map(|shelf| shelf["id"].to_string())
            .collect()
    };
    let (fields, agencies) = (ids("fields"), ids("agencies"));
    let services = snapshot["services"].as_array().expect("services");
    assert_eq!(
        (services.len(), fields.len(), agencies.len()),
        (2642, 140, 7)
    );
    for one in services {
        assert!(
            fields.contains(&one["field"].to_string())
                && agencies.contains(&one["agency"].to_string())
        );
    }
}
