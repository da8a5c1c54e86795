//! The sandbox identity provider, as a browser and as a careless client meet it.

use serde_json::Value;

use crate::browser::{Browser, path};
use crate::client::{Answer, get, get_with, send};
use crate::stage::{Stage, shared};

fn token(stage: &Stage, form: &str) -> Answer {
    let length = form.len().to_string();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("content-length", length.as_str()),
    ];
    send(
        stage.address,
        b"POST /sandbox/identity/token",
        &headers,
        form.as_bytes(),
    )
}

/// The verifier and the challenge of RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const RETURN: &str = "http%3A%2F%2Fportal.test%2Fapi%2Fv1%2Fsign-in%2Freturn";

fn page(challenge: &str) -> String {
    format!(
        "/sandbox/identity/authorize?client_id=motcua-portal&redirect_uri={RETURN}\
         &response_type=code&scope=openid&state=s&code_challenge={challenge}\
         &code_challenge_method=S256"
    )
}

/// A code that the sandbox gave out for [`CHALLENGE`].
fn code(stage: &Stage) -> String {
    let mut browser = Browser::new(stage.address);
    let back = browser.decide(&page(CHALLENGE), "an", "continue");
    let code = path(&back).split("code=").nth(1).expect("a code");
    code.split('&').next().expect("a code").into()
}

fn exchange(code: &str, verifier: &str) -> String {
    format!(
        "grant_type=authorization_code&code={code}&redirect_uri={RETURN}&code_verifier={verifier}"
    )
}

#[test]
fn a_code_works_once_for_who_asked_for_it() {
    let stage = Stage::new();
    let good = code(&stage);
    let answer = token(&stage, &exchange(&good, VERIFIER));
    assert_eq!(answer.status, 200);
    assert!(answer.json()["id_token"].is_string());
    let again = token(&stage, &exchange(&good, VERIFIER));
    assert_eq!(
        (again.status, again.json()["error"].clone()),
        (400, "invalid_grant".into())
    );
}

#[test]
fn a_code_is_worth_nothing_with_another_verifier_or_too_late() {
    let stage = Stage::new();
    let stolen = code(&stage);
    assert_eq!(token(&stage, &exchange(&stolen, CHALLENGE)).status, 400);
    assert_eq!(
        token(&stage, &exchange(&stolen, VERIFIER)).status,
        400,
        "a guess spends it"
    );
    let late = code(&stage);
    stage.clock.advance(std::time::Duration::from_secs(60));
    assert_eq!(token(&stage, &exchange(&late, VERIFIER)).status, 400);
    for form in [
        "",
        "grant_type=password",
        "grant_type=authorization_code&code=x",
        "%ff=%ff",
    ] {
        assert_eq!(token(&stage, form).status, 400, "{form}");
    }
}

#[test]
fn the_page_says_that_nobody_is_real_in_both_languages_and_runs_no_script() {
    for (accepted, warning) in [
        (
            "vi",
            "Môi trường thử nghiệm — không phải VNeID; mọi người ở đây đều không có thật.",
        ),
        (
            "en-GB,en",
            "A trial environment — not VNeID; nobody here is real.",
        ),
    ] {
        let answer = get_with(shared(), &page(CHALLENGE), &[("accept-language", accepted)]);
        let text = String::from_utf8(answer.body.clone()).expect("text");
        assert!(text.contains(warning));
        assert!(!text.contains("<script") && !text.contains("style="));
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'self';"),
            "{policy}"
        );
        assert!(!policy.contains("script-src"), "{policy}");
    }
}

#[test]
fn nothing_of_a_request_becomes_markup() {
    let hostile = format!(
        "{}&nonce=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        page(CHALLENGE)
    );
    let text = String::from_utf8(get(shared(), &hostile).body).expect("text");
    assert!(text.contains("&quot;&gt;&lt;script&gt;"), "{text}");
    assert!(!text.contains("<script"));
}

#[test]
fn a_request_that_is_not_the_portal_s_is_sent_nowhere() {
    let other_place = page(CHALLENGE).replace("portal.test", "evil.example");
    let other_client = page(CHALLENGE).replace("motcua-portal", "evil");
    for wrong in [
        other_place.as_str(),
        &other_client,
        "/sandbox/identity/authorize",
    ] {
        let answer = get(shared(), wrong);
        assert_eq!(
            (answer.status, answer.header("location")),
            (400, ""),
            "{wrong}"
        );
    }
    let no_proof = get(shared(), &page("short"));
    assert!(
        no_proof
            .header("location")
            .contains("error=invalid_request")
    );
}

#[test]
fn who_chooses_nobody_is_asked_again() {
    let mut browser = Browser::new(shared());
    let kind = ("content-type", "application/x-www-form-urlencoded");
    for form in ["", "&citizen=nobody"] {
        let page = page(CHALLENGE);
        let (address, query) = page.split_once('?').expect("a query");
        let answer = browser.ask(
            "POST",
            address,
            &[kind],
            format!("{query}{form}").as_bytes(),
        );
        let text = String::from_utf8(answer.body).expect("text");
        assert_eq!(answer.status, 200);
        assert!(
            text.contains("role=\"alert\"") && text.contains("<title>Lỗi: "),
            "{text}"
        );
    }
}

#[test]
fn it_describes_itself_at_the_address_that_its_identities_name() {
    let found = get(
        shared(),
        "/sandbox/identity/.well-known/openid-configuration",
    )
    .json();
    let issuer = found["issuer"].as_str().expect("an issuer");
    assert_eq!(issuer, format!("http://{}/sandbox/identity", shared()));
    let keys = get(shared(), "/sandbox/identity/jwks").json();
    assert_eq!(keys["keys"][0]["crv"], "Ed25519");
    assert_eq!(
        keys["keys"][0]["d"],
        Value::Null,
        "the private half stays inside"
    );
}
