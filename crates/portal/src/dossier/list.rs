//! The list of somebody's dossiers: which of them, in which order, and how many.
//!
//! Of every dossier only what the list chooses by is read, in one query; a [`Brief`] is read of
//! those alone that stand on the page. Answers, papers, letters and results are never touched.

use std::collections::HashSet;

use motcua_contract::dossier::DossierStatus;
use motcua_search::fold;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};

use super::progress::needs_the_person;
use crate::session::Owner;

mod brief;

pub(crate) use brief::Brief;

/// Whether something is due that no attempt covers or may still cover, of the dossier of the
/// row: [`crate::payment::facts::Facts::to_pay`] as the database can say it.
const TO_PAY: &str = "EXISTS (SELECT 1 FROM obligation
         WHERE obligation.dossier = dossier.id AND obligation.state = 'due' AND NOT EXISTS (
             SELECT 1 FROM payment JOIN payment_of ON payment_of.payment = payment.id
             WHERE payment.dossier = dossier.id AND payment_of.obligation = obligation.id
                 AND payment.state IN ('succeeded', 'pending', 'unknown')))";

/// Whether the result is wanted by post.
const BY_POST: &str = "delivery ->> '$.kind' = 'postal'";

/// What is wanted of the list.
pub(crate) struct Wanted {
    /// Words that all stand in the service's name, the applicant's or the code; folded.
    pub(crate) words: String,
    /// One of these; all of them where there is none.
    pub(crate) which: HashSet<Which>,
    /// Filed under one of these mandates; whoever's where there is none.
    pub(crate) mandates: HashSet<String>,
}

/// Which dossiers to list.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Which {
    Open,
    NeedsYou,
    Finished,
}

/// A page of the list.
pub(crate) struct Page {
    /// What needs the person first, then the last changed.
    pub(crate) items: Vec<Brief>,
    /// How many there are on all pages.
    pub(crate) total: usize,
    /// How many of all need the person, whatever is wanted.
    pub(crate) needing_you: usize,
}

/// A page of what somebody filed or what was filed for them.
pub(crate) fn page(
    connection: &Connection,
    owner: &Owner,
    wanted: &Wanted,
    (offset, limit): (usize, usize),
) -> rusqlite::Result<Page> {
    let all = candidates(connection, owner)?;
    let needing_you = all.iter().filter(|one| one.needs_the_person).count();
    let mut chosen: Vec<&Candidate> = all.iter().filter(|one| wanted.takes(one)).collect();
    chosen.sort_by_key(|one| !one.needs_the_person);
    let shown = chosen.iter().skip(offset).take(limit);
    Ok(Page {
        items: shown
            .map(|one| Brief::read(connection, one.id))
            .collect::<rusqlite::Result<_>>()?,
        total: chosen.len(),
        needing_you,
    })
}

/// A dossier as far as the list chooses by it.
struct Candidate {
    id: i64,
    needs_the_person: bool,
    finished: bool,
    mandate: Option<String>,
    /// Where words are looked for.
    text: String,
}

/// All that somebody filed or that was filed for them, the last changed first.
fn candidates(connection: &Connection, owner: &Owner) -> rusqlite::Result<Vec<Candidate>> {
    connection
        .prepare_cached(&format!(
            "SELECT id, status, {TO_PAY}, {BY_POST},
                 (SELECT mandate FROM representation WHERE dossier = dossier.id),
                 service_name || ' ' || applicant || ' ' || code
             FROM dossier WHERE owner = ?1
                 OR id IN (SELECT dossier FROM representation WHERE person = ?1)
             ORDER BY updated_at DESC, id DESC"
        ))?
        .query_map([owner], candidate)?
        .collect()
}

fn candidate(row: &Row<'_>) -> rusqlite::Result<Candidate> {
    let status: DossierStatus = row.get::<_, u16>(1)?.into();
    Ok(Candidate {
        id: row.get(0)?,
        needs_the_person: needs_the_person(status, row.get(2)?, row.get(3)?),
        finished: status.is_final(),
        mandate: row.get(4)?,
        text: row.get(5)?,
    })
}

impl Wanted {
    fn takes(&self, one: &Candidate) -> bool {
        let of_mandate = |mandate| self.mandates.contains(mandate);
        (self.which.is_empty() || self.which.iter().any(|which| which.is(one)))
            && (self.mandates.is_empty() || one.mandate.as_ref().is_some_and(of_mandate))
            && self.finds(&one.text)
    }

    fn finds(&self, text: &str) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let text = fold(text);
        self.words
            .split_whitespace()
            .all(|word| text.contains(word))
    }
}

impl Which {
    fn is(self, one: &Candidate) -> bool {
        match self {
            Self::Open => !one.finished,
            Self::NeedsYou => one.needs_the_person,
            Self::Finished => one.finished,
        }
    }
}
