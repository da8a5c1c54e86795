//! Who looked at or used the person's data, when and what for; the latest first.
//!
//! Announces: nothing; the first of the earlier lines is read, since it takes focus. Focus:
//! on that line after "show earlier ones"; on the heading after "try again".

use leptos::prelude::*;
use motcua_contract::consent::{Access, AccessLog as Log};
use motcua_contract::text::LocalText;

use crate::api::pages::{Page, Pages};
use crate::components::fresh::IntoFresh;
use crate::components::more_rows::MoreRows;
use crate::components::remote_view::RemoteView;
use crate::i18n::{fill, language, my_data as words};
use crate::route::Route;
use crate::{api, focus, format};

const TITLE: &str = "access-log";
/// How many lines stand there before one asks for more: the other parts follow below.
const AT_FIRST: usize = 5;

impl Page for Log {
    type Row = Access;

    fn into_parts(self) -> (Vec<Access>, Option<String>) {
        (self.items, self.next)
    }
}

/// The part.
#[component]
pub(super) fn AccessLog() -> impl IntoView {
    let log = api::load::<Log>(|| api::path::access_log(""));
    let retry = move |()| {
        focus::focus_id(TITLE);
        log.retry();
    };
    view! {
        <section class="section section--read" aria-labelledby=TITLE>
            <h2 id=TITLE>{words::log()}</h2>
            <RemoteView state=log.state on_retry=retry ready=listed />
        </section>
    }
}

fn listed(first: Log) -> AnyView {
    if first.items.is_empty() {
        return view! { <p>{words::log_none()}</p> }.fresh();
    }
    let pages = Pages::begin(first);
    let all = RwSignal::new(false);
    let hidden = move || !all.get() && pages.rows.with(|rows| rows.len() > AT_FIRST);
    let more = move |()| {
        if hidden() {
            all.set(true);
            request_animation_frame(|| focus::focus_control(&line_id(AT_FIRST)));
        } else {
            pages.more::<Log>(api::path::access_log, line_id);
        }
    };
    let rows = move || {
        let shown = if all.get() { usize::MAX } else { AT_FIRST };
        pages.rows.with(|rows| {
            let lines = rows.iter().take(shown).enumerate();
            lines.map(|(at, access)| line(at, access)).collect_view()
        })
    };
    view! {
        <p class="hint">{words::log_lead()}</p>
        <ol class="log">{rows}</ol>
        <MoreRows has_more=Signal::derive(move || hidden() || pages.has_more()) asking=pages.asking
            words=words::log_more() on_more=more />
    }
    .fresh()
}

fn line_id(at: usize) -> String {
    format!("access-{at}")
}

fn line(at: usize, access: &Access) -> AnyView {
    let who = match &access.actor {
        Some(actor) => format!("{}: {actor}", access.agency),
        None => access.agency.clone(),
    };
    let dossier = access.dossier.as_ref().map(|code| {
        let code = code.as_str();
        let words = fill(words::log_dossier(), &[("code", code)]);
        view! { " · " <a href=Route::Dossier(code.into()).href()>{words}</a> }
    });
    view! {
        <li class="log__line" id=line_id(at) tabindex="-1">
            <p class="log__who" lang="vi">{who}</p>
            <p>{words::log_what()} " " {own_words(&access.what)}</p>
            <p>{words::log_why()} " " {own_words(&access.why)}</p>
            <p class="hint">{format::date_time(&access.at)}{dossier}</p>
        </li>
    }
    .fresh()
}

fn own_words(text: &LocalText) -> AnyView {
    let (text, lang) = text.for_language(language().tag());
    view! { <span lang=lang>{text.to_owned()}</span> }.fresh()
}
