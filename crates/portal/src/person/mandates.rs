//! For whom else a person may act.
//!
//! A mandate says for whom, by what right, until when and for which services. Whoever acts by
//! one is held against all of that at the moment they act ([`claim`]).

use std::sync::Arc;

use motcua_contract::problem::Fault;
use motcua_contract::profile::{Mandate, MandateKind};
use motcua_contract::text::LocalText;
use rusqlite::{Connection, Transaction};

use super::registers;
use crate::dossier::ground::fault;
use crate::moment::Moment;
use crate::portal::Portal;
use crate::sandbox;
use crate::sandbox::citizens::Right;
use crate::session::{PersonId, people};
use crate::settings::Settings;
use crate::web::refusal::Refusal;

/// Where a mandate's id stands in what was sent.
const POINTER: &str = "/onBehalfOf";

/// All of a person's mandates in force.
pub(crate) async fn all(portal: &Arc<Portal>, person: &PersonId) -> Result<Vec<Mandate>, Refusal> {
    let (asked, person) = (Arc::clone(portal), person.clone());
    let now = portal.clock.now();
    portal
        .ask(move |connection| {
            let rights = of(connection, (&person, &asked.settings))?;
            let in_force = rights.iter().filter(|right| lasts(right, now));
            Ok(in_force.map(|right| right.mandate.clone()).collect())
        })
        .await
}

/// The right that a person claims by a mandate's id, for a service when one is named; or what
/// is wrong with it.
pub(crate) fn claim<'a>(
    connection: &Connection,
    whose: (&PersonId, &'a Settings),
    (id, service): (&str, Option<&str>),
    now: Moment,
) -> rusqlite::Result<Result<&'a Right, Fault>> {
    let mut rights = of(connection, whose)?.iter();
    let Some(right) = rights.find(|right| right.mandate.id == id) else {
        let message = "Bạn không có quyền làm thay theo mã này.";
        return Ok(Err(fault(POINTER, "unknown", message)));
    };
    if !lasts(right, now) {
        let message = "Quyền làm thay này đã hết hạn.";
        return Ok(Err(fault(POINTER, "expired", message)));
    }
    let covered = &right.mandate.services;
    if let Some(service) = service
        && !covered.is_empty()
        && !covered.iter().any(|code| code == service)
    {
        let message = "Quyền làm thay này không gồm thủ tục bạn đang nộp.";
        return Ok(Err(fault(POINTER, "notCovered", message)));
    }
    Ok(Ok(right))
}

/// The same, away from any transaction.
pub(crate) async fn check(
    portal: &Arc<Portal>,
    person: &PersonId,
    id: &str,
    service: &str,
) -> Result<Option<Fault>, Refusal> {
    let (asked, person, now) = (Arc::clone(portal), person.clone(), portal.clock.now());
    let (id, service) = (id.to_owned(), service.to_owned());
    portal
        .ask(move |connection| {
            let whose = (&person, &asked.settings);
            let claimed = claim(connection, whose, (&id, Some(&service)), now)?;
            Ok(claimed.err())
        })
        .await
}

/// The person whom a right is about, where the portal can know them: they have an account
/// of their own, whether or not they ever signed in.
pub(crate) fn represented(
    transaction: &Transaction<'_>,
    settings: &Settings,
    right: &Right,
    now: Moment,
) -> rusqlite::Result<Option<PersonId>> {
    let Some(subject) = &right.of else {
        return Ok(None);
    };
    let name = name_of(settings, subject).unwrap_or(&right.mandate.name);
    let identity = (sandbox::identity::PATH, subject.as_str());
    people::met(transaction, identity, name, now).map(Some)
}

/// By what right, in words that go on from "as" ("với tư cách …").
pub(crate) fn in_words(kind: MandateKind) -> LocalText {
    let (vi, en) = match kind {
        MandateKind::Parent => ("cha hoặc mẹ", "a parent"),
        MandateKind::Guardian => ("người giám hộ", "a guardian"),
        MandateKind::Authorised => ("người được ủy quyền", "somebody authorised"),
        MandateKind::Organisation => (
            "người đại diện của tổ chức",
            "an organisation's representative",
        ),
        MandateKind::Helper => ("người giúp nộp hồ sơ", "a helper"),
        MandateKind::Unknown => ("người làm thay", "somebody who may act"),
    };
    LocalText::new(vi, en)
}

fn of<'a>(
    connection: &Connection,
    (person, settings): (&PersonId, &'a Settings),
) -> rusqlite::Result<&'a [Right]> {
    let citizen = registers::citizen(connection, person, settings)?;
    Ok(citizen.map_or(&[], |citizen| citizen.mandates.as_slice()))
}

fn lasts(right: &Right, now: Moment) -> bool {
    // Both are written with Vietnam's offset, so the order of texts is that of moments.
    let now = now.rfc3339();
    right
        .mandate
        .until
        .as_ref()
        .is_none_or(|until| *until > now)
}

fn name_of<'a>(settings: &'a Settings, subject: &str) -> Option<&'a str> {
    let mut citizens = settings.citizens.iter();
    let citizen = citizens.find(|citizen| citizen.id == subject)?;
    Some(&citizen.name)
}
