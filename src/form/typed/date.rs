//! A day in three boxes: day, month, year.

use serde_json::{Map, Value};

/// What stands in the three boxes, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DateBoxes {
    /// 1 to 31.
    pub(crate) day: String,
    /// 1 to 12.
    pub(crate) month: String,
    /// Four digits.
    pub(crate) year: String,
}

/// The names under which the boxes are kept; the engine reads a day in these parts too.
const PARTS: [&str; 3] = ["day", "month", "year"];

impl DateBoxes {
    /// Takes an answer apart: the boxes as they were left, or `yyyy-MM-dd` or `d/M/yyyy` as a
    /// register gives it. Any other text stands in the last box, where one sees it.
    pub(crate) fn read(answer: &Value) -> Self {
        if let Some(text) = answer.as_str() {
            return Self::of_text(text);
        }
        let [day, month, year] = PARTS.map(|part| answer[part].as_str().unwrap_or_default());
        Self::of(day, month, year)
    }

    fn of_text(text: &str) -> Self {
        let parts: Vec<&str> = text.split(['-', '/']).collect();
        match parts[..] {
            [year, month, day] if year.len() == 4 => Self::of(day, month, year),
            [day, month, year] => Self::of(day, month, year),
            _ => Self::of("", "", text),
        }
    }

    fn of(day: &str, month: &str, year: &str) -> Self {
        Self {
            day: day.into(),
            month: month.into(),
            year: year.into(),
        }
    }

    fn boxes(&self) -> [&String; 3] {
        [&self.day, &self.month, &self.year]
    }

    /// The answer; null when nothing is typed.
    pub(crate) fn answer(&self) -> Value {
        let typed = PARTS.into_iter().zip(self.boxes());
        let typed: Map<_, _> = typed
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(part, text)| (part.to_owned(), Value::from(text.as_str())))
            .collect();
        if typed.is_empty() {
            Value::Null
        } else {
            Value::Object(typed)
        }
    }

    /// As one reads it: 9/4/1988. Empty when nothing is typed.
    pub(crate) fn words(&self) -> String {
        if self.answer().is_null() {
            return String::new();
        }
        self.boxes().map(String::as_str).join("/")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn a_registers_day_fills_all_three_boxes() {
        let day = DateBoxes::of("09", "04", "1988");
        assert_eq!(DateBoxes::read(&json!("1988-04-09")), day);
        assert_eq!(DateBoxes::read(&json!("09/04/1988")), day);
        assert_eq!(day.words(), "09/04/1988");
    }

    #[test]
    fn nothing_typed_is_no_answer() {
        assert_eq!(DateBoxes::default().answer(), Value::Null);
        assert_eq!(DateBoxes::of(" ", "", "").answer(), Value::Null);
        assert_eq!(DateBoxes::default().words(), "");
    }

    #[test]
    fn a_text_that_is_no_day_is_still_seen() {
        assert_eq!(DateBoxes::read(&json!("hôm qua")).year, "hôm qua");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_still_there_afterwards(
            day in "\\S{0,3}", month in "\\S{0,3}", year in "\\S{0,5}",
        ) {
            let typed = DateBoxes::of(&day, &month, &year);
            prop_assert_eq!(DateBoxes::read(&typed.answer()), typed);
        }

        #[test]
        fn no_answer_panics(answer in "\\PC*") {
            let _ = DateBoxes::read(&json!(answer)).answer();
        }
    }
}
