//! The files of a paper and how far each is. A row says no more than the portal has said.
//!
//! Announces and focus: see [`super`]. The progress bar is no live region; its state in words
//! stands beside it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Paper;
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::connection::Connection;
use crate::i18n::{fill, papers as say};
use crate::offline::drafts::new_id;
use crate::papers::transfer::State;
use crate::papers::{PaperFile, bytes, courier, pile, words};
use crate::{announce, focus};

/// The files; nothing while there are none.
pub(super) fn sent(paper: Paper) -> AnyView {
    let ids = Memo::new({
        let paper = paper.clone();
        move |_| {
            let files = paper.gathered().files;
            files.into_iter().map(|file| file.id).collect::<Vec<_>>()
        }
    });
    (move || {
        let ids = ids.get();
        (!ids.is_empty()).then(|| {
            let rows = ids.into_iter().map(|id| row(&paper, id)).collect_view();
            view! { <ul class="files" id=paper.part("files") aria-label=say::files()>{rows}</ul> }
                .fresh()
        })
    })
    .into_any()
}

/// What a row shows: changes only when that does, not with every change of the draft.
#[derive(Clone, PartialEq, Eq)]
enum Can {
    Pause,
    Resume,
    Again,
    Nothing,
}

fn row(paper: &Paper, id: String) -> AnyView {
    let connection = use_app().connection;
    let file = Memo::new({
        let (paper, id) = (paper.clone(), id.clone());
        move |_| {
            paper
                .gathered()
                .files
                .into_iter()
                .find(|file| file.id == id)
        }
    });
    let look =
        move |look: fn(&PaperFile) -> String| move || file.with(|file| file.as_ref().map(look));
    let name = look(|file| file.name.clone());
    let facts = look(words::facts);
    let state = move || {
        let online = connection.get() != Connection::Offline;
        file.with(|file| file.as_ref().map(|file| words::state(file, online)))
    };
    let mark = move || {
        file.with(
            |file| match file.as_ref().map(|file| &file.transfer.state) {
                Some(State::Received { .. } | State::Checked { .. }) => {
                    "file__state file__state--ok"
                }
                Some(State::Refused { .. } | State::Failed) => "file__state file__state--alarm",
                _ => "file__state",
            },
        )
    };
    let under_way = Memo::new(move |_| {
        file.with(|file| {
            let state = file.as_ref().map(|file| &file.transfer.state);
            matches!(
                state,
                Some(State::Waiting { .. } | State::Sending { .. } | State::Sent { .. })
            )
        })
    });
    let percent = Memo::new(move |_| file.with(|file| file.as_ref().map_or(0, words::percent)));
    let bar = move || {
        under_way.get().then(|| {
            let label = file.with_untracked(|file| named(say::progress(), file.as_ref()));
            view! {
                <progress class="file__progress" max="100" aria-label=label
                    prop:value=move || percent.get().to_string()></progress>
            }
            .fresh()
        })
    };
    let can = Memo::new(move |_| {
        file.with(|file| match file {
            Some(file) => match file.transfer.state {
                State::Failed => Can::Again,
                _ if file.transfer.received().is_some() => Can::Nothing,
                State::Refused { .. } => Can::Nothing,
                _ if file.transfer.paused => Can::Resume,
                _ => Can::Pause,
            },
            None => Can::Nothing,
        })
    });
    let action = {
        let (paper, id) = (paper.clone(), id.clone());
        move || {
            act(
                &paper,
                &id,
                &can.get(),
                file.with_untracked(Clone::clone).as_ref(),
            )
        }
    };
    let removing = paper.clone();
    let remove_label = move || file.with(|file| named(say::remove_file(), file.as_ref()));
    let remove_id = paper.part(&format!("file-{id}"));
    view! {
        <li class="file">
            <p class="file__name">{name}</p>
            <p class="hint">{facts}</p>
            <p class=mark>{state}</p>
            {bar}
            <div class="file__actions">
                {action}
                <button type="button" class="chip" id=remove_id aria-label=remove_label
                    on:click=move |_| remove(&removing, &id)>{say::remove()}</button>
            </div>
        </li>
    }
    .fresh()
}

fn act(paper: &Paper, id: &str, can: &Can, file: Option<&PaperFile>) -> Option<AnyView> {
    let (words, label) = match can {
        Can::Nothing => return None,
        Can::Pause => (say::pause(), named(say::pause_file(), file)),
        Can::Resume => (say::resume(), named(say::resume_file(), file)),
        Can::Again => (say::again(), named(say::again_file(), file)),
    };
    let (paper, id, can) = (paper.clone(), id.to_owned(), can.clone());
    let button = paper.part(&format!("act-{id}"));
    Some(
        view! {
            <button type="button" class="chip" id=button aria-label=label
                on:click=move |_| press(&paper, &id, &can)>{words}</button>
        }
        .fresh(),
    )
}

fn press(paper: &Paper, id: &str, can: &Can) {
    let mut name = String::new();
    let pile = paper.pile.get_value();
    pile::note(&pile, id, |file| {
        name.clone_from(&file.name);
        match can {
            Can::Pause => file.transfer.paused = true,
            Can::Resume => {
                file.transfer.paused = false;
                file.transfer.resume();
            }
            Can::Again => file.transfer.try_again(new_id()),
            Can::Nothing => {}
        }
    });
    let said = if *can == Can::Pause {
        say::said_paused()
    } else {
        say::said_resumed()
    };
    announce::say(&fill(said, &[("name", &name)]));
    courier::wake();
    courier::attend(&pile);
    let button = paper.part(&format!("act-{id}"));
    request_animation_frame(move || focus::focus_id(&button));
}

fn remove(paper: &Paper, id: &str) {
    let mut removed = None;
    let mut next = None;
    paper.change(|gathered| {
        if let Some(index) = gathered.files.iter().position(|file| file.id == id) {
            removed = Some(gathered.files.remove(index));
            let last = gathered.files.len().saturating_sub(1);
            next = gathered
                .files
                .get(index.min(last))
                .map(|file| file.id.clone());
        }
    });
    let Some(file) = removed else { return };
    courier::withdraw(&file);
    courier::wake();
    announce::say(&fill(say::said_removed(), &[("name", &file.name)]));
    let place = paper.pile.with_value(|pile| pile.place());
    spawn_local(async move { bytes::forget(&place, &file.id).await });
    let focus_on = next.map_or_else(
        || paper.part("take"),
        |id| paper.part(&format!("file-{id}")),
    );
    request_animation_frame(move || focus::focus_id(&focus_on));
}

fn named(message: &str, file: Option<&PaperFile>) -> String {
    let name = file.map(|file| file.name.as_str()).unwrap_or_default();
    fill(message, &[("name", name)])
}
