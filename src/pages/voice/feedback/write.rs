//! Writing feedback: about what, the words, and who writes where nobody is signed in.
//!
//! Announces: on a navigation its heading; personal data in what would be published (polite);
//! what has to be mended, by the summary that takes focus; that it is being sent, and its code
//! once the portal has it (polite); that nothing is known of it, as `role=alert`. Focus: on the
//! heading after a navigation, which also leads to the feedback itself once it was received;
//! on the main region when what was written gives way to the words that wait to be sent again.
//!
//! What is typed survives a reload of the tab. A letter that may have arrived waits with its
//! key and is sent again as it was: only the portal's answer makes it a new one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_contract::feedback::{Feedback, FeedbackAbout};
use motcua_contract::portal::Capability;

use super::about_dossier::about_dossier;
use super::letter::{Lack, Letter};
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::form::{About, PlainBox, Remark, id_of, summary};
use crate::i18n::{feedback as words, fill};
use crate::pages::voice::offered::offered;
use crate::pages::voice::personal::{noticed, to_remove};
use crate::pages::voice::refused::remarks;
use crate::pages::voice::sending::{Attempt, Outcome, Sending, button, told};
use crate::route::{DOSSIER, Route};
use crate::session::{self, Known, panel::SessionPanel};
use crate::{address, announce, api, focus, unsent};

const LETTER: &str = "feedback";
const ATTEMPT: &str = "feedback-sent";

type Words = fn() -> &'static str;

const ABOUT: [(FeedbackAbout, Words); 5] = [
    (FeedbackAbout::Rule, words::about_rule),
    (FeedbackAbout::Officer, words::about_officer),
    (FeedbackAbout::Delay, words::about_delay),
    (FeedbackAbout::Site, words::about_site),
    (FeedbackAbout::Other, words::about_other),
];

/// What feedback is about, in words.
pub(super) fn about(what: FeedbackAbout) -> &'static str {
    let found = ABOUT.iter().find(|(about, _)| *about == what);
    found.map_or(words::about_other(), |(_, words)| words())
}

/// The screen.
#[component]
pub(crate) fn WriteScreen() -> impl IntoView {
    view! {
        <PageHeading title=words::write_title() />
        {offered(Capability::Feedback, words::not_offered(), || Writing::begin().draw())}
        <p><a class="more" href=Route::Feedback.href()>{words::to_feedback()}</a></p>
    }
}

/// One letter on its way.
#[derive(Clone, Copy)]
struct Writing {
    letter: RwSignal<Letter>,
    /// Sent and not answered yet: goes again as it is.
    attempt: RwSignal<Option<Attempt>>,
    faults: RwSignal<Vec<Remark>>,
    state: RwSignal<Sending>,
    /// Whether one has to say who one is.
    guest: Memo<bool>,
    received: Callback<Feedback>,
}

impl Writing {
    fn begin() -> Self {
        let known = session::ask();
        let letter = unsent::kept::<Letter>(LETTER).unwrap_or_default();
        let navigate = use_navigate();
        Self {
            letter: RwSignal::new(letter.on(address::parameter(DOSSIER))),
            attempt: RwSignal::new(unsent::kept(ATTEMPT)),
            faults: RwSignal::default(),
            state: RwSignal::new(Sending::Idle),
            guest: Memo::new(move |_| {
                known.with(|known| !matches!(known, Known::Person(_) | Known::Asking))
            }),
            received: Callback::new(move |feedback: Feedback| {
                unsent::forget(LETTER);
                unsent::forget(ATTEMPT);
                announce::say(&fill(words::received(), &[("code", &feedback.code)]));
                // In place of this screen: going back must not lead to a letter that was sent.
                let options = NavigateOptions {
                    replace: true,
                    ..NavigateOptions::default()
                };
                navigate(&Route::FeedbackCase(feedback.code).href(), options);
            }),
        }
    }

    fn change(self, change: impl FnOnce(&mut Letter)) {
        self.letter.update(change);
        self.letter
            .with_untracked(|letter| unsent::keep(LETTER, letter));
    }

    /// Sends what is written, if it lacks nothing.
    fn send(self) {
        let guest = self.guest.get_untracked();
        let lacks = self.letter.with_untracked(|letter| letter.lacks(guest));
        let complete = lacks.is_empty();
        self.faults.set(lacks.into_iter().map(remark).collect());
        let sent = self.letter.with_untracked(|letter| letter.sent(guest));
        if let (true, Ok(body)) = (complete, serde_json::to_string(&sent)) {
            self.post(Attempt::new(body));
        }
    }

    fn post(self, attempt: Attempt) {
        if self.state.with_untracked(|state| *state == Sending::Asked) {
            return;
        }
        unsent::keep(ATTEMPT, &attempt);
        self.state.set(Sending::Asked);
        announce::say(words::sending());
        spawn_local(async move {
            match attempt.post(&api::path::feedback()).await {
                Outcome::Done(feedback) => drop(self.received.try_run(feedback)),
                Outcome::Refused(problem) => {
                    unsent::forget(ATTEMPT);
                    let _ = self.attempt.try_set(None);
                    let _ = self.state.try_set(Sending::Idle);
                    let found = remarks(&problem, Lack::Text.pointer(), Letter::place);
                    let _ = self.faults.try_set(found);
                }
                Outcome::Still(Sending::SignIn) => {
                    unsent::forget(ATTEMPT);
                    let _ = self.attempt.try_set(None);
                    let _ = self.state.try_set(Sending::SignIn);
                }
                Outcome::Still(now) => {
                    let _ = self.state.try_set(now);
                    if self.attempt.try_set(Some(attempt)).is_none() {
                        request_animation_frame(|| focus::focus_if_lost("main"));
                    }
                }
            }
        });
    }

    fn draw(self) -> AnyView {
        let waits = Memo::new(move |_| self.attempt.with(Option::is_some));
        (move || {
            if waits.get() {
                self.waiting()
            } else {
                self.form()
            }
        })
        .into_any()
    }

    /// What may have arrived, to be read and sent again.
    fn waiting(self) -> AnyView {
        if self.state.with_untracked(|state| *state == Sending::Idle) {
            // After a reload: why there was no answer is forgotten.
            self.state.set(Sending::NotKnown(String::new()));
        }
        let again = move |event: web_sys::SubmitEvent| {
            event.prevent_default();
            if let Some(attempt) = self.attempt.get_untracked() {
                self.post(attempt);
            }
        };
        let (title, text) = self
            .letter
            .with_untracked(|letter| (letter.title.clone(), letter.text.clone()));
        view! {
            <form class="act" aria-labelledby="waiting" on:submit=again>
                <h2 id="waiting">{words::waiting_title()}</h2>
                {told(self.state, words::not_known())}
                <h3>{title}</h3>
                {super::published::lines(&text)}
                <div class="actions">{button(self.state, words::send_again(), words::sending())}</div>
            </form>
        }
        .fresh()
    }

    fn form(self) -> AnyView {
        let submit = move |event: web_sys::SubmitEvent| {
            event.prevent_default();
            self.send();
        };
        let title = self.line(
            "/title",
            words::title_label(),
            Some(words::title_hint()),
            |letter| &mut letter.title,
        );
        let text = self.line(
            "/text",
            words::text_label(),
            Some(words::text_hint()),
            |letter| &mut letter.text,
        );
        let published = Signal::derive(move || {
            self.letter.with(|letter| match letter.publish {
                true => format!("{}\n{}", letter.title, letter.text),
                false => String::new(),
            })
        });
        let faults = self.faults;
        view! {
            <div class="read mend">{move || faults.with(|all| (!all.is_empty()).then(|| summary(About::Errors, all, |_| None)))}</div>
            <form class="read" novalidate on:submit=submit>
                {self.dossier()}
                {self.about()}
                {title.line("text", "off", "box")}
                {text.lines()}
                {self.publish()}
                {noticed(published)}
                {self.sender()}
                {told(self.state, words::not_known())}
                <div class="actions">{button(self.state, words::send(), words::sending())}</div>
            </form>
        }
        .fresh()
    }

    /// The dossier it is about, while there is one.
    fn dossier(self) -> AnyView {
        let code = Memo::new(move |_| self.letter.with(|letter| letter.dossier.clone()));
        let remove = Callback::new(move |()| {
            self.change(|letter| letter.dossier = None);
            address::replace(&Route::WriteFeedback.href());
            announce::say(words::on_dossier_removed());
            focus::focus_answer(&id_of(Lack::About.pointer()));
        });
        (move || {
            code.get()
                .map(|code| about_dossier(&code, self.faults, remove))
        })
        .into_any()
    }

    fn about(self) -> AnyView {
        let pointer = Lack::About.pointer();
        let chosen = Memo::new(move |_| self.letter.with(|letter| letter.about));
        let fault = move || {
            self.faults.with(|all| {
                let found = all.iter().find(|remark| remark.pointer == pointer)?;
                Some(found.message.clone())
            })
        };
        let radios = ABOUT.map(|(what, words)| {
            view! {
                <label class="radio">
                    <input type="radio" name="about" prop:checked=move || chosen.get() == Some(what)
                        on:change=move |_| self.change(|letter| letter.about = Some(what)) />
                    <span>{words()}</span>
                </label>
            }
            .fresh()
        });
        view! {
            <fieldset class="q" class:q--wrong=move || fault().is_some() id=format!("{}-set", id_of(pointer))>
                <legend class="q__label">{words::about_label()}</legend>
                {move || fault().map(|message| view! { <p class="q__error">{message}</p> })}
                {radios.into_iter().collect_view()}
            </fieldset>
        }
        .fresh()
    }

    fn publish(self) -> AnyView {
        let publish = self.letter.with_untracked(|letter| letter.publish);
        view! {
            <div class="q">
                <label class="radio radio--statement">
                    <input type="checkbox" aria-describedby="publish-hint" prop:checked=publish
                        on:change=move |event| {
                            let publish = event_target_checked(&event);
                            self.change(|letter| letter.publish = publish);
                        } />
                    <span>{words::publish()}</span>
                </label>
                <p class="hint" id="publish-hint">{words::publish_hint()}</p>
            </div>
        }
        .fresh()
    }

    /// Who writes: asked of guests, with the way to sign in instead.
    fn sender(self) -> AnyView {
        (move || {
            self.guest.get().then(|| {
                let name = self.line("/sender/name", words::sender_name(), None, |letter| {
                    &mut letter.name
                });
                let place = self.line("/sender/address", words::sender_address(), None, |letter| {
                    &mut letter.address
                });
                let phone = self.line(
                    "/sender/contact/phone",
                    words::sender_phone(),
                    None,
                    |letter| &mut letter.phone,
                );
                view! {
                    <section class="section" aria-labelledby="sender">
                        <h2 id="sender">{words::sender_title()}</h2>
                        <p>{words::sender_lead()}</p>
                        <SessionPanel />
                        {name.line("text", "name", "box")}
                        {place.line("text", "address-line1", "box")}
                        {phone.line("tel", "tel", "box box--short")}
                    </section>
                }
                .fresh()
            })
        })
        .into_any()
    }

    fn line(
        self,
        pointer: &'static str,
        label: &'static str,
        hint: Option<&'static str>,
        member: fn(&mut Letter) -> &mut String,
    ) -> PlainBox {
        let mut now = self.letter.get_untracked();
        PlainBox {
            pointer,
            label,
            hint,
            value: Signal::stored(std::mem::take(member(&mut now))),
            on_typed: Callback::new(move |typed: String| {
                self.change(|letter| *member(letter) = typed);
            }),
            remarks: self.faults,
        }
    }
}

fn remark(lack: Lack) -> Remark {
    let message = match lack {
        Lack::About => words::fault_about(),
        Lack::Title => words::fault_title(),
        Lack::Text => words::fault_text(),
        Lack::TitlePersonal(what) | Lack::TextPersonal(what) => to_remove(what),
        Lack::Name => words::fault_name(),
        Lack::Address => words::fault_address(),
        Lack::Phone => words::fault_phone(),
    };
    Remark {
        pointer: lack.pointer().into(),
        message: message.into(),
    }
}
