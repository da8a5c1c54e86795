//! What the portal wants people to know now; nothing when there is nothing.

use leptos::prelude::*;
use motcua_contract::portal::{Notice, NoticeKind};

use crate::app::use_app;
use crate::format;
use crate::i18n::{fill, home, language};

/// The notices, as a list that can be opened one by one.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let portal = use_app().portal.state;
    move || {
        let notices = portal.with(|state| state.value().map(|portal| portal.notices.clone()));
        let notices = notices.filter(|notices| !notices.is_empty())?;
        Some(view! {
            <section class="section" aria-labelledby="notices">
                <h2 id="notices">{home::notices()}</h2>
                {notices.iter().map(draw).collect_view()}
            </section>
        })
    }
}

fn draw(notice: &Notice) -> impl IntoView + use<> {
    let (title, title_lang) = notice.title.for_language(language().tag());
    let (text, text_lang) = notice.text.for_language(language().tag());
    let class = match notice.kind {
        NoticeKind::News => "notice",
        NoticeKind::Outage | NoticeKind::Warning => "notice notice--warning",
    };
    let until = notice.until.as_deref().map(|until| {
        let words = fill(home::notice_until(), &[("date", &format::date_time(until))]);
        view! { <span class="hint">" "{words}</span> }
    });
    view! {
        <details class=class>
            <summary><span lang=title_lang>{title.to_owned()}</span>{until}</summary>
            {text.lines().map(|line| view! { <p lang=text_lang>{line.to_owned()}</p> }).collect_view()}
        </details>
    }
}
