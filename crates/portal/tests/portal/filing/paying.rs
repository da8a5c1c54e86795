//! Paying: five ways through the gateway, and never twice.

use std::time::Duration;

use serde_json::{Value, json};

use super::applicant::{Applicant, FEE};
use crate::client::{Answer, get, send};
use crate::stage::Stage;
use crate::uploads::sender::{hash, new_key};

/// Somebody with a dossier that costs something.
struct Payer {
    applicant: Applicant,
    code: String,
    obligation: Value,
}

impl Payer {
    fn new(stage: &Stage) -> Self {
        let mut applicant = Applicant::new(stage.address);
        let sent = applicant.submission();
        let dossier = applicant.filed(&sent);
        Self {
            applicant,
            code: dossier["code"].as_str().expect("a code").into(),
            obligation: dossier["payments"]["obligations"][0]["id"].clone(),
        }
    }

    fn path(&self) -> String {
        format!("/api/v1/dossiers/{}/payments", self.code)
    }

    fn try_start(&self) -> Answer {
        let body = json!({"obligations": [self.obligation], "returnTo": "/ho-so?xong=1"});
        self.applicant.post(&self.path(), &new_key(), &body)
    }

    /// Starts an attempt; its id, and where the gateway's page is.
    fn start(&self) -> (String, String) {
        let answer = self.try_start();
        assert_eq!(
            answer.status,
            201,
            "{}",
            String::from_utf8_lossy(&answer.body)
        );
        let started = answer.json();
        assert_eq!(started["payment"]["state"], "started");
        assert_eq!(started["payment"]["amount"], FEE);
        let address = started["continueTo"].as_str().expect("an address");
        let page = address
            .strip_prefix("http://portal.test")
            .expect("the portal's own");
        (
            started["payment"]["id"].as_str().expect("an id").into(),
            page.into(),
        )
    }

    /// Lets something happen on the gateway's page and follows the browser back.
    fn choose(&self, page: &str, choice: &str) -> Answer {
        let to = self.applicant.sender.to;
        let form = format!(
            "{}&choice={choice}",
            page.split_once('?').expect("a query").1
        );
        let length = form.len().to_string();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("content-length", length.as_str()),
        ];
        let decided = send(to, b"POST /sandbox/gateway", &headers, form.as_bytes());
        if decided.status != 303 {
            return decided;
        }
        get(to, decided.header("location"))
    }

    fn state(&self, id: &str) -> Value {
        self.applicant.get(&format!("{}/{id}", self.path())).json()["state"].clone()
    }

    fn facts(&self) -> Value {
        self.applicant.get(&self.path()).json()
    }

    fn actions(&self) -> Value {
        let path = format!("/api/v1/dossiers/{}", self.code);
        self.applicant.get(&path).json()["actions"].clone()
    }
}

#[test]
fn paid_and_accepted_are_two_facts_with_two_times() {
    let stage = Stage::new();
    let payer = Payer::new(&stage);
    let (id, page) = payer.start();
    let back = payer.choose(&page, "pay");
    assert_eq!(
        (back.status, back.header("location")),
        (303, "/ho-so?xong=1")
    );
    let facts = payer.facts();
    assert_eq!(facts["attempts"][0]["state"], "succeeded");
    assert_eq!(facts["obligations"][0]["state"], "due");
    assert_eq!(facts["acceptances"], json!([]));
    assert_eq!(
        payer.actions(),
        json!(["message", "withdraw", "giveFeedback"])
    );

    stage.clock.advance(Duration::from_secs(30));
    let facts = payer.facts();
    assert_eq!(facts["obligations"][0]["state"], "fulfilled");
    assert_eq!(
        facts["acceptances"][0]["obligations"],
        json!([payer.obligation])
    );
    assert_ne!(
        facts["acceptances"][0]["at"],
        facts["attempts"][0]["paidAt"]
    );
    assert_eq!(payer.state(&id), "succeeded");
    payer.try_start().problem(409, "not-now");
}

#[test]
fn money_that_was_taken_has_a_paper_of_its_own_and_money_that_was_not_has_none() {
    let stage = Stage::new();
    let payer = Payer::new(&stage);
    let (_, page) = payer.start();
    payer.choose(&page, "refuse");
    assert_eq!(payer.facts()["attempts"][0]["receipt"], Value::Null);
    let (_, page) = payer.start();
    payer.choose(&page, "pay");
    let paper = payer.facts()["attempts"][1]["receipt"].clone();
    let printed = payer
        .applicant
        .get(paper["address"].as_str().expect("an address"));
    assert_eq!(
        (printed.status, printed.header("content-type")),
        (200, "application/pdf")
    );
    assert_eq!(paper["sha256"], hash(&printed.body));
    let mut stranger = Applicant::new(stage.address);
    stranger.upload();
    stranger
        .get(paper["address"].as_str().expect("an address"))
        .problem(404, "not-found");
}

#[test]
fn who_was_refused_or_turned_back_can_pay_again() {
    let stage = Stage::new();
    let payer = Payer::new(&stage);
    for (choice, state) in [("refuse", "refused"), ("turnBack", "cancelled")] {
        let (id, page) = payer.start();
        assert_eq!(
            payer.choose(&page, choice).header("location"),
            "/ho-so?xong=1"
        );
        assert_eq!(payer.state(&id), state);
        assert_eq!(
            payer.actions(),
            json!(["pay", "message", "withdraw", "giveFeedback"])
        );
    }
    let (id, page) = payer.start();
    payer.choose(&page, "pay");
    assert_eq!(payer.state(&id), "succeeded");
}

#[test]
fn a_late_confirmation_is_waited_for_and_nobody_may_pay_meanwhile() {
    let stage = Stage::new();
    let payer = Payer::new(&stage);
    let (id, page) = payer.start();
    payer.choose(&page, "late");
    assert_eq!(payer.state(&id), "pending");
    payer.try_start().problem(409, "not-now");
    stage.clock.advance(Duration::from_secs(61));
    assert_eq!(payer.state(&id), "succeeded");
}

#[test]
fn who_pays_and_never_comes_back_is_found_out_by_asking() {
    let stage = Stage::new();
    let payer = Payer::new(&stage);
    let (id, page) = payer.start();
    let closed = payer.choose(&page, "vanish");
    assert_eq!(closed.status, 200);
    assert_eq!(payer.state(&id), "succeeded");
    payer.try_start().problem(409, "not-now");
}

#[test]
fn an_attempt_left_open_gives_way_and_cannot_be_paid_any_more() {
    let stage = Stage::new();
    let payer = Payer::new(&stage);
    let (left, old_page) = payer.start();
    let (id, page) = payer.start();
    assert_eq!(payer.state(&left), "cancelled");
    payer.choose(&old_page, "pay");
    assert_eq!(payer.state(&left), "cancelled");
    payer.choose(&page, "pay");
    assert_eq!(payer.state(&id), "succeeded");
    let paid = payer.facts();
    let paid = paid["attempts"].as_array().expect("attempts").iter();
    assert_eq!(paid.filter(|one| one["state"] == "succeeded").count(), 1);
}

#[test]
fn the_same_start_sent_again_is_one_attempt() {
    let stage = Stage::new();
    let payer = Payer::new(&stage);
    let body = json!({"obligations": [payer.obligation], "returnTo": "/"});
    let key = new_key();
    let first = payer.applicant.post(&payer.path(), &key, &body);
    let again = payer.applicant.post(&payer.path(), &key, &body);
    assert_eq!(first.body, again.body);
    assert_eq!(payer.facts()["attempts"].as_array().map(Vec::len), Some(1));
}

#[test]
fn nothing_that_the_gateway_did_not_sign_is_believed() {
    let stage = Stage::new();
    let payer = Payer::new(&stage);
    let (id, page) = payer.start();
    let cheaper = page.replace(&format!("amount={FEE}"), "amount=1");
    assert_ne!(cheaper, page);
    assert_eq!(get(stage.address, &page).status, 200);
    get(stage.address, &cheaper).problem(404, "not-found");
    payer.choose(&cheaper, "pay").problem(404, "not-found");
    let forged = format!("/payments/return?order={id}&signature=00");
    get(stage.address, &forged).problem(404, "not-found");
    let notice = json!({"order": id}).to_string();
    let length = notice.len().to_string();
    let headers = [
        ("content-length", length.as_str()),
        ("payment-signature", "00"),
    ];
    send(
        stage.address,
        b"POST /payments/notifications",
        &headers,
        notice.as_bytes(),
    )
    .problem(403, "cross-site");
    assert_eq!(payer.state(&id), "started");
}

#[test]
fn strange_wishes_are_named() {
    let stage = Stage::new();
    let payer = Payer::new(&stage);
    for (body, pointer) in [
        (json!({"obligations": [], "returnTo": "/"}), "/obligations"),
        (
            json!({"obligations": ["o9999"], "returnTo": "/"}),
            "/obligations/0",
        ),
        (
            json!({"obligations": [payer.obligation, payer.obligation], "returnTo": "/"}),
            "/obligations",
        ),
        (
            json!({"obligations": [payer.obligation], "returnTo": "//other.example"}),
            "/returnTo",
        ),
    ] {
        let answer = payer.applicant.post(&payer.path(), &new_key(), &body);
        let problem = answer.problem(400, "invalid");
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
    }
    assert_eq!(payer.facts()["attempts"], json!([]));
}

#[test]
fn who_chooses_nothing_at_the_gateway_is_told_so_and_nothing_happens() {
    let stage = Stage::new();
    let payer = Payer::new(&stage);
    let (id, page) = payer.start();
    for choice in ["", "nothing"] {
        let again = payer.choose(&page, choice);
        let html = String::from_utf8(again.body).expect("text");
        assert_eq!(again.status, 200);
        assert!(
            html.contains("role=\"alert\"") && html.contains("<title>Lỗi: "),
            "{html}"
        );
        assert_eq!(html.matches("<button type=\"submit\"").count(), 5);
    }
    assert_eq!(payer.state(&id), "started");
}

#[test]
fn the_gateways_page_says_that_it_is_none_and_works_without_script() {
    let stage = Stage::new();
    let payer = Payer::new(&stage);
    let (_, page) = payer.start();
    let shown = get(stage.address, &page);
    let html = String::from_utf8(shown.body.clone()).expect("text");
    assert!(html.contains("<html lang=\"vi\">") && html.contains("Trang thử nghiệm"));
    assert_eq!(html.matches("<h1>").count(), 1);
    assert_eq!(html.matches("<button type=\"submit\"").count(), 5);
    assert!(!html.contains("<script") && !html.contains("style="));
    assert_eq!(shown.header("cache-control"), "no-store");
    assert!(
        shown
            .header("content-security-policy")
            .contains("default-src 'none'")
    );
}
