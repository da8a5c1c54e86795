//! Which devices are told by web push: how one agrees, in which language, and when it ends.

use std::time::Duration;

use serde_json::json;

use super::{CHANNELS, SUBSCRIPTIONS, devices, stage, subscribe, told};
use crate::browser::Browser;
use crate::following::desk::Filed;
use crate::following::push_service::{Device, PushService, Reply};
use crate::stage::Stage;
use crate::uploads::sender::new_key;

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

    // Signing out of one leaves the other.
    assert_eq!(phone.delete("/api/v1/session").status, 200);
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
fn a_subscription_that_the_browser_renewed_is_told_in_the_language_chosen_before() {
    let (stage, service) = (stage(), PushService::new());
    let filed = Filed::new(&stage);
    let agree = |name: &str, language: Option<&str>| {
        let device = Device::new(&service, name);
        let mut sent = device.subscription();
        if let Some(language) = language {
            sent["language"] = language.into();
        }
        let answer = filed.applicant.post(SUBSCRIPTIONS, &new_key(), &sent);
        assert_eq!(answer.status, 201);
        device
    };
    agree("first", Some("en"));
    // A service worker knows no language: it has no page to ask.
    stage.clock.advance(Duration::from_secs(1));
    let again = agree("again", None);
    service.replies(&[Reply::Status(410)]);
    filed.officer(&json!({"move": "receive"}));
    let reached = [service.next(), service.next()];
    let renewed = reached.iter().find(|one| one.device == "again");
    let read = again.reads(&renewed.expect("a message").body);
    assert_eq!(
        (&read["title"], &read["language"]),
        (&json!("Your dossier was received."), &json!("en"))
    );

    // What one session chose is nobody else's choice.
    let (other, device) = told(&stage, &service);
    other.officer(&json!({"move": "receive"}));
    assert_eq!(device.reads(&service.next().body)["language"], "vi");
}

#[test]
fn a_device_is_told_after_its_session_has_run_out() {
    let (stage, service) = (stage(), PushService::new());
    let (filed, device) = told(&stage, &service);
    stage.clock.advance(Duration::from_secs(2 * 24 * 3600));
    filed.officer(&json!({"move": "receive"}));
    assert_eq!(device.reads(&service.next().body)["language"], "vi");
}

#[test]
fn signing_in_again_in_the_same_browser_ends_nothing_and_signing_out_then_does() {
    let (stage, service) = (stage(), PushService::new());
    let mut phone = Browser::signed_in(stage.address, "an");
    let count = |browser: &mut Browser| devices(&browser.get(CHANNELS).json());
    let device = Device::new(&service, "phone").subscription();
    assert_eq!(phone.post(SUBSCRIPTIONS, &new_key(), &device).status, 201);
    phone.sign_in("an", "continue", "/toi");
    assert_eq!(count(&mut phone), 1);
    stage.clock.advance(Duration::from_secs(9 * 3600));
    phone.sign_in("an", "continue", "/toi");
    assert_eq!(count(&mut phone), 1, "the session between had run out");
    assert_eq!(phone.delete("/api/v1/session").status, 200);
    phone.sign_in("an", "continue", "/toi");
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
