//! The desk at which steps are taken: each is held against the law ([`super::life`]), written
//! into the timeline with who has the dossier from then on, and noted in the audit trail, all
//! in the transaction of whoever acts.

use motcua_contract::dossier::DossierStatus;
use motcua_contract::dossier::timeline::{Handler, TimelineKind};
use motcua_contract::text::LocalText;
use rusqlite::Transaction;
use serde_json::Value;

use super::handlers;
use super::life::{Circumstances, Illegal, Life, Step, Who};
use super::rows::{self, Event, Filed};
use super::running::Calendar;
use super::{audit, behalf, progress};
use crate::moment::Moment;
use crate::notify::{self, News, words};
use crate::payment::facts::facts;
use crate::payment::rows as payments;
use crate::settings::Settings;
use crate::web::refusal::Refusal;

/// A dossier on the desk.
pub(crate) struct Desk<'a> {
    pub(crate) transaction: &'a Transaction<'a>,
    pub(crate) settings: &'a Settings,
    pub(crate) now: Moment,
    pub(crate) id: i64,
    pub(crate) filed: Filed,
    pub(crate) life: Life,
    events: Vec<Event>,
}

/// Why a step was not taken.
#[derive(Debug)]
pub(crate) enum NotTaken {
    /// The law forbids it.
    Illegal(Illegal),
    /// What was asked for cannot be done as it was written, or the portal failed.
    Refused(Refusal),
}

impl<'a> Desk<'a> {
    /// Takes a dossier up.
    pub(crate) fn open(
        transaction: &'a Transaction<'a>,
        settings: &'a Settings,
        id: i64,
        now: Moment,
    ) -> Result<Self, Refusal> {
        let filed = rows::by_id(transaction, id)?.ok_or_else(Refusal::not_found)?;
        let events = rows::events(transaction, id)?;
        Ok(Self {
            transaction,
            settings,
            now,
            id,
            filed,
            life: Life::told(events.iter().map(|event| (event.kind, event.status))),
            events,
        })
    }

    /// The calendar on which promises are counted.
    pub(crate) fn calendar(&self) -> Calendar<'a> {
        Calendar {
            days: &self.settings.working_days,
            hours: self.settings.filing.office_hours,
        }
    }

    /// The officer who has it, or had it last.
    pub(crate) fn officer(&self) -> Handler {
        let officer = progress::officer(&self.events).cloned();
        officer.unwrap_or_else(|| handlers::at_the_counter(self.settings))
    }

    /// Whether a step may be taken now.
    pub(crate) fn allows(&self, who: Who, step: Step) -> Result<(), NotTaken> {
        self.turn(who, step).map(drop)
    }

    fn turn(&self, who: Who, step: Step) -> Result<super::life::Turn, NotTaken> {
        let facts = facts(self.transaction, self.id)?;
        let circumstances = Circumstances {
            owes: facts.owed(),
            by_post: self.filed.wants_post(),
        };
        let turn = self.life.turn(who, step, circumstances);
        turn.map_err(NotTaken::Illegal)
    }

    /// Takes a step; `by` has the dossier from then on, and `detail` is what was asked for.
    pub(crate) fn take(
        &mut self,
        (who, step): (Who, Step),
        by: Handler,
        text: LocalText,
        detail: &Value,
    ) -> Result<(), NotTaken> {
        let turn = self.turn(who, step)?;
        let stopped = progress::stopped(&self.life, &self.events);
        let event = Event {
            id: 0,
            kind: turn.kind,
            status: turn.status,
            handler: by,
            since: self.now,
            ended_at: (turn.kind == TimelineKind::Postponed || turn.status.is_final())
                .then_some(self.now),
            text,
        };
        rows::happen(self.transaction, self.id, &event)?;
        self.events.push(event);
        self.life = self.life.after(turn);
        self.filed.status = turn.status;
        if let Some(stopped) = stopped
            && !self.life.waits()
            && !self.life.status.is_final()
        {
            self.run_on(stopped)?;
        }
        if who != Who::Citizen {
            self.tell(turn.kind)?;
        }
        if turn.status.is_final() && turn.status != DossierStatus::Returned {
            payments::cancel_due(self.transaction, self.id)?;
        }
        audit::note(
            self.transaction,
            self.id,
            (who, step),
            None,
            detail,
            self.now,
        )?;
        Ok(())
    }

    /// Tells whoever is concerned what happened last.
    fn tell(&self, kind: TimelineKind) -> rusqlite::Result<()> {
        let (title, action) = words::of(kind);
        let text = self.events.last().map(|event| event.text.clone());
        let news = News {
            dossier: self.id,
            code: self.filed.code.as_str(),
            title,
            text: text.unwrap_or_default(),
            action,
        };
        for party in behalf::parties(self.transaction, self.id)? {
            notify::tell(self.transaction, &party, &news, self.now)?;
        }
        Ok(())
    }

    /// Lets the clock run on that stood still.
    fn run_on(&mut self, stopped: Moment) -> rusqlite::Result<()> {
        let Ok(promise) = &self.filed.promise else {
            return Ok(());
        };
        let promise = promise.resumed(self.calendar(), stopped, self.now);
        rows::promise(self.transaction, self.id, &promise)?;
        self.filed.promise = Ok(promise);
        Ok(())
    }
}

impl From<rusqlite::Error> for NotTaken {
    fn from(error: rusqlite::Error) -> Self {
        Self::Refused(error.into())
    }
}

impl From<Refusal> for NotTaken {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<NotTaken> for Refusal {
    fn from(not: NotTaken) -> Self {
        match not {
            NotTaken::Illegal(illegal) => Self::not_now(illegal.words()),
            NotTaken::Refused(refusal) => refusal,
        }
    }
}
