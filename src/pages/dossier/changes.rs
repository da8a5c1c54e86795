//! Keeps the open dossier as the portal has it, without the person's doing.
//!
//! Announces (polite): what changed, in one sentence; nothing when nothing that is shown
//! did. Focus: stays where it is ([`focus::keep_through`]).

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::shown::Dossier;
use crate::api::{self, Load, client};
use crate::i18n::{dossier as words, fill, language};
use crate::live::{self, News};
use crate::remote::{Failure, Remote};
use crate::{announce, focus, format};

/// How a look at the portal stands: one at a time, and once more if there was news meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Idle,
    Asking,
    AskingAgain,
}

/// Follows the dossier with this code for as long as the screen stands. `now` is what is shown.
pub(super) fn follow(
    code: StoredValue<String>,
    dossier: Load<Dossier>,
    now: RwSignal<Option<Dossier>>,
) {
    let look = StoredValue::new(Look::Idle);
    let shown = Memo::new(move |_| now.with(Option::is_some));
    let hear = move |news: &News| {
        if code.try_with_value(|code| news.concerns(code)) != Some(true) {
            return;
        }
        if look.get_value() != Look::Idle {
            look.set_value(Look::AskingAgain);
            return;
        }
        look.set_value(Look::Asking);
        spawn_local(async move {
            loop {
                ask(code, dossier, now).await;
                // The screen may have gone meanwhile.
                match look.try_get_value() {
                    Some(Look::AskingAgain) => look.set_value(Look::Asking),
                    Some(_) => return look.set_value(Look::Idle),
                    None => return,
                }
            }
        });
    };
    // Not before there is something to follow: who may not see the dossier is told nothing.
    Effect::new(move |_| {
        if shown.get() {
            live::follow(hear);
        }
    });
}

async fn ask(code: StoredValue<String>, dossier: Load<Dossier>, now: RwSignal<Option<Dossier>>) {
    let Some(path) = code.try_with_value(|code| api::path::dossier(code)) else {
        return;
    };
    let answer = client::get(&path, None).await;
    match answer.and_then(|answer| answer.parse::<Dossier>()) {
        Ok(new) => {
            let told = now.try_with_untracked(|now| {
                let before = now.as_ref().filter(|before| **before != new)?;
                Some(told(before, &new))
            });
            let Some(Some(told)) = told else { return };
            if let Some(words) = told {
                announce::say(&words);
            }
            focus::keep_through(|| now.set(Some(new)));
        }
        Err(Failure::SignIn) => {
            dossier.state.set(Remote::Failed(Failure::SignIn));
        }
        // What is shown stays: it was so when it was asked for, and the next look tells.
        Err(_) => {}
    }
}

/// What changed, as one sentence; nothing for what a person need not be told of.
fn told(before: &Dossier, now: &Dossier) -> Option<String> {
    if before.status.code != now.status.code || before.status.portal_text != now.status.portal_text
    {
        let tag = language().tag();
        let status = now.status.code.official_term();
        let status = status.unwrap_or_else(|| now.status.portal_text.for_language(tag).0);
        let next = now.status.next_step.as_ref();
        let next = next.map_or("", |next| next.text.for_language(tag).0);
        let values = [("status", status), ("next", next)];
        return Some(fill(words::changed_status(), &values).trim_end().to_owned());
    }
    let promised = |dossier: &Dossier| dossier.deadline.as_ref().map(|d| d.promised.clone());
    if let Some(date) = promised(now).filter(|_| promised(before) != promised(now)) {
        let values = [("time", format::date_time(&date))];
        let [(name, value)] = &values;
        return Some(fill(words::changed_date(), &[(name, value)]));
    }
    (before.payments != now.payments
        || before.results != now.results
        || before.content != now.content)
        .then(|| words::changed().to_owned())
}

#[cfg(test)]
mod tests {
    use motcua_contract::dossier::DossierStatus;

    use super::*;

    fn sample() -> Dossier {
        let text = include_str!("../../../crates/contract/samples/getDossier.json");
        serde_json::from_str(text).expect("the sample is a dossier")
    }

    #[test]
    fn a_new_status_is_told_with_what_comes_next() {
        let (before, mut now) = (sample(), sample());
        now.status.code = DossierStatus::InProgress;
        let words = told(&before, &now).expect("told");
        assert!(words.contains("Đang xử lý"), "{words}");
        let next = now.status.next_step.expect("the sample has one");
        assert!(words.contains(&next.text.vi), "{words}");
    }

    #[test]
    fn a_new_date_is_told_and_a_recount_of_the_days_is_not() {
        let (before, mut now) = (sample(), sample());
        let deadline = now.deadline.as_mut().expect("the sample has one");
        deadline.working_days_left -= 1;
        assert_eq!(told(&before, &now), None);
        now.deadline.as_mut().expect("there").promised = "2027-01-05T17:00:00+07:00".into();
        let words = told(&before, &now).expect("told");
        assert!(words.contains("05/01/2027"), "{words}");
    }
}
