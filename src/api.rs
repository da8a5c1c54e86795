//! The typed client of the contract: the only place that talks to the portal.

pub(crate) mod attempt;
pub(crate) mod client;
pub(crate) mod front;
mod load;
pub(crate) mod pages;
pub(crate) mod uploads;
pub(crate) mod write;

pub(crate) use load::{Load, load, request};

use crate::route::{encode, query};

/// Addresses of the resources, one function each; the only producer of API paths.
pub(crate) mod path {
    use super::{encode, query};

    /// Who runs the portal and what it can do.
    pub(crate) fn portal() -> String {
        "/portal".into()
    }

    /// Services for `parameters` (`q`, `field`, `limit` …); empty ones are left out.
    pub(crate) fn services(parameters: &[(&str, &str)]) -> String {
        format!("/services{}", query(parameters))
    }

    /// Suggestions for what is being typed.
    pub(crate) fn suggestions(typed: &str) -> String {
        format!(
            "/services/suggestions{}",
            query(&[("q", typed), ("limit", "8")])
        )
    }

    /// One service.
    pub(crate) fn service(code: &str) -> String {
        format!("/services/{}", encode(code))
    }

    /// Services related to one.
    pub(crate) fn related(code: &str) -> String {
        format!("/services/{}/related", encode(code))
    }

    /// The whole catalogue, for searching without a network.
    pub(crate) fn catalogue() -> String {
        "/catalogue".into()
    }

    /// The form of a service for one of its cases.
    pub(crate) fn form(code: &str, case: &str) -> String {
        format!("/services/{}/forms/{}", encode(code), encode(case))
    }

    /// The same in the version that answers were given to.
    pub(crate) fn form_version(code: &str, case: &str, version: &str) -> String {
        format!("{}{}", form(code, case), query(&[("version", version)]))
    }

    /// Provinces.
    pub(crate) fn provinces() -> String {
        "/places".into()
    }

    /// The communes of a province, by its code.
    pub(crate) fn communes(province: &str) -> String {
        format!("/places/{}/communes", encode(province))
    }

    /// Today's communes for a name of today or before.
    pub(crate) fn place_matches(typed: &str) -> String {
        format!("/places/matches{}", query(&[("q", typed)]))
    }

    /// Subject areas.
    pub(crate) fn fields() -> String {
        "/fields".into()
    }

    /// Bodies.
    pub(crate) fn agencies() -> String {
        "/agencies".into()
    }

    /// Life events.
    pub(crate) fn life_events() -> String {
        "/life-events".into()
    }

    /// Drafts kept on the portal.
    pub(crate) fn drafts() -> String {
        "/drafts".into()
    }

    /// One of them.
    pub(crate) fn draft(id: &str) -> String {
        format!("/drafts/{}", encode(id))
    }

    /// Who is signed in.
    pub(crate) fn session() -> String {
        "/session".into()
    }

    /// Moves the end of the session.
    pub(crate) fn session_extension() -> String {
        "/session/extension".into()
    }

    /// Where the browser goes to sign in; it comes back to the app's `return_to`.
    pub(crate) fn sign_in(return_to: &str) -> String {
        format!("/sign-in{}", query(&[("returnTo", return_to)]))
    }

    /// The devices one is signed in on.
    pub(crate) fn devices() -> String {
        "/me/devices".into()
    }

    /// Dossiers one has sent; with a body: to hand one in.
    pub(crate) fn dossiers() -> String {
        "/dossiers".into()
    }

    /// Those of them that `parameters` (`q`, `state`, `offset` …) ask for; empty ones are left
    /// out.
    pub(crate) fn dossiers_with(parameters: &[(&str, &str)]) -> String {
        format!("/dossiers{}", query(parameters))
    }

    /// One dossier.
    pub(crate) fn dossier(code: &str) -> String {
        format!("/dossiers/{}", encode(code))
    }

    /// Changes as they happen.
    pub(crate) fn events() -> String {
        "/events".into()
    }

    /// Where a request for more is answered.
    pub(crate) fn supplement_answer(code: &str, request: &str) -> String {
        format!(
            "/dossiers/{}/supplements/{}/answer",
            encode(code),
            encode(request)
        )
    }

    /// Where a dossier is taken back.
    pub(crate) fn withdrawal(code: &str) -> String {
        format!("/dossiers/{}/withdrawal", encode(code))
    }

    /// Everything about a dossier as one file.
    pub(crate) fn export(code: &str) -> String {
        format!("/dossiers/{}/export", encode(code))
    }

    /// Following a dossier by its code, without signing in.
    pub(crate) fn lookups() -> String {
        "/lookups".into()
    }

    /// Messages with the officer; with a body: to write one.
    pub(crate) fn messages(code: &str) -> String {
        format!("/dossiers/{}/messages", encode(code))
    }

    /// On which ways one hears of a dossier.
    pub(crate) fn dossier_notifications(code: &str) -> String {
        format!("/dossiers/{}/notifications", encode(code))
    }

    /// What happened, from `cursor` on; the latest where it is empty.
    pub(crate) fn notifications(cursor: &str) -> String {
        format!("/me/notifications{}", query(&[("cursor", cursor)]))
    }

    /// Where notifications are marked as read.
    pub(crate) fn notifications_read() -> String {
        "/me/notifications/read".into()
    }

    /// The ways out of the app that the portal offers.
    pub(crate) fn notification_channels() -> String {
        "/me/notification-channels".into()
    }

    /// One of them, by the contract's word for it.
    pub(crate) fn notification_channel(kind: &str) -> String {
        format!("/me/notification-channels/{}", encode(kind))
    }

    /// The devices that are told by web push.
    pub(crate) fn push_subscriptions() -> String {
        "/me/push-subscriptions".into()
    }

    /// One of them.
    pub(crate) fn push_subscription(id: &str) -> String {
        format!("/me/push-subscriptions/{}", encode(id))
    }

    /// For whom else one may act.
    pub(crate) fn mandates() -> String {
        "/me/mandates".into()
    }

    /// What is to be paid for a dossier, and how it went.
    pub(crate) fn payments(code: &str) -> String {
        format!("/dossiers/{}/payments", encode(code))
    }

    /// The receipt with the promised date.
    pub(crate) fn receipt(code: &str) -> String {
        format!("/dossiers/{}/receipt", encode(code))
    }

    /// The same as a PDF.
    pub(crate) fn receipt_file(code: &str) -> String {
        format!("/dossiers/{}/receipt.pdf", encode(code))
    }

    /// One's rating of a dossier.
    pub(crate) fn rating(code: &str) -> String {
        format!("/dossiers/{}/rating", encode(code))
    }

    /// What is published of all ratings of a service.
    pub(crate) fn ratings(service: &str) -> String {
        format!("/services/{}/ratings", encode(service))
    }

    /// Where feedback is given.
    pub(crate) fn feedback() -> String {
        "/feedback".into()
    }

    /// Feedback and what became of it.
    pub(crate) fn feedback_case(code: &str) -> String {
        format!("/feedback/{}", encode(code))
    }

    /// Where one says that its answer does not do.
    pub(crate) fn feedback_reopening(code: &str) -> String {
        format!("/feedback/{}/reopening", encode(code))
    }

    /// Published answers for words, from one on; `offset` 0 is the first.
    pub(crate) fn published_feedback(words: &str, offset: u32) -> String {
        let offset = offset.to_string();
        let wanted = [("q", words), ("limit", "10"), ("offset", &offset)];
        format!("/feedback/published{}", query(&wanted))
    }

    /// Published figures for a period (`2026`, `2026-Q3`, `2026-10`); empty: the portal's own
    /// choice.
    pub(crate) fn quality(period: &str) -> String {
        format!("/quality{}", query(&[("period", period)]))
    }

    /// Signings; with a body: to begin one.
    pub(crate) fn signatures() -> String {
        "/signatures".into()
    }

    /// One signing.
    pub(crate) fn signing(id: &str) -> String {
        format!("/signatures/{}", encode(id))
    }

    /// Where its code is confirmed.
    pub(crate) fn signing_confirmation(id: &str) -> String {
        format!("/signatures/{}/confirmation", encode(id))
    }

    /// What the portal knows about the person.
    pub(crate) fn profile() -> String {
        "/me/profile".into()
    }

    /// What the portal may use of the person's whom a mandate is for.
    pub(crate) fn profile_by(mandate: &str) -> String {
        format!("/me/profile?onBehalfOf={}", encode(mandate))
    }

    /// Papers that the portal holds for a requirement.
    pub(crate) fn held_documents(service: &str, requirement: &str) -> String {
        let wanted = [("service", service), ("requirement", requirement)];
        format!("/me/documents{}", query(&wanted))
    }

    /// The consents given, and giving one.
    pub(crate) fn consents() -> String {
        "/me/consents".into()
    }

    /// Where one says that a value is wrong.
    pub(crate) fn wrong_values() -> String {
        "/me/profile/reports".into()
    }

    /// The promised date for a calendar.
    pub(crate) fn calendar(code: &str) -> String {
        format!("/dossiers/{}/calendar", encode(code))
    }

    /// Taking one of them back.
    pub(crate) fn consent(id: &str) -> String {
        format!("/me/consents/{}", encode(id))
    }

    /// Who used the person's data, from `cursor` on; the latest where it is empty.
    pub(crate) fn access_log(cursor: &str) -> String {
        format!("/me/access-log{}", query(&[("cursor", cursor)]))
    }

    /// Where everything about the person is asked for.
    pub(crate) fn exports() -> String {
        "/me/exports".into()
    }

    /// How far one of them is.
    pub(crate) fn data_export(id: &str) -> String {
        format!("/me/exports/{}", encode(id))
    }

    /// What deleting one's data would do; with a POST: to have it done.
    pub(crate) fn deletion() -> String {
        "/me/deletion".into()
    }

    /// One of them.
    pub(crate) fn device(id: &str) -> String {
        format!("/me/devices/{}", encode(id))
    }
}
