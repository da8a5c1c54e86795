//! Signing in, staying signed in, signing out.

use std::time::Duration;

use serde_json::json;

use crate::browser::{Browser, ORIGIN, path};
use crate::client::{get, send};
use crate::stage::{Stage, shared};

const SESSION: &str = "/api/v1/session";
const MINUTE: Duration = Duration::from_secs(60);

#[test]
fn somebody_signs_in_and_the_portal_knows_them_by_name() {
    let mut browser = Browser::new(shared());
    assert_eq!(browser.name(), None);
    assert_eq!(
        browser.sign_in("an", "continue", "/ho-so?x=1"),
        "/ho-so?x=1"
    );
    let answer = browser.get(SESSION);
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let person = &answer.json()["person"];
    assert_eq!(person["name"], "Nguyễn Mẫu An");
    assert_eq!(person["assurance"], "high");
    assert_eq!(person["expiresAt"], "2026-11-20T12:30:00+07:00");
    assert_eq!(person["extendable"], true);
}

#[test]
fn the_session_s_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
    let mut browser = Browser::new(shared());
    let page = browser.leave("/toi");
    let back = browser.decide(&page, "an", "continue");
    let answer = browser.get(path(&back));
    let cookie = answer.header("set-cookie");
    for part in ["session=", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
}

#[test]
fn the_session_changes_with_each_sign_in_and_the_one_before_opens_nothing() {
    let mut browser = Browser::signed_in(shared(), "an");
    let mut before = browser.clone();
    browser.sign_in("binh", "continue", "/toi");
    assert_eq!(browser.name().as_deref(), Some("Trần Thử Bình"));
    assert_eq!(before.name(), None);
}

#[test]
fn a_sign_in_that_fails_comes_back_with_the_reason() {
    let mut browser = Browser::new(shared());
    for (citizen, decision, reason) in [
        ("an", "cancel", "cancelled"),
        ("", "down", "unavailable"),
        ("lan", "continue", "notFound"),
    ] {
        let end = browser.sign_in(citizen, decision, "/toi");
        assert_eq!(end, format!("/toi?signInFailure={reason}"));
        assert_eq!(browser.name(), None);
    }
}

#[test]
fn an_identity_that_is_not_assured_enough_is_told_so() {
    let settings = json!({"clientId": "motcua-portal", "scopes": ["profile"],
        "high": ["urn:motcua:sandbox:level-2"], "leastAssurance": "high"});
    let stage = Stage::with(&[("sign_in.json", settings)]);
    let mut browser = Browser::new(stage.address);
    let end = browser.sign_in("khoa", "continue", "/toi");
    assert_eq!(end, "/toi?signInFailure=assuranceTooLow");
    assert_eq!(browser.sign_in("an", "continue", "/toi"), "/toi");
    let mut other = Browser::signed_in(shared(), "khoa");
    assert_eq!(other.get(SESSION).json()["person"]["assurance"], "low");
}

#[test]
fn one_comes_back_to_a_path_of_the_app_and_nowhere_else() {
    for other in [
        "https://evil.example",
        "//evil.example",
        "/%5Cevil.example",
        "/%5C%5Cevil.example",
        "javascript:alert(1)",
        "ho-so",
        "",
        "/a%0d%0aSet-Cookie:x",
    ] {
        let address = format!("/api/v1/sign-in?returnTo={other}");
        get(shared(), &address).problem(400, "invalid");
    }
    get(shared(), "/api/v1/sign-in").problem(400, "invalid");
    let long = format!("/api/v1/sign-in?returnTo=/{}", "a".repeat(2000));
    get(shared(), &long).problem(400, "invalid");
}

#[test]
fn a_path_of_any_letters_is_come_back_to() {
    let mut browser = Browser::new(shared());
    let end = browser.sign_in("an", "continue", "/t%C3%ACm%3Fq%3Dkhai%20sinh%2520");
    assert_eq!(end, "/t%C3%ACm?q=khai%20sinh%20");
}

#[test]
fn a_way_back_works_once_and_only_in_the_browser_that_left() {
    let mut browser = Browser::new(shared());
    let page = browser.leave("/toi");
    let back = browser.decide(&page, "an", "continue");
    let mut other = Browser::new(shared());
    let lost = "/?signInFailure=expired";
    assert_eq!(other.get(path(&back)).header("location"), lost);
    other.leave("/toi");
    assert_eq!(other.get(path(&back)).header("location"), lost);
    assert_eq!(other.name(), None);
    assert_eq!(browser.get(path(&back)).header("location"), "/toi");
    assert_eq!(browser.get(path(&back)).header("location"), lost);
    assert!(browser.name().is_some());
    for forged in ["?code=x&state=y", "?code=x", ""] {
        let address = format!("/api/v1/sign-in/return{forged}");
        assert_eq!(browser.get(&address).header("location"), lost);
    }
}

#[test]
fn two_tabs_can_sign_in_at_once() {
    let mut browser = Browser::new(shared());
    let (one, two) = (browser.leave("/mot"), browser.leave("/hai"));
    let one = browser.decide(&one, "an", "continue");
    let two = browser.decide(&two, "an", "continue");
    assert_eq!(browser.get(path(&two)).header("location"), "/hai");
    assert_eq!(browser.get(path(&one)).header("location"), "/mot");
}

#[test]
fn who_takes_too_long_starts_again_where_they_were() {
    let stage = Stage::new();
    let mut browser = Browser::new(stage.address);
    let page = browser.leave("/ho-so");
    stage.clock.advance(10 * MINUTE);
    let back = browser.decide(&page, "an", "continue");
    let end = browser.get(path(&back)).header("location").to_owned();
    assert_eq!(end, "/ho-so?signInFailure=expired");
    let page = browser.leave("/ho-so");
    let back = browser.decide(&page, "an", "continue");
    stage.clock.advance(2 * MINUTE);
    let end = browser.get(path(&back)).header("location").to_owned();
    assert_eq!(
        end, "/ho-so?signInFailure=unavailable",
        "the code has run out"
    );
}

#[test]
fn a_provider_that_does_not_answer_is_no_dead_end() {
    let settings = json!({"issuer": "http://127.0.0.1:1/id", "clientId": "p",
        "leastAssurance": "low"});
    let stage = Stage::with(&[("sign_in.json", settings)]);
    let answer = get(stage.address, "/api/v1/sign-in?returnTo=/toi");
    assert_eq!(answer.header("location"), "/toi?signInFailure=unavailable");
    // With a provider of its own, a portal has no invented people.
    let keys = get(stage.address, "/sandbox/identity/jwks");
    assert_eq!(
        keys.header("content-type"),
        "text/html",
        "an address of the app"
    );
}

#[test]
fn a_session_ends_when_nothing_is_done_and_can_be_extended_until_it_cannot() {
    let stage = Stage::new();
    let mut browser = Browser::signed_in(stage.address, "an");
    for _ in 0..16 {
        stage.clock.advance(29 * MINUTE);
        // Reading alone keeps nobody signed in: a page left open reads too.
        assert!(browser.name().is_some());
        let answer = browser.ask("POST", "/api/v1/session/extension", &[], b"");
        assert_eq!(answer.status, 200);
    }
    let person = browser.get(SESSION).json()["person"].clone();
    assert_eq!(person["expiresAt"], "2026-11-20T20:00:00+07:00");
    assert_eq!(person["extendable"], false);
    stage.clock.advance(16 * MINUTE);
    assert_eq!(browser.name(), None);
    browser
        .ask("POST", "/api/v1/session/extension", &[], b"")
        .problem(401, "sign-in-needed");

    let mut browser = Browser::signed_in(stage.address, "an");
    for _ in 0..3 {
        stage.clock.advance(9 * MINUTE);
        assert!(browser.name().is_some());
    }
    stage.clock.advance(3 * MINUTE);
    assert_eq!(browser.name(), None);
}

#[test]
fn signing_out_ends_the_session_and_says_where_the_provider_forgets_too() {
    let mut browser = Browser::signed_in(shared(), "cu");
    let mut copy = browser.clone();
    let answer = browser.delete(SESSION);
    let onward = answer.json()["continueTo"]
        .as_str()
        .expect("an address")
        .to_owned();
    assert!(
        onward.starts_with("/sandbox/identity/end-session?"),
        "{onward}"
    );
    assert!(
        !onward.contains("token") && !onward.contains("hint"),
        "{onward}"
    );
    assert_eq!(browser.get(&onward).header("location"), "/");
    assert_eq!((browser.name(), copy.name()), (None, None));
    browser.delete(SESSION).problem(401, "sign-in-needed");
    copy.delete(SESSION).problem(401, "sign-in-needed");
}

#[test]
fn devices_are_listed_in_plain_words_and_signed_out_one_by_one_or_all() {
    let stage = Stage::new();
    let mut phone = Browser::signed_in(stage.address, "dung");
    let mut desk = Browser::new(stage.address);
    desk.agent = "Mozilla/5.0 (Windows NT 10.0; rv:153.0) Gecko/20100101 Firefox/153.0".into();
    desk.sign_in("dung", "continue", "/toi");
    let mut stranger = Browser::signed_in(stage.address, "em");

    let devices = desk.get("/api/v1/me/devices").json()["items"].clone();
    let names = devices.as_array().expect("devices").iter();
    let names: Vec<_> = names
        .map(|one| (one["name"].clone(), one["current"].clone()))
        .collect();
    assert_eq!(
        names,
        [
            (json!("Firefox trên Windows"), json!(true)),
            (json!("Chrome trên Android"), json!(false))
        ]
    );
    let there = format!(
        "/api/v1/me/devices/{}",
        devices[1]["id"].as_str().expect("an id")
    );
    stranger.delete(&there).problem(404, "not-found");
    assert!(phone.name().is_some());
    assert_eq!(desk.delete(&there).status, 204);
    desk.delete(&there).problem(404, "not-found");
    assert_eq!(phone.name(), None);

    phone.sign_in("dung", "continue", "/toi");
    assert_eq!(desk.delete("/api/v1/me/devices").status, 204);
    assert_eq!((phone.name(), desk.name()), (None, None));
    assert!(stranger.name().is_some());
}

#[test]
fn forged_cookies_open_nothing() {
    let mut browser = Browser::signed_in(shared(), "an");
    let token = browser.cookies["session"].clone();
    for forged in [
        "x".into(),
        "".into(),
        token.to_uppercase(),
        format!("{token}x"),
        "' OR 1=1 --".into(),
        "%00".into(),
    ] {
        browser.cookies.insert("session".into(), forged);
        assert_eq!(browser.name(), None);
        browser
            .get("/api/v1/me/devices")
            .problem(401, "sign-in-needed");
    }
}

#[test]
fn another_site_changes_nothing() {
    let mut browser = Browser::signed_in(shared(), "an");
    let cookie = format!("session={}", browser.cookies["session"]);
    for from in [
        [
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://evil.example"),
        ],
        [
            ("sec-fetch-site", "same-site"),
            ("origin", "http://x.portal.test"),
        ],
        [("x-none", ""), ("origin", "null")],
    ] {
        let headers = [from[0], from[1], ("cookie", &cookie)];
        for line in [
            "DELETE /api/v1/session",
            "POST /api/v1/session/extension",
            "DELETE /api/v1/me/devices",
            "POST /sandbox/identity/authorize",
        ] {
            let answer = send(shared(), line.as_bytes(), &headers, b"");
            answer.problem(403, "cross-site");
        }
    }
    assert!(browser.name().is_some());
}

#[test]
fn personal_answers_are_shared_with_our_own_pages_and_the_apps_in_the_settings() {
    let access = json!({"apps": ["https://app.example"], "idleSeconds": 60,
        "longestSeconds": 60, "guestSeconds": 60});
    let stage = Stage::with(&[("access.json", access)]);
    for (origin, shared_with) in [
        (ORIGIN, ORIGIN),
        ("https://app.example", "https://app.example"),
        ("https://evil.example", ""),
    ] {
        let headers = [("origin", origin)];
        let answer = send(stage.address, b"GET /api/v1/session", &headers, b"");
        assert_eq!(answer.header("access-control-allow-origin"), shared_with);
        let open = send(stage.address, b"GET /api/v1/portal", &headers, b"");
        assert_eq!(open.header("access-control-allow-origin"), "*");
        assert_eq!(open.header("access-control-allow-credentials"), "");
    }
}
