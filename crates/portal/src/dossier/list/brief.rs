//! A dossier as a list shows it, and no more of it.

use motcua_contract::dossier::{DossierCode, DossierSummary};
use motcua_contract::service::ServiceLink;
use rusqlite::{Connection, Row};

use super::{BY_POST, TO_PAY};
use crate::dossier::messages::{self, Reader};
use crate::dossier::progress::{Progress, Terms};
use crate::dossier::rows;
use crate::moment::Moment;
use crate::settings::Settings;

/// See the module.
pub(crate) struct Brief {
    code: DossierCode,
    service: ServiceLink,
    applicant: String,
    filed_by: Option<String>,
    updated_at: Moment,
    filed_at: Moment,
    unread: u32,
    progress: Progress,
}

impl Brief {
    /// Reads what a list shows of a dossier, whoever's.
    pub(crate) fn read(connection: &Connection, id: i64) -> rusqlite::Result<Self> {
        let events = rows::events(connection, id)?;
        let unread = messages::unread(connection, id, Reader::Citizen)?;
        connection
            .prepare_cached(&format!(
                "SELECT code, service, service_name, applicant, filed_at, updated_at,
                     counts_from, due, promise_text, {TO_PAY}, {BY_POST},
                     (SELECT filed_by FROM representation WHERE dossier = dossier.id),
                     (SELECT answer_by FROM supplement WHERE dossier = dossier.id
                      ORDER BY round DESC LIMIT 1)
                 FROM dossier WHERE id = ?1"
            ))?
            .query_row([id], |row| {
                Ok(Self {
                    code: DossierCode::new(row.get::<_, String>(0)?),
                    service: ServiceLink {
                        code: row.get(1)?,
                        name: row.get(2)?,
                    },
                    applicant: row.get(3)?,
                    filed_by: row.get(11)?,
                    filed_at: row.get(4)?,
                    updated_at: row.get(5)?,
                    unread,
                    progress: Progress::new(terms(row)?, events),
                })
            })
    }

    /// For `GET /dossiers`.
    pub(crate) fn summary(self, settings: &Settings, now: Moment) -> DossierSummary {
        let deadline = self.progress.deadline(settings, now);
        DossierSummary {
            code: self.code,
            service: self.service,
            applicant: self.applicant,
            filed_by: self.filed_by,
            agency: settings.filing.agency.name.clone(),
            filed_at: self.filed_at.rfc3339(),
            updated_at: self.updated_at.rfc3339(),
            status: self.progress.state(settings, deadline.as_ref()).shown(),
            deadline,
            unread_messages: self.unread,
        }
    }
}

fn terms(row: &Row<'_>) -> rusqlite::Result<Terms> {
    Ok(Terms {
        filed_at: row.get(4)?,
        promise: rows::promised(row, 6)?.ok(),
        answer_by: row.get(12)?,
        to_pay: row.get(9)?,
        by_post: row.get(10)?,
    })
}
