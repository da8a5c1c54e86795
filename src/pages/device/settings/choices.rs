//! What can be set, and to what.

use crate::i18n::device as words;
use crate::settings::Settings;

/// One setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Of the interface.
    Language,
    /// Four sizes.
    TextSize,
    /// Light or dark.
    Theme,
    /// As designed, or as strong as the system has it.
    Contrast,
    /// Whether anything moves.
    Motion,
}

/// In the order they stand on the screen.
pub(super) const CHOICES: [Choice; 5] = [
    Choice::Language,
    Choice::TextSize,
    Choice::Theme,
    Choice::Contrast,
    Choice::Motion,
];

/// A value as [`Settings`] keeps it, and its words.
type Value = (&'static str, fn() -> &'static str);

impl Choice {
    /// What one may choose; the first is the default.
    pub(super) fn values(self) -> &'static [Value] {
        match self {
            Self::Language => &[("vi", || "Tiếng Việt"), ("en", || "English")],
            Self::TextSize => &[
                ("normal", words::size_normal),
                ("large", words::size_large),
                ("larger", words::size_larger),
                ("largest", words::size_largest),
            ],
            Self::Theme => &[
                ("auto", words::as_device),
                ("light", words::theme_light),
                ("dark", words::theme_dark),
            ],
            Self::Contrast => &[("auto", words::as_device), ("more", words::contrast_more)],
            Self::Motion => &[("auto", words::as_device), ("reduce", words::motion_reduce)],
        }
    }

    /// What it is called.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Language => words::language(),
            Self::TextSize => words::text_size(),
            Self::Theme => words::theme(),
            Self::Contrast => words::contrast(),
            Self::Motion => words::motion(),
        }
    }

    /// The name its radios share.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::TextSize => "text-size",
            Self::Theme => "theme",
            Self::Contrast => "contrast",
            Self::Motion => "motion",
        }
    }

    /// The id of a value's radio.
    pub(super) fn id(self, value: &str) -> String {
        format!("{}-{value}", self.name())
    }

    /// What is chosen.
    pub(super) fn of(self, settings: &Settings) -> &str {
        match self {
            Self::Language => &settings.language,
            Self::TextSize => &settings.text_size,
            Self::Theme => &settings.theme,
            Self::Contrast => &settings.contrast,
            Self::Motion => &settings.motion,
        }
    }

    /// Chooses `value`.
    pub(super) fn set(self, settings: &mut Settings, value: &str) {
        let setting = match self {
            Self::Language => &mut settings.language,
            Self::TextSize => &mut settings.text_size,
            Self::Theme => &mut settings.theme,
            Self::Contrast => &mut settings.contrast,
            Self::Motion => &mut settings.motion,
        };
        *setting = value.into();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_first_is_the_default() {
        for choice in CHOICES {
            let (first, _) = choice.values()[0];
            assert_eq!(choice.of(&Settings::default()), first, "{choice:?}");
        }
    }

    #[test]
    fn choosing_a_value_changes_that_setting_alone() {
        for choice in CHOICES {
            for (value, _) in choice.values() {
                let mut settings = Settings::default();
                choice.set(&mut settings, value);
                assert_eq!(choice.of(&settings), *value);
                let others = CHOICES.iter().filter(|other| **other != choice);
                for other in others {
                    assert_eq!(other.of(&settings), other.of(&Settings::default()));
                }
            }
        }
    }
}
