//! A file arrives whole, in whatever pieces, over whatever breaks.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::json;

use super::sender::{Sender, hash, new_key};
use crate::client::{get, send};
use crate::papers::{jpeg, pdf};
use crate::stage::{Stage, shared};

#[test]
fn the_portal_says_what_it_takes_and_how() {
    let answer = send(shared(), b"OPTIONS /api/v1/uploads", &[], b"");
    assert_eq!(answer.status, 204);
    for (name, value) in [
        ("tus-resumable", "1.0.0"),
        ("tus-version", "1.0.0"),
        ("tus-extension", "creation,checksum,termination,expiration"),
        ("tus-max-size", "10485760"),
        ("tus-checksum-algorithm", "sha256"),
    ] {
        assert_eq!(answer.header(name), value);
    }
    let limits = get(shared(), "/api/v1/portal").json()["limits"].clone();
    assert_eq!(limits["uploadBytes"], 10_485_760);
    assert_eq!(
        limits["uploadTypes"],
        json!(["application/pdf", "image/jpeg", "image/png", "image/webp"])
    );
    assert_eq!(limits["uploadsPerPaper"], 20);
}

#[test]
fn a_file_in_two_pieces_is_waited_for_counted_received_and_checked() {
    let mut sender = Sender::new(shared());
    let file = pdf(2);
    let (first, second) = file.split_at(100);
    let path = sender.announce(file.len());
    assert_eq!(sender.told(&path)["state"], json!({"kind": "waiting"}));
    assert_eq!(sender.told(&path)["name"], "giay.pdf");
    assert_eq!(sender.offset(&path), 0);

    let answer = sender.patch(&path, 0, first);
    assert_eq!(
        (answer.status, answer.header("upload-offset")),
        (204, "100")
    );
    assert_eq!(answer.header("tus-resumable"), "1.0.0");
    assert!(answer.header("upload-expires").ends_with(" GMT"));
    assert_eq!(
        sender.told(&path)["state"],
        json!({"kind": "sending", "offset": 100})
    );
    assert_eq!(
        sender.patch_with_hash(&path, 100, second, second).status,
        204
    );
    assert_eq!(sender.offset(&path), file.len());
    assert_eq!(
        sender.judged(&path)["state"],
        json!({
            "kind": "checked",
            "sha256": hash(&file),
            "mediaType": "application/pdf",
            "pages": 2
        })
    );
}

#[test]
fn the_same_announcement_again_is_the_same_upload_and_another_under_its_key_is_refused() {
    let mut sender = Sender::new(shared());
    let key = new_key();
    let first = sender.try_announce(&key, 100);
    let again = sender.try_announce(&key, 100);
    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!(first.header("location"), again.header("location"));
    assert_eq!(
        first.header("upload-expires"),
        again.header("upload-expires")
    );
    sender
        .try_announce(&key, 101)
        .problem(422, "idempotency-key-reused");
}

#[test]
fn nobody_else_sees_an_upload_or_can_touch_it() {
    let mut sender = Sender::new(shared());
    let path = sender.announce(100);
    let mut other = Sender::new(shared());
    other.announce(1);
    for stranger in [other, Sender::new(shared())] {
        stranger
            .ask("GET", &path, &[], b"")
            .problem(404, "not-found");
        assert_eq!(stranger.ask("HEAD", &path, &[], b"").status, 404);
        stranger.patch(&path, 0, b"x").problem(404, "not-found");
        stranger
            .ask("DELETE", &path, &[], b"")
            .problem(404, "not-found");
    }
    assert_eq!(sender.offset(&path), 0);
}

#[test]
fn what_is_taken_back_is_gone_and_so_are_its_bytes() {
    let stage = Stage::new();
    let mut sender = Sender::new(stage.address);
    let whole = sender.send_whole(&jpeg(640, 480));
    sender.judged(&whole);
    let begun = sender.announce(100);
    assert_eq!(sender.patch(&begun, 0, b"0123456789").status, 204);
    assert_eq!(files_in(&stage).len(), 2);
    for path in [&whole, &begun] {
        assert_eq!(sender.ask("DELETE", path, &[], b"").status, 204);
        sender.ask("GET", path, &[], b"").problem(410, "gone");
        sender.patch(path, 0, b"x").problem(410, "gone");
        sender.ask("DELETE", path, &[], b"").problem(410, "gone");
    }
    assert_eq!(files_in(&stage), Vec::<String>::new());
}

#[test]
fn what_two_people_sent_is_one_file_until_both_have_taken_it_back() {
    let stage = Stage::new();
    let file = jpeg(640, 480);
    let mut senders = [Sender::new(stage.address), Sender::new(stage.address)];
    let paths = senders.each_mut().map(|sender| sender.send_whole(&file));
    for (sender, path) in senders.iter().zip(&paths) {
        assert_eq!(sender.judged(path)["state"]["sha256"], hash(&file));
    }
    for (sender, path) in senders.iter().zip(&paths) {
        assert_eq!(files_in(&stage), [hash(&file)]);
        assert_eq!(sender.ask("DELETE", path, &[], b"").status, 204);
    }
    assert_eq!(files_in(&stage), Vec::<String>::new());
}

#[test]
fn an_upload_runs_out_on_the_portals_clock() {
    const HOUR: Duration = Duration::from_secs(3600);
    let stage = Stage::with_uploads(&json!({"unusedDays": 1}));
    let mut sender = Sender::new(stage.address);
    let path = sender.announce(100);
    assert_eq!(sender.told(&path)["expiresAt"], "2026-11-21T12:00:00+07:00");
    stage.clock.advance(12 * HOUR);
    assert_eq!(sender.patch(&path, 0, b"x").status, 204);
    stage.clock.advance(12 * HOUR);
    assert_eq!(sender.ask("HEAD", &path, &[], b"").status, 410);
    sender.ask("GET", &path, &[], b"").problem(410, "gone");
    sender.patch(&path, 1, b"x").problem(410, "gone");
}

#[test]
fn two_requests_never_mix_their_bytes() {
    let stage = Stage::new();
    let mut sender = Sender::new(stage.address);
    let file = jpeg(640, 480);
    let (first, rest) = file.split_at(200);
    let path = sender.announce(file.len());
    let begun = sender.begin(&path, 0, file.len(), first);
    // Whoever writes holds the file, so its bytes on the disk say that it is held. A second
    // request that asked might itself be the one to hold it, and the first would be refused.
    let id = path.rsplit('/').next().expect("an id");
    until_written(&stage, id, first.len() as u64);
    sender.patch(&path, 0, b"").problem(409, "in-progress");
    sender.patch(&path, 0, &file).problem(409, "in-progress");
    sender
        .ask("DELETE", &path, &[], b"")
        .problem(409, "in-progress");
    assert_eq!(begun.end(rest), 204);
    assert_eq!(sender.judged(&path)["state"]["sha256"], hash(&file));
}

#[test]
fn what_came_before_a_break_counts() {
    let mut sender = Sender::new(shared());
    let path = sender.announce(100);
    drop(sender.begin(&path, 0, 100, &[7; 40]));
    sender.eventually(&path, |told| told["state"]["offset"] == 40);
    assert_eq!(sender.patch(&path, 40, &[7; 60]).status, 204);
}

/// What a sender does with the next bytes of the file.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Sends this many.
    Send(usize),
    /// Sends this many with their hash.
    SendHashed(usize),
    /// Promises this many, sends half, and hangs up.
    HangUp(usize),
    /// Sends this many that were damaged on the way.
    Damage(usize),
    /// Takes another place for the next one.
    Lie(usize),
}

fn step() -> impl Strategy<Value = Step> {
    (0..5_u8, 1..3000_usize).prop_map(|(which, count)| match which {
        0 => Step::Send(count),
        1 => Step::SendHashed(count),
        2 => Step::HangUp(count),
        3 => Step::Damage(count),
        _ => Step::Lie(count),
    })
}

fn go(sender: &Sender, path: &str, file: &[u8], step: Step) {
    let at = sender.offset(path);
    let rest = &file[at..];
    match step {
        Step::Send(count) => {
            let bytes = &rest[..count.min(rest.len())];
            // 409 while a request that hung up has not been noticed.
            let answer = sender.patch(path, at, bytes);
            assert!(matches!(answer.status, 204 | 409), "{}", answer.status);
        }
        Step::SendHashed(count) => {
            let bytes = &rest[..count.min(rest.len())];
            let answer = sender.patch_with_hash(path, at, bytes, bytes);
            assert!(matches!(answer.status, 204 | 409), "{}", answer.status);
        }
        Step::HangUp(count) => {
            let count = count.min(rest.len());
            drop(sender.begin(path, at, count, &rest[..count / 2]));
        }
        Step::Damage(count) if !rest.is_empty() => {
            let bytes = &rest[..count.min(rest.len())];
            let mut damaged = bytes.to_vec();
            damaged[0] ^= 1;
            let answer = sender.patch_with_hash(path, at, &damaged, bytes);
            assert!(matches!(answer.status, 460 | 409), "{}", answer.status);
        }
        Step::Damage(_) => {}
        Step::Lie(count) => {
            let answer = sender.patch(path, at + count, b"lies");
            assert_eq!(answer.status, 409);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_the_pieces_and_the_breaks_the_bytes_are_the_files(
        steps in prop::collection::vec(step(), 0..12),
        film in prop::collection::vec(any::<u8>(), 2000..8000),
    ) {
        let file = [jpeg(640, 480), film].concat();
        let mut sender = Sender::new(shared());
        let path = sender.announce(file.len());
        for step in steps {
            go(&sender, &path, &file, step);
        }
        // To the end, as an app would: ask, send the rest, ask again.
        for _ in 0..1000 {
            let at = sender.offset(&path);
            if at == file.len() && sender.told(&path)["state"]["kind"] != "sending" {
                break;
            }
            sender.patch(&path, at, &file[at..]);
        }
        prop_assert_eq!(&sender.judged(&path)["state"]["sha256"], &hash(&file));
    }
}

/// Waits until so many bytes of an upload lie on the disk.
fn until_written(stage: &Stage, id: &str, bytes: u64) {
    let part = stage.data.join("files/parts").join(id);
    let patience = Instant::now() + Duration::from_secs(60);
    while std::fs::metadata(&part).map_or(0, |file| file.len()) < bytes {
        assert!(Instant::now() < patience, "nothing arrives");
        std::thread::yield_now();
    }
}

/// The names of all files of a stage, sorted.
pub(super) fn files_in(stage: &Stage) -> Vec<String> {
    fn walk(folder: &std::path::Path, names: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, names);
            } else {
                let name = path.file_name().expect("a name");
                names.push(name.to_string_lossy().into_owned());
            }
        }
    }
    let mut names = Vec::new();
    walk(&stage.data.join("files"), &mut names);
    names.sort();
    names
}
