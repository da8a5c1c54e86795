//! A list that comes page by page, each by the cursor that the page before gave.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use super::client;
use crate::focus;
use crate::remote::More;

/// One page of an answer.
pub(crate) trait Page: DeserializeOwned + 'static {
    /// What the list is of.
    type Row: Clone + Send + Sync + 'static;

    /// Its rows, and the cursor of what follows.
    fn into_parts(self) -> (Vec<Self::Row>, Option<String>);
}

/// What has come of a list so far.
#[derive(Debug)]
pub(crate) struct Pages<T: Send + Sync + 'static> {
    /// The rows, in the portal's order.
    pub(crate) rows: RwSignal<Vec<T>>,
    /// Where the next page begins; nothing at the end.
    next: RwSignal<Option<String>>,
    /// How the next page stands.
    pub(crate) asking: RwSignal<More>,
}

impl<T: Send + Sync + 'static> Clone for Pages<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Pages<T> {}

impl<T: Clone + Send + Sync + 'static> Pages<T> {
    /// Begins with the first page.
    pub(crate) fn begin(first: impl Page<Row = T>) -> Self {
        let (rows, next) = first.into_parts();
        Self {
            rows: RwSignal::new(rows),
            next: RwSignal::new(next),
            asking: RwSignal::new(More::Idle),
        }
    }

    /// Whether there is more to ask for. Reading it is tracked.
    pub(crate) fn has_more(self) -> bool {
        self.next.with(Option::is_some)
    }

    /// Asks for the next page at `path(cursor)`. Its first row, whose element `id` names by
    /// its place, takes focus.
    pub(crate) fn more<P: Page<Row = T>>(
        self,
        path: impl Fn(&str) -> String,
        id: fn(usize) -> String,
    ) {
        let Some(cursor) = self.next.get_untracked() else {
            return;
        };
        if self.asking.get_untracked() == More::Asked {
            return;
        }
        self.asking.set(More::Asked);
        let path = path(&cursor);
        spawn_local(async move {
            let answer = client::get(&path, None).await;
            let asking = match answer.and_then(|answer| answer.parse::<P>()) {
                Ok(page) => {
                    self.append(page, id);
                    More::Idle
                }
                Err(failure) => More::Failed(failure),
            };
            let _ = self.asking.try_set(asking);
        });
    }

    fn append(self, page: impl Page<Row = T>, id: fn(usize) -> String) {
        let (rows, next) = page.into_parts();
        let _ = self.next.try_set(next);
        let before = self.rows.try_update(|all| {
            let before = all.len();
            all.extend(rows);
            before
        });
        if let Some(before) = before {
            request_animation_frame(move || focus::focus_control(&id(before)));
        }
    }
}
