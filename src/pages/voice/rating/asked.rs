//! The portal's questions, the words, and the sending.
//!
//! Announces and focus: see [`super`]. What is chosen and typed survives a reload; the rating
//! itself is put, not posted, so that sending it again makes no second one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::portal::{RatingForm, RatingQuestion};
use motcua_contract::problem::Problem;
use motcua_contract::rating::Rating;

use super::sheet::{ANSWERS, COMMENT, Lack, QUESTIONS, Sheet};
use crate::api::write::{Write, settled};
use crate::components::fresh::IntoFresh;
use crate::form::{About, PlainBox, Remark, summary};
use crate::i18n::{fill, language, rating as words};
use crate::pages::voice::personal::{noticed, to_remove};
use crate::pages::voice::refused::remarks;
use crate::pages::voice::sending::{Outcome, Sending, button, told};
use crate::route::encode;
use crate::{announce, api, focus, unsent};

/// Something done to the sheet.
type Change = Box<dyn FnOnce(&mut Sheet)>;

/// The questions for the dossier `code`, filled in with what was kept, or given `before`.
/// `taken` is told of a rating that the portal has, `left` of one that stays as it was.
pub(super) fn asked(
    code: &str,
    form: &RatingForm,
    before: Option<Rating>,
    taken: Callback<Rating>,
    left: Callback<Rating>,
) -> AnyView {
    let name = StoredValue::new(format!("rating/{}", encode(code)));
    let kept = name.with_value(|name| unsent::kept::<Sheet>(name));
    let first = kept.or_else(|| before.as_ref().map(Sheet::of));
    let sheet = RwSignal::new(first.unwrap_or_default());
    let change = Callback::new(move |change: Change| {
        sheet.update(change);
        sheet.with_untracked(|sheet| name.with_value(|name| unsent::keep(name, sheet)));
    });
    let faults = RwSignal::new(Vec::<Remark>::new());
    let state = RwSignal::new(Sending::Idle);
    let path = api::path::rating(code);
    let asking = StoredValue::new(form.clone());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if state.with_untracked(|state| *state == Sending::Asked) {
            return;
        }
        let (lacks, sent) = asking
            .with_value(|form| sheet.with_untracked(|sheet| (sheet.lacks(form), sheet.sent(form))));
        faults.set(lacks.into_iter().map(remark).collect());
        let Ok(body) = serde_json::to_string(&sent) else {
            return;
        };
        if faults.with_untracked(|faults| !faults.is_empty()) {
            return;
        }
        state.set(Sending::Asked);
        announce::say(words::sending());
        let path = path.clone();
        spawn_local(async move {
            match Outcome::of(settled(Write::put(&path).body(&body).send().await)) {
                Outcome::Done(rating) => {
                    name.try_with_value(|name| unsent::forget(name));
                    taken.run(rating);
                }
                Outcome::Refused(problem) => {
                    let _ = state.try_set(Sending::Idle);
                    let _ = faults.try_set(refused(&problem));
                }
                Outcome::Still(now) => drop(state.try_set(now)),
            }
        });
    };
    let questions = form.questions.iter().enumerate();
    let questions = questions
        .map(|(at, one)| question(at, one, form, sheet, change))
        .collect_view();
    let comment = Signal::derive(move || sheet.with(|sheet| sheet.comment.clone()));
    let comment_box = PlainBox {
        pointer: COMMENT,
        label: words::comment(),
        hint: Some(words::comment_hint()),
        value: comment,
        on_typed: Callback::new(move |typed: String| {
            change.run(Box::new(move |sheet| sheet.comment = typed));
        }),
        remarks: faults,
    };
    let sends = if before.is_some() {
        words::send_change()
    } else {
        words::send()
    };
    let leave = before.map(|before| {
        let leave = move |_| {
            name.with_value(|name| unsent::forget(name));
            left.run(before.clone());
        };
        view! { <button type="button" class="button button--quiet" on:click=leave>{words::keep_as_it_is()}</button> }
    });
    let nothing_chosen = move || {
        faults.with(|all| {
            let found = all.iter().find(|fault| fault.pointer == ANSWERS)?;
            Some(view! { <p class="q__error">{found.message.clone()}</p> }.fresh())
        })
    };
    view! {
        <div class="read mend">{move || faults.with(|all| (!all.is_empty()).then(|| summary(About::Errors, all, |_| None)))}</div>
        <form class="read" novalidate on:submit=submit>
            <p>{words::lead()}</p>
            <p class="notice">{words::confidential()}</p>
            {nothing_chosen}
            <div id=format!("{QUESTIONS}-set")>{questions}</div>
            {comment_box.lines()}
            {noticed(comment)}
            <p class="hint">{words::change_for_a_while()}</p>
            {told(state, words::not_known())}
            <div class="actions">
                {button(state, sends, words::sending())}
                {leave}
            </div>
        </form>
    }
    .fresh()
}

/// One question with its scale.
fn question(
    at: usize,
    question: &RatingQuestion,
    form: &RatingForm,
    sheet: RwSignal<Sheet>,
    change: Callback<Change>,
) -> AnyView {
    let tag = language().tag();
    let (text, lang) = question.text.for_language(tag);
    let group = format!("{QUESTIONS}_{at}");
    let id = StoredValue::new(question.id.clone());
    let chosen = Memo::new(move |_| id.with_value(|id| sheet.with(|sheet| sheet.level(id))));
    let choose = move |level: Option<u8>| {
        let id = id.get_value();
        change.run(Box::new(move |sheet| sheet.choose(&id, level)));
    };
    let radios = (1_u8..).zip(&form.scale).map(|(level, label)| {
        let (label, lang) = label.for_language(tag);
        view! {
            <label class="radio scale__level">
                <input type="radio" name=group.clone() prop:checked=move || chosen.get() == Some(level)
                    on:change=move |_| choose(Some(level)) />
                <span lang=lang>{label.to_owned()}</span>
            </label>
        }
        .fresh()
    });
    let radios = radios.collect_view();
    let cleared = fill(words::clear_of(), &[("question", text)]);
    let set = group.clone();
    let clear = move |_| {
        choose(None);
        announce::say(words::cleared());
        focus::focus_answer(&set);
    };
    // Whether one has chosen, not what: the button need not be drawn anew for each level.
    let answered = Memo::new(move |_| chosen.get().is_some());
    let clear = move || {
        let (label, clear) = (cleared.clone(), clear.clone());
        answered.get().then(|| view! {
            <button type="button" class="chip scale__clear" aria-label=label on:click=clear>{words::clear()}</button>
        }.fresh())
    };
    view! {
        <fieldset class="q" id=format!("{group}-set")>
            <legend class="q__label" lang=lang>{text.to_owned()}</legend>
            <div class="scale">{radios}</div>
            {clear}
        </fieldset>
    }
    .fresh()
}

fn remark(lack: Lack) -> Remark {
    let (pointer, message) = match lack {
        Lack::Answer => (ANSWERS, words::lacks_answer()),
        Lack::Personal(what) => (COMMENT, to_remove(what)),
    };
    Remark {
        pointer: pointer.into(),
        message: message.into(),
    }
}

/// The portal's faults at the questions and the words.
fn refused(problem: &Problem) -> Vec<Remark> {
    let mut found = remarks(problem, ANSWERS, Sheet::place);
    for remark in found.iter_mut().filter(|remark| remark.pointer == ANSWERS) {
        remark.message = fill(words::refused(), &[("why", &remark.message)]);
    }
    found
}

#[cfg(test)]
mod tests {
    use motcua_contract::problem::kind;

    use super::*;
    use crate::form::id_of;

    #[test]
    fn the_portals_faults_stand_at_the_questions_or_the_words() {
        let problem = Problem::new(kind::INVALID, 400, "x")
            .fault("/answers/3/level", "outOfRange", "Chọn một mức từ 1 đến 5.")
            .fault("/comment", "personal", "Bỏ số.");
        let faults = refused(&problem);
        assert!(faults[0].message.ends_with("Chọn một mức từ 1 đến 5."));
        let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(pointers, [ANSWERS, COMMENT]);
        assert_eq!(
            id_of(ANSWERS),
            QUESTIONS,
            "the summary leads to the questions"
        );
    }
}
