//! The boxes of feedback being written.
//!
//! Announces and focus: see [`super`]; that the dossier was left out or put back is said
//! (polite), and focus goes from the one button to the other, which stands in its place.

use leptos::prelude::*;
use motcua_contract::feedback::FeedbackAbout;

use super::Writing;
use crate::components::fresh::IntoFresh;
use crate::form::{About, PlainBox, Remark, id_of, summary};
use crate::i18n::{feedback as words, fill};
use crate::pages::voice::feedback::about_dossier::about_dossier;
use crate::pages::voice::feedback::letter::{ATTACHMENTS, DOSSIER, Lack, Letter};
use crate::pages::voice::personal::{noticed, to_remove};
use crate::pages::voice::sending::{button, told};
use crate::papers::attaching;
use crate::session::panel::SessionPanel;
use crate::{announce, focus};

type Words = fn() -> &'static str;

const ABOUT: [(FeedbackAbout, Words); 5] = [
    (FeedbackAbout::Rule, words::about_rule),
    (FeedbackAbout::Officer, words::about_officer),
    (FeedbackAbout::Delay, words::about_delay),
    (FeedbackAbout::Site, words::about_site),
    (FeedbackAbout::Other, words::about_other),
];

/// What feedback is about, in words.
pub(in crate::pages::voice) fn about(what: FeedbackAbout) -> &'static str {
    let found = ABOUT.iter().find(|(about, _)| *about == what);
    found.map_or(words::about_other(), |(_, words)| words())
}

impl Writing {
    /// The form.
    pub(super) fn form(self) -> AnyView {
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
                {self.files()}
                {self.publish()}
                {noticed(published)}
                {self.sender()}
                {told(self.state, words::not_known())}
                <div class="actions">{button(self.state, words::send(), words::sending())}</div>
            </form>
        }
        .fresh()
    }

    /// The dossier it is about, where there is one: with it, or left out.
    fn dossier(self) -> AnyView {
        let on = Memo::new(move |_| {
            self.letter
                .with(|letter| Some((letter.dossier.clone()?, letter.apart)))
        });
        let keep_out = move |apart: bool| {
            self.change(|letter| letter.apart = apart);
            announce::say(if apart {
                words::on_dossier_removed()
            } else {
                words::on_dossier_put_back()
            });
            // What was pressed gives way to its counterpart, which has its id.
            request_animation_frame(|| focus::focus_control(&id_of(DOSSIER)));
        };
        let remove = Callback::new(move |()| keep_out(true));
        (move || {
            let (code, apart) = on.get()?;
            if !apart {
                return Some(about_dossier(&code, self.faults, remove));
            }
            let back = fill(words::on_dossier_put_in(), &[("code", &code)]);
            Some(
                view! {
                    <div class="actions"><button type="button" class="button button--quiet" id=id_of(DOSSIER)
                        on:click=move |_| keep_out(false)>{back}</button></div>
                }
                .fresh(),
            )
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

    /// The files that go with it.
    fn files(self) -> AnyView {
        let fault = Signal::derive(move || {
            self.faults.with(|all| {
                let found = all.iter().find(|remark| remark.pointer == ATTACHMENTS)?;
                Some(found.message.clone())
            })
        });
        attaching(self.envelope, id_of(ATTACHMENTS), fault)
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

/// What a lack is called at its box.
pub(super) fn remark(lack: Lack) -> Remark {
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
