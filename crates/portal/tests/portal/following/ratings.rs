//! Ratings: one's own, for a while; figures, from enough of them.

use std::time::Duration;

use serde_json::{Value, json};

use super::desk::Filed;
use crate::client::{Answer, get};
use crate::filing::applicant::SERVICE;
use crate::stage::Stage;

const DAY: Duration = Duration::from_secs(86_400);

fn rate(filed: &Filed, body: &Value) -> Answer {
    let path = format!("{}/rating", filed.path());
    filed.applicant.put(&path, body)
}

fn figures(stage: &Stage) -> Value {
    get(
        stage.address,
        &format!("/api/v1/services/{SERVICE}/ratings"),
    )
    .json()
}

fn good(level: u8) -> Value {
    json!({"answers": [{"question": "time", "level": level}], "comment": "Nhanh, rõ."})
}

/// A dossier whose person gave it up.
fn given_up(stage: &Stage) -> Filed {
    let filed = Filed::new(stage);
    assert_eq!(filed.withdraw().status, 200);
    filed
}

#[test]
fn the_portal_says_what_it_asks_and_on_which_scale() {
    let stage = Stage::new();
    let form = get(stage.address, "/api/v1/portal").json()["rating"].clone();
    assert_eq!(form["questions"].as_array().map(Vec::len), Some(9));
    assert_eq!(form["scale"][0]["vi"], "Rất không hài lòng");
}

#[test]
fn what_ended_is_rated_once_and_changed_for_a_week() {
    let stage = Stage::new();
    let going_on = Filed::new(&stage);
    rate(&going_on, &good(5)).problem(409, "not-now");
    let filed = given_up(&stage);
    assert!(
        filed.shown()["actions"]
            .as_array()
            .expect("actions")
            .contains(&json!("rate"))
    );
    let first = rate(&filed, &good(5));
    assert_eq!(first.status, 200);
    assert_eq!(first.json()["changeableUntil"], "2026-11-27T12:00:00+07:00");
    stage.clock.advance(DAY / 2);
    let changed = rate(&filed, &good(2)).json();
    assert_eq!(changed["changeableUntil"], "2026-11-27T12:00:00+07:00");
    assert_eq!(filed.shown()["rating"]["answers"][0]["level"], 2);
    assert_eq!(figures(&stage)["count"], 1);
}

#[test]
fn numbers_that_name_somebody_and_answers_to_nothing_are_named() {
    let stage = Stage::new();
    let filed = given_up(&stage);
    for (body, pointer) in [
        (json!({"answers": []}), "/answers"),
        (
            json!({"answers": [{"question": "x", "level": 1}]}),
            "/answers/0/question",
        ),
        (
            json!({"answers": [{"question": "time", "level": 6}]}),
            "/answers/0/level",
        ),
        (
            json!({"answers": [{"question": "time", "level": 0}]}),
            "/answers/0/level",
        ),
        (
            json!({"answers": [{"question": "time", "level": 1}, {"question": "time", "level": 2}]}),
            "/answers/1/question",
        ),
        (
            json!({"answers": [{"question": "time", "level": 1}], "comment": "Gọi tôi 0900 000 001"}),
            "/comment",
        ),
    ] {
        let personal = pointer == "/comment";
        let (status, kind) = if personal {
            (400, "invalid")
        } else {
            (422, "answers-invalid")
        };
        let problem = rate(&filed, &body).problem(status, kind);
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{body}");
    }
    assert!(filed.shown()["rating"].is_null());
}

#[test]
fn nothing_is_published_below_five_and_never_a_comment() {
    let stage = Stage::new();
    for level in 1..=4 {
        rate(&given_up(&stage), &good(level));
    }
    let few = figures(&stage);
    assert_eq!(
        (&few["count"], &few["minimum"], &few["questions"]),
        (&json!(4), &json!(5), &json!([]))
    );
    rate(&given_up(&stage), &good(5));
    let enough = figures(&stage);
    assert_eq!(enough["questions"].as_array().map(Vec::len), Some(1));
    assert_eq!(enough["questions"][0]["levels"], json!([1, 1, 1, 1, 1]));
    assert!(!enough.to_string().contains("Nhanh"));
    let quality = get(stage.address, "/api/v1/quality?period=2026-11").json();
    assert_eq!(quality["overall"]["satisfied"], json!({"part": 2, "of": 5}));
    get(stage.address, "/api/v1/services/9.999999/ratings").problem(404, "unknown-service");
}

#[test]
fn the_board_counts_the_portals_own_dossiers() {
    let stage = Stage::new();
    let empty = get(stage.address, "/api/v1/quality").json();
    assert_eq!(empty["period"], "2026-10-01/2026-10-31");
    assert_eq!(empty["overall"]["received"], 0);
    for absent in [
        "onTime",
        "filedOnline",
        "paidOnline",
        "satisfied",
        "feedbackOnTime",
    ] {
        assert!(empty["overall"][absent].is_null(), "{absent}");
    }
    let in_time = Filed::paid(&stage).at_work();
    let late = Filed::paid(&stage).at_work();
    let decide = json!({"move": "decide", "name": "Giấy", "text": "Đồng ý."});
    in_time.officer(&decide);
    stage.clock.advance(8 * DAY);
    late.officer(&decide);
    let board = get(stage.address, "/api/v1/quality?period=2026-Q4").json();
    assert_eq!(board["overall"]["received"], 2);
    assert_eq!(board["overall"]["onTime"], json!({"part": 1, "of": 2}));
    assert_eq!(board["overall"]["paidOnline"], json!({"part": 2, "of": 2}));
    assert_eq!(board["agencies"][0]["figures"], board["overall"]);
    assert!(
        board["overall"]["fullOnline"].is_null(),
        "the built-in catalogue says of no service how far it goes"
    );
    for strange in ["2026-13", ""] {
        let path = format!("/api/v1/quality?period={strange}");
        get(stage.address, &path).problem(400, "invalid");
    }
}
