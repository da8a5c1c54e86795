//! Web push: what reaches a device, when it ends, and who cannot be told.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::desk::Filed;
use super::push_service::{Device, PushService, Reply, claims};
use crate::browser::Browser;
use crate::client::Answer;
use crate::stage::{NOON, Stage};
use crate::uploads::sender::{hash, new_key};

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

#[test]
fn what_is_no_subscription_is_refused_and_changes_nothing() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let sound = json!({
        "endpoint": "https://push.example/send/abc",
        "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "auth": "-lO5HMwbeGaNWvWOHtOkhQ",
    });
    let long = format!("https://push.example/{}", "x".repeat(3000));
    for (member, wrong) in [
        ("endpoint", "http://push.example/send/abc"),
        ("endpoint", "https://127.0.0.1/send/abc"),
        ("endpoint", "https://localhost/send/abc"),
        ("endpoint", "https://169.254.169.254/latest"),
        ("endpoint", "https://[::1]/send"),
        ("endpoint", "https://push.example:22/send"),
        ("endpoint", "https://an:pw@push.example/send"),
        ("endpoint", "not an address"),
        ("endpoint", &long),
        ("p256dh", "-lO5HMwbeGaNWvWOHtOkhQ"),
        ("p256dh", "not base64"),
        // Of the right length, and on no curve.
        (
            "p256dh",
            "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
        ),
        ("auth", "AAAA"),
        ("auth", ""),
        ("language", "tlh"),
    ] {
        let mut body = sound.clone();
        body[member] = wrong.into();
        let answer = filed.applicant.post(SUBSCRIPTIONS, &new_key(), &body);
        let problem = answer.problem(422, "answers-invalid");
        assert_eq!(
            problem["errors"][0]["pointer"],
            format!("/{member}"),
            "{wrong}"
        );
        assert!(
            !problem.to_string().contains("push.example"),
            "it is not told again"
        );
    }
    let missing = json!({"endpoint": sound["endpoint"]});
    let answer = filed.applicant.post(SUBSCRIPTIONS, &new_key(), &missing);
    answer.problem(400, "invalid");
    filed
        .applicant
        .post(SUBSCRIPTIONS, "short", &sound)
        .problem(400, "invalid");
    let ways = filed.applicant.get(CHANNELS).json();
    assert_eq!(devices(&ways), 0);

    let mut nobody = Browser::new(stage.address);
    nobody
        .post(SUBSCRIPTIONS, &new_key(), &sound)
        .problem(401, "sign-in-needed");
    assert!(nobody.cookies.is_empty(), "nobody becomes a guest by this");
}

#[test]
fn the_same_device_is_there_once_and_no_more_than_ten() {
    let (stage, service) = (stage(), PushService::new());
    let (filed, device) = told(&stage, &service);
    let key = new_key();
    let first = filed
        .applicant
        .post(SUBSCRIPTIONS, &key, &device.subscription());
    let again = filed
        .applicant
        .post(SUBSCRIPTIONS, &key, &device.subscription());
    assert_eq!((again.status, again.json()), (201, first.json()));
    let mut other = device.subscription();
    other["language"] = "en".into();
    let reused = filed.applicant.post(SUBSCRIPTIONS, &key, &other);
    reused.problem(422, "idempotency-key-reused");
    let renewed = filed.applicant.post(SUBSCRIPTIONS, &new_key(), &other);
    assert_eq!(renewed.json(), first.json());
    filed.officer(&json!({"move": "receive"}));
    let read = device.reads(&service.next().body);
    assert_eq!(read["title"], "Your dossier was received.");

    for number in 0..10 {
        stage.clock.advance(Duration::from_secs(1));
        let device = Device::new(&service, &format!("device-{number}"));
        assert_eq!(subscribe(&filed, &device).status, 201);
    }
    let ways = filed.applicant.get(CHANNELS).json();
    assert_eq!(devices(&ways), 10);
    assert!(
        !ways
            .to_string()
            .contains(first.json()["id"].as_str().expect("an id"))
    );
    let last = ways["pushDevices"][0]["id"].as_str().expect("an id");
    let path = format!("{SUBSCRIPTIONS}/{last}");
    let taken = filed.applicant.sender.ask("DELETE", &path, &[], b"");
    assert_eq!(taken.status, 204);
    let again = filed.applicant.sender.ask("DELETE", &path, &[], b"");
    again.problem(404, "not-found");
    assert_eq!(devices(&filed.applicant.get(CHANNELS).json()), 9);
}

#[test]
fn a_device_that_somebody_signed_out_of_is_not_told_any_more() {
    let (stage, service) = (stage(), PushService::new());
    let count = |browser: &mut Browser| devices(&browser.get(CHANNELS).json());
    let agree = |browser: &mut Browser, name: &str| {
        let device = Device::new(&service, name).subscription();
        let answer = browser.post(SUBSCRIPTIONS, &new_key(), &device);
        assert_eq!(answer.status, 201, "{name}");
        answer.json()["id"].as_str().expect("an id").to_owned()
    };
    let mut phone = Browser::signed_in(stage.address, "an");
    let mut laptop = Browser::signed_in(stage.address, "an");
    laptop.agent = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0".into();
    laptop.sign_in("an", "continue", "/toi");
    let on_phone = agree(&mut phone, "phone");
    agree(&mut laptop, "laptop");
    assert_eq!(count(&mut laptop), 2);

    // Another person cannot take it back, and has it once they agree on the same device.
    let mut binh = Browser::signed_in(stage.address, "binh");
    binh.delete(&format!("{SUBSCRIPTIONS}/{on_phone}"))
        .problem(404, "not-found");
    agree(&mut binh, "phone");
    assert_eq!((count(&mut binh), count(&mut laptop)), (1, 1));
    agree(&mut phone, "phone");
    assert_eq!((count(&mut binh), count(&mut laptop)), (0, 2));

    // The session runs out by itself: the device is told all the same, until the person signs
    // in there again and out.
    stage.clock.advance(Duration::from_secs(9 * 3600));
    phone.sign_in("an", "continue", "/toi");
    assert_eq!(count(&mut phone), 2);
    assert_eq!(phone.delete("/api/v1/session").status, 200);
    laptop.sign_in("an", "continue", "/toi");
    assert_eq!(count(&mut laptop), 1);

    // Signing in once more ends nothing; another person in the same browser does.
    agree(&mut laptop, "laptop");
    laptop.sign_in("an", "continue", "/toi");
    assert_eq!(count(&mut laptop), 1);
    agree(&mut laptop, "laptop");
    laptop.sign_in("binh", "continue", "/toi");
    phone.sign_in("an", "continue", "/toi");
    assert_eq!(count(&mut phone), 0);

    agree(&mut phone, "phone");
    assert_eq!(phone.delete("/api/v1/me/devices").status, 204);
    phone.sign_in("an", "continue", "/toi");
    assert_eq!(count(&mut phone), 0);
    agree(&mut phone, "phone");
    let asked = phone.ask(
        "POST",
        "/api/v1/me/deletion",
        &[("idempotency-key", &new_key())],
        b"",
    );
    assert_eq!(asked.status, 202);
    assert_eq!(count(&mut phone), 0);
}

#[test]
fn a_portal_that_reaches_no_push_service_does_not_offer_it() {
    let stage = Stage::with(&[("push.json", json!({"offered": false}))]);
    let filed = Filed::new(&stage);
    let ways = filed.applicant.get(CHANNELS).json();
    assert_eq!(ways["items"][0]["kind"], "sms");
    assert!(ways["pushKey"].is_null());
    let device = Device::new(&PushService::new(), "phone");
    subscribe(&filed, &device).problem(404, "not-offered");
    let own = format!("{}/notifications", filed.path());
    filed
        .applicant
        .put(&own, &json!({"channels": ["webPush"]}))
        .problem(422, "answers-invalid");
}
