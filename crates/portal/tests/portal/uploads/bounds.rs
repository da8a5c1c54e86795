//! Nobody fills the disk.

use serde_json::json;

use super::sender::{Sender, new_key};
use crate::client::get;
use crate::stage::Stage;

#[test]
fn an_operator_sets_the_limits_and_the_portal_tells_them() {
    let stage = Stage::with_uploads(&json!({
        "bytes": 5000,
        "types": ["application/pdf"],
        "perPaper": 3
    }));
    let limits = get(stage.address, "/api/v1/portal").json()["limits"].clone();
    assert_eq!(
        (
            &limits["uploadBytes"],
            &limits["uploadTypes"],
            &limits["uploadsPerPaper"]
        ),
        (&json!(5000), &json!(["application/pdf"]), &json!(3))
    );
    let mut sender = Sender::new(stage.address);
    let path = sender.send_whole(&crate::papers::jpeg(64, 64));
    let state = sender.judged(&path)["state"].clone();
    assert_eq!(
        (&state["kind"], &state["reason"]),
        (&json!("refused"), &json!("type"))
    );
    sender
        .try_announce(&new_key(), 5001)
        .problem(413, "too-large");
}

#[test]
fn a_visitor_has_so_many_files_and_bytes_here_and_room_again_when_one_goes() {
    let stage = Stage::with_uploads(&json!({"filesOfOne": 2, "bytesOfOne": 1000}));
    let mut sender = Sender::new(stage.address);
    let first = sender.announce(600);
    sender
        .try_announce(&new_key(), 401)
        .problem(413, "too-large");
    sender.announce(400);
    let refused = sender.try_announce(&new_key(), 1);
    refused.problem(429, "too-many-requests");
    assert_eq!(refused.header("retry-after"), (30 * 86_400).to_string());
    assert_eq!(sender.ask("DELETE", &first, &[], b"").status, 204);
    sender.announce(600);
    Sender::new(stage.address).announce(600);
}

#[test]
fn when_all_visitors_together_have_filled_their_room_the_portal_says_when_to_come_back() {
    let stage = Stage::with_uploads(&json!({"bytesOfAll": 100}));
    let mut sender = Sender::new(stage.address);
    let path = sender.announce(200);
    assert_eq!(sender.patch(&path, 0, &[1; 100]).status, 204);
    let refused = sender.patch(&path, 100, &[1; 100]);
    refused.problem(503, "unavailable");
    assert_eq!(refused.header("retry-after"), "600");
    let mut other = Sender::new(stage.address);
    other
        .try_announce(&new_key(), 1)
        .problem(503, "unavailable");
    assert_eq!(sender.offset(&path), 100);
}
