//! Carries files to the portal: does what [`Transfer::next`] says, tells it what came of it.
//!
//! At most [`AT_ONCE`] files travel at a time, over all papers: on a bad line two half-fast
//! files are worse than one that arrives. Who waits for better luck is woken when the network
//! is back. A file that is removed, paused or discarded is dropped at its next step.
//!
//! Announces what matters and nothing else: a file has been received, or refused.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::upload::{Upload, UploadState};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::paper::PaperFile;
use super::transfer::{Heard, State, Step};
use super::{bytes, words};
use crate::announce;
use crate::api::uploads::{self, Announcement, Reply};
use crate::offline::draft::Draft;
use crate::offline::drafts::{OpenDraft, new_id};

const AT_ONCE: usize = 2;

thread_local! {
    /// Files being seen to, by their local ids, and whether they are still on their way: one
    /// that only waits for the portal to look into it takes nobody's place.
    static CARRIED: RefCell<Vec<(String, bool)>> = const { RefCell::new(Vec::new()) };
    /// Whoever waits before a next try.
    static SLEEPING: RefCell<Vec<Function>> = const { RefCell::new(Vec::new()) };
    static LISTENING: Cell<bool> = const { Cell::new(false) };
}

/// Takes up whatever of `draft` waits to be sent. To be called when a draft is opened and
/// whenever something was added or resumed; calling once too often does nothing.
pub(crate) fn attend(draft: OpenDraft) {
    wake_with_the_network();
    let due: Vec<(String, String, bool)> = draft.read(|draft| {
        let files = draft.papers.iter().flat_map(|(requirement, gathered)| {
            gathered.files.iter().map(move |f| (requirement, f))
        });
        files
            .filter(|(_, file)| file.transfer.next(file.bytes) != Step::Rest)
            .map(|(requirement, file)| {
                let travels = file.transfer.received().is_none();
                (requirement.clone(), file.id.clone(), travels)
            })
            .collect()
    });
    for (requirement, id, travels) in due {
        let taken = CARRIED.with_borrow_mut(|carried| {
            let travelling = carried.iter().filter(|(_, travels)| *travels).count();
            let free = !travels || travelling < AT_ONCE;
            let taken = free && carried.iter().all(|(other, _)| *other != id);
            if taken {
                carried.push((id.clone(), travels));
            }
            taken
        });
        if taken {
            spawn_local(async move {
                carry(draft, &requirement, &id).await;
                CARRIED.with_borrow_mut(|carried| carried.retain(|(other, _)| *other != id));
                if draft.is_open() {
                    attend(draft);
                }
            });
        }
    }
}

/// Nobody waits any longer: the network is back, or the person says so.
pub(super) fn wake() {
    for resolve in SLEEPING.take() {
        let _ = resolve.call1(&JsValue::NULL, &true.into());
    }
}

/// Takes a file back from the portal, as far as it can be reached; it runs out otherwise.
pub(super) fn withdraw(file: &PaperFile) {
    if let Some(upload) = file.transfer.upload().map(str::to_owned) {
        spawn_local(async move {
            let _ = uploads::withdraw(&upload).await;
        });
    }
}

async fn carry(draft: OpenDraft, requirement: &str, id: &str) {
    // Read when first needed, kept for as long as the file travels.
    let mut content = None;
    note(draft, requirement, id, |file| file.transfer.resume());
    while let Some(file) = find(draft, requirement, id) {
        let wait = file.transfer.wait(js_sys::Math::random());
        if wait > 0 {
            if sleep(wait).await {
                note(draft, requirement, id, |file| file.transfer.failures = 0);
            }
            // It may have been paused or removed meanwhile.
            let Some(now) = find(draft, requirement, id) else {
                return;
            };
            if now.transfer.next(now.bytes) == Step::Rest {
                return;
            }
        }
        let step = file.transfer.next(file.bytes);
        if matches!(step, Step::Send { .. }) && content.is_none() {
            let draft_id = draft.id();
            content = bytes::kept(&draft_id, id).await;
            if content.is_none() {
                // Erased, or the device lost it: only the person can bring it again.
                note(draft, requirement, id, |file| {
                    file.transfer.state = State::Failed;
                });
                return;
            }
        }
        let heard = match step {
            Step::Rest => return,
            step => take(step, &file, requirement, content.as_deref()).await,
        };
        if !settle(draft, requirement, id, heard).await {
            return;
        }
    }
}

/// Takes one step.
async fn take(step: Step, file: &PaperFile, requirement: &str, content: Option<&[u8]>) -> Heard {
    match step {
        Step::Announce { key } => {
            let told = Announcement {
                name: &file.name,
                media_type: &file.media_type,
                bytes: file.bytes,
                requirement,
            };
            understand(uploads::announce(told, &key).await, |reply| {
                reply.id.map(Heard::Announced)
            })
        }
        Step::Ask { upload } => understand(uploads::ask(&upload).await, |reply| {
            reply.offset.map(Heard::Holds)
        }),
        Step::Look { upload } => understand(uploads::look(&upload).await, |reply| {
            let upload: Upload = serde_json::from_str(&reply.body).ok()?;
            Some(Heard::Became(upload.state))
        }),
        Step::Send { upload, from, to } => {
            let range = (usize::try_from(from), usize::try_from(to));
            let (Ok(from_byte), Ok(to_byte)) = range else {
                return Heard::Silence;
            };
            let Some(chunk) = content.and_then(|all| all.get(from_byte..to_byte)) else {
                return Heard::Silence;
            };
            let Some(hash) = bytes::sha256(chunk).await else {
                return Heard::Silence;
            };
            let began = js_sys::Date::now();
            let reply = uploads::append(&upload, from, chunk, &hash).await;
            let milliseconds = (js_sys::Date::now() - began).max(0.0) as u32;
            understand(reply, |reply| {
                let offset = reply.offset?;
                Some(Heard::Took {
                    offset,
                    milliseconds,
                })
            })
        }
        Step::Rest => Heard::Silence,
    }
}

/// What a reply says; a success that lacks what it should bring is as good as none.
fn understand(reply: Option<Reply>, read: impl FnOnce(Reply) -> Option<Heard>) -> Heard {
    match reply {
        None => Heard::Silence,
        Some(reply) if (200..300).contains(&reply.status) => read(reply).unwrap_or(Heard::Silence),
        Some(reply) => Heard::Status(reply.status),
    }
}

/// Tells the transfer what was heard, and the person what came of it. False when the file is
/// not there any more.
async fn settle(draft: OpenDraft, requirement: &str, id: &str, heard: Heard) -> bool {
    let Some(before) = find(draft, requirement, id) else {
        return false;
    };
    let refused = matches!(heard, Heard::Became(UploadState::Refused { .. }));
    let key = new_id();
    note(draft, requirement, id, |file| {
        let (size, sha256) = (file.bytes, file.sha256.clone());
        file.transfer.hear(heard, size, &sha256, &key);
        if let State::Checked {
            pages: Some(pages), ..
        } = file.transfer.state
        {
            file.pages = Some(pages);
        }
    });
    let Some(after) = find(draft, requirement, id) else {
        return false;
    };
    if before.transfer.received().is_none() && after.transfer.received().is_some() {
        draft.change(|draft| publish(draft, requirement));
        announce::say(&words::said_received(&after.name));
        CARRIED.with_borrow_mut(|carried| {
            let mine = carried.iter_mut().filter(|(other, _)| other == id);
            mine.for_each(|(_, travels)| *travels = false);
        });
        attend(draft);
    }
    match &after.transfer.state {
        State::Checked { .. } => bytes::forget(&draft.id(), id).await,
        State::Refused { .. } | State::Failed if before.transfer.state != after.transfer.state => {
            draft.change(|draft| publish(draft, requirement));
            if !refused {
                announce::say(&words::said_failed(&after.name));
            } else {
                announce::say(&words::said_refused(&after.name));
            }
        }
        _ => {}
    }
    true
}

/// Writes into the draft's content which uploads a requirement has now; a document already
/// held stays.
pub(super) fn publish(draft: &mut Draft, requirement: &str) {
    let uploads = draft
        .papers
        .get(requirement)
        .map(super::Gathered::uploads)
        .unwrap_or_default();
    let papers = &mut draft.content.papers;
    match papers
        .iter_mut()
        .find(|paper| paper.requirement == requirement)
    {
        Some(paper) => paper.uploads = uploads,
        None => papers.push(motcua_contract::submission::Paper {
            requirement: requirement.into(),
            uploads,
            held: None,
        }),
    }
    papers.retain(|paper| !paper.uploads.is_empty() || paper.held.is_some());
}

fn find(draft: OpenDraft, requirement: &str, id: &str) -> Option<PaperFile> {
    if !draft.is_open() {
        return None;
    }
    draft.read(|draft| {
        let gathered = draft.papers.get(requirement)?;
        gathered.files.iter().find(|file| file.id == id).cloned()
    })
}

fn note(draft: OpenDraft, requirement: &str, id: &str, change: impl FnOnce(&mut PaperFile)) {
    if !draft.is_open() {
        return;
    }
    draft.note(|draft| {
        let gathered = draft.papers.get_mut(requirement);
        if let Some(file) = gathered.and_then(|gathered| gathered.file_mut(id)) {
            change(file);
        }
    });
}

/// Waits; true when woken before the time was over.
async fn sleep(milliseconds: u32) -> bool {
    let over = Promise::new(&mut |resolve, _| {
        let timer = resolve.clone();
        set_timeout(
            move || {
                let _ = timer.call1(&JsValue::NULL, &false.into());
            },
            Duration::from_millis(milliseconds.into()),
        );
        SLEEPING.with_borrow_mut(|sleeping| sleeping.push(resolve));
    });
    JsFuture::from(over)
        .await
        .is_ok_and(|woken| woken.is_truthy())
}

/// Once for all: wakes the sleeping when the browser says that the network is back.
fn wake_with_the_network() {
    if LISTENING.replace(true) {
        return;
    }
    let woken = Closure::<dyn Fn()>::new(wake).into_js_value();
    let _ = window().add_event_listener_with_callback("online", woken.unchecked_ref());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offline::draft::blank;
    use crate::papers::transfer::Transfer;

    #[test]
    fn what_a_draft_hands_in_is_what_the_portal_has_and_what_it_held_before() {
        let content = blank("1", "default", "1");
        let mut draft = Draft::new("d".into(), "T".into(), content, "t".into());
        draft.content.papers = vec![motcua_contract::submission::Paper {
            requirement: "a".into(),
            uploads: Vec::new(),
            held: Some("h".into()),
        }];
        publish(&mut draft, "a");
        assert_eq!(draft.content.papers.len(), 1, "what is held is not dropped");
        let file = PaperFile {
            id: "f".into(),
            name: "x.pdf".into(),
            media_type: "application/pdf".into(),
            bytes: 1,
            sha256: String::new(),
            pages: None,
            transfer: Transfer::elsewhere("u".into()),
        };
        draft.papers.entry("b".into()).or_default().files.push(file);
        publish(&mut draft, "b");
        assert_eq!(draft.content.papers[1].uploads, ["u"]);
        draft.papers.clear();
        publish(&mut draft, "b");
        assert_eq!(draft.content.papers.len(), 1);
    }

    #[test]
    fn an_answer_without_what_it_should_bring_is_no_answer() {
        let reply = Reply {
            status: 201,
            ..Reply::default()
        };
        assert_eq!(
            understand(Some(reply), |r| r.id.map(Heard::Announced)),
            Heard::Silence
        );
        let reply = Reply {
            status: 413,
            ..Reply::default()
        };
        assert_eq!(understand(Some(reply), |_| None), Heard::Status(413));
        assert_eq!(understand(None, |_| None), Heard::Silence);
    }
}
