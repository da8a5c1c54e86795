//! A draft as a file: taken away, and brought back on any device, without a network.
//!
//! JSON with a header: `{"format": "motcua-draft", "version": 1, "savedAt", "title",
//! "content"}`; `content` is the contract's [`DraftContent`]. The file is plain, so that a
//! person can read what it says of them. Papers stay behind: what the portal has received
//! is named in `content` and found again there.

use motcua_contract::draft::DraftContent;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::draft::Draft;

const FORMAT: &str = "motcua-draft";
const VERSION: u32 = 1;
/// Far above any form's answers; a film chosen by mistake is refused before it is read.
pub(super) const LARGEST_BYTES: u64 = 2_000_000;

/// What stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    format: String,
    version: u32,
    saved_at: String,
    title: String,
    content: DraftContent,
}

/// What a file brings back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Brought {
    pub(super) title: String,
    pub(super) content: DraftContent,
}

/// Why a file brings nothing back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NotADraft {
    /// No JSON at all.
    NotJson,
    /// JSON, but of something else.
    Other,
    /// Written by a newer version of the app.
    Newer,
    /// The member with this name is missing or of the wrong kind.
    Part(&'static str),
    /// Too large to be one.
    TooLarge,
}

/// [`LARGEST_BYTES`] in words.
pub(super) fn largest() -> String {
    format!("{}\u{a0}MB", LARGEST_BYTES / 1_000_000)
}

/// The file's text.
pub(super) fn write(draft: &Draft) -> String {
    let file = File {
        format: FORMAT.into(),
        version: VERSION,
        saved_at: draft.saved_at.clone(),
        title: draft.title.clone(),
        content: draft.content.clone(),
    };
    serde_json::to_string_pretty(&file).expect("a draft is plain data")
}

/// The file's name: `nop-1.001193-2026-11-22.json`.
pub(super) fn name(draft: &Draft) -> String {
    let day = draft.saved_at.get(..10).unwrap_or_default();
    let service = draft.content.service.replace(['/', '\\'], "-");
    format!("nop-{service}-{day}.json")
}

/// Reads a file.
pub(super) fn read(text: &str) -> Result<Brought, NotADraft> {
    // Editors and mail programs put a mark in front.
    let text = text.trim_start_matches('\u{feff}');
    let value: Value = crate::json::read(text).map_err(|_| NotADraft::NotJson)?;
    if value["format"] != FORMAT {
        return Err(NotADraft::Other);
    }
    match value["version"].as_u64() {
        Some(version) if version <= u64::from(VERSION) => {}
        Some(_) => return Err(NotADraft::Newer),
        None => return Err(NotADraft::Part("version")),
    }
    let content = &value["content"];
    for member in ["service", "case", "formVersion"] {
        if content[member].as_str().is_none_or(str::is_empty) {
            return Err(NotADraft::Part(member));
        }
    }
    if !content["answers"].is_object() {
        return Err(NotADraft::Part("answers"));
    }
    if content
        .get("papers")
        .is_some_and(|papers| !papers.is_array())
    {
        return Err(NotADraft::Part("papers"));
    }
    let content = DraftContent::deserialize(content).map_err(|_| NotADraft::Part("content"))?;
    let title = value["title"].as_str().unwrap_or(&content.service).into();
    Ok(Brought { title, content })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offline::draft::blank;
    use proptest::prelude::*;

    fn draft(answer: &str) -> Draft {
        let mut content = blank("1.001193", "default", "7");
        content.answers.insert("name".into(), answer.into());
        let now = "2026-11-22T08:05:00+07:00".into();
        Draft::new("id".into(), "Khai sinh".into(), content, now)
    }

    fn altered(alter: impl FnOnce(&mut Value)) -> Result<Brought, NotADraft> {
        let mut value: Value = serde_json::from_str(&write(&draft("x"))).unwrap();
        alter(&mut value);
        read(&value.to_string())
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(read("hồ sơ"), Err(NotADraft::NotJson));
        assert_eq!(read("[1]"), Err(NotADraft::Other));
        assert_eq!(
            altered(|file| file["version"] = 2.into()),
            Err(NotADraft::Newer)
        );
        assert_eq!(
            altered(|file| file["content"]["case"] = "".into()),
            Err(NotADraft::Part("case"))
        );
        assert_eq!(
            altered(|file| file["content"]["answers"] = 3.into()),
            Err(NotADraft::Part("answers"))
        );
        assert_eq!(
            altered(|file| file["content"]["delivery"] = 3.into()),
            Err(NotADraft::Part("content"))
        );
    }

    #[test]
    fn the_name_says_which_service_and_which_day() {
        assert_eq!(name(&draft("")), "nop-1.001193-2026-11-22.json");
    }

    #[test]
    fn nothing_of_the_file_tells_of_this_device_or_its_session() {
        let mut draft = draft("x");
        let key = serde_json::from_str("\"secret-key\"").unwrap();
        let (body, since) = ("{}".into(), "t".into());
        draft.sending = Some(crate::outbox::Sending::freeze(key, body, since));
        assert!(!write(&draft).contains("secret-key"));
    }

    proptest! {
        #[test]
        fn whatever_was_typed_comes_back(answer in "\\PC*") {
            let draft = draft(&answer);
            let brought = read(&format!("\u{feff}{}", write(&draft))).unwrap();
            prop_assert_eq!(brought.content, draft.content);
            prop_assert_eq!(brought.title, draft.title);
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = read(&text);
        }
    }
}
