//! The messages of one dossier as far as they have come, oldest first.

use leptos::prelude::*;
use motcua_contract::dossier::message::{Message, Messages as Page};
use motcua_contract::dossier::timeline::{Handler, HandlerRole};

use crate::api::client;
use crate::remote::{Failure, More};
use crate::route::query;
use crate::{api, focus};

/// The thread of a dossier.
#[derive(Clone, Copy)]
pub(super) struct Thread {
    code: StoredValue<String>,
    /// The messages.
    pub(super) messages: RwSignal<Vec<Message>>,
    earlier: RwSignal<Option<String>>,
    /// How it stands with older ones.
    pub(super) asking: RwSignal<More>,
}

impl Thread {
    /// Begins with the latest page.
    pub(super) fn begin(code: String, latest: Page) -> Self {
        Self {
            code: StoredValue::new(code),
            messages: RwSignal::new(latest.items),
            earlier: RwSignal::new(latest.earlier),
            asking: RwSignal::new(More::Idle),
        }
    }

    /// Whether there are older ones. Reading it is tracked.
    pub(super) fn has_earlier(self) -> bool {
        self.earlier.with(Option::is_some)
    }

    /// Takes over messages that may be known already; how many of them are new and somebody
    /// else's. What is on the screen stays as it is when nothing is.
    pub(super) fn take(self, page: Vec<Message>) -> usize {
        let Some(mut all) = self.messages.try_get_untracked() else {
            return 0;
        };
        let before = all.clone();
        let new = merge(&mut all, page);
        if all != before {
            self.messages.set(all);
        }
        new
    }

    /// Asks for what was written since; how many messages of somebody else's came.
    pub(super) async fn refresh(self) -> Result<usize, Failure> {
        let Some(code) = self.code.try_get_value() else {
            return Ok(0);
        };
        let page: Page = client::get(&api::path::messages(&code), None)
            .await?
            .parse()?;
        Ok(self.take(page.items))
    }

    /// Asks for older ones and puts focus on the first of them.
    pub(super) async fn fetch_earlier(self) {
        let Some(cursor) = self.earlier.get_untracked() else {
            return;
        };
        if self.asking.get_untracked() == More::Asked {
            return;
        }
        self.asking.set(More::Asked);
        let answer = client::get(&self.path(&cursor), None).await;
        let asking = match answer.and_then(|answer| answer.parse::<Page>()) {
            Ok(page) => {
                let first = page.items.first().map(|message| line_id(&message.id));
                let _ = self.earlier.try_set(page.earlier);
                let _ = self.messages.try_update(|all| {
                    let later = std::mem::replace(all, page.items);
                    merge(all, later);
                });
                if let Some(first) = first {
                    request_animation_frame(move || focus::focus_control(&first));
                }
                More::Idle
            }
            Err(failure) => More::Failed(failure),
        };
        let _ = self.asking.try_set(asking);
    }

    fn path(self, cursor: &str) -> String {
        let path = self.code.with_value(|code| api::path::messages(code));
        format!("{path}{}", query(&[("cursor", cursor)]))
    }
}

/// The id of a message's element.
pub(super) fn line_id(message: &str) -> String {
    format!("message-{message}")
}

/// Whether the person wrote it.
pub(super) fn is_own(message: &Message) -> bool {
    message.from.role == HandlerRole::Citizen
}

/// Who wrote, as the portal names them: the officer, the unit, the body.
pub(super) fn names(from: &Handler) -> String {
    let parts = [&from.officer, &from.unit, &from.agency];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(", ")
}

/// Puts `page` into `all`: what is known is replaced, for it may have been read since; the
/// rest is appended in its order. How many of these are somebody else's.
fn merge(all: &mut Vec<Message>, page: Vec<Message>) -> usize {
    let mut new = 0;
    for message in page {
        match all.iter_mut().find(|known| known.id == message.id) {
            Some(known) => *known = message,
            None => {
                new += usize::from(!is_own(&message));
                all.push(message);
            }
        }
    }
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(id: &str, role: HandlerRole) -> Message {
        Message {
            id: id.into(),
            from: Handler {
                role,
                agency: Some("UBND phường Thử".into()),
                unit: None,
                officer: Some("Cán bộ thử".into()),
            },
            at: "2026-10-09T08:42:00+07:00".into(),
            text: id.into(),
            attachments: Vec::new(),
            read_at: None,
        }
    }

    #[test]
    fn a_message_that_came_before_is_not_new_but_may_have_been_read_since() {
        let mut all = vec![message("m1", HandlerRole::Citizen)];
        let mut read = message("m1", HandlerRole::Citizen);
        read.read_at = Some("2026-10-09T09:00:00+07:00".into());
        let page = vec![
            read.clone(),
            message("m2", HandlerRole::Department),
            message("m3", HandlerRole::Citizen),
        ];
        assert_eq!(merge(&mut all, page), 1);
        assert_eq!(all.len(), 3);
        assert_eq!(all.first(), Some(&read));
    }

    #[test]
    fn the_officer_is_named_before_the_body() {
        let names = names(&message("m1", HandlerRole::Counter).from);
        assert_eq!(names, "Cán bộ thử, UBND phường Thử");
    }
}
