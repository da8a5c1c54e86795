//! The portal dies without warning, again and again: what it acknowledged is there, and what
//! is sent again is there once.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::process::{kill, serve};

const DRAFTS: &str = "/api/v1/drafts";
const ROUNDS: u32 = 4;
const CALLS: u32 = 12;

fn draft(number: u32) -> Value {
    json!({"service": "1.001193", "case": "c1", "formVersion": "1",
        "answers": {"number": number}, "papers": []})
}

fn key(number: u32) -> String {
    format!("kill-test-key-{number:06}")
}

#[test]
fn a_portal_killed_in_the_middle_keeps_each_draft_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let (child, address) = serve(folder.path());
    let mut browser = Browser::signed_in(address, "an");
    let acknowledged: Arc<Mutex<BTreeMap<u32, String>>> = Arc::default();
    let mut child = child;
    for round in 0..ROUNDS {
        let (sent, told) = (AtomicU32::new(0), Arc::clone(&acknowledged));
        std::thread::scope(|scope| {
            let mut sender = browser.clone();
            let counter = &sent;
            scope.spawn(move || {
                for number in round * CALLS..(round + 1) * CALLS {
                    counter.store(number, Ordering::SeqCst);
                    // A portal that is gone answers nothing.
                    let Some(answer) = sender.try_post(DRAFTS, &key(number), &draft(number)) else {
                        continue;
                    };
                    assert_eq!(answer.status, 201);
                    let place = answer.header("location").to_owned();
                    told.lock().expect("a lock").insert(number, place);
                }
            });
            // Each round dies a little later into its calls.
            while sent.load(Ordering::SeqCst) < round * CALLS + round * 2 + 1 {
                std::thread::yield_now();
            }
            kill(&mut child);
        });
        let (next, address) = serve(folder.path());
        child = next;
        browser.portal = address;
    }
    let acknowledged = acknowledged.lock().expect("a lock").clone();
    assert!(!acknowledged.is_empty());
    for number in 0..ROUNDS * CALLS {
        let answer = browser.post(DRAFTS, &key(number), &draft(number));
        assert_eq!(answer.status, 201);
        if let Some(place) = acknowledged.get(&number) {
            assert_eq!(answer.header("location"), place, "{number} was made twice");
        }
    }
    let drafts = browser.get(DRAFTS).json()["items"].as_array().map(Vec::len);
    assert_eq!(drafts, Some((ROUNDS * CALLS) as usize));
    kill(&mut child);
}
