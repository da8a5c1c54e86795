//! Who sends a request, as handlers ask for it.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::FromRequestParts;
use http::request::Parts;

use super::owner::{Owner, PersonId};
use super::rows::{self, Session};
use super::{cookie, device};
use crate::moment::Moment;
use crate::portal::Portal;
use crate::web::refusal::Refusal;

/// A session's last use is written down at most this often.
const NOTED: Duration = Duration::from_secs(60);

/// Whoever it is: a person, a guest, or somebody who has no session yet.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    pub(crate) session: Option<Session>,
    /// The device in plain words.
    pub(crate) device: String,
}

impl Visitor {
    /// Whose things they may see; nobody's without a session.
    pub(crate) fn owner(&self) -> Option<&Owner> {
        self.session.as_ref().map(|session| &session.owner)
    }

    /// The same for what needs one: a person, or a guest who has created something.
    pub(crate) fn known(&self) -> Result<&Owner, Refusal> {
        self.owner().ok_or_else(Refusal::sign_in)
    }

    /// The person, when one is signed in.
    pub(crate) fn person(&self) -> Option<&PersonId> {
        self.owner().and_then(Owner::person)
    }
}

impl FromRequestParts<Arc<Portal>> for Visitor {
    type Rejection = Refusal;

    async fn from_request_parts(
        parts: &mut Parts,
        portal: &Arc<Portal>,
    ) -> Result<Self, Self::Rejection> {
        let device = device::name(&parts.headers);
        let access = &portal.settings.access;
        let Some(token) = cookie::value(&parts.headers, cookie::SESSION, access) else {
            return Ok(Self {
                session: None,
                device,
            });
        };
        let (token, now) = (token.to_owned(), portal.clock.now());
        let changes = !parts.method.is_safe();
        let asked = Arc::clone(portal);
        let session = portal
            .ask(move |connection| {
                let Some(mut session) = rows::open(connection, &token, now)? else {
                    return Ok(None);
                };
                if let Some(end) = moves(&session, changes, now, &asked) {
                    rows::touch(connection, &session, now, end)?;
                    session.ends_at = end;
                }
                Ok(Some(session))
            })
            .await?;
        Ok(Self { session, device })
    }
}

/// When a session ends now that it is used, where that is worth a write. What changes
/// something shows that somebody is there; what only reads may be a page left open.
fn moves(session: &Session, changes: bool, now: Moment, portal: &Portal) -> Option<Moment> {
    let later = session.end_if_extended(now, &portal.settings.access);
    let end = if changes { later } else { session.ends_at };
    let noted = session.last_seen_at.until(now) < NOTED;
    let near = session.ends_at.until(end) < NOTED.min(portal.settings.access.idle() / 10);
    (!noted || !near).then_some(end)
}

/// A person who is signed in; anybody else is told to.
#[derive(Clone, Debug)]
pub(crate) struct SignedIn {
    pub(crate) person: PersonId,
    pub(crate) session: Session,
}

impl SignedIn {
    /// As the columns `owner` have it.
    pub(crate) fn owner(&self) -> &Owner {
        &self.session.owner
    }
}

impl FromRequestParts<Arc<Portal>> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(
        parts: &mut Parts,
        portal: &Arc<Portal>,
    ) -> Result<Self, Self::Rejection> {
        let visitor = Visitor::from_request_parts(parts, portal).await?;
        let person = visitor.person().cloned();
        match (person, visitor.session) {
            (Some(person), Some(session)) => Ok(Self { person, session }),
            _ => Err(Refusal::sign_in()),
        }
    }
}

impl From<SignedIn> for Visitor {
    fn from(signed_in: SignedIn) -> Self {
        Self {
            device: signed_in.session.device.clone(),
            session: Some(signed_in.session),
        }
    }
}
