//! The portal is killed, and says the truth when it is back.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::sender::{Sender, hash};
use crate::papers::jpeg;
use crate::process::{serve, serve_quietly, stop};

/// A sound photo of some megabytes: phones write a film behind the picture.
fn photo() -> Vec<u8> {
    let film = (0..4 << 20).map(|at: u32| (at.wrapping_mul(2_654_435_761) >> 24) as u8);
    [jpeg(640, 480), film.collect()].concat()
}

/// The only file that is arriving.
fn part(data: &Path) -> PathBuf {
    let mut parts = std::fs::read_dir(data.join("files/parts")).expect("a folder");
    parts.next().expect("a part").expect("a part").path()
}

#[test]
fn after_a_kill_in_the_middle_of_a_request_the_offset_is_true_and_the_rest_completes_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = photo();
    let (child, address) = serve_quietly(folder.path());
    let mut sender = Sender::new(address);
    let path = sender.announce(file.len());
    let half = file.len() / 2;
    let _begun = sender.begin(&path, 0, file.len(), &file[..half]);
    sender.eventually(&path, |told| {
        told["state"]["offset"].as_u64() >= Some(1 << 20)
    });
    stop(child, "-KILL");

    let (child, address) = serve_quietly(folder.path());
    sender.to = address;
    let at = sender.offset(&path);
    assert!((1 << 20..=half).contains(&at), "{at} of {half}");
    let part = part(folder.path());
    let on_disk = std::fs::read(&part).expect("a part");
    assert!(on_disk[..at] == file[..at]);
    assert_eq!(sender.patch(&path, at, &file[at..]).status, 204);
    let state = sender.judged(&path)["state"].clone();
    assert_eq!(
        (&state["kind"], &state["sha256"]),
        (&"checked".into(), &hash(&file).into())
    );
    stop(child, "-TERM");
}

#[test]
fn bytes_on_the_disk_that_were_never_counted_are_not_taken_for_the_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = jpeg(640, 480);
    let (child, address) = serve_quietly(folder.path());
    let mut sender = Sender::new(address);
    let path = sender.announce(file.len());
    assert_eq!(sender.patch(&path, 0, &file[..300]).status, 204);
    stop(child, "-KILL");
    let part = part(folder.path());
    let mut open = OpenOptions::new().append(true).open(part).expect("a part");
    open.write_all(b"written, and the portal died")
        .expect("bytes");

    let (child, address) = serve_quietly(folder.path());
    sender.to = address;
    assert_eq!(sender.offset(&path), 300);
    assert_eq!(sender.patch(&path, 300, &file[300..]).status, 204);
    assert_eq!(sender.judged(&path)["state"]["sha256"], hash(&file));
    stop(child, "-TERM");
}

#[test]
fn when_the_disk_lost_what_the_database_counts_the_smaller_number_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = jpeg(640, 480);
    let (child, address) = serve_quietly(folder.path());
    let mut sender = Sender::new(address);
    let path = sender.announce(file.len());
    assert_eq!(sender.patch(&path, 0, &file[..300]).status, 204);
    stop(child, "-KILL");
    let part = OpenOptions::new().write(true).open(part(folder.path()));
    part.expect("a part").set_len(120).expect("a shorter part");

    let (child, address) = serve_quietly(folder.path());
    sender.to = address;
    assert_eq!(sender.offset(&path), 120);
    sender
        .patch(&path, 300, &file[300..])
        .problem(409, "upload-offset");
    assert_eq!(sender.patch(&path, 120, &file[120..]).status, 204);
    assert_eq!(sender.judged(&path)["state"]["sha256"], hash(&file));
    stop(child, "-TERM");
}

#[test]
fn the_log_tells_neither_names_nor_contents_of_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let (child, address) = serve(folder.path());
    let mut sender = Sender::new(address);
    let file = jpeg(640, 480);
    let path = sender.send_whole(&file);
    let state = sender.told(&path)["state"].clone();
    assert_ne!(state["kind"], "sending");
    let (log, well) = stop(child, "-TERM");
    assert!(well, "{log}");
    assert!(log.contains("route=\"/api/v1/uploads/{id}\""), "{log}");
    let id = path.rsplit('/').next().expect("an id");
    for secret in ["giay", &hash(&file), id] {
        assert!(!log.contains(secret), "{secret} is told:\n{log}");
    }
}
