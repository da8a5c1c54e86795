//! What has happened to a dossier, and until when what goes on must be done.

use motcua_contract::dossier::timeline::TimelineKind;
use motcua_contract::dossier::{Deadline, TimelineEntry};

use super::super::rows::Event;
use super::super::running;
use super::Whole;
use crate::moment::Moment;

impl Whole {
    pub(super) fn timeline(&self, deadline: Option<&Deadline>) -> Vec<TimelineEntry> {
        let mut entries: Vec<TimelineEntry> = self.progress.events().iter().map(entry).collect();
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

fn entry(event: &Event) -> TimelineEntry {
    TimelineEntry {
        id: format!("e{}", event.id),
        kind: event.kind,
        status: event.status,
        handler: event.handler.clone(),
        since: event.since.rfc3339(),
        until: None,
        ended_at: event.ended_at.map(Moment::rfc3339),
        text: event.text.clone(),
    }
}
