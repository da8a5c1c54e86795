//! A dossier as the contract shows it.

use motcua_contract::API_ROOT;
use motcua_contract::dossier::payment::{Payment, PaymentState};
use motcua_contract::dossier::receipt::{Receipt, ReceivedPaper};
use motcua_contract::dossier::{
    Deadline, Dossier, DossierContent, DossierSummary, HandedIn, PaperState, Payments,
    TimelineEntry,
};
use motcua_contract::file::StoredFile;
use motcua_contract::portal::Counter;
use motcua_contract::service::{Named, ServiceLink};
use rusqlite::Connection;

use super::issued::{self, Issued, Kind};
use super::rows::{self, Event, Filed, PaperFile};
use super::state::{self, State};
use crate::moment::Moment;
use crate::payment::rows as payments;
use crate::settings::Settings;

/// A dossier with everything that belongs to it, read in one go.
pub(crate) struct Whole {
    filed: Filed,
    events: Vec<Event>,
    files: Vec<PaperFile>,
    payments: Payments,
    to_pay: bool,
    issued: Vec<Issued>,
}

impl Whole {
    /// Reads what belongs to a dossier.
    pub(crate) fn read(connection: &Connection, id: i64, filed: Filed) -> rusqlite::Result<Self> {
        let facts = payments::facts(connection, id)?;
        let issued = issued::of_dossier(connection, id)?;
        Ok(Self {
            events: rows::events(connection, id)?,
            files: rows::files(connection, id)?,
            to_pay: facts.to_pay(),
            payments: with_receipts(
                facts.shown(Some(filed.fee_text.clone())),
                &issued,
                filed.code.as_str(),
            ),
            issued,
            filed,
        })
    }

    /// Whether it waits for the person.
    pub(crate) fn needs_the_person(&self) -> bool {
        self.to_pay || self.filed.status.waits_for_the_person()
    }

    /// The file with an id out of an address.
    pub(crate) fn file(&self, id: &str) -> Option<&PaperFile> {
        let number = id.strip_prefix('f')?.parse().ok();
        self.files.iter().find(|file| Some(file.id) == number)
    }

    pub(crate) fn filed(&self) -> &Filed {
        &self.filed
    }

    /// The three facts about paying, with the papers that acknowledge payments.
    pub(crate) fn payments(&self) -> &Payments {
        &self.payments
    }

    /// Whether the paper of what was handed in is written.
    pub(crate) fn has_receipt(&self) -> bool {
        self.paper(Kind::Receipt).is_some()
    }

    /// Whether nothing is missing that acknowledges papers or money.
    pub(crate) fn has_all_receipts(&self) -> bool {
        self.has_receipt() && self.unreceipted().is_empty()
    }

    /// The payments that were made and that no paper acknowledges yet.
    pub(crate) fn unreceipted(&self) -> Vec<Payment> {
        let made = self.payments.attempts.iter();
        made.filter(|one| one.state == PaymentState::Succeeded && one.receipt.is_none())
            .cloned()
            .collect()
    }

    /// What a payment was for.
    pub(crate) fn paid_for(&self, payment: &Payment) -> String {
        let covered = self.payments.obligations.iter();
        let names = covered
            .filter(|one| payment.obligations.contains(&one.id))
            .map(|one| one.name.as_str());
        names.collect::<Vec<_>>().join("; ")
    }

    fn paper(&self, kind: Kind) -> Option<StoredFile> {
        let mut papers = self.issued.iter().filter(|paper| paper.kind == kind);
        papers
            .next_back()
            .map(|paper| paper.stored(self.filed.code.as_str()))
    }

    /// For `GET /dossiers/{code}`.
    pub(crate) fn dossier(&self, settings: &Settings, now: Moment) -> Dossier {
        let filed = &self.filed;
        let state = self.state(settings);
        Dossier {
            code: filed.code.clone(),
            service: self.service(),
            case: Named {
                id: filed.case.clone(),
                name: filed.case_name.clone(),
            },
            applicant: filed.applicant.clone(),
            filed_by: None,
            channel: filed.channel,
            filed_at: filed.filed_at.rfc3339(),
            updated_at: filed.updated_at.rfc3339(),
            agency: settings.filing.agency.clone(),
            status: state.shown(),
            timeline: self.events.iter().map(entry).collect(),
            deadline: self.deadline(settings, now),
            apology: None,
            actions: state.actions(),
            content: DossierContent {
                form_version: filed.form_version.clone(),
                answers: filed.answers.clone(),
                answers_sha256: Some(filed.answers_sha256.clone()),
                papers: self.papers(),
            },
            supplements: Vec::new(),
            payments: self.payments.clone(),
            receipt: self.paper(Kind::Receipt),
            results: Vec::new(),
            delivery: filed.delivery.clone(),
            ending: None,
            unread_messages: 0,
            rating: None,
            notifications: None,
        }
    }

    /// For `GET /dossiers`.
    pub(crate) fn summary(&self, settings: &Settings, now: Moment) -> DossierSummary {
        let filed = &self.filed;
        DossierSummary {
            code: filed.code.clone(),
            service: self.service(),
            applicant: filed.applicant.clone(),
            agency: settings.filing.agency.name.clone(),
            filed_at: filed.filed_at.rfc3339(),
            updated_at: filed.updated_at.rfc3339(),
            status: self.state(settings).shown(),
            deadline: self.deadline(settings, now),
            unread_messages: 0,
        }
    }

    /// For `GET /dossiers/{code}/receipt`: what the portal has received, by itself and at
    /// once; an officer looks later.
    pub(crate) fn receipt(&self, settings: &Settings, now: Moment) -> Receipt {
        let filed = &self.filed;
        let filing = &settings.filing;
        Receipt {
            code: filed.code.clone(),
            qr: filed.code.as_str().into(),
            service: self.service(),
            applicant: filed.applicant.clone(),
            received_at: filed.filed_at.rfc3339(),
            received_by: state::counter(&filing.agency.name, &filing.counter_unit),
            papers: self.papers().into_iter().map(received).collect(),
            deadline: self.deadline(settings, now),
            no_deadline: filed.promise.as_ref().err().cloned(),
            delivery: filed.delivery.clone(),
            counter: self.counter(settings),
            hotline: settings.portal.hotline.clone(),
        }
    }

    /// The counter that the person chose, or the only one there is.
    fn counter(&self, settings: &Settings) -> Option<Counter> {
        let counters = &settings.portal.counters;
        let chosen = self.filed.delivery.counter.as_ref();
        let named = counters
            .iter()
            .find(|counter| chosen.is_some() && counter.id.as_ref() == chosen);
        match counters.as_slice() {
            [only] => Some(only.clone()),
            _ => named.cloned(),
        }
    }

    fn service(&self) -> ServiceLink {
        ServiceLink {
            code: self.filed.service.clone(),
            name: self.filed.service_name.clone(),
        }
    }

    fn state<'a>(&self, settings: &'a Settings) -> State<'a> {
        let since = self
            .events
            .iter()
            .rev()
            .find(|event| event.status == self.filed.status);
        State {
            status: self.filed.status,
            since: since.map_or(self.filed.filed_at, |event| event.since),
            agency: &settings.filing.agency.name,
            to_pay: self.to_pay,
        }
    }

    fn deadline(&self, settings: &Settings, now: Moment) -> Option<Deadline> {
        let promise = self.filed.promise.as_ref().ok()?;
        Some(promise.deadline(&settings.working_days, now))
    }

    fn papers(&self) -> Vec<HandedIn> {
        let mut papers: Vec<HandedIn> = Vec::new();
        for file in &self.files {
            let stored = self.stored(file);
            match papers
                .iter_mut()
                .find(|paper| paper.requirement == file.requirement)
            {
                Some(paper) => paper.files.push(stored),
                None => papers.push(HandedIn {
                    requirement: file.requirement.clone(),
                    name: file.paper_name.clone(),
                    files: vec![stored],
                    state: PaperState::Received,
                    reason: None,
                }),
            }
        }
        papers
    }

    fn stored(&self, file: &PaperFile) -> StoredFile {
        StoredFile {
            name: file.name.clone(),
            media_type: file.kind.media_type().into(),
            bytes: file.bytes,
            sha256: file.hash.to_string(),
            address: Some(format!(
                "{}/files/f{}",
                address(self.filed.code.as_str()),
                file.id
            )),
        }
    }
}

/// The payments with the papers that acknowledge them.
fn with_receipts(mut payments: Payments, issued: &[Issued], code: &str) -> Payments {
    for attempt in &mut payments.attempts {
        let paper = issued
            .iter()
            .find(|paper| paper.kind == Kind::MoneyReceipt && paper.about == attempt.id);
        attempt.receipt = paper.map(|paper| paper.stored(code));
    }
    payments
}

/// Where a dossier stands below the portal's address.
pub(crate) fn address(code: &str) -> String {
    format!("{API_ROOT}/dossiers/{code}")
}

fn received(paper: HandedIn) -> ReceivedPaper {
    ReceivedPaper {
        name: paper.name,
        files: paper.files.len() as u32,
        sha256: paper.files.into_iter().map(|file| file.sha256).collect(),
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
