//! What a person chose for this device: language, text size, theme, contrast, motion.
//!
//! Kept in `localStorage` under [`KEY`] as JSON and written to `<html>` as data
//! attributes. The boot script applies the same key before the first paint, so
//! names and values here are a contract with it (and with `style/`).

use serde::{Deserialize, Serialize};

/// Where they are kept.
pub(crate) const KEY: &str = "motcua.settings";

/// The choices. Text values rather than enums: they go straight into attributes,
/// and an unknown one from a newer version is simply ignored by the style sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Settings {
    /// `vi` or `en`.
    pub(crate) language: String,
    /// `normal`, `large`, `larger` or `largest`.
    pub(crate) text_size: String,
    /// `auto`, `light` or `dark`.
    pub(crate) theme: String,
    /// `auto` or `more`.
    pub(crate) contrast: String,
    /// `auto` or `reduce`.
    pub(crate) motion: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: "vi".into(),
            text_size: "normal".into(),
            theme: "auto".into(),
            contrast: "auto".into(),
            motion: "auto".into(),
        }
    }
}

/// Makes the messages come in the language that the boot script has set on `<html>`;
/// one that the app does not speak becomes Vietnamese. The start needs no more of the
/// settings, and the code that reads them stays with their screen.
pub(crate) fn speak_as_set() {
    let Some(root) = leptos::prelude::document().document_element() else {
        return;
    };
    let set = root.get_attribute("lang").unwrap_or_default();
    let language = crate::i18n::Language::from_tag(&set).unwrap_or_default();
    crate::i18n::speak(language);
    let _ = root.set_attribute("lang", language.tag());
}

impl Settings {
    /// Reads what was kept; anything unreadable is the default.
    pub(crate) fn parse(text: &str) -> Self {
        crate::json::read(text).unwrap_or_default()
    }

    /// What the person chose before.
    pub(crate) fn load() -> Self {
        crate::storage::read(KEY).map_or_else(Self::default, |text| Self::parse(&text))
    }

    /// Keeps them on the device. False when the browser refuses (private mode, full).
    pub(crate) fn save(&self) -> bool {
        serde_json::to_string(self).is_ok_and(|text| crate::storage::write(KEY, &text))
    }

    /// Puts them into force on the page.
    pub(crate) fn apply(&self) {
        let language = crate::i18n::Language::from_tag(&self.language).unwrap_or_default();
        crate::i18n::speak(language);
        let Some(root) = leptos::prelude::document().document_element() else {
            return;
        };
        for (name, value) in [
            ("lang", language.tag()),
            ("data-text-size", &self.text_size),
            ("data-theme", &self.theme),
            ("data-contrast", &self.contrast),
            ("data-motion", &self.motion),
        ] {
            let _ = root.set_attribute(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_or_broken_is_the_default() {
        assert_eq!(Settings::parse("{}"), Settings::default());
        assert_eq!(Settings::parse("]["), Settings::default());
        assert_eq!(Settings::parse(r#"{"theme":"dark"}"#).theme, "dark");
    }

    #[test]
    fn they_survive_being_kept() {
        let settings = Settings {
            text_size: "largest".into(),
            ..Settings::default()
        };
        let text = serde_json::to_string(&settings).unwrap();
        assert!(
            text.contains("\"textSize\""),
            "the boot script reads camelCase: {text}"
        );
        assert_eq!(Settings::parse(&text), settings);
    }
}
