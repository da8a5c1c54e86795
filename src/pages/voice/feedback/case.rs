//! What became of feedback: how it stands, the answer, all that happened.
//!
//! Announces: on a navigation its heading; that nothing has this code, as `role=alert`; that it
//! was opened again (polite). Focus: on the heading after a navigation; on "how it stands" once
//! it was opened again, whose form goes.

use leptos::prelude::*;
use motcua_contract::feedback::{Feedback, FeedbackEvent, FeedbackState};
use motcua_contract::portal::Capability;

use super::published::lines;
use super::reopening;
use super::write::form::about;
use crate::api::{self, Load};
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::i18n::{feedback as words, fill};
use crate::pages::dossier::stored::attached;
use crate::pages::voice::offered::offered;
use crate::remote::{Failure, Remote};
use crate::route::Route;
use crate::{focus, format};

/// The heading of how it stands.
pub(super) const STATE: &str = "feedback-state";

/// The screen.
#[component]
pub(crate) fn CaseScreen(code: String) -> impl IntoView {
    let title = fill(words::case_title(), &[("code", &code)]);
    let code = StoredValue::new(code);
    let followed = move || {
        let load =
            api::load::<Feedback>(move || code.with_value(|code| api::path::feedback_case(code)));
        drawn(load)
    };
    view! {
        <PageHeading title=title />
        {offered(Capability::Feedback, words::not_offered(), followed)}
        <p><a class="more" href=Route::Feedback.href()>{words::to_feedback()}</a></p>
    }
}

fn drawn(load: Load<Feedback>) -> AnyView {
    let missing = Memo::new(move |_| {
        load.state
            .with(|state| matches!(state, Remote::Failed(Failure::Missing(_))))
    });
    let retry = move |()| {
        focus::focus_id("main");
        load.retry();
    };
    (move || {
        if missing.get() {
            return view! { <div class="failure" role="alert"><p>{words::none()}</p></div> }.fresh();
        }
        view! { <RemoteView state=load.state on_retry=retry ready=move |feedback: Feedback| shown(&feedback, load) /> }
            .fresh()
    })
    .into_any()
}

fn shown(feedback: &Feedback, load: Load<Feedback>) -> AnyView {
    let (tag, class, text) = stands(feedback.state);
    let text = fill(text, &[("agency", &feedback.agency)]);
    let answer_by = feedback.answer_by.as_deref().map(|day| {
        let words = fill(words::answer_by(), &[("date", &format::date(day))]);
        view! { <p>{words}</p> }
    });
    let said = last_words(feedback).map(|(title, text)| {
        view! {
            <section class="section section--read" aria-labelledby="answer">
                <h2 id="answer">{title}</h2>
                <div class="said" lang="vi">{lines(text)}</div>
            </section>
        }
    });
    let publish = feedback.publish.map(|publish| {
        let words = if publish {
            words::publish_yes()
        } else {
            words::publish_no()
        };
        view! { <p>{words}</p> }
    });
    let reopen = feedback
        .reopenable
        .then(|| reopening::form(&feedback.code, load));
    let files = attached(&feedback.attachments).map(|files| {
        view! { <h3>{words::attached()}</h3> {files} }
    });
    let history = feedback.history.iter().map(event).collect_view();
    view! {
        <section class=class aria-labelledby=STATE>
            <h2 id=STATE>{words::state_title()}</h2>
            <p><span class="tag tag--info">{tag}</span></p>
            <p>{text}</p>
            {answer_by}
        </section>
        {said}
        {reopen}
        <section class="section section--read" aria-labelledby="keep">
            <h2 id="keep">{words::keep()}</h2>
            <div class="receipt__number">{feedback.code.clone()}</div>
            <p>{words::keep_text()}</p>
            {publish}
        </section>
        <section class="section section--read" aria-labelledby="yours">
            <h2 id="yours">{words::yours()}</h2>
            <p class="hint">{about(feedback.about)}</p>
            <h3>{feedback.title.clone()}</h3>
            {lines(&feedback.text)}
            {files}
        </section>
        <section class="section section--read" aria-labelledby="history">
            <h2 id="history">{words::history()}</h2>
            <ol class="time">{history}</ol>
        </section>
    }
    .fresh()
}

/// A tag, the class of its box, and a sentence.
fn stands(state: FeedbackState) -> (&'static str, &'static str, &'static str) {
    let waits = "act act--wait";
    match state {
        FeedbackState::Received => (words::received_now(), waits, words::received_text()),
        FeedbackState::Forwarded => (words::forwarded(), waits, words::forwarded_text()),
        FeedbackState::Answered => (words::answered(), "act act--ok", words::answered_text()),
        FeedbackState::Reopened => (words::reopened(), waits, words::reopened_text()),
        FeedbackState::Refused => (words::refused(), waits, words::refused_text()),
        FeedbackState::Unknown => (words::unknown(), waits, words::unknown_text()),
    }
}

/// The answer or the reason that stands now, under its heading. While it is looked into again
/// the last answer still stands.
fn last_words(feedback: &Feedback) -> Option<(&'static str, &str)> {
    let of = |state| {
        let found = feedback
            .history
            .iter()
            .rev()
            .find(|event| event.state == state)?;
        found.text.as_deref()
    };
    match feedback.state {
        FeedbackState::Refused => Some((words::reason(), of(FeedbackState::Refused)?)),
        _ => Some((words::answer(), of(FeedbackState::Answered)?)),
    }
}

fn event(event: &FeedbackEvent) -> AnyView {
    let (tag, ..) = stands(event.state);
    let when = format!("{} · ", format::date_time(&event.at));
    view! {
        <li class="time__entry">
            <p>{tag}</p>
            <p class="hint">{when}<span lang="vi">{event.agency.clone()}</span></p>
            <div lang="vi">{event.text.as_deref().map(lines)}</div>
        </li>
    }
    .fresh()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Feedback {
        let sample = include_str!("../../../../crates/contract/samples/getFeedback.json");
        serde_json::from_str(sample).unwrap()
    }

    #[test]
    fn the_answer_stands_while_it_is_looked_into_again() {
        let mut feedback = sample();
        let answer = "Ủy ban nhân dân phường xin lỗi và đã trả kết quả ngày 14/10/2026.";
        assert_eq!(last_words(&feedback), Some((words::answer(), answer)));
        feedback.state = FeedbackState::Reopened;
        assert_eq!(last_words(&feedback), Some((words::answer(), answer)));
        feedback.history.pop();
        assert_eq!(last_words(&feedback), None);
    }

    #[test]
    fn a_refusal_is_shown_with_its_reason() {
        let mut feedback = sample();
        feedback.state = FeedbackState::Refused;
        feedback.history[1].state = FeedbackState::Refused;
        assert_eq!(
            last_words(&feedback).map(|(title, _)| title),
            Some(words::reason())
        );
    }
}
