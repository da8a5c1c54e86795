//! Ratings: given by those who filed, published as figures only.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::text::LocalText;

/// The body of `PUT /dossiers/{code}/rating`. Questions and levels are those that the
/// portal's description asks with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct GiveRating {
    /// One answer for each question that the person answered.
    pub answers: Vec<RatingAnswer>,
    /// The person's words. The app keeps numbers that look personal out; the portal does
    /// too, and answers 400 naming `/comment`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// One question's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct RatingAnswer {
    /// The question's id.
    pub question: String,
    /// The place on the scale: 1 is the first label, the worst.
    #[serde(deserialize_with = "whole")]
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 10))]
    pub level: u8,
}

/// A small whole number, however JSON writes it: `4.0` is an `integer` of JSON Schema too.
fn whole<'de, D: Deserializer<'de>>(written: D) -> Result<u8, D::Error> {
    let number = f64::deserialize(written)?;
    let small = number.fract() == 0.0 && (0.0..=f64::from(u8::MAX)).contains(&number);
    if small {
        Ok(number as u8)
    } else {
        Err(D::Error::custom("no small whole number"))
    }
}

/// The person's own rating; nobody else sees it (Decree 224/2026, Article 10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rating {
    /// What was answered.
    pub answers: Vec<RatingAnswer>,
    /// The person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// When it was given or last changed, RFC 3339.
    pub given_at: String,
    /// Until when it can be changed, RFC 3339.
    pub changeable_until: String,
}

/// The answer to `GET /services/{code}/ratings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PublishedRatings {
    /// How many people rated, in the period.
    pub count: u32,
    /// Below this number nothing is published, so that nobody can be made out.
    pub minimum: u32,
    /// The first and the last day counted, `yyyy-MM-dd/yyyy-MM-dd`.
    pub period: String,
    /// By question; empty below the minimum.
    #[serde(default)]
    pub questions: Vec<QuestionFigures>,
}

/// What people answered to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct QuestionFigures {
    /// The question's id.
    pub question: String,
    /// What was asked.
    pub text: LocalText,
    /// How many chose each level, worst first.
    pub levels: Vec<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_may_be_written_with_a_point_and_is_a_whole_number_all_the_same() {
        let read = |level: &str| {
            let json = format!(r#"{{"question": "time", "level": {level}}}"#);
            serde_json::from_str::<RatingAnswer>(&json).map(|answer| answer.level)
        };
        assert_eq!((read("4").ok(), read("4.0").ok()), (Some(4), Some(4)));
        for strange in ["4.5", "-1", "256", "\"4\"", "null"] {
            assert!(read(strange).is_err(), "{strange}");
        }
    }
}
