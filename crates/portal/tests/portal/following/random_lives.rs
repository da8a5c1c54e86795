//! Random officers and a random person: the portal never reaches a state that its timeline
//! does not explain, and the list says of a dossier what the dossier says of itself.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::desk::Filed;
use crate::stage::Stage;

/// What somebody tries next.
#[derive(Clone, Copy, Debug)]
enum Try {
    Receive,
    HandOn,
    Ask,
    Answer,
    Pause,
    Resume,
    Postpone,
    Decide,
    Post,
    Return,
    Refuse,
    Stop,
    Withdraw,
    SetFee,
    Pay,
}

/// What somebody files.
#[derive(Clone, Copy, Debug)]
enum Begin {
    Unpaid,
    Paid,
    ByPost,
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    use Try::{
        Answer, Ask, Decide, HandOn, Pause, Pay, Post, Postpone, Receive, Refuse, Resume, Return,
        SetFee, Stop, Withdraw,
    };
    let one = prop_oneof![
        6 => prop::sample::select(vec![Receive, HandOn, Ask, Answer, Pause, Resume, Postpone]),
        2 => prop::sample::select(vec![SetFee, Pay]),
        2 => prop::sample::select(vec![Decide, Post, Return]),
        1 => prop::sample::select(vec![Refuse, Stop, Withdraw]),
    ];
    prop::collection::vec(one, 1..12)
}

fn go(filed: &Filed, what: Try) {
    let why = json!([{"text": {"vi": "Lý do thử."}}]);
    let wish = match what {
        Try::Receive => json!({"move": "receive"}),
        Try::HandOn => json!({"move": "handOn"}),
        Try::Ask => filed.request(),
        Try::Pause => json!({"move": "pause", "reason": "Chờ."}),
        Try::Resume => json!({"move": "resume"}),
        Try::Postpone => json!({"move": "postpone", "reason": "Chậm.", "days": 2}),
        Try::Decide => json!({"move": "decide", "name": "Giấy", "text": "Đồng ý."}),
        Try::Post => json!({"move": "post", "carrier": "Bưu chính Thử Nghiệm", "number": "THU1"}),
        Try::Return => json!({"move": "return"}),
        Try::Refuse => json!({"move": "refuse", "reasons": why}),
        Try::Stop => json!({"move": "stop", "reasons": why}),
        Try::Withdraw => {
            let answer = filed.withdraw();
            assert!(matches!(answer.status, 200 | 409), "{}", answer.status);
            return;
        }
        Try::SetFee => json!({
            "move": "setFee", "name": "Phí thẩm định", "amount": 50_000, "basis": "Thông tư mẫu"
        }),
        Try::Pay => {
            let pay = json!("pay");
            let actions = &filed.shown()["actions"];
            if actions.as_array().expect("actions").contains(&pay) {
                filed.pay();
            }
            return;
        }
        Try::Answer => return answer(filed),
    };
    let status = filed.try_move(&wish).status;
    assert!(matches!(status, 200 | 409), "{wish}: {status}");
}

fn answer(filed: &Filed) {
    let requests = filed.shown()["supplements"].as_array().cloned();
    let Some(last) = requests.and_then(|all| all.last().cloned()) else {
        return;
    };
    let items = json!([
        {"item": last["items"][0]["id"], "note": "Không có."},
        {"item": last["items"][1]["id"], "answer": "Nguyễn Văn Thử"}
    ]);
    let answer = filed.answer(last["id"].as_str().expect("an id"), &items);
    assert!(matches!(answer.status, 200 | 409), "{}", answer.status);
}

/// What the timeline says of the status: the last entry that is not a payment.
fn explains(dossier: &Value) {
    let timeline = dossier["timeline"].as_array().expect("a timeline");
    let last = timeline.last().expect("an entry");
    assert_eq!(last["status"], dossier["status"]["code"], "{dossier}");
    let open = timeline.iter().filter(|entry| entry["endedAt"].is_null());
    let ended = [3, 7, 8, 10]
        .iter()
        .any(|code| dossier["status"]["code"] == *code);
    assert_eq!(open.count(), usize::from(!ended), "{dossier}");
    let requests = dossier["supplements"].as_array().map_or(0, Vec::len);
    assert!(requests <= 2);
    let waits = dossier["status"]["code"] == 5;
    let offered = dossier["actions"]
        .as_array()
        .expect("actions")
        .contains(&json!("supplement"));
    assert_eq!(waits, offered);
}

#[test]
fn whatever_is_tried_the_timeline_explains_the_status() {
    let stage = Stage::new();
    let begins = prop::sample::select(vec![Begin::Unpaid, Begin::Paid, Begin::ByPost]);
    let mut runner = TestRunner::new(Config::with_cases(8));
    let all = runner.run(&(tries(), begins), |(tries, begin)| {
        let filed = match begin {
            Begin::Unpaid => Filed::new(&stage),
            Begin::Paid => Filed::paid(&stage),
            Begin::ByPost => Filed::by_post(&stage),
        };
        filed.is_listed_as_it_is();
        for what in tries {
            go(&filed, what);
            explains(&filed.shown());
            filed.is_listed_as_it_is();
        }
        Ok(())
    });
    all.expect("no illegal state");
}
