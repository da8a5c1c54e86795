//! The interface's words in Vietnamese and English.
//!
//! Each message stands once, with both languages side by side, in the catalogue
//! of the screen that says it (`i18n/home.rs` …). They are functions rather than
//! one table so that the route splitter can leave a screen's words in that
//! screen's own file. Changing the language rebuilds the view (see
//! [`crate::app`]), so messages need not be reactive.

use std::cell::Cell;

#[macro_use]
mod catalogue;

pub(crate) mod apply;
pub(crate) mod behalf;
pub(crate) mod browse;
pub(crate) mod common;
pub(crate) mod device;
pub(crate) mod dossier;
pub(crate) mod drafts;
pub(crate) mod feedback;
pub(crate) mod form;
pub(crate) mod home;
pub(crate) mod info;
pub(crate) mod lookup;
pub(crate) mod messages;
pub(crate) mod my_data;
pub(crate) mod my_dossiers;
pub(crate) mod notifications;
pub(crate) mod papers;
pub(crate) mod prefill;
pub(crate) mod quality;
pub(crate) mod rating;
pub(crate) mod results;
pub(crate) mod search;
pub(crate) mod service;
pub(crate) mod session;
pub(crate) mod submit;
pub(crate) mod supplement;

pub(crate) use catalogue::fill;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Language {
    /// Tiếng Việt.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// Its BCP 47 tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }

    /// The language with this tag.
    pub(crate) fn from_tag(tag: &str) -> Option<Self> {
        match tag {
            "vi" => Some(Self::Vietnamese),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

thread_local! {
    static CURRENT: Cell<Language> = const { Cell::new(Language::Vietnamese) };
}

/// The language messages are in now.
pub(crate) fn language() -> Language {
    CURRENT.get()
}

/// Makes messages come in `language` from now on.
pub(crate) fn speak(language: Language) {
    CURRENT.set(language);
}

/// What `text` says in `language`, whichever is spoken now.
pub(crate) fn in_language<T>(language: Language, text: impl FnOnce() -> T) -> T {
    let spoken = CURRENT.replace(language);
    let said = text();
    CURRENT.set(spoken);
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The catalogues of all screens; a new one is added here too.
    const CATALOGUES: &[(&str, &[catalogue::Entry])] = &[
        ("apply", apply::ALL),
        ("behalf", behalf::ALL),
        ("browse", browse::ALL),
        ("common", common::ALL),
        ("device", device::ALL),
        ("drafts", drafts::ALL),
        ("dossier", dossier::ALL),
        ("feedback", feedback::ALL),
        ("form", form::ALL),
        ("home", home::ALL),
        ("lookup", lookup::ALL),
        ("info", info::ALL),
        ("messages", messages::ALL),
        ("my_data", my_data::ALL),
        ("my_dossiers", my_dossiers::ALL),
        ("notifications", notifications::ALL),
        ("papers", papers::ALL),
        ("prefill", prefill::ALL),
        ("quality", quality::ALL),
        ("rating", rating::ALL),
        ("results", results::ALL),
        ("search", search::ALL),
        ("service", service::ALL),
        ("session", session::ALL),
        ("submit", submit::ALL),
        ("supplement", supplement::ALL),
    ];

    fn placeholders(text: &str) -> Vec<&str> {
        let mut found: Vec<_> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
            .collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn both_languages_have_every_message_with_the_same_placeholders() {
        for (screen, entries) in CATALOGUES {
            for (key, vi, en) in *entries {
                assert!(!vi.trim().is_empty(), "{screen}.{key} lacks Vietnamese");
                assert!(!en.trim().is_empty(), "{screen}.{key} lacks English");
                assert_eq!(placeholders(vi), placeholders(en), "{screen}.{key}");
            }
        }
    }

    #[test]
    fn a_message_follows_the_language() {
        speak(Language::English);
        let english = home::title();
        speak(Language::Vietnamese);
        assert_ne!(english, home::title());
    }
}
