//! Web push: what reaches a device that agreed, and what becomes of what does not.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::desk::Filed;
use super::push_service::{Device, PushService, Reply, claims};
use crate::client::Answer;
use crate::stage::{NOON, Stage};
use crate::uploads::sender::{hash, new_key};

mod agreed;

const SUBSCRIPTIONS: &str = "/api/v1/me/push-subscriptions";
const CHANNELS: &str = "/api/v1/me/notification-channels";

/// A portal that may call this machine.
fn stage() -> Stage {
    let settings = json!({
        "offered": true,
        "contact": "mailto:lien-he@portal.example",
        "localServices": true,
    });
    Stage::with(&[("push.json", settings)])
}

fn subscribe(filed: &Filed, device: &Device) -> Answer {
    let told = device.subscription();
    filed.applicant.post(SUBSCRIPTIONS, &new_key(), &told)
}

/// A dossier whose owner's device is told.
fn told(stage: &Stage, service: &PushService) -> (Filed, Device) {
    let filed = Filed::new(stage);
    let device = Device::new(service, "phone");
    let subscribed = subscribe(&filed, &device);
    assert_eq!(subscribed.status, 201);
    (filed, device)
}

fn devices(told: &Value) -> usize {
    told["pushDevices"].as_array().map_or(0, Vec::len)
}

/// Waits until the queue holds this: for each line the tries made and when the next is due.
fn queue_becomes(stage: &Stage, hoped: &[(i64, i64)]) {
    let database =
        rusqlite::Connection::open(stage.data.join("portal.sqlite")).expect("a database");
    let patience = Instant::now() + Duration::from_secs(60);
    loop {
        let mut lines = database
            .prepare_cached("SELECT tries, due_at - ?1 FROM push ORDER BY id")
            .expect("a statement");
        let lines = lines.query_map([NOON], |row| Ok((row.get(0)?, row.get(1)?)));
        let lines: Vec<(i64, i64)> = lines.and_then(Iterator::collect).expect("lines");
        if lines == hoped {
            return;
        }
        assert!(Instant::now() < patience, "it stays {lines:?}");
        std::thread::yield_now();
    }
}

#[test]
fn a_device_that_agreed_is_told_what_only_it_can_read() {
    let (stage, service) = (stage(), PushService::new());
    let (filed, device) = told(&stage, &service);
    let ways = filed.applicant.get(CHANNELS).json();
    assert_eq!(ways["items"][0], json!({"kind": "webPush", "state": "on"}));
    let endpoint = format!("{}/phone", service.origin());
    let own = hash(endpoint.as_bytes());
    assert_eq!(ways["pushDevices"][0]["endpointSha256"], own);
    assert_eq!(
        filed.shown()["notifications"],
        json!({"channels": ["webPush", "sms"]})
    );

    let filed = filed.at_work();
    let first = service.next();
    assert_eq!(first.device, "phone");
    assert_eq!(first.headers["content-encoding"], "aes128gcm");
    assert_eq!(first.headers["urgency"], "normal");
    assert_eq!(first.headers["topic"].len(), 32);
    assert!(
        first.headers["ttl"]
            .parse::<u32>()
            .is_ok_and(|seconds| seconds > 0)
    );
    let claims = claims(
        &first.headers["authorization"],
        ways["pushKey"].as_str().expect("a key"),
    );
    assert_eq!(claims["aud"], service.origin());
    assert_eq!(claims["sub"], "mailto:lien-he@portal.example");
    let expires = claims["exp"].as_i64().expect("a time") - NOON;
    assert!((1..=86_400).contains(&expires), "{expires}");
    let read = device.reads(&first.body);
    assert_eq!(read["dossier"], filed.code.as_str());
    assert_eq!(read["language"], "vi");
    assert!(!read.to_string().contains("Nguyễn Văn Thử"));

    filed.officer(&filed.request());
    let urgent = loop {
        let next = service.next();
        assert_eq!(next.headers["topic"], first.headers["topic"]);
        if next.headers["urgency"] == "high" {
            break device.reads(&next.body);
        }
    };
    let text = format!("Hồ sơ {}. Mở cổng để xem.", filed.code);
    assert_eq!(
        urgent,
        json!({"title": "Bạn cần bổ sung hồ sơ.", "text": text, "language": "vi",
               "dossier": filed.code})
    );
    queue_becomes(&stage, &[]);
}

#[test]
fn a_device_that_is_gone_is_not_told_again() {
    let (stage, service) = (stage(), PushService::new());
    let (filed, _) = told(&stage, &service);
    let other = Device::new(&service, "tablet");
    assert_eq!(subscribe(&filed, &other).status, 201);
    service.replies(&[Reply::Status(410), Reply::Status(404)]);
    filed.officer(&json!({"move": "receive"}));
    let mut reached = [service.next().device, service.next().device];
    reached.sort();
    assert_eq!(reached, ["phone", "tablet"]);
    queue_becomes(&stage, &[]);
    let ways = filed.applicant.get(CHANNELS).json();
    assert_eq!(
        (devices(&ways), &ways["items"][0]["state"]),
        (0, &json!("off"))
    );
    assert_eq!(filed.shown()["notifications"], json!({"channels": ["sms"]}));
}

#[test]
fn a_push_service_in_trouble_is_asked_again_later_and_not_for_ever() {
    let (stage, service) = (stage(), PushService::new());
    let (filed, device) = told(&stage, &service);
    service.replies(&[Reply::Status(500), Reply::Lost, Reply::After(900)]);
    filed.officer(&json!({"move": "receive"}));
    let first = device.reads(&service.next().body);
    queue_becomes(&stage, &[(1, 30)]);
    let mut passed = 0;
    let mut later = |seconds: i64| {
        stage
            .clock
            .advance(Duration::from_secs(seconds.unsigned_abs()));
        passed += seconds;
        assert_eq!(device.reads(&service.next().body), first);
        passed
    };
    let now = later(30);
    queue_becomes(&stage, &[(2, now + 120)]);
    let now = later(120);
    // Longer than it is usual after the third try, since the service asked for it.
    queue_becomes(&stage, &[(3, now + 900)]);
    service.replies(&[Reply::Status(503), Reply::Status(503), Reply::Status(503)]);
    let now = later(900);
    queue_becomes(&stage, &[(4, now + 3600)]);
    let now = later(3600);
    queue_becomes(&stage, &[(5, now + 6 * 3600)]);
    later(6 * 3600);
    queue_becomes(&stage, &[]);
    // What was in trouble is told what comes next.
    let ways = filed.applicant.get(CHANNELS);
    assert_eq!(ways.status, 200);
    assert_eq!(devices(&ways.json()), 1);
}

#[test]
fn later_news_of_a_dossier_take_the_place_of_those_that_were_not_delivered() {
    let (stage, service) = (stage(), PushService::new());
    let (filed, device) = told(&stage, &service);
    service.replies(&[Reply::Status(503)]);
    filed.officer(&json!({"move": "receive"}));
    service.next();
    queue_becomes(&stage, &[(1, 30)]);
    filed.officer(&json!({"move": "handOn"}));
    let read = device.reads(&service.next().body);
    assert_eq!(read["title"], "Hồ sơ của bạn có thay đổi.");
    queue_becomes(&stage, &[]);
}

#[test]
fn the_ways_chosen_for_a_dossier_are_obeyed() {
    let (stage, service) = (stage(), PushService::new());
    let (filed, device) = told(&stage, &service);
    let own = format!("{}/notifications", filed.path());
    assert_eq!(
        filed
            .applicant
            .put(&own, &json!({"channels": ["sms"]}))
            .status,
        200
    );
    filed.officer(&json!({"move": "receive"}));
    queue_becomes(&stage, &[]);
    assert_eq!(
        filed
            .applicant
            .put(&own, &json!({"channels": ["webPush"]}))
            .status,
        200
    );
    filed.officer(&json!({"move": "handOn"}));
    // The first that comes is of the second move.
    let read = device.reads(&service.next().body);
    assert_eq!(read["title"], "Hồ sơ của bạn có thay đổi.");
    let inbox = filed.applicant.get("/sandbox/inbox").body;
    let inbox = String::from_utf8(inbox).expect("text");
    assert_eq!(inbox.matches("Tin nhắn SMS").count(), 1, "{inbox}");

    let push = format!("{CHANNELS}/webPush");
    let off = filed.applicant.put(&push, &json!({"on": false}));
    assert_eq!((off.status, &off.json()["state"]), (200, &json!("off")));
    let ways = filed.applicant.get(CHANNELS).json();
    assert_eq!(devices(&ways), 0);
    let problem = filed
        .applicant
        .put(&push, &json!({"on": true}))
        .problem(422, "answers-invalid");
    assert_eq!(problem["errors"][0]["pointer"], "/on");
}
