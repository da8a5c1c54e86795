//! Does what the list of unfinished applications offers: take away, bring back, delete.

use leptos::prelude::{document, set_timeout};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::file::{self, NotADraft};
use super::shelf::Unfinished;
use super::{copies, drafts};

/// Downloads a draft of this device as a file; the file's name.
pub(super) async fn take_away(id: &str) -> Option<String> {
    let draft = drafts::open(id).await.ok()?;
    let (text, name) = draft.read(|draft| (file::write(draft), file::name(draft)));
    download(&text, &name)?;
    Some(name)
}

/// Makes a draft on this device of a file; its id and its title.
pub(super) async fn bring_back(chosen: &File) -> Result<(String, String), NotADraft> {
    if chosen.size() > file::LARGEST_BYTES as f64 {
        return Err(NotADraft::TooLarge);
    }
    let text = JsFuture::from(chosen.text()).await.ok();
    let text = text
        .and_then(|text| text.as_string())
        .ok_or(NotADraft::NotJson)?;
    let brought = file::read(&text)?;
    let draft = drafts::take_in(&brought.title, brought.content).await;
    Ok((draft.id(), brought.title))
}

/// Deletes one wherever it lies: the portal's copy first, so that a failure leaves all as it
/// was. False when the portal could not be reached.
pub(super) async fn delete(entry: &Unfinished) -> bool {
    match entry {
        Unfinished::Here(line) => {
            // Who is not signed in any more cannot reach the copy; it runs out by itself.
            let copy = line.portal.as_deref().filter(|_| copies::allowed());
            if let Some(id) = copy
                && !copies::delete(id).await
            {
                return false;
            }
            drafts::discard(&line.id).await.is_ok()
        }
        Unfinished::Portal(summary) => copies::delete(&summary.id).await,
    }
}

fn download(text: &str, name: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Long enough for the browser to have begun to read it.
    let given_back = Duration::from_secs(60);
    set_timeout(move || drop(Url::revoke_object_url(&address)), given_back);
    Some(())
}
