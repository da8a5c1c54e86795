//! What was handed in is offered again to the person who did, and to nobody else.

use super::*;
use crate::clock::Clock;
use crate::portal::Portal;
use crate::session::PersonId;
use crate::uploads::metadata::Metadata;
use crate::uploads::rows;

const NOW: Moment = Moment::from_unix(1_795_150_800);

fn portal() -> (tempfile::TempDir, Portal) {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Clock::held_at(NOW.unix());
    let portal = Portal::open(
        folder.path(),
        "motcua-portal".into(),
        ([127, 0, 0, 1], 1).into(),
        clock,
    )
    .expect("a portal");
    (folder, portal)
}

fn person(id: &str) -> Owner {
    Owner::Person(PersonId(id.into()))
}

/// A content that was received.
fn content(transaction: &Transaction<'_>, owner: &Owner, hash: &FileHash) {
    let said = Metadata::unsaid();
    let id = rows::announce(transaction, owner, &said, 3, (NOW, NOW)).expect("announced");
    rows::receive(transaction, &id, hash, NOW).expect("received");
}

fn paper<'a>(hash: &'a FileHash, dossier: &'a str) -> HandedIn<'a> {
    HandedIn {
        name: "Giấy chứng sinh",
        kind: None,
        requirement: ("1.001193", "giay-chung-sinh"),
        dossier,
        file_name: "giay.pdf",
        media_type: Kind::Pdf,
        bytes: 3,
        hash,
    }
}

#[test]
fn a_paper_handed_in_twice_is_held_once_with_the_later_dossier() {
    let (_folder, portal) = portal();
    let hash = FileHash::of(&mut b"abc".as_slice()).expect("a hash");
    let owner = person("a");
    portal
        .change(|transaction| {
            content(transaction, &owner, &hash);
            for dossier in ["H00-261120-0001", "H00-261120-0002"] {
                remember(transaction, &owner, &paper(&hash, dossier), NOW)?;
            }
            Ok(())
        })
        .expect("remembered");
    let held = portal
        .look_up(|connection| all(connection, &owner))
        .expect("a list");
    assert_eq!(held.len(), 1);
    let id = held[0].id.clone();
    let described = held[0].clone().described();
    assert_eq!(described.name, "Giấy chứng sinh");
    assert_eq!(described.dossier, Some(DossierCode::new("H00-261120-0002")));
    let file = described.file.expect("a file");
    assert_eq!(file.sha256, hash.to_string());
    assert_eq!(
        file.address,
        Some(format!("/api/v1/me/documents/{id}/content"))
    );
}

#[test]
fn nobody_else_is_offered_it_and_a_guest_leaves_nothing_behind() {
    let (_folder, portal) = portal();
    let hash = FileHash::of(&mut b"abc".as_slice()).expect("a hash");
    let (owner, other, guest) = (person("a"), person("b"), Owner::Guest("c".into()));
    portal
        .change(|transaction| {
            content(transaction, &owner, &hash);
            for owner in [&owner, &guest] {
                remember(transaction, owner, &paper(&hash, "H00-261120-0001"), NOW)?;
            }
            Ok(())
        })
        .expect("remembered");
    let of = |owner: &Owner| {
        portal
            .look_up(|connection| all(connection, owner))
            .expect("a list")
    };
    assert_eq!(of(&other), []);
    assert_eq!(of(&guest), []);
    let id = of(&owner)[0].id.clone();
    let found = portal
        .look_up(|connection| one(connection, &other, &id))
        .expect("an answer");
    assert_eq!(found, None);
}

#[test]
fn a_content_stays_while_a_paper_needs_it() {
    let (_folder, portal) = portal();
    let hash = FileHash::of(&mut b"abc".as_slice()).expect("a hash");
    let owner = person("a");
    let forgotten = portal.change(|transaction| {
        content(transaction, &owner, &hash);
        remember(transaction, &owner, &paper(&hash, "H00-261120-0001"), NOW)?;
        transaction.execute("DELETE FROM upload", [])?;
        let while_held = rows::forget(transaction, &hash)?;
        transaction.execute("DELETE FROM held_document", [])?;
        Ok((while_held, rows::forget(transaction, &hash)?))
    });
    assert_eq!(forgotten.expect("an answer"), (false, true));
}
