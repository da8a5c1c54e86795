//! How far a dossier is and what has happened, from its timeline and its promise.

use motcua_contract::dossier::timeline::TimelineKind;
use motcua_contract::dossier::{Deadline, DossierStatus, TimelineEntry};

use super::super::desk;
use super::super::rows::Event;
use super::super::running::{self, Calendar, Times};
use super::super::state::{self, State};
use super::{Whole, entry};
use crate::moment::Moment;
use crate::settings::Settings;

impl Whole {
    pub(super) fn state(&self, settings: &Settings, deadline: Option<&Deadline>) -> State {
        let since = self.events.iter().rev();
        let mut going_on = since.filter(|event| event.ended_at.is_none());
        let asked = self.requests.last();
        let asked = asked.filter(|_| self.life.status == DossierStatus::SupplementRequested);
        let until = match asked {
            Some(request) => Some(request.answer_by.rfc3339()),
            None => deadline.and_then(running::until),
        };
        State {
            life: self.life,
            since: going_on
                .next()
                .map_or(self.filed.filed_at, |event| event.since),
            until,
            officer: self.officer.clone().unwrap_or_else(|| {
                state::counter(&settings.filing.agency.name, &settings.filing.counter_unit)
            }),
            to_pay: self.to_pay,
            by_post: self.filed.wants_post(),
        }
    }

    pub(super) fn deadline(&self, settings: &Settings, now: Moment) -> Option<Deadline> {
        let promise = self.filed.promise.as_ref().ok()?;
        let on = Calendar {
            days: &settings.working_days,
            hours: settings.filing.office_hours,
        };
        let ended = |event: &&Event| event.kind == TimelineKind::Decided || event.status.is_final();
        let times = Times {
            now,
            stopped: desk::stopped(&self.life, &self.events),
            ended: self.events.iter().find(ended).map(|event| event.since),
        };
        Some(promise.stands(on, &self.life, times))
    }

    pub(super) fn timeline(&self, deadline: Option<&Deadline>) -> Vec<TimelineEntry> {
        let mut entries: Vec<TimelineEntry> = self.events.iter().map(entry).collect();
        for entry in &mut entries {
            let asked = entry.kind == TimelineKind::SupplementRequested;
            let mut requests = self.requests.iter();
            entry.until = if asked {
                let request = requests.find(|request| request.asked_at.rfc3339() == entry.since);
                request.map(|request| request.answer_by.rfc3339())
            } else if entry.ended_at.is_none() {
                deadline.and_then(running::until)
            } else {
                None
            };
        }
        entries
    }
}
