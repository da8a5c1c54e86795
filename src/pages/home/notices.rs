//! What the portal wants people to know now; nothing when there is nothing.
//!
//! What stops working stands above everything else; news stands at the end, where
//! its late arrival moves nothing.

use leptos::prelude::*;
use motcua_contract::portal::{Notice, NoticeKind};

use crate::app::use_app;
use crate::format;
use crate::i18n::{fill, home, language};

/// The outages and warnings, or the news, to be opened one by one.
#[component]
pub(super) fn Notices(urgent: bool) -> impl IntoView {
    let portal = use_app().portal.state;
    move || {
        let all = portal.with(|state| state.value().map(|portal| portal.notices.clone()))?;
        let notices: Vec<_> = all
            .into_iter()
            .filter(|n| (n.kind != NoticeKind::News) == urgent)
            .collect();
        if notices.is_empty() {
            return None;
        }
        let id = if urgent { "urgent" } else { "news" };
        Some(view! {
            <section class="section" aria-labelledby=id>
                <h2 id=id>{home::notices()}</h2>
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
