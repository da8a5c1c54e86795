//! Messages with the officer who has a dossier: all of them, oldest first, and a box to write.
//!
//! Announces: on a navigation its heading; how many new messages came, whether one looked for
//! them or they came by themselves (polite); what [`Writing`] says. Focus: on the heading
//! after a navigation; on the first older message after "show older messages"; stays where it
//! is when new ones come.
//!
//! Asking for messages is what marks them as read, so what the portal tells of ([`live`]) is
//! asked for only while the page is in sight.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::dossier::Action;
use motcua_contract::dossier::message::{Message, Messages as Page};
use serde::Deserialize;

use super::thread::{self, Thread};
use super::writing::Writing;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::more_rows::MoreRows;
use crate::components::remote_view::RemoteView;
use crate::i18n::{dossier, fill, messages as words};
use crate::pages::dossier::reading::reading;
use crate::pages::dossier::stored::attached;
use crate::route::Route;
use crate::{announce, api, focus, format, live};

const LIST: &str = "thread";

/// What this screen reads of a dossier.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct About {
    service: Named,
    #[serde(default)]
    actions: Vec<Action>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Named {
    name: String,
}

/// The screen.
#[component]
pub(super) fn Messages(code: String) -> impl IntoView {
    let asked = StoredValue::new(code.clone());
    let about = api::load::<About>(move || asked.with_value(|code| api::path::dossier(code)));
    let page = api::load::<Page>(move || asked.with_value(|code| api::path::messages(code)));
    let retry = move |()| {
        focus::focus_id("main");
        page.retry();
    };
    let ready = Callback::new(move |about: About| {
        let code = asked.get_value();
        let closed = !about.actions.contains(&Action::Message);
        view! {
            <p class="lead" lang="vi">{about.service.name}</p>
            <RemoteView state=page.state on_retry=retry
                ready=move |page| conversation(&code, page, closed) />
        }
        .fresh()
    });
    let line = fill(words::about(), &[("code", &code)]);
    view! {
        <p class="hint dossier__code">{line}</p>
        <PageHeading title=words::title() />
        {reading(about, code.clone(), dossier::no_such_dossier, ready)}
        <p><a class="more" href=Route::Dossier(code).href()>{dossier::back_to_dossier()}</a></p>
    }
}

fn conversation(code: &str, latest: Page, closed: bool) -> AnyView {
    let thread = Thread::begin(code.to_owned(), latest);
    follow(code.to_owned(), thread);
    let writing = if closed {
        view! { <p class="notice read">{words::closed()}</p> }.fresh()
    } else {
        view! { <Writing code=code.to_owned() thread /> }.fresh()
    };
    view! {
        <section class="section section--read" aria-labelledby=LIST>
            <h2 id=LIST>{words::thread()}</h2>
            <MoreRows has_more=Signal::derive(move || thread.has_earlier()) asking=thread.asking
                words=words::earlier() on_more=move |()| spawn_local(thread.fetch_earlier()) />
            {move || thread.messages.with(|all| listed(all))}
            <Refresh thread />
        </section>
        {writing}
    }
    .fresh()
}

fn listed(all: &[Message]) -> AnyView {
    if all.is_empty() {
        return view! { <p>{words::none()}</p> }.fresh();
    }
    let rows = all.iter().map(line);
    view! { <ol class="thread">{rows.collect_view()}</ol> }.fresh()
}

fn line(message: &Message) -> AnyView {
    let own = thread::is_own(message);
    let class = if own {
        "thread__message thread__message--own"
    } else {
        "thread__message"
    };
    let who = if own {
        view! { <p class="thread__who">{words::you()}</p> }.fresh()
    } else {
        view! { <p class="thread__who" lang="vi">{thread::names(&message.from)}</p> }.fresh()
    };
    // Whether somebody else's was read is known to whoever reads it.
    let read = own.then(|| match &message.read_at {
        Some(time) => fill(words::read_at(), &[("time", &format::date_time(time))]),
        None => words::unread_there().into(),
    });
    let read = read.map(|read| format!(" · {read}"));
    let files = attached(&message.attachments).map(|files| {
        view! { <p class="hint">{words::attachments()}</p> {files} }
    });
    view! {
        <li class=class id=thread::line_id(&message.id) tabindex="-1">
            {who}
            <p class="thread__text" lang="vi">{message.text.clone()}</p>
            {files}
            <p class="hint">{format::date_time(&message.at)}{read}</p>
        </li>
    }
    .fresh()
}

/// The way to look for new messages oneself.
#[component]
fn Refresh(thread: Thread) -> impl IntoView {
    let asking = RwSignal::new(false);
    let pressed = move |_| {
        if asking.get_untracked() {
            return;
        }
        asking.set(true);
        spawn_local(async move {
            let came = thread.refresh().await;
            if asking.try_set(false).is_some() {
                return;
            }
            match came {
                Ok(0) => announce::say(words::nothing_new()),
                Ok(count) => say_came(count),
                Err(_) => announce::say(words::refresh_failed()),
            }
        });
    };
    view! {
        <p class="screen-only"><button type="button" class="button button--quiet" on:click=pressed
            aria-disabled=move || asking.get().then_some("true")>
            {move || if asking.get() { words::refreshing() } else { words::refresh() }}
        </button></p>
    }
}

/// Asks whenever the portal tells of a change, as soon as somebody can see what comes.
fn follow(code: String, thread: Thread) {
    let missed = StoredValue::new(false);
    let ask = move || {
        if document().hidden() {
            let _ = missed.try_set_value(true);
            return;
        }
        let _ = missed.try_set_value(false);
        spawn_local(async move {
            // No answer is no news: what is shown stays.
            if let Ok(count @ 1..) = thread.refresh().await {
                say_came(count);
            }
        });
    };
    live::follow(move |news| {
        if news.concerns(&code) {
            ask();
        }
    });
    let back = window_event_listener_untyped("visibilitychange", move |_| {
        if missed.try_get_value() == Some(true) {
            ask();
        }
    });
    on_cleanup(move || back.remove());
}

fn say_came(count: usize) {
    announce::say(&fill(words::came(), &[("n", &count.to_string())]));
}

#[cfg(test)]
mod tests {
    use motcua_contract::dossier::Dossier;

    use super::About;

    #[test]
    fn what_is_read_of_a_dossier_is_what_the_contract_says() {
        let sample = include_str!("../../../crates/contract/samples/getDossier.json");
        let about: About = serde_json::from_str(sample).unwrap();
        let whole: Dossier = serde_json::from_str(sample).unwrap();
        assert_eq!(about.service.name, whole.service.name);
        assert_eq!(about.actions, whole.actions);
    }
}
