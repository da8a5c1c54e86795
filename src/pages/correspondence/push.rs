//! Web push on the device in hand: what it would show, the browser's question, on and off.
//!
//! Announces: that it is turned on, off, or not yet (polite); what went wrong as the line's own
//! error (`role=alert`). Focus: on the heading of what the device will show when that opens, so
//! that it is read before the browser asks; back on the line's button after, or on its words
//! where no button is left.
//!
//! The browser is asked only from the second tap, after it was said what will come: whoever
//! says no by mistake cannot be asked again by any page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, notifications as words};

mod standing;
mod turning;

pub(super) use standing::Push;
use standing::{Standing, look};
use turning::Line;

const BUTTON: &str = "push-button";
const STATE: &str = "push-state";
const QUESTION: &str = "push-question";

/// The line of this device among the ways.
#[component]
pub(super) fn PushLine(push: Push) -> impl IntoView {
    let line = Line::new(push.clone());
    spawn_local(async move {
        let standing = look(push).await;
        let _ = line.standing.try_set(standing);
    });
    let others = move || {
        let others = line
            .standing
            .with(|standing| line.push.with_value(|push| push.beside(standing.own())));
        let text = || fill(words::push_others(), &[("n", &others.to_string())]);
        (others > 0).then(|| view! { <p class="hint">{text()}</p> }.fresh())
    };
    let fault = move || {
        let fault = match line.standing.get() {
            Standing::Off(fault) => fault,
            Standing::EndUnclear(_) => Some(words::push_end_unclear()),
            _ => None,
        };
        fault.map(|why| view! { <p class="fault" role="alert">{why}</p> }.fresh())
    };
    view! {
        <li class="kept__list">
            <div>
                <p class="kept__name">{words::push_here()}</p>
                <p class="hint" id=STATE tabindex="-1">{move || line.standing.with(state)}</p>
                {others}
                {fault}
            </div>
            {move || action(line, line.standing.get())}
        </li>
    }
}

fn state(standing: &Standing) -> &'static str {
    match standing {
        Standing::Looking => words::push_looking(),
        Standing::NotSupported => words::push_not_supported(),
        Standing::Shared => words::push_shared(),
        Standing::Blocked => words::push_blocked(),
        Standing::Off(_) | Standing::Reading | Standing::EndUnclear(_) => words::off(),
        Standing::Asking => words::push_asking(),
        Standing::On(_) => words::on(),
        Standing::Ending(_) => words::push_ending(),
    }
}

fn action(line: Line, standing: Standing) -> AnyView {
    match standing {
        Standing::Looking | Standing::NotSupported | Standing::Shared | Standing::Blocked => {
            ().into_any()
        }
        Standing::Reading => reading(line),
        Standing::Off(None) => button(words::turn_on(), words::turn_on_which(), move || {
            line.read();
        }),
        Standing::Off(Some(_)) => {
            button(words::push_again(), words::push_again_which(), move || {
                line.turn_on();
            })
        }
        Standing::Asking => busy(words::turn_on(), words::turn_on_which()),
        Standing::On(id) => button(words::turn_off(), words::turn_off_which(), move || {
            line.turn_off(id.clone());
        }),
        Standing::Ending(_) => busy(words::turn_off(), words::turn_off_which()),
        Standing::EndUnclear(id) => {
            button(words::push_again(), words::push_again_which(), move || {
                line.turn_off(id.clone());
            })
        }
    }
}

fn button(text: &'static str, named: &'static str, press: impl Fn() + 'static) -> AnyView {
    let named = fill(named, &[("way", words::push_here())]);
    view! {
        <button type="button" class="button button--quiet" id=BUTTON aria-label=named
            on:click=move |_| press()>{text}</button>
    }
    .fresh()
}

fn busy(text: &'static str, named: &'static str) -> AnyView {
    let named = fill(named, &[("way", words::push_here())]);
    view! {
        <button type="button" class="button button--quiet" id=BUTTON aria-label=named
            aria-disabled="true">{text}</button>
    }
    .fresh()
}

/// What it would show, before the browser asks.
fn reading(line: Line) -> AnyView {
    view! {
        <div class="sample" role="group" aria-labelledby=QUESTION>
            <h3 id=QUESTION>{words::push_question()}</h3>
            <p>{words::push_what()}</p>
            <p>{words::push_never()}</p>
            <p>{words::push_next()}</p>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| line.turn_on()>{words::push_go_on()}</button>
                <button type="button" class="button button--quiet"
                    on:click=move |_| line.stand(Standing::Off(None))>{words::cancel()}</button>
            </div>
        </div>
    }
    .fresh()
}
