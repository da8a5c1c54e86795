//! How far a dossier is: its life so far, who has it, what it waits for, and how its promise
//! stands.
//!
//! The whole dossier ([`super::show`]) and its place in a list ([`super::list`]) are told by this
//! alone, so that they cannot say different things.

use motcua_contract::dossier::timeline::{Handler, HandlerRole, TimelineKind};
use motcua_contract::dossier::{Deadline, DossierStatus};

use super::handlers;
use super::life::Life;
use super::promise::Promise;
use super::rows::Event;
use super::running::{self, Calendar, Times};
use super::state::State;
use crate::moment::Moment;
use crate::settings::Settings;

/// What counts besides what happened.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    pub(crate) filed_at: Moment,
    /// None where nothing is promised.
    pub(crate) promise: Option<Promise>,
    /// Until when the last request for more is to be answered, if there is one.
    pub(crate) answer_by: Option<Moment>,
    /// Something is to be paid that nobody has begun to pay.
    pub(crate) to_pay: bool,
    /// The person wants the result by post.
    pub(crate) by_post: bool,
}

/// See the module.
pub(crate) struct Progress {
    terms: Terms,
    life: Life,
    /// What happened, oldest first.
    events: Vec<Event>,
}

impl Progress {
    /// What a timeline, oldest first, makes of the terms.
    pub(crate) fn new(terms: Terms, events: Vec<Event>) -> Self {
        Self {
            terms,
            life: Life::told(events.iter().map(|event| (event.kind, event.status))),
            events,
        }
    }

    pub(crate) fn life(&self) -> Life {
        self.life
    }

    pub(crate) fn events(&self) -> &[Event] {
        &self.events
    }

    /// Whether it waits for the person.
    pub(crate) fn needs_the_person(&self) -> bool {
        needs_the_person(self.life.status, self.terms.to_pay, self.terms.by_post)
    }

    /// When the result is promised, and how that stands now.
    pub(crate) fn deadline(&self, settings: &Settings, now: Moment) -> Option<Deadline> {
        let promise = self.terms.promise.as_ref()?;
        let on = Calendar {
            days: &settings.working_days,
            hours: settings.filing.office_hours,
        };
        let ended = |event: &&Event| event.kind == TimelineKind::Decided || event.status.is_final();
        let times = Times {
            now,
            stopped: stopped(&self.life, &self.events),
            ended: self.events.iter().find(ended).map(|event| event.since),
        };
        Some(promise.stands(on, &self.life, times))
    }

    /// What its status follows from, given its [`Progress::deadline`].
    pub(crate) fn state(&self, settings: &Settings, deadline: Option<&Deadline>) -> State {
        let since = self.events.iter().rev();
        let mut going_on = since.filter(|event| event.ended_at.is_none());
        let asked = self.life.status == DossierStatus::SupplementRequested;
        let until = match self.terms.answer_by.filter(|_| asked) {
            Some(answer_by) => Some(answer_by.rfc3339()),
            None => deadline.and_then(running::until),
        };
        State {
            life: self.life,
            since: going_on
                .next()
                .map_or(self.terms.filed_at, |event| event.since),
            until,
            officer: officer(&self.events).cloned().unwrap_or_else(|| {
                handlers::counter(&settings.filing.agency.name, &settings.filing.counter_unit)
            }),
            to_pay: self.terms.to_pay,
            by_post: self.terms.by_post,
        }
    }
}

/// Whether a dossier waits for the person: to send more, to pay, to fetch the result.
pub(crate) fn needs_the_person(status: DossierStatus, to_pay: bool, by_post: bool) -> bool {
    let waits = to_pay || status.waits_for_the_person();
    let to_fetch = status == DossierStatus::Done && !by_post;
    (waits && !status.is_final()) || to_fetch
}

/// The officer who has it, or had it last.
pub(crate) fn officer(events: &[Event]) -> Option<&Handler> {
    let officers = [HandlerRole::Counter, HandlerRole::Department];
    let had = events.iter().rev().map(|event| &event.handler);
    had.into_iter()
        .find(|handler| officers.contains(&handler.role))
}

/// Since when the clock stands still, where it does.
pub(crate) fn stopped(life: &Life, events: &[Event]) -> Option<Moment> {
    let stops = [
        TimelineKind::SupplementRequested,
        TimelineKind::PaymentRequested,
        TimelineKind::Paused,
    ];
    let last = events
        .iter()
        .rev()
        .find(|event| stops.contains(&event.kind));
    last.filter(|_| life.waits()).map(|event| event.since)
}
