//! What dossiers take, what leaves, and what a portal that died left behind.

use std::fs;

use super::metadata::Metadata;
use super::taking::{self, Found};
use super::{leaving, rows};
use crate::clock::Clock;
use crate::files::hash::FileHash;
use crate::moment::Moment;
use crate::portal::Portal;
use crate::session::Owner;
use crate::sniffing::Kind;

const NOW: Moment = Moment::from_unix(1_795_150_800);
const DAY: std::time::Duration = std::time::Duration::from_secs(86_400);

struct Scene {
    portal: Portal,
    clock: Clock,
    owner: Owner,
    _folder: tempfile::TempDir,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Clock::held_at(NOW.unix());
        let portal = Portal::open(
            folder.path(),
            "motcua-portal".into(),
            ([127, 0, 0, 1], 1).into(),
            clock.clone(),
        );
        Self {
            portal: portal.expect("a portal"),
            clock,
            owner: Owner::Guest("a".into()),
            _folder: folder,
        }
    }

    fn announce(&self) -> String {
        let said = Metadata::unsaid();
        let id = self.portal.change(|transaction| {
            Ok(rows::announce(
                transaction,
                &self.owner,
                &said,
                3,
                (NOW, NOW.plus(DAY)),
            )?)
        });
        id.expect("announced")
    }

    /// An upload whose bytes are all there.
    fn receive(&self, bytes: &[u8]) -> (String, FileHash) {
        let id = self.announce();
        let files = &self.portal.intake.files;
        fs::write(files.part(&id), bytes).expect("a part");
        let hash = FileHash::of(&mut { bytes }).expect("a hash");
        files.keep(&id, &hash).expect("kept");
        files.drop_part(&id).expect("dropped");
        let written = self
            .portal
            .change(|transaction| Ok(rows::receive(transaction, &id, &hash, NOW)?));
        written.expect("received");
        (id, hash)
    }

    fn pass(&self, id: &str) {
        let passed = self
            .portal
            .change(|transaction| Ok(rows::pass(transaction, id, Kind::Pdf, Some(1))?));
        assert!(passed.expect("passed"));
    }

    fn find(&self, owner: &Owner, id: &str) -> Found {
        let now = self.portal.clock.now();
        let found = self
            .portal
            .look_up(|connection| taking::find(connection, owner, id, now));
        found.expect("an answer")
    }

    fn take(&self, owner: &Owner, id: &str, dossier: &str) -> bool {
        let now = self.portal.clock.now();
        let taken = self
            .portal
            .change(|transaction| Ok(taking::take(transaction, owner, id, dossier, now)?));
        taken.expect("an answer")
    }
}

#[test]
fn a_dossier_takes_what_is_all_there_once_and_for_its_owner_only() {
    let scene = Scene::new();
    let owner = &scene.owner;
    let waiting = scene.announce();
    assert_eq!(scene.find(owner, &waiting), Found::Sending);
    assert!(!scene.take(owner, &waiting, "H00-1"));

    let (id, hash) = scene.receive(b"abc");
    assert!(matches!(scene.find(owner, &id), Found::Unchecked(file) if file.kind.is_none()));
    scene.pass(&id);
    let Found::Ready(file) = scene.find(owner, &id) else {
        panic!("it is checked");
    };
    assert_eq!(
        (file.hash, file.kind, file.pages),
        (hash, Some(Kind::Pdf), Some(1))
    );

    let other = Owner::Guest("b".into());
    assert_eq!(scene.find(&other, &id), Found::None);
    assert!(!scene.take(&other, &id, "H00-1"));
    assert!(scene.take(owner, &id, "H00-1"));
    assert_eq!(scene.find(owner, &id), Found::Taken);
    assert!(!scene.take(owner, &id, "H00-2"));
}

#[test]
fn what_a_dossier_has_neither_runs_out_nor_is_taken_back() {
    let scene = Scene::new();
    let (kept, hash) = scene.receive(b"abc");
    let (left, other) = scene.receive(b"abd");
    assert!(scene.take(&scene.owner, &kept, "H00-1"));
    assert!(leaving::take_back(&scene.portal, &scene.owner, &kept).is_err());

    assert_eq!(leaving::sweep(&scene.portal).expect("swept"), 0);
    scene.clock.advance(DAY);
    assert_eq!(scene.find(&scene.owner, &left), Found::None);
    assert!(!scene.take(&scene.owner, &left, "H00-2"));
    assert_eq!(leaving::sweep(&scene.portal).expect("swept"), 1);
    let files = &scene.portal.intake.files;
    assert!(files.kept(&hash).exists());
    assert!(!files.kept(&other).exists());
}

#[test]
fn a_file_that_bytes_come_for_is_not_swept_under_the_writer() {
    let scene = Scene::new();
    let id = scene.announce();
    let part = crate::files::part::Part::take(&scene.portal.intake.files.part(&id));
    let part = part.expect("a part");
    scene.clock.advance(DAY);
    assert_eq!(leaving::sweep(&scene.portal).expect("swept"), 0);
    drop(part);
    assert_eq!(leaving::sweep(&scene.portal).expect("swept"), 1);
}

#[test]
fn a_content_without_a_row_is_dropped_and_one_with_a_row_stays() {
    let scene = Scene::new();
    let (_, known) = scene.receive(b"abc");
    let files = &scene.portal.intake.files;
    fs::write(files.part("stray"), b"stray").expect("a part");
    let stray = FileHash::of(&mut b"stray".as_slice()).expect("a hash");
    files.keep("stray", &stray).expect("kept");
    leaving::drop_strays(&scene.portal).expect("dropped");
    assert_eq!(files.all_kept().expect("a list"), [known]);
}

#[test]
fn what_a_scanner_flags_is_refused_for_everybody_who_sent_it() {
    let scene = Scene::new();
    let (first, hash) = scene.receive(b"abc");
    scene.pass(&first);
    let (second, _) = scene.receive(b"abc");
    scene
        .portal
        .change(|transaction| Ok(rows::flag(transaction, &hash)?))
        .expect("flagged");
    for id in [&first, &second] {
        let found = scene.find(&scene.owner, id);
        assert_eq!(found, Found::Refused(crate::sniffing::Fault::Flagged));
    }
}
