//! The pages of a paper being photographed: looked at, ordered, turned, removed, joined.
//!
//! Announces and focus: see [`super`]. Order is changed with buttons, which work with any
//! pointer, keyboard and voice; there is nothing to drag.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Paper;
use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, papers as say};
use crate::papers::adding::Added;
use crate::papers::bytes;
use crate::papers::{Photo, Turn};
use crate::{announce, focus};

/// The pages, and the button that joins and sends them; nothing while there are none.
pub(super) fn photographed(paper: Paper) -> AnyView {
    let photos = Memo::new({
        let paper = paper.clone();
        move |_| paper.gathered().photos
    });
    (move || {
        let photos = photos.get();
        let total = photos.len();
        (total > 0).then(|| {
            let rows = photos
                .into_iter()
                .enumerate()
                .map(|(index, photo)| page(&paper, photo, index, total))
                .collect_view();
            let hint = paper.part("join-hint");
            let join = if total == 1 {
                say::join_one().to_owned()
            } else {
                fill(say::join(), &[("n", &total.to_string())])
            };
            let joining = paper.clone();
            let working = paper.working;
            let described = hint.clone();
            view! {
                <ol class="photos" aria-label=say::pages()>{rows}</ol>
                <p class="hint" id=hint>{say::join_hint()}</p>
                <button type="button" class="button" aria-describedby=described
                    aria-disabled=move || working.get().then_some("true")
                    on:click=move |_| {
                        // The photo that is still being prepared belongs to this paper.
                        if !working.get_untracked() {
                            send(joining.clone(), total);
                        }
                    }>{join}</button>
            }
            .fresh()
        })
    })
    .into_any()
}

fn page(paper: &Paper, photo: Photo, index: usize, total: usize) -> AnyView {
    let n = (index + 1).to_string();
    let numbered = |message| fill(message, &[("n", &n)]);
    let source = picture(paper, &photo.id);
    let picture = fill(
        say::page_picture(),
        &[("n", &n), ("total", &total.to_string())],
    );
    let class = match photo.turn {
        Turn::None => "photo__picture",
        Turn::Right => "photo__picture photo__picture--right",
        Turn::Half => "photo__picture photo__picture--half",
        Turn::Left => "photo__picture photo__picture--left",
    };
    let id = |action: &str| paper.part(&format!("{action}-{index}"));
    let (up, down, turn, remove) = (paper.clone(), paper.clone(), paper.clone(), paper.clone());
    view! {
        <li class="paper-page">
            <span class="photo__frame">
                {move || source.get().map(|source| {
                    view! { <img class=class src=source alt=picture.clone() /> }.fresh()
                })}
            </span>
            <div class="photo__side">
                <p class="photo__name">{numbered(say::page())}</p>
                <div class="photo__actions">
                    <button type="button" class="chip" id=id("up") disabled=index == 0
                        aria-label=numbered(say::up_page())
                        on:click=move |_| shift(&up, index, index.wrapping_sub(1))>{say::up()}</button>
                    <button type="button" class="chip" id=id("down") disabled=index + 1 == total
                        aria-label=numbered(say::down_page())
                        on:click=move |_| shift(&down, index, index + 1)>{say::down()}</button>
                    <button type="button" class="chip" id=id("turn") aria-label=numbered(say::turn_page())
                        on:click=move |_| rotate(&turn, index)>{say::turn()}</button>
                    <button type="button" class="chip" id=id("remove") aria-label=numbered(say::remove_page())
                        on:click=move |_| take_out(&remove, index)>{say::remove()}</button>
                </div>
            </div>
        </li>
    }
    .fresh()
}

/// The address of a page's picture, once it is there; given back when the page goes.
fn picture(paper: &Paper, id: &str) -> RwSignal<Option<String>> {
    let source = RwSignal::new(None::<String>);
    let (place, id) = (paper.pile.with_value(|pile| pile.place()), id.to_owned());
    spawn_local(async move {
        let Some(jpeg) = bytes::kept(&place, &id).await else {
            return;
        };
        let Ok(blob) = bytes::blob(&jpeg, "image/jpeg") else {
            return;
        };
        let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else {
            return;
        };
        if source.try_set(Some(address.clone())).is_some() {
            let _ = web_sys::Url::revoke_object_url(&address);
        }
    });
    on_cleanup(move || {
        if let Some(Some(address)) = source.try_get_untracked() {
            let _ = web_sys::Url::revoke_object_url(&address);
        }
    });
    source
}

fn shift(paper: &Paper, from: usize, to: usize) {
    let mut total = 0;
    paper.change(|gathered| {
        total = gathered.photos.len();
        if from < total && to < total {
            gathered.photos.swap(from, to);
        }
    });
    let values = [
        ("n", &*(to + 1).to_string()),
        ("total", &*total.to_string()),
    ];
    announce::say(&fill(say::said_moved(), &values));
    // The button pressed, on the page's new place; at the end of the list it is off there.
    let action = match (to < from, to) {
        (true, 0) => "down",
        (true, _) => "up",
        (false, to) if to + 1 == total => "up",
        (false, _) => "down",
    };
    refocus(paper.part(&format!("{action}-{to}")));
}

fn rotate(paper: &Paper, index: usize) {
    paper.change(|gathered| {
        if let Some(photo) = gathered.photos.get_mut(index) {
            photo.turn = photo.turn.right();
        }
    });
    announce::say(&fill(
        say::said_turned(),
        &[("n", &(index + 1).to_string())],
    ));
    refocus(paper.part(&format!("turn-{index}")));
}

fn take_out(paper: &Paper, index: usize) {
    let mut left = 0;
    let mut gone = None;
    paper.change(|gathered| {
        if index < gathered.photos.len() {
            gone = Some(gathered.photos.remove(index).id);
        }
        left = gathered.photos.len();
    });
    if let Some(id) = gone {
        let place = paper.pile.with_value(|pile| pile.place());
        spawn_local(async move { bytes::forget(&place, &id).await });
    }
    announce::say(&fill(say::said_removed_page(), &[("n", &left.to_string())]));
    refocus(if left == 0 {
        paper.part("take")
    } else {
        paper.part(&format!("remove-{}", index.min(left - 1)))
    });
}

fn send(paper: Paper, total: usize) {
    if paper.working.get_untracked() {
        return;
    }
    paper.refused.set(Vec::new());
    paper.working.set(true);
    spawn_local(async move {
        let name = paper.name.with_value(|name| file_name(name));
        let added = paper.place().join(&name).await;
        let _ = paper.working.try_set(false);
        if let Added::File(name) = &added {
            let count = total.to_string();
            announce::say(&fill(say::said_joined(), &[("n", &count), ("name", name)]));
            refocus(paper.part("files"));
        } else {
            paper.tell(added);
        }
    });
}

/// A name for the joined file: the paper's, cut where a list or a disk would.
fn file_name(paper: &str) -> String {
    const LONGEST: usize = 60;
    let plain: String = paper
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                ' '
            } else {
                c
            }
        })
        .collect();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(LONGEST).collect();
    fill(say::pages_name(), &[("name", short.trim_end())])
}

/// Once the list is drawn anew.
fn refocus(id: String) {
    request_animation_frame(move || focus::focus_id(&id));
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_files_name_is_the_papers_without_what_disks_refuse() {
        assert_eq!(
            file_name("Giấy chứng sinh (bản chính/bản sao)"),
            "Giấy chứng sinh (bản chính bản sao).pdf"
        );
        assert_eq!(file_name(&"ạ".repeat(200)).chars().count(), 64);
    }
}
