//! Files that the portal holds, to be saved.

use leptos::prelude::*;
use motcua_contract::file::StoredFile;

use crate::api::client;
use crate::components::fresh::IntoFresh;
use crate::format;

/// A link that saves it, with its kind and size; its name alone once the portal has deleted it.
pub(super) fn stored(file: &StoredFile, words: &'static str) -> AnyView {
    saving(file, words, "more")
}

/// The same as a link of this class.
pub(super) fn saving(file: &StoredFile, words: &'static str, class: &'static str) -> AnyView {
    let kind = file.name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let kind = kind.to_uppercase();
    let size = format!("{}\u{a0}kB", format::number(file.bytes.div_ceil(1000)));
    let facts = if kind.is_empty() {
        size
    } else {
        format!("{kind}, {size}")
    };
    match &file.address {
        Some(address) => {
            let address = client::stored(address);
            view! {
                <p><a class=class href=address rel="external" download=file.name.clone()>{words} " (" {facts} ")"</a></p>
            }
            .fresh()
        }
        None => view! { <p lang="vi">{file.name.clone()}</p> }.fresh(),
    }
}

/// Files that go with words, each to be saved, with its size; nothing where there are none.
pub(in crate::pages) fn attached(files: &[StoredFile]) -> Option<AnyView> {
    let rows = files.iter().map(|file| {
        let name = file.name.clone();
        let named = match &file.address {
            Some(address) => view! {
                <a class="more" href=client::stored(address) rel="external" download=file.name.clone()>{name}</a>
            }
            .fresh(),
            None => view! { <span>{name}</span> }.fresh(),
        };
        let size = format!(" · {}\u{a0}kB", format::number(file.bytes.div_ceil(1000)));
        view! { <li><span lang="vi">{named}</span>{size}</li> }
    });
    let list = view! { <ul class="plain-list">{rows.collect_view()}</ul> };
    (!files.is_empty()).then(|| list.fresh())
}
