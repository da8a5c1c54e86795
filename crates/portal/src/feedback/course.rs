//! The course that feedback may take, whoever moves it.

use std::time::Duration;

use motcua_contract::feedback::FeedbackState;
use serde::{Deserialize, Serialize};

use crate::dossier::moves::text;
use crate::web::refusal::Refusal;

/// For how long an answer can be objected to.
pub(crate) const REOPENABLE: Duration = Duration::from_secs(30 * 86_400);

/// What an officer does with feedback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "move", rename_all = "camelCase", deny_unknown_fields)]
pub(crate) enum Handling {
    /// On to the body that is competent.
    Forward {
        agency: String,
        text: String,
    },
    Answer {
        text: String,
    },
    /// Not taken, with the reason.
    Refuse {
        text: String,
    },
}

impl Handling {
    /// What it is then.
    pub(crate) fn state(&self) -> FeedbackState {
        match self {
            Self::Forward { .. } => FeedbackState::Forwarded,
            Self::Answer { .. } => FeedbackState::Answered,
            Self::Refuse { .. } => FeedbackState::Refused,
        }
    }

    /// Names all that cannot be done as it is written.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let mut faults = Vec::new();
        text("/text", self.text(), &mut faults);
        if let Self::Forward { agency, .. } = self {
            text("/agency", agency, &mut faults);
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Refusal::answers(faults))
        }
    }

    /// What is said with it.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Forward { text, .. } | Self::Answer { text } | Self::Refuse { text } => text,
        }
    }
}

/// Whether an officer may bring it from one state to another.
pub(crate) fn may_follow(from: FeedbackState, to: FeedbackState) -> bool {
    use FeedbackState::{Answered, Forwarded, Received, Refused, Reopened};
    match to {
        Forwarded => matches!(from, Received | Reopened),
        Answered => matches!(from, Received | Forwarded | Reopened),
        // What was taken up once is answered, not refused.
        Refused => from == Received,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use FeedbackState::{Answered, Forwarded, Received, Refused, Reopened};

    #[test]
    fn what_is_answered_or_refused_is_done_until_the_person_objects() {
        for to in [Received, Forwarded, Answered, Refused, Reopened] {
            assert!(!may_follow(Answered, to) && !may_follow(Refused, to));
        }
        assert!(may_follow(Reopened, Answered) && !may_follow(Reopened, Refused));
    }

    #[test]
    fn nothing_is_said_without_words_or_sent_on_to_nobody() {
        let long = "x".repeat(2001);
        let forward = |agency: &str, text: &str| Handling::Forward {
            agency: agency.into(),
            text: text.into(),
        };
        for wrong in [
            Handling::Answer { text: " ".into() },
            Handling::Refuse { text: long.clone() },
            forward("", "Đúng nơi."),
            forward(&long, "Đúng nơi."),
            forward("Sở mẫu", ""),
        ] {
            assert!(wrong.check().is_err(), "{wrong:?}");
        }
        assert!(forward("Sở mẫu", "Đúng nơi.").check().is_ok());
    }

    #[test]
    fn whatever_was_received_can_be_answered() {
        for from in [Received, Forwarded, Reopened] {
            assert!(may_follow(from, Answered));
        }
    }
}
