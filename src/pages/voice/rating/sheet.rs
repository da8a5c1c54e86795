//! What is being answered: levels by question and the words, as they are kept and sent. Pure.

use motcua_contract::portal::RatingForm;
use motcua_contract::rating::{GiveRating, Rating, RatingAnswer};
use motcua_forms::Personal;
use serde::{Deserialize, Serialize};

/// All questions together, as a fault names them and as an id of the page.
pub(super) const ANSWERS: &str = "/answers";
pub(super) const QUESTIONS: &str = "q_answers";
/// The words.
pub(super) const COMMENT: &str = "/comment";

/// One rating being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sheet {
    /// Question and level; at most one a question.
    pub(super) levels: Vec<(String, u8)>,
    /// The words, as typed.
    pub(super) comment: String,
}

/// Why it cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    /// Nothing was answered.
    Answer,
    /// The words hold something personal.
    Personal(Personal),
}

impl Sheet {
    /// What was given before.
    pub(super) fn of(rating: &Rating) -> Self {
        let levels = rating.answers.iter();
        Self {
            levels: levels
                .map(|answer| (answer.question.clone(), answer.level))
                .collect(),
            comment: rating.comment.clone().unwrap_or_default(),
        }
    }

    /// The level chosen for a question.
    pub(super) fn level(&self, question: &str) -> Option<u8> {
        let found = self.levels.iter().find(|(id, _)| id == question)?;
        Some(found.1)
    }

    /// Chooses a level, or none.
    pub(super) fn choose(&mut self, question: &str, level: Option<u8>) {
        self.levels.retain(|(id, _)| id != question);
        self.levels
            .extend(level.map(|level| (question.into(), level)));
    }

    /// Everything that keeps it from being sent, in the order of the screen.
    pub(super) fn lacks(&self, form: &RatingForm) -> Vec<Lack> {
        let nothing = self.sent(form).answers.is_empty();
        let personal = Personal::in_text(&self.comment).map(Lack::Personal);
        nothing
            .then_some(Lack::Answer)
            .into_iter()
            .chain(personal)
            .collect()
    }

    /// As it is sent: in the order of the questions, without what is not asked any more.
    pub(super) fn sent(&self, form: &RatingForm) -> GiveRating {
        let answers = form.questions.iter().filter_map(|question| {
            let level = self.level(&question.id)?;
            (1..=form.scale.len())
                .contains(&usize::from(level))
                .then(|| RatingAnswer {
                    question: question.id.clone(),
                    level,
                })
        });
        let comment = self.comment.trim();
        GiveRating {
            answers: answers.collect(),
            comment: (!comment.is_empty()).then(|| comment.to_owned()),
        }
    }

    /// The screen's name for a pointer into what was sent.
    pub(super) fn place(pointer: &str) -> Option<String> {
        if pointer.starts_with(ANSWERS) {
            return Some(ANSWERS.into());
        }
        (pointer == COMMENT).then(|| COMMENT.into())
    }
}

#[cfg(test)]
mod tests {
    use motcua_contract::portal::RatingQuestion;
    use motcua_contract::text::LocalText;

    use super::*;

    fn form() -> RatingForm {
        let question = |id: &str| RatingQuestion {
            id: id.into(),
            text: LocalText::new("Hỏi", "Ask"),
        };
        RatingForm {
            questions: vec![question("time"), question("attitude")],
            scale: vec![LocalText::new("Kém", "Bad"), LocalText::new("Tốt", "Good")],
        }
    }

    #[test]
    fn a_question_has_one_level_and_may_lose_it_again() {
        let mut sheet = Sheet::default();
        sheet.choose("attitude", Some(1));
        sheet.choose("time", Some(2));
        sheet.choose("attitude", Some(2));
        assert_eq!(sheet.level("attitude"), Some(2));
        let sent: Vec<String> = sheet
            .sent(&form())
            .answers
            .into_iter()
            .map(|a| a.question)
            .collect();
        assert_eq!(sent, ["time", "attitude"], "in the order of the questions");
        sheet.choose("time", None);
        assert_eq!(sheet.level("time"), None);
        assert_eq!(sheet.levels.len(), 1);
    }

    #[test]
    fn what_is_asked_or_offered_no_more_is_not_sent() {
        let sheet = Sheet {
            levels: vec![("gone".into(), 1), ("time".into(), 3)],
            comment: "  ".into(),
        };
        let sent = sheet.sent(&form());
        assert_eq!((sent.answers, sent.comment), (Vec::new(), None));
    }

    #[test]
    fn nothing_is_sent_without_an_answer_or_with_personal_data() {
        let mut sheet = Sheet {
            comment: "Gọi 0900 000 001".into(),
            ..Sheet::default()
        };
        let personal = Lack::Personal(Personal::Number);
        assert_eq!(sheet.lacks(&form()), [Lack::Answer, personal]);
        sheet.choose("time", Some(1));
        assert_eq!(sheet.lacks(&form()), [personal]);
        sheet.comment = "Nhanh, ngày 22-11-2026 đã xong.".into();
        assert_eq!(sheet.lacks(&form()), []);
    }

    #[test]
    fn what_was_given_is_what_one_goes_on_with() {
        let rating: Rating = serde_json::from_str(include_str!(
            "../../../../crates/contract/samples/rateDossier.json"
        ))
        .unwrap();
        let sheet = Sheet::of(&rating);
        assert_eq!(sheet.level("attitude"), Some(5));
        assert_eq!(Some(sheet.comment), rating.comment);
    }
}
