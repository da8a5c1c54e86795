//! Ratings: one a dossier, confidential, changeable for a while; figures from enough of them.

use motcua_contract::dossier::DossierStatus;
use motcua_contract::portal::RatingQuestion;
use motcua_contract::problem::Fault;
use motcua_contract::rating::{
    GiveRating, PublishedRatings, QuestionFigures, Rating, RatingAnswer,
};
use motcua_forms::Personal;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::dossier::ground::fault;
use crate::moment::Moment;
use crate::settings::ratings::Ratings;
use crate::store::json::Json;
use crate::web::refusal::Refusal;

/// The longest comment, in characters.
const COMMENT_CHARACTERS: usize = 2000;

/// A rating as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) answers: Vec<RatingAnswer>,
    comment: Option<String>,
    first_at: Moment,
    given_at: Moment,
}

impl Given {
    /// As its own person sees it.
    pub(crate) fn shown(&self, by: &Ratings) -> Rating {
        Rating {
            answers: self.answers.clone(),
            comment: self.comment.clone(),
            given_at: self.given_at.rfc3339(),
            changeable_until: self.first_at.plus(by.changeable()).rfc3339(),
        }
    }

    fn is_changeable(&self, by: &Ratings, now: Moment) -> bool {
        now <= self.first_at.plus(by.changeable())
    }
}

/// Whether a dossier can be rated now: its result is there, or it ended without one.
pub(crate) fn is_open(
    status: DossierStatus,
    given: Option<&Given>,
    by: &Ratings,
    now: Moment,
) -> bool {
    let over = status.is_final() || status == DossierStatus::Done;
    over && given.is_none_or(|given| given.is_changeable(by, now))
}

/// Keeps a rating in place of the one before.
pub(crate) fn give(
    transaction: &Transaction<'_>,
    (dossier, status): (i64, DossierStatus),
    sent: &GiveRating,
    by: &Ratings,
    now: Moment,
) -> Result<Given, Refusal> {
    check(sent, by)?;
    let before = of_dossier(transaction, dossier)?;
    if !is_open(status, before.as_ref(), by, now) {
        let why = match before {
            Some(_) => "Đã hết thời gian sửa đánh giá của hồ sơ này.",
            None => "Bạn đánh giá khi hồ sơ đã có kết quả hoặc đã kết thúc.",
        };
        return Err(Refusal::not_now(why));
    }
    let comment = sent.comment.as_deref().map(str::trim);
    let given = Given {
        answers: sent.answers.clone(),
        comment: comment.filter(|text| !text.is_empty()).map(Into::into),
        first_at: before.map_or(now, |before| before.first_at),
        given_at: now,
    };
    transaction.execute(
        "INSERT INTO rating (dossier, answers, comment, first_at, given_at)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (dossier) DO UPDATE SET answers = excluded.answers,
             comment = excluded.comment, given_at = excluded.given_at",
        params![
            dossier,
            Json(&given.answers),
            given.comment,
            given.first_at,
            given.given_at
        ],
    )?;
    Ok(given)
}

fn check(sent: &GiveRating, by: &Ratings) -> Result<(), Refusal> {
    let mut faults: Vec<Fault> = Vec::new();
    if sent.answers.is_empty() {
        faults.push(fault("/answers", "required", "Trả lời ít nhất một câu."));
    }
    for (at, answer) in sent.answers.iter().enumerate() {
        let pointer = |member: &str| format!("/answers/{at}/{member}");
        let known = |question: &RatingQuestion| question.id == answer.question;
        if !by.questions.iter().any(known) {
            let message = "Cổng không hỏi câu này.";
            faults.push(fault(&pointer("question"), "unknown", message));
        }
        let before = &sent.answers[..at];
        if before.iter().any(|other| other.question == answer.question) {
            let message = "Mỗi câu chỉ trả lời một lần.";
            faults.push(fault(&pointer("question"), "repeated", message));
        }
        if !(1..=by.scale.len()).contains(&usize::from(answer.level)) {
            let message = format!("Chọn một mức từ 1 đến {}.", by.scale.len());
            faults.push(fault(&pointer("level"), "outOfRange", &message));
        }
    }
    if let Some(comment) = &sent.comment {
        if comment.chars().count() > COMMENT_CHARACTERS {
            let message = format!("Viết tối đa {COMMENT_CHARACTERS} ký tự.");
            faults.push(fault("/comment", "tooLong", &message));
        } else if let Some(what) = Personal::in_text(comment) {
            faults.push(fault("/comment", "personal", to_remove(what)));
        }
    }
    if faults.is_empty() {
        Ok(())
    } else if faults.iter().any(|fault| fault.code == "personal") {
        // The contract has a number of its own for what must not be kept.
        Err(Refusal::invalid(faults))
    } else {
        Err(Refusal::answers(faults))
    }
}

/// What to do about personal data in free text.
pub(crate) fn to_remove(what: Personal) -> &'static str {
    match what {
        Personal::Number => "Bỏ số định danh, số điện thoại hoặc số tài khoản khỏi phần này.",
        Personal::Email => "Bỏ địa chỉ thư điện tử khỏi phần này.",
    }
}

/// The rating of a dossier.
pub(crate) fn of_dossier(connection: &Connection, dossier: i64) -> rusqlite::Result<Option<Given>> {
    connection
        .prepare_cached(
            "SELECT answers, comment, first_at, given_at FROM rating WHERE dossier = ?1",
        )?
        .query_row([dossier], |row| {
            Ok(Given {
                answers: row.get::<_, Json<_>>(0)?.0,
                comment: row.get(1)?,
                first_at: row.get(2)?,
                given_at: row.get(3)?,
            })
        })
        .optional()
}

/// The answers given between two moments, to a service or to all.
pub(crate) fn between(
    connection: &Connection,
    service: Option<&str>,
    (from, until): (Moment, Moment),
) -> rusqlite::Result<Vec<Vec<RatingAnswer>>> {
    connection
        .prepare_cached(
            "SELECT rating.answers FROM rating JOIN dossier ON dossier.id = rating.dossier
             WHERE rating.given_at >= ?1 AND rating.given_at < ?2
                 AND (?3 IS NULL OR dossier.service = ?3)",
        )?
        .query_map(params![from, until, service], |row| {
            Ok(row.get::<_, Json<_>>(0)?.0)
        })?
        .collect()
}

/// What is published of ratings: nothing below the minimum.
pub(crate) fn published(
    all: &[Vec<RatingAnswer>],
    by: &Ratings,
    minimum: u32,
    period: String,
) -> PublishedRatings {
    let count = all.len() as u32;
    let figures = |question: &RatingQuestion| {
        let mut levels = vec![0; by.scale.len()];
        let answers = all.iter().flatten();
        for answer in answers.filter(|answer| answer.question == question.id) {
            if let Some(level) = levels.get_mut(usize::from(answer.level).wrapping_sub(1)) {
                *level += 1;
            }
        }
        // A question that too few answered would tell what those few said.
        (levels.iter().sum::<u32>() >= minimum).then(|| QuestionFigures {
            question: question.id.clone(),
            text: question.text.clone(),
            levels,
        })
    };
    PublishedRatings {
        count,
        minimum,
        period,
        questions: by.questions.iter().filter_map(figures).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn built_in() -> Ratings {
        serde_json::from_str(include_str!("../data/rating.json")).expect("settings")
    }

    fn answer(question: &str, level: u8) -> RatingAnswer {
        RatingAnswer {
            question: question.into(),
            level,
        }
    }

    #[test]
    fn the_nine_contents_are_asked_for_on_five_levels() {
        let built_in = built_in();
        assert_eq!((built_in.questions.len(), built_in.scale.len()), (9, 5));
    }

    #[test]
    fn what_ended_can_be_rated_and_what_goes_on_cannot() {
        let now = Moment::from_unix(1_800_000_000);
        for status in DossierStatus::KNOWN {
            let over = status.is_final() || status == DossierStatus::Done;
            assert_eq!(is_open(status, None, &built_in(), now), over, "{status:?}");
        }
    }

    #[test]
    fn a_rating_can_be_changed_for_a_week_from_the_first_and_no_longer() {
        let day = std::time::Duration::from_secs(86_400);
        let first = Moment::from_unix(1_800_000_000);
        let given = Given {
            answers: vec![answer("time", 3)],
            comment: None,
            first_at: first,
            given_at: first.plus(6 * day),
        };
        let open = |now| is_open(DossierStatus::Returned, Some(&given), &built_in(), now);
        assert!(open(first.plus(7 * day)));
        assert!(!open(
            first.plus(7 * day).plus(std::time::Duration::from_secs(1))
        ));
    }

    proptest! {
        #[test]
        fn nothing_is_published_that_fewer_than_the_minimum_said(
            ratings in prop::collection::vec(
                prop::collection::vec((0..9_usize, 1..6_u8), 1..9), 0..20),
            minimum in 1..8_u32,
        ) {
            let by = built_in();
            let all: Vec<Vec<RatingAnswer>> = ratings
                .iter()
                .map(|one| one.iter().map(|(q, level)| answer(&by.questions[*q].id, *level)).collect())
                .collect();
            let figures = published(&all, &by, minimum, String::new());
            prop_assert_eq!(figures.count as usize, all.len());
            for question in figures.questions {
                prop_assert!(question.levels.iter().sum::<u32>() >= minimum);
            }
        }
    }
}
