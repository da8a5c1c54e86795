//! Words in both languages of the interface.

/// Something said in Vietnamese and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Vietnamese, as the official form has them.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Words {
    /// Words in both languages.
    #[must_use]
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            vi: vi.into(),
            en: en.into(),
        }
    }

    /// The words in the language with this code; Vietnamese unless it is `en`.
    #[must_use]
    pub fn of(&self, language: &str) -> &str {
        if language == "en" { &self.en } else { &self.vi }
    }
}
