//! How a dossier stands: its status in plain words with the official term, what is next,
//! who has it, when the result is promised.

use leptos::prelude::*;
use motcua_contract::dossier::deadline::{Clock, Deadline};
use motcua_contract::dossier::{Action, Apology, DossierStatus, Status};
use motcua_contract::text::LocalText;

use super::result::RESULTS;
use super::shown::Dossier;
use super::stored::stored;
use crate::components::fresh::IntoFresh;
use crate::i18n::{dossier as words, fill, language};
use crate::route::Route;
use crate::{focus, format};

/// The official term, or the portal's own words for a number this version does not know.
pub(in crate::pages) fn status_tag(status: &Status) -> AnyView {
    let class = match status.code {
        DossierStatus::SupplementRequested | DossierStatus::PaymentRequested => "tag tag--wait",
        DossierStatus::Done | DossierStatus::Returned => "tag tag--ok",
        DossierStatus::NotReceived | DossierStatus::Withdrawn | DossierStatus::Stopped => "tag",
        _ => "tag tag--info",
    };
    match status.code.official_term() {
        Some(term) => view! { <span class=class lang="vi">{term}</span> }.fresh(),
        None => {
            let (text, lang) = status.portal_text.for_language(language().tag());
            view! { <span class=class lang=lang>{text.to_owned()}</span> }.fresh()
        }
    }
}

/// The status as the national exchange numbers it, what it means, and what the person does
/// now, if anything.
pub(super) fn next_step(dossier: &Dossier) -> AnyView {
    let (code, status) = (dossier.code.as_str(), &dossier.status);
    let number = fill(
        words::status_number(),
        &[("n", &status.code.number().to_string())],
    );
    let number = status.code.official_term().map(|_| {
        view! { <p class="hint">{number}</p> }
    });
    let meaning = paragraph(&status.meaning);
    let Some(step) = &status.next_step else {
        return view! { <div class="read">{number}{meaning}</div> }.fresh();
    };
    let until = step.until.as_deref().map(|until| {
        let words = fill(words::until(), &[("time", &format::date_time(until))]);
        view! { <p>{words}</p> }
    });
    let since = fill(words::since(), &[("time", &format::date_time(&step.since))]);
    let yours = step.action.is_some();
    let (title, class) = if yours {
        (words::your_turn(), "act")
    } else {
        (words::what_is_next(), "act act--wait")
    };
    view! {
        <div class="read">{number}{meaning}</div>
        <section class=class aria-labelledby="next">
            <h2 id="next">{title}</h2>
            {paragraph(&step.text)}
            {until}
            {step.action.and_then(|action| button(code, action))}
            <p class="hint">{since}</p>
        </section>
    }
    .fresh()
}

/// The app draws a button for what it can do; the rest stands in the portal's words.
fn button(code: &str, action: Action) -> Option<AnyView> {
    let code = code.to_owned();
    let (route, words) = match action {
        Action::Pay => (Route::Payment(code), words::pay_now()),
        Action::Supplement => (Route::Supplement(code), words::supplement_now()),
        Action::FetchResult => {
            // It stands on this very screen.
            let go = |event: web_sys::MouseEvent| {
                event.prevent_default();
                focus::focus_id(RESULTS);
            };
            let href = format!("#{RESULTS}");
            return Some(
                view! { <p><a class="button" href=href on:click=go>{words::to_results()}</a></p> }
                    .fresh(),
            );
        }
        _ => return None,
    };
    Some(view! { <p><a class="button" href=route.href()>{words}</a></p> }.fresh())
}

/// Who has it, when the result is promised, when it was filed, how the result comes.
pub(super) fn facts(dossier: &Dossier) -> AnyView {
    let holder = dossier
        .status
        .next_step
        .as_ref()
        .and_then(|step| step.name.clone())
        .unwrap_or_else(|| dossier.agency.name.clone());
    let holds = if dossier.status.code.is_final() {
        words::who_dealt_with_it()
    } else {
        words::who_has_it()
    };
    let promised = promise(dossier).map(|promise| {
        view! {
            <div class="answer__fact answer__fact--figure">
                <dt>{words::promised()}</dt>
                <dd>{promise}</dd>
            </div>
        }
    });
    let applicant = match dossier.filed_by {
        Some(_) => words::filed_for(),
        None => words::applicant(),
    };
    let filed_by = dossier.filed_by.clone().map(|name| {
        view! {
            <div class="answer__fact answer__fact--figure">
                <dt>{words::filed_by()}</dt>
                <dd><span class="answer__line" lang="vi">{name}</span></dd>
            </div>
        }
    });
    let apology = dossier.apology.as_ref().map(apology);
    view! {
        <dl class="answer dossier__facts">
            <div class="answer__fact">
                <dt>{holds}</dt>
                <dd><span class="answer__line" lang="vi">{holder}</span></dd>
            </div>
            {promised}
            <div class="answer__fact answer__fact--figure">
                <dt>{words::filed_at()}</dt>
                <dd><span class="answer__line">{format::date_time(&dossier.filed_at)}</span></dd>
            </div>
            <div class="answer__fact answer__fact--figure">
                <dt>{applicant}</dt>
                <dd><span class="answer__line" lang="vi">{dossier.applicant.clone()}</span></dd>
            </div>
            {filed_by}
        </dl>
        {apology}
    }
    .fresh()
}

/// The promised date, or why there is none; nothing where none will come any more.
fn promise(dossier: &Dossier) -> Option<AnyView> {
    if let Some(deadline) = &dossier.deadline {
        return Some(promised(deadline));
    }
    let why = match dossier.status.code {
        DossierStatus::NotReceived
        | DossierStatus::Withdrawn
        | DossierStatus::Stopped
        | DossierStatus::Done
        | DossierStatus::Returned => return None,
        DossierStatus::Filed => words::no_date_yet(),
        _ => words::no_date_given(),
    };
    let view = view! {
        <span class="answer__line">{words::no_date()}</span>
        <span class="answer__hint">{why}</span>
    };
    Some(view.fresh())
}

/// The one apology there may be: why it is late, the date that was, the date that is.
fn apology(apology: &Apology) -> AnyView {
    let dates = fill(
        words::postponed(),
        &[
            ("before", &format::date_time(&apology.previous)),
            ("now", &format::date_time(&apology.promised)),
        ],
    );
    let letter = apology
        .letter
        .as_ref()
        .map(|letter| stored(letter, words::save_letter()));
    view! {
        <section class="notice notice--warning read" aria-labelledby="apology">
            <h2 id="apology">{words::apology()}</h2>
            {paragraph(&apology.reason)}
            <p>{dates}</p>
            {letter}
        </section>
    }
    .fresh()
}

/// The promised date, with how the clock stands and why it is this date.
pub(in crate::pages) fn promised(deadline: &Deadline) -> AnyView {
    view! {
        <span class="answer__line">{format::date_time(&deadline.promised)}</span>
        <span class="answer__hint">{clock(deadline)}</span>
        {deadline.explanation.as_ref().map(|text| {
            let (text, lang) = text.for_language(language().tag());
            view! { <span class="answer__hint" lang=lang>{text.to_owned()}</span> }
        })}
    }
    .fresh()
}

/// How the time runs, in the portal's count of working days: the app never counts itself.
fn clock(deadline: &Deadline) -> String {
    let days = deadline.working_days_left;
    let left = format::number(days.unsigned_abs().into());
    let message = match (deadline.clock, days) {
        (Clock::Running, 0) => words::due_today(),
        (Clock::Running, 1..) => words::days_left(),
        (Clock::WaitingForYou, _) => words::waits_for_you(),
        (Clock::Paused, _) => words::paused(),
        (Clock::MetInTime, _) => words::met_in_time(),
        (Clock::Late, _) | (Clock::Running, _) => words::late(),
        (Clock::Ended, _) => words::clock_ended(),
        (Clock::Unknown, _) => return String::new(),
    };
    fill(message, &[("n", &left)])
}

/// A portal's words as a paragraph in the language they are in.
pub(in crate::pages) fn paragraph(text: &LocalText) -> AnyView {
    let (text, lang) = text.for_language(language().tag());
    view! { <p lang=lang>{text.to_owned()}</p> }.fresh()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deadline(clock: Clock, days: i32) -> Deadline {
        Deadline {
            promised: "2026-11-26T17:00:00+07:00".into(),
            counts_from: "2026-11-22T08:00:00+07:00".into(),
            clock,
            working_days_left: days,
            as_of: "2026-11-22".into(),
            explanation: None,
        }
    }

    #[test]
    fn the_clock_is_told_as_the_portal_counts_it() {
        assert_eq!(clock(&deadline(Clock::Running, 4)), "còn 4 ngày làm việc");
        assert_eq!(clock(&deadline(Clock::Running, 0)), "hẹn trả trong hôm nay");
        assert_eq!(
            clock(&deadline(Clock::Late, -2)),
            "đã quá hẹn 2 ngày làm việc"
        );
        assert_eq!(
            clock(&deadline(Clock::Running, -2)),
            clock(&deadline(Clock::Late, -2))
        );
        assert_eq!(clock(&deadline(Clock::Unknown, 4)), "");
    }
}
