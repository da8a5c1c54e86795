//! What an answer to a submission means, or the lack of one.

use motcua_contract::dossier::DossierCode;
use motcua_contract::problem::{Problem, kind};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};

use crate::api::client::Answer;
use crate::api::write::Refusal;
use crate::remote::Failure;

/// How one try ended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    /// The portal has the dossier.
    Received(Filed),
    /// Not known whether the portal has it: ask again with the same key.
    Unclear {
        /// What went wrong on the way, as far as it is known.
        failure: Failure,
        /// After how many seconds the portal wants to be asked.
        retry_after: Option<u32>,
    },
    /// Nobody is signed in (any more), and nothing was kept: the same again afterwards.
    SignInNeeded,
    /// The portal says no, and kept nothing.
    Refused(Box<Problem>),
}

/// All that has to be read of a dossier to know that it is there, and what is so right after.
/// The rest of the answer may be of a later version and is the dossier's own screen's business.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Filed {
    /// Its code.
    pub(crate) code: DossierCode,
    /// When the portal received it, RFC 3339.
    #[serde(default)]
    pub(crate) filed_at: Option<String>,
    /// Whether there is an official receipt already; most come later, from the counter.
    #[serde(default, rename = "receipt", deserialize_with = "is_there")]
    pub(crate) has_receipt: bool,
}

/// Whether a member is anything but null.
fn is_there<'de, D: Deserializer<'de>>(member: D) -> Result<bool, D::Error> {
    Option::<IgnoredAny>::deserialize(member).map(|there| there.is_some())
}

/// Reads how a try ended.
pub(crate) fn read(answer: Result<Answer, Refusal>) -> Outcome {
    match answer {
        Ok(answer) => match answer.parse::<Filed>() {
            Ok(filed) if !filed.code.as_str().is_empty() => Outcome::Received(filed),
            _ => Outcome::Unclear {
                failure: Failure::Garbled,
                retry_after: answer.retry_after,
            },
        },
        Err(Refusal::Unanswered(failure)) => Outcome::Unclear {
            failure,
            retry_after: None,
        },
        Err(Refusal::Refused {
            problem,
            body,
            retry_after,
        }) => refused(problem, &body, retry_after),
    }
}

fn refused(problem: Box<Problem>, body: &str, retry_after: Option<u32>) -> Outcome {
    let unclear = || Outcome::Unclear {
        failure: Failure::from_answer(problem.status, body),
        retry_after,
    };
    match (problem.status, problem.kind.as_str()) {
        (401, _) => Outcome::SignInNeeded,
        // A portal that fails promises that nothing was kept, but what failed may be the
        // promise; the same key finds out without harm.
        (408 | 429 | 500..=599, _) => unclear(),
        // The first try is still being worked on.
        (_, kind::IN_PROGRESS) => unclear(),
        _ => Outcome::Refused(problem),
    }
}
