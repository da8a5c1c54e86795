//! The copies on the portal: sent when typing rests, fetched, deleted.
//!
//! Only while somebody is signed in and the portal keeps drafts, and only drafts that were
//! open in this visit: on a family's tablet one person's unfinished application must not end
//! up in another's account. [`super::copying`] decides, this does.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::draft::{Draft as Copy, DraftConflict, DraftSummary, Drafts};
use motcua_contract::portal::Capability;

use super::copying::{self, Choice, Next, Outcome};
use super::draft::Draft;
use super::drafts::{self, OpenDraft};
use crate::api::write::{Key, Refusal, Write};
use crate::api::{client, path};
use crate::app::use_app;
use crate::connection::Connection;
use crate::remote::Failure;
use crate::{papers, session};

/// How long typing must rest before a copy is sent.
const REST: Duration = Duration::from_secs(2);
/// How long after a failure it is tried again, unless the network's return comes first.
const AGAIN: Duration = Duration::from_secs(20);

thread_local! {
    static ALLOWED: Cell<bool> = const { Cell::new(false) };
}

/// Sends copies for as long as the session allows it, and says whether it does. For screens
/// of an application to call while they are drawn; calling twice does no harm.
pub(crate) fn follow_session() -> Memo<bool> {
    let app = use_app();
    let known = session::ask();
    let kept = Memo::new(move |_| {
        let offered = app.portal.state.with(|state| {
            state
                .value()
                .is_some_and(|portal| portal.capabilities.contains(&Capability::Drafts))
        });
        offered && known.with(|known| known.person().is_some())
    });
    Effect::new(move |_| {
        ALLOWED.set(kept.get());
        if kept.get() && app.connection.get() == Connection::Online {
            drafts::each_open(due);
        }
    });
    kept
}

/// Whether copies are kept now.
pub(super) fn allowed() -> bool {
    ALLOWED.get()
}

/// Everything of `draft` is on the device: its copy comes next, once typing rests.
pub(super) fn due(draft: OpenDraft) {
    if !allowed() || draft.conflict().with_untracked(Option::is_some) {
        return;
    }
    let needless = draft.read(|draft| {
        draft.on_portal_since().is_some() || draft.sending.is_some() || draft.supplement.is_some()
    });
    if needless {
        return;
    }
    later(draft, REST);
}

/// The drafts that the portal keeps.
pub(super) async fn list() -> Result<Vec<DraftSummary>, Failure> {
    let answer = client::get(&path::drafts(), None).await?;
    Ok(answer.parse::<Drafts>()?.items)
}

/// Brings a draft of the portal onto this device.
pub(super) async fn fetch(summary: &DraftSummary) -> Result<OpenDraft, Failure> {
    let answer = client::get(&path::draft(&summary.id), None).await?;
    let copy: Copy = answer.parse()?;
    let open = drafts::take_in(&summary.service.name, copy.content.clone()).await;
    open.note(|draft| draft.portal = Some(copying::kept(&copy, draft.revision)));
    papers::adopt(open).await;
    let _ = open.flush().await;
    Ok(open)
}

/// Deletes a copy; true as well when it was gone already.
pub(super) async fn delete(id: &str) -> bool {
    match Write::delete(&path::draft(id)).send().await {
        Ok(_) => true,
        Err(refusal) => refusal
            .problem()
            .is_some_and(|problem| matches!(problem.status, 404 | 410)),
    }
}

/// Does what the person chose between two versions.
pub(crate) async fn settle(draft: OpenDraft, choice: Choice) {
    let Some(conflict) = draft.conflict().get_untracked() else {
        return;
    };
    draft.note(|draft| copying::choose(draft, &conflict, choice));
    if choice == Choice::There {
        papers::adopt(draft).await;
    }
    draft.conflict().set(None);
    due(draft);
}

fn later(draft: OpenDraft, pause: Duration) {
    if draft.calls_for_copy() {
        set_timeout(
            move || {
                spawn_local(async move {
                    let revision = draft.read(|draft| draft.revision);
                    let answered = send(draft).await;
                    draft.copied();
                    let more = draft.read(|draft| draft.revision) != revision;
                    match answered {
                        Ok(()) if more => due(draft),
                        Ok(()) => {}
                        Err(()) if allowed() => later(draft, AGAIN),
                        Err(()) => {}
                    }
                });
            },
            pause,
        );
    }
}

/// Sends one copy. An error: it is not known what came of it, try again.
async fn send(draft: OpenDraft) -> Result<(), ()> {
    // Once it is being handed in the portal's copy is on its way out.
    if !draft.is_open() || !allowed() || draft.read(|draft| draft.sending.is_some()) {
        return Ok(());
    }
    let mut next = Next::Nothing;
    let (mut revision, fresh) = (0, Key::fresh());
    if draft.read(|draft| draft.on_portal_since().is_none()) {
        draft.note(|draft: &mut Draft| {
            revision = draft.revision;
            next = copying::next(draft, fresh);
        });
    }
    let answer = match &next {
        Next::Nothing => return Ok(()),
        Next::Create { key, body } => {
            // The key must outlive a killed tab, or a second try would make a second copy.
            draft.flush().await.map_err(drop)?;
            Write::post(&path::drafts())
                .body(body)
                .key(key)
                .send()
                .await
        }
        Next::Save { id, etag, body } => {
            let path = path::draft(id);
            Write::put(&path).body(body).builds_on(etag).send().await
        }
    };
    let outcome = match answer {
        Ok(answer) => Outcome::Kept(Box::new(answer.parse().map_err(drop)?)),
        Err(refusal) => match understand(refusal)? {
            Some(outcome) => outcome,
            None => return Ok(()),
        },
    };
    let mut conflict = None;
    draft.note(|draft| conflict = copying::heard(draft, revision, outcome));
    draft.conflict().set(conflict);
    Ok(())
}

/// What a refusal means; nothing when the same again would be refused again.
fn understand(refusal: Refusal) -> Result<Option<Outcome>, ()> {
    if refusal.needs_sign_in() {
        ALLOWED.set(false);
        session::ended();
    }
    let Refusal::Refused { problem, body, .. } = refusal else {
        return Err(());
    };
    match problem.status {
        412 => crate::json::read::<DraftConflict>(&body)
            .map(|conflict| Some(Outcome::Conflict(Box::new(conflict))))
            .map_err(drop),
        404 | 410 => Ok(Some(Outcome::Gone)),
        422 => Ok(Some(Outcome::KeySpent)),
        // In progress, too many at once, or in trouble: later.
        408 | 409 | 425 | 429 | 500..=599 => Err(()),
        _ => Ok(None),
    }
}
