//! The buttons that open the camera or the device's files.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Paper;
use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, papers as say};

/// A button that opens the camera or the device's files: a file input over its whole face.
pub(super) fn chooser(
    paper: &Paper,
    words: impl Fn() -> &'static str + Clone + Send + Sync + 'static,
    accept: String,
    camera: bool,
    hint: &str,
) -> AnyView {
    let input = NodeRef::<Input>::new();
    let id = if camera {
        paper.part("take")
    } else {
        paper.id.get_value()
    };
    let label = {
        let (paper, words) = (paper.clone(), words.clone());
        move || {
            paper
                .name
                .with_value(|name| fill(say::for_paper(), &[("action", words()), ("name", name)]))
        }
    };
    let taking = paper.clone();
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        let files: Vec<web_sys::File> = input
            .files()
            .map(|files| (0..files.length()).filter_map(|i| files.get(i)).collect())
            .unwrap_or_default();
        let taking = taking.clone();
        spawn_local(async move {
            taking.take_in(files).await;
            // The same photo chosen again must be a change again.
            input.set_value("");
        });
    };
    // In a letter the one strong button sends it.
    let asked_for = paper.pile.with_value(|pile| pile.requirement().is_some());
    let class = if camera && asked_for {
        "button papers__choose"
    } else {
        "button button--quiet papers__choose"
    };
    view! {
        <span class=class>
            <span aria-hidden="true">{words}</span>
            <input node_ref=input class="papers__input" type="file" id=id accept=accept
                capture=camera.then_some("environment") multiple=!camera
                aria-label=label aria-describedby=hint.to_owned() on:change=chosen />
        </span>
    }
    .fresh()
}
