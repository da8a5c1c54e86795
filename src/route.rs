//! Every address of the app. Nothing else writes an `href`.

mod encoding;
mod step;
#[cfg(test)]
mod tests;

use encoding::decode;
pub(crate) use encoding::{decode_form, encode, query};
pub(crate) use step::{Item, Step};

/// A screen and what its address says. Query strings belong to the screens
/// ([`ResultsQuery`](crate::pages::results) and the like); see [`Route::href`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// `/`
    Home,
    /// `/dich-vu`: search results; the query string holds words and filters.
    Results,
    /// `/dich-vu/{code}`: one service.
    Service(String),
    /// `/danh-muc`: all fields, agencies and life events.
    Browse,
    /// `/viec/{id}`: one life event.
    LifeEvent(String),
    /// `/dich-vu/{code}/nop`: what to know before applying.
    Apply(String),
    /// `/nop/{draft}` and what follows it: one application being filled in.
    Draft(String, Step),
    /// `/ho-so`: dossiers, and the box to find one by its code.
    Dossiers,
    /// `/ho-so/{code}`: one dossier after it was sent.
    Dossier(String),
    /// `/ho-so/{code}/thanh-toan`: what is to be paid for it.
    Payment(String),
    /// `/ho-so/{code}/bo-sung`: answering what the officer asks for in addition.
    Supplement(String),
    /// `/ho-so/{code}/rut`: taking it back.
    Withdrawal(String),
    /// `/ho-so/{code}/giay-hen`: its receipt with the promised date.
    Receipt(String),
    /// `/ho-so/{code}/danh-gia`: rating it.
    Rating(String),
    /// `/phan-anh`: what feedback is, and the answers published.
    Feedback,
    /// `/phan-anh/gui`: writing some; `?ho-so={code}` names the dossier it is about.
    WriteFeedback,
    /// `/phan-anh/{code}`: what became of it. Its code proves that one may read it, here as in
    /// the contract.
    FeedbackCase(String),
    /// `/chat-luong`: how well the portal serves.
    Quality,
    /// `/ho-so/{code}/trao-doi`: messages with the officer.
    Messages(String),
    /// `/ho-so/{code}/thong-bao`: the ways to hear of it.
    DossierNotices(String),
    /// `/thong-bao`: what happened, and the ways to hear of it.
    Notifications,
    /// `/toi`: what is kept on this device, and the way to everything about me.
    Me,
    /// `/toi/du-lieu`: what the portal knows of me, and what I may do about it.
    MyData,
    /// `/cai-dat`
    Settings,
    /// `/tro-giup`
    Help,
    /// `/tiep-can`
    Accessibility,
    /// `/rieng-tu`
    Privacy,
    /// `/gioi-thieu`: about this portal.
    About,
    /// Anything else.
    NotFound,
}

impl Route {
    /// Reads a path (percent-encoded, as the browser gives it). A trailing slash
    /// changes nothing.
    pub(crate) fn parse(path: &str) -> Self {
        let path = path.trim_start_matches('/').trim_end_matches('/');
        let mut parts = path.split('/');
        let (first, second, third) = (parts.next(), parts.next(), parts.next());
        if parts.next().is_some() {
            return Self::NotFound;
        }
        match (first.unwrap_or_default(), second, third) {
            ("", None, None) => Self::Home,
            ("dich-vu", None, None) => Self::Results,
            ("dich-vu", Some(code), None) => decode(code).map_or(Self::NotFound, Self::Service),
            ("dich-vu", Some(code), Some("nop")) => {
                decode(code).map_or(Self::NotFound, Self::Apply)
            }
            ("nop", Some(draft), step) => match (decode(draft), Step::parse(step)) {
                (Some(draft), Some(step)) => Self::Draft(draft, step),
                _ => Self::NotFound,
            },
            ("danh-muc", None, None) => Self::Browse,
            ("viec", Some(id), None) => decode(id).map_or(Self::NotFound, Self::LifeEvent),
            ("ho-so", None, None) => Self::Dossiers,
            ("ho-so", Some(code), part) => match (decode(code), part) {
                (Some(code), None) => Self::Dossier(code),
                (Some(code), Some("thanh-toan")) => Self::Payment(code),
                (Some(code), Some("bo-sung")) => Self::Supplement(code),
                (Some(code), Some("rut")) => Self::Withdrawal(code),
                (Some(code), Some("giay-hen")) => Self::Receipt(code),
                (Some(code), Some("danh-gia")) => Self::Rating(code),
                (Some(code), Some("trao-doi")) => Self::Messages(code),
                (Some(code), Some("thong-bao")) => Self::DossierNotices(code),
                _ => Self::NotFound,
            },
            ("phan-anh", None, None) => Self::Feedback,
            ("phan-anh", Some("gui"), None) => Self::WriteFeedback,
            ("phan-anh", Some(code), None) => {
                decode(code).map_or(Self::NotFound, Self::FeedbackCase)
            }
            ("chat-luong", None, None) => Self::Quality,
            ("thong-bao", None, None) => Self::Notifications,
            ("toi", None, None) => Self::Me,
            ("toi", Some("du-lieu"), None) => Self::MyData,
            ("cai-dat", None, None) => Self::Settings,
            ("tro-giup", None, None) => Self::Help,
            ("tiep-can", None, None) => Self::Accessibility,
            ("rieng-tu", None, None) => Self::Privacy,
            ("gioi-thieu", None, None) => Self::About,
            _ => Self::NotFound,
        }
    }

    /// The address of this screen.
    pub(crate) fn href(&self) -> String {
        match self {
            Self::Home | Self::NotFound => "/".into(),
            Self::Results => "/dich-vu".into(),
            Self::Service(code) => format!("/dich-vu/{}", encode(code)),
            Self::Apply(code) => format!("/dich-vu/{}/nop", encode(code)),
            Self::Draft(id, step) => format!("/nop/{}{}", encode(id), step.path()),
            Self::Browse => "/danh-muc".into(),
            Self::LifeEvent(id) => format!("/viec/{}", encode(id)),
            Self::Dossiers => "/ho-so".into(),
            Self::Dossier(code) => format!("/ho-so/{}", encode(code)),
            Self::Payment(code) => format!("/ho-so/{}/thanh-toan", encode(code)),
            Self::Supplement(code) => format!("/ho-so/{}/bo-sung", encode(code)),
            Self::Withdrawal(code) => format!("/ho-so/{}/rut", encode(code)),
            Self::Receipt(code) => format!("/ho-so/{}/giay-hen", encode(code)),
            Self::Rating(code) => format!("/ho-so/{}/danh-gia", encode(code)),
            Self::Feedback => "/phan-anh".into(),
            Self::WriteFeedback => "/phan-anh/gui".into(),
            Self::FeedbackCase(code) => format!("/phan-anh/{}", encode(code)),
            Self::Quality => "/chat-luong".into(),
            Self::Messages(code) => format!("/ho-so/{}/trao-doi", encode(code)),
            Self::DossierNotices(code) => format!("/ho-so/{}/thong-bao", encode(code)),
            Self::Notifications => "/thong-bao".into(),
            Self::MyData => "/toi/du-lieu".into(),
            Self::Me => "/toi".into(),
            Self::Settings => "/cai-dat".into(),
            Self::Help => "/tro-giup".into(),
            Self::Accessibility => "/tiep-can".into(),
            Self::Privacy => "/rieng-tu".into(),
            Self::About => "/gioi-thieu".into(),
        }
    }

    /// The address of the results for `parameters` (name, value); empty values are left out.
    pub(crate) fn results(parameters: &[(&str, &str)]) -> String {
        format!("{}{}", Self::Results.href(), query(parameters))
    }

    /// The address of a service, with the papers of one of its cases chosen.
    pub(crate) fn service(code: &str, case: Option<&str>) -> String {
        let href = Self::Service(code.into()).href();
        format!("{href}{}", query(&[(CASE, case.unwrap_or_default())]))
    }

    /// The address to apply for a service in one of its cases.
    pub(crate) fn apply(code: &str, case: Option<&str>) -> String {
        let href = Self::Apply(code.into()).href();
        format!("{href}{}", query(&[(CASE, case.unwrap_or_default())]))
    }

    /// The address to apply for a service again, with the answers of an earlier dossier.
    pub(crate) fn apply_again(code: &str, case: &str, dossier: &str) -> String {
        let href = Self::Apply(code.into()).href();
        format!("{href}{}", query(&[(CASE, case), (AGAIN, dossier)]))
    }

    /// Reads a path and its query string, where the latter decides what is shown.
    pub(crate) fn read(path: &str, search: &str) -> Self {
        let mut route = Self::parse(path);
        if let Self::Draft(_, Step::Page(_, item)) = &mut route {
            let parameters = search.trim_start_matches('?').split('&');
            let value = parameters
                .filter_map(|pair| pair.split_once('='))
                .find_map(|(name, value)| (name == ITEM).then_some(value));
            *item = value.and_then(decode_form).as_deref().and_then(Item::parse);
        }
        route
    }

    /// Whether going from this screen to `other` leaves the same one standing: the steps of
    /// one application share what was loaded for it.
    pub(crate) fn shares_its_screen_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Draft(a, _), Self::Draft(b, _)) => a == b,
            _ => self == other,
        }
    }

    /// The address of one question of an application: its page, as the next step or to be
    /// changed from the review, and the item of a group.
    pub(crate) fn question(draft: &str, page: &str, item: Option<&Item>, review: bool) -> String {
        let href = Self::Draft(draft.into(), Step::Page(page.into(), None)).href();
        let item = item.map(|item| format!("{}.{}", item.group, item.at));
        let item = item.unwrap_or_default();
        let from = if review { REVIEW } else { "" };
        format!("{href}{}", query(&[(ITEM, &item), (FROM, from)]))
    }

    /// The address that looks for a dossier by its code.
    pub(crate) fn lookup(code: &str) -> String {
        format!("{}{}", Self::Dossiers.href(), query(&[("code", code)]))
    }

    /// The address to write about a dossier.
    pub(crate) fn feedback_on(dossier: &str) -> String {
        format!(
            "{}{}",
            Self::WriteFeedback.href(),
            query(&[(DOSSIER, dossier)])
        )
    }

    /// Which of the four places of the main navigation this screen belongs to.
    pub(crate) fn place(&self) -> Option<Place> {
        match self {
            Self::Home => Some(Place::Home),
            Self::Results
            | Self::Service(_)
            | Self::Apply(_)
            | Self::Browse
            | Self::LifeEvent(_) => Some(Place::Search),
            Self::Draft(..)
            | Self::Dossiers
            | Self::Dossier(_)
            | Self::Payment(_)
            | Self::Supplement(_)
            | Self::Withdrawal(_)
            | Self::Receipt(_)
            | Self::Rating(_)
            | Self::Messages(_)
            | Self::DossierNotices(_) => Some(Place::Dossiers),
            Self::Me | Self::MyData | Self::Notifications | Self::Settings => Some(Place::Me),
            _ => None,
        }
    }
}

/// The parameter of a service's address that names the chosen case.
pub(crate) const CASE: &str = "case";
/// The parameter of an application's address that names the dossier it begins from.
pub(crate) const AGAIN: &str = "tu";
/// The parameter of the address to write feedback that names the dossier it is about.
pub(crate) const DOSSIER: &str = "ho-so";
/// The parameter of a question's address that names the item of a group ([`Item`]).
pub(crate) const ITEM: &str = "item";
/// The parameter of a question's address that says where one came from.
pub(crate) const FROM: &str = "from";
/// Its value when that is the review.
pub(crate) const REVIEW: &str = "review";

/// The four places of the bottom bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Trang chủ.
    Home,
    /// Tìm dịch vụ.
    Search,
    /// Hồ sơ.
    Dossiers,
    /// Tôi.
    Me,
}
