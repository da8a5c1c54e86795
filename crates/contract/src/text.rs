//! Text in more than one language.

use serde::{Deserialize, Serialize};

/// A portal's own words, in Vietnamese and, where it has them, in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LocalText {
    /// Vietnamese: always there, the language of the law.
    pub vi: String,
    /// English, when the portal offers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl LocalText {
    /// Text in both languages.
    #[must_use]
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            vi: vi.into(),
            en: Some(en.into()),
        }
    }

    /// The text for a reader of `language` (`"vi"` or `"en"`), with the language
    /// it is really in: a screen reader must switch voices on a fallback.
    #[must_use]
    pub fn for_language(&self, language: &str) -> (&str, &'static str) {
        match (&self.en, language) {
            (Some(en), "en") => (en, "en"),
            _ => (&self.vi, "vi"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_of_english_gets_vietnamese_marked_as_such_when_there_is_no_english() {
        let text = LocalText {
            vi: "Nghỉ lễ".into(),
            en: None,
        };
        assert_eq!(text.for_language("en"), ("Nghỉ lễ", "vi"));
        assert_eq!(
            LocalText::new("Có", "Yes").for_language("en"),
            ("Yes", "en")
        );
    }
}
