//! The notification centre: what happened, the latest first, and the ways to be told; for
//! whoever is not signed in, what goes without ([`guest`]).
//!
//! Announces: on a navigation its heading; that all are marked as read, how many came while
//! one looked (polite); a failure as
//! `role=alert`. Focus: on the heading after a navigation; on the list's heading once all are
//! marked, since the button is gone; on the first older line after "show older ones".

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::dossier::Action;
use motcua_contract::notification::{MarkRead, Notification, Notifications as Told};
use motcua_contract::portal::Capability;
use motcua_contract::text::LocalText;

use super::channels::Channels;
use super::guest::guest;
use crate::api::client;
use crate::api::pages::{Page, Pages};
use crate::api::write::Write;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::more_rows::MoreRows;
use crate::components::remote_view::RemoteView;
use crate::i18n::{fill, language, notifications as words};
use crate::live::News;
use crate::route::Route;
use crate::session::required::required_or;
use crate::{announce, api, focus, format, live, session};

const TITLE: &str = "notifications";

impl Page for Told {
    type Row = Notification;

    fn into_parts(self) -> (Vec<Notification>, Option<String>) {
        (self.items, self.next)
    }
}

/// The screen.
#[component]
pub(super) fn Notifications() -> impl IntoView {
    view! {
        <PageHeading title=words::title() />
        <p class="lead">{words::lead()}</p>
        {required_or(Capability::Notifications, || view! { <Centre /> <Channels /> }.fresh(), guest)}
    }
}

#[component]
fn Centre() -> impl IntoView {
    let told = api::load::<Told>(|| api::path::notifications(""));
    let retry = move |()| {
        focus::focus_id(TITLE);
        told.retry();
    };
    view! {
        <section class="section section--read" aria-labelledby=TITLE>
            <h2 id=TITLE>{words::list()}</h2>
            <RemoteView state=told.state on_retry=retry ready=listed />
        </section>
    }
}

/// How far the marking is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marking {
    Idle,
    Asked,
    Failed,
}

fn listed(first: Told) -> AnyView {
    if first.items.is_empty() {
        return view! { <p>{words::none()}</p> }.fresh();
    }
    let unread = RwSignal::new(first.unread);
    // All up to this one are marked; what comes later is not known here and stays unread.
    let latest = StoredValue::new(first.items.first().map(|one| one.id.clone()));
    let pages = Pages::begin(first);
    let state = RwSignal::new(Marking::Idle);
    follow(pages, unread, latest);
    let mark = move |_| {
        let Some(up_to) = latest.get_value() else {
            return;
        };
        if state.get_untracked() == Marking::Asked {
            return;
        }
        state.set(Marking::Asked);
        spawn_local(async move {
            let done = mark_read(up_to).await;
            let now = if done { Marking::Idle } else { Marking::Failed };
            if state.try_set(now).is_some() || !done {
                return;
            }
            pages
                .rows
                .update(|rows| rows.iter_mut().for_each(|row| row.read = true));
            unread.set(0);
            announce::say(words::marked());
            focus::focus_id(TITLE);
        });
    };
    let more = move |()| pages.more::<Told>(api::path::notifications, line_id);
    let count = move || match unread.get() {
        0 => words::all_read().to_owned(),
        n => fill(words::unread_count(), &[("n", &n.to_string())]),
    };
    let rows = move || {
        pages.rows.with(|rows| {
            let lines = rows.iter().enumerate();
            lines.map(|(at, row)| line(at, row)).collect_view()
        })
    };
    view! {
        <p>{count}</p>
        {move || (state.get() == Marking::Failed).then(|| view! {
            <p class="fault" role="alert">{words::mark_failed()}</p>
        }.fresh())}
        {move || (unread.get() > 0).then(|| view! {
            <p><button type="button" class="button button--quiet" on:click=mark
                aria-disabled=move || (state.get() == Marking::Asked).then_some("true")>{words::mark_all()}</button></p>
        }.fresh())}
        <ol class="log">{rows}</ol>
        <MoreRows has_more=Signal::derive(move || pages.has_more()) asking=pages.asking words=words::more()
            on_more=more />
    }
    .fresh()
}

/// Puts what happens meanwhile on top, and says so.
fn follow(pages: Pages<Notification>, unread: RwSignal<u32>, latest: StoredValue<Option<String>>) {
    live::follow(move |news| {
        if !matches!(news, News::Notifications | News::Anything) {
            return;
        }
        spawn_local(async move {
            let answer = client::get(&api::path::notifications(""), None).await;
            // No answer is no news: what is shown stays.
            let Ok(told) = answer.and_then(|answer| answer.parse::<Told>()) else {
                return;
            };
            let Some(known) = pages.rows.try_get_untracked() else {
                return;
            };
            let new = unknown(&known, told.items);
            if new.is_empty() {
                return;
            }
            let n = new.len().to_string();
            latest.set_value(new.first().map(|one| one.id.clone()));
            unread.set(told.unread);
            pages.rows.update(|rows| drop(rows.splice(..0, new)));
            announce::say(&fill(words::came(), &[("n", &n)]));
        });
    });
}

/// Those that are not among the known, in their order.
fn unknown(known: &[Notification], told: Vec<Notification>) -> Vec<Notification> {
    let is_known = |one: &Notification| known.iter().any(|before| before.id == one.id);
    told.into_iter().filter(|one| !is_known(one)).collect()
}

/// Whether the portal took it.
async fn mark_read(up_to: String) -> bool {
    let Ok(body) = serde_json::to_string(&MarkRead { up_to }) else {
        return false;
    };
    let answer = Write::post(&api::path::notifications_read())
        .body(&body)
        .send()
        .await;
    if let Err(refusal) = &answer
        && refusal.needs_sign_in()
    {
        session::ended();
    }
    answer.is_ok()
}

fn line_id(at: usize) -> String {
    format!("notification-{at}")
}

fn line(at: usize, one: &Notification) -> AnyView {
    let class = if one.read {
        "log__line"
    } else {
        "log__line log__line--new"
    };
    let tag = (!one.read).then(|| {
        view! { <p><span class="tag tag--info">{words::unread()}</span></p> }
    });
    let link = one.dossier.as_ref().map(|code| {
        let (route, words) = target(code.as_str(), one.action);
        let words = fill(words, &[("code", code.as_str())]);
        view! { <p><a class="more" href=route.href()>{words}</a></p> }
    });
    view! {
        <li class=class id=line_id(at) tabindex="-1">
            {tag}
            {own_words(&one.title, "log__who")}
            {one.text.as_ref().map(|text| own_words(text, ""))}
            <p class="hint">{format::date_time(&one.at)}</p>
            {link}
        </li>
    }
    .fresh()
}

/// Where one does what the notification is about.
fn target(code: &str, action: Option<Action>) -> (Route, &'static str) {
    match action {
        Some(Action::Message) => (Route::Messages(code.into()), words::open_messages()),
        Some(Action::Pay) => (Route::Payment(code.into()), words::open_payment()),
        _ => (Route::Dossier(code.into()), words::open()),
    }
}

fn own_words(text: &LocalText, class: &'static str) -> AnyView {
    let (text, lang) = text.for_language(language().tag());
    view! { <p class=class lang=lang>{text.to_owned()}</p> }.fresh()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_not_there_before_is_new() {
        let sample = include_str!("../../../crates/contract/samples/listNotifications.json");
        let told: Told = serde_json::from_str(sample).unwrap();
        let (known, all) = (&told.items[1..], told.items.clone());
        assert_eq!(unknown(known, all), told.items[..1]);
    }

    #[test]
    fn a_notification_leads_to_where_something_can_be_done() {
        let route = |action| target("H1", action).0;
        assert_eq!(route(Some(Action::Message)), Route::Messages("H1".into()));
        assert_eq!(route(Some(Action::Pay)), Route::Payment("H1".into()));
        for action in [None, Some(Action::Supplement), Some(Action::Unknown)] {
            assert_eq!(route(action), Route::Dossier("H1".into()), "{action:?}");
        }
    }
}
