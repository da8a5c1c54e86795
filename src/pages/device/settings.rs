//! Settings: language, text size, theme, contrast, motion. Each takes effect at once.
//!
//! Announces: on a navigation its heading; after a change of language, in the new one,
//! that it changed; that the browser refuses to keep them; that all is as at first
//! (polite). Any other choice is spoken by its radio alone. Focus: stays on the chosen
//! radio, also when a change of language draws everything anew.

use std::cell::Cell;

use leptos::html::Div;
use leptos::prelude::*;

use super::forget::Forget;
use crate::app::use_app;
use crate::components::heading::PageHeading;
use crate::i18n::{common, device};
use crate::settings::Settings;
use crate::{announce, focus};

mod choices;

use choices::{CHOICES, Choice};

const RESET: &str = "settings-reset";

thread_local! {
    /// The control that takes focus once the screen is drawn anew.
    static FOCUS_AFTER: Cell<Option<String>> = const { Cell::new(None) };
}

/// The screen.
#[component]
pub(super) fn SettingsScreen() -> impl IntoView {
    let settings = RwSignal::new(Settings::load());
    let refused = RwSignal::new(false);
    let redraw = use_app().redraw;
    let choose = Callback::new(move |(choice, value): (Choice, &'static str)| {
        settings.update(|settings| choice.set(settings, value));
        let kept = settings.with_untracked(|settings| {
            settings.apply();
            settings.save()
        });
        refused.set(!kept);
        if choice == Choice::Language {
            FOCUS_AFTER.set(Some(choice.id(value)));
            redraw.update(|count| *count += 1);
            announce::say(device::language_changed());
        }
        if !kept {
            announce::say(device::refused());
        }
    });
    let reset = move |_| {
        let settings = Settings::default();
        settings.apply();
        settings.save();
        FOCUS_AFTER.set(Some(RESET.into()));
        redraw.update(|count| *count += 1);
        announce::say(device::reset_done());
    };
    let drawn = NodeRef::<Div>::new();
    drawn.on_load(|_| {
        if let Some(id) = FOCUS_AFTER.take() {
            request_animation_frame(move || focus::focus_control(&id));
        }
    });
    view! {
        <PageHeading title=common::settings() />
        <p class="lead">{device::settings_lead()}</p>
        {move || refused.get().then(|| view! {
            <p class="notice notice--warning read">{device::refused()}</p>
        })}
        <div class="settings" node_ref=drawn>
            <div class="settings__choices">
                {CHOICES.map(|choice| view! { <Radios choice=choice settings=settings on_chosen=choose /> })}
                <div class="actions">
                    <button type="button" class="button button--quiet" id=RESET on:click=reset>
                        {device::reset()}
                    </button>
                </div>
            </div>
            <Sample />
        </div>
        <section class="section section--read" aria-labelledby="forget">
            <h2 id="forget">{device::forget_title()}</h2>
            <p>{device::forget_lead()}</p>
            <div class="actions"><Forget /></div>
        </section>
    }
}

/// One setting's values.
#[component]
fn Radios(
    choice: Choice,
    settings: RwSignal<Settings>,
    on_chosen: Callback<(Choice, &'static str)>,
) -> impl IntoView {
    let radios = choice.values().iter().map(|&(value, words)| {
        let chosen = move || settings.with(|settings| choice.of(settings) == value);
        // A language is named in itself, so that one who reads no other finds it.
        let lang = (choice == Choice::Language).then_some(value);
        view! {
            <label class="radio">
                <input type="radio" id=choice.id(value) name=choice.name() value=value prop:checked=chosen
                    on:change=move |_| on_chosen.run((choice, value)) />
                <span lang=lang>{words()}</span>
            </label>
        }
    });
    view! {
        <fieldset class="setting">
            <legend class="setting__name">{choice.words()}</legend>
            {radios.collect_view()}
        </fieldset>
    }
}

/// Shows at once what a choice does to text, a link, a button and a tag.
#[component]
fn Sample() -> impl IntoView {
    view! {
        <aside class="sample" aria-labelledby="sample">
            <h2 class="sample__title" id="sample">{device::sample()}</h2>
            <h3 class="sample__heading">{device::sample_heading()}</h3>
            <p>{device::sample_text()}</p>
            <p><span class="tag tag--ok">{device::sample_tag()}</span></p>
        </aside>
    }
}
