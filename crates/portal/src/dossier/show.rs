//! A dossier as the contract shows it.

use motcua_contract::API_ROOT;
use motcua_contract::dossier::payment::{Payment, PaymentState};
use motcua_contract::dossier::receipt::{Receipt, ReceivedPaper};
use motcua_contract::dossier::status::Action;
use motcua_contract::dossier::{Dossier, DossierContent, Ending, HandedIn, Payments};
use motcua_contract::file::StoredFile;
use motcua_contract::notification::{ChannelOut, DossierNotifications};
use motcua_contract::portal::Counter;
use motcua_contract::service::{Named, ServiceLink};
use rusqlite::Connection;

use super::behalf::{self, Behalf};
use super::handlers;
use super::issued::{self, Issued, Kind};
use super::messages::{self, Reader};
use super::outcome::{self, Apology, Outcome, Posting};
use super::progress::{Progress, Terms};
use super::rows::{self, Filed, PaperFile};
use super::state::State;
use super::supplement::{self, Request};
use crate::demo::Seen;
use crate::moment::Moment;
use crate::notify::channels;
use crate::payment::facts::facts;
use crate::rating::{self, Given};
use crate::settings::Settings;
use crate::store::numbered;

mod parts;
mod timeline;

/// A dossier with everything that belongs to it, read in one go.
pub(crate) struct Whole {
    filed: Filed,
    files: Vec<PaperFile>,
    payments: Payments,
    /// Something is due that no payment has covered.
    owes: bool,
    issued: Vec<Issued>,
    progress: Progress,
    requests: Vec<Request>,
    apology: Option<Apology>,
    results: Vec<Outcome>,
    posting: Option<Posting>,
    ending: Option<Ending>,
    unread: u32,
    channels: Vec<ChannelOut>,
    rating: Option<Given>,
    /// For whom it was filed, if for somebody else.
    behalf: Option<Behalf>,
}

impl Whole {
    /// Reads what belongs to a dossier.
    pub(crate) fn read(connection: &Connection, id: i64, filed: Filed) -> rusqlite::Result<Self> {
        let facts = facts(connection, id)?;
        let issued = issued::of_dossier(connection, id)?;
        let requests = supplement::of_dossier(connection, id)?;
        let terms = Terms {
            filed_at: filed.filed_at,
            promise: filed.promise.as_ref().ok().cloned(),
            answer_by: requests.last().map(|request| request.answer_by),
            to_pay: facts.to_pay(),
            by_post: filed.wants_post(),
        };
        Ok(Self {
            progress: Progress::new(terms, rows::events(connection, id)?),
            requests,
            apology: outcome::apology(connection, id)?,
            results: outcome::results(connection, id)?,
            posting: outcome::posting(connection, id)?,
            ending: outcome::ending(connection, id)?,
            rating: rating::of_dossier(connection, id)?,
            behalf: behalf::of_dossier(connection, id)?,
            channels: channels::chosen(connection, &rows::owner(connection, id)?, id)?,
            unread: messages::unread(connection, id, Reader::Citizen)?,
            files: rows::files(connection, id)?,
            owes: facts.owed(),
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
        self.progress.needs_the_person()
    }

    /// The file with an id out of an address.
    pub(crate) fn file(&self, id: &str) -> Option<&PaperFile> {
        let number = numbered(id, 'f')?;
        self.files.iter().find(|file| file.id == number)
    }

    /// What the automatic officer of the demo goes by.
    pub(crate) fn seen(&self, number: i64) -> Seen {
        let papers = self.files.iter().filter(|file| file.item.is_none());
        Seen {
            life: self.progress.life(),
            has_fee: !self.payments.obligations.is_empty(),
            owes: self.owes,
            by_post: self.filed.wants_post(),
            paper: papers.map(|file| file.requirement.clone()).next(),
            number,
        }
    }

    /// For whom it was filed, if for somebody else.
    pub(crate) fn behalf(&self) -> Option<&Behalf> {
        self.behalf.as_ref()
    }

    fn filed_by(&self) -> Option<String> {
        self.behalf().map(|behalf| behalf.filed_by.clone())
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
        self.paper(Kind::Receipt, "").is_some()
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

    fn paper(&self, kind: Kind, about: &str) -> Option<StoredFile> {
        let mut papers = self.issued.iter();
        let paper = papers.find(|paper| paper.kind == kind && paper.about == about)?;
        Some(paper.stored(self.filed.code.as_str()))
    }

    /// For `GET /dossiers/{code}`.
    pub(crate) fn dossier(&self, settings: &Settings, now: Moment) -> Dossier {
        let filed = &self.filed;
        let deadline = self.progress.deadline(settings, now);
        let state = self.progress.state(settings, deadline.as_ref());
        Dossier {
            code: filed.code.clone(),
            service: self.service(),
            case: Named {
                id: filed.case.clone(),
                name: filed.case_name.clone(),
            },
            applicant: filed.applicant.clone(),
            filed_by: self.filed_by(),
            filed_as: self.behalf().map(|behalf| behalf.kind),
            channel: filed.channel,
            filed_at: filed.filed_at.rfc3339(),
            updated_at: filed.updated_at.rfc3339(),
            agency: settings.filing.agency.clone(),
            status: state.shown(),
            timeline: self.timeline(deadline.as_ref()),
            actions: self.actions(&state, settings, now),
            deadline,
            apology: self
                .apology
                .as_ref()
                .map(|apology| self.apologised(apology)),
            content: DossierContent {
                form_version: filed.form_version.clone(),
                answers: filed.answers.clone(),
                answers_sha256: Some(filed.answers_sha256.clone()),
                papers: self.papers(now),
            },
            supplements: self.supplements(now),
            payments: self.payments.clone(),
            receipt: self.paper(Kind::Receipt, ""),
            results: self.results(settings),
            delivery: filed.delivery.clone(),
            ending: self.ending.clone().map(|ending| Ending {
                letter: self.paper(Kind::Ending, ""),
                ..ending
            }),
            unread_messages: self.unread,
            rating: self
                .rating
                .as_ref()
                .map(|given| given.shown(&settings.ratings)),
            notifications: Some(DossierNotifications {
                channels: self.channels.clone(),
            }),
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
            filed_by: self.filed_by(),
            received_at: filed.filed_at.rfc3339(),
            received_by: handlers::counter(&filing.agency.name, &filing.counter_unit),
            papers: self.papers(now).into_iter().map(received).collect(),
            deadline: self.progress.deadline(settings, now),
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

    fn actions(&self, state: &State, settings: &Settings, now: Moment) -> Vec<Action> {
        let mut actions = state.actions();
        let given = self.rating.as_ref();
        if rating::is_open(self.filed.status, given, &settings.ratings, now) {
            actions.push(Action::Rate);
        }
        actions.push(Action::GiveFeedback);
        actions
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
