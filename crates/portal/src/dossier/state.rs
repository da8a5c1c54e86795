//! How far a dossier is, in words: its status, what comes next, and what one may do.
//!
//! So far a dossier is filed and waits for the counter. What officers do adds its cases
//! here; the rows, the timeline and what is shown take whatever status they find.

use motcua_contract::dossier::status::{Action, DossierStatus, NextStep, Status};
use motcua_contract::dossier::timeline::{Handler, HandlerRole};
use motcua_contract::text::LocalText;

use crate::moment::Moment;

/// What a status follows from.
pub(crate) struct State<'a> {
    pub(crate) status: DossierStatus,
    /// Since when.
    pub(crate) since: Moment,
    /// Who has it.
    pub(crate) agency: &'a str,
    /// Whether something is to be paid that nobody has begun to pay.
    pub(crate) to_pay: bool,
}

impl State<'_> {
    /// The status in words.
    pub(crate) fn shown(&self) -> Status {
        Status {
            code: self.status,
            portal_text: portal_text(self.status),
            meaning: meaning(self.status),
            next_step: self.next_step(),
        }
    }

    /// What the person may do now; what is not here is refused.
    pub(crate) fn actions(&self) -> Vec<Action> {
        if self.to_pay && !self.status.is_final() {
            vec![Action::Pay]
        } else {
            Vec::new()
        }
    }

    fn next_step(&self) -> Option<NextStep> {
        if self.status.is_final() {
            return None;
        }
        let since = self.since.rfc3339();
        Some(if self.to_pay {
            NextStep {
                who: HandlerRole::Citizen,
                name: None,
                since,
                until: None,
                action: Some(Action::Pay),
                text: LocalText::new(
                    "Bạn nộp phí, lệ phí để cơ quan giải quyết hồ sơ.",
                    "Pay the fee so that the authority can go on with your dossier.",
                ),
            }
        } else {
            NextStep {
                who: HandlerRole::Counter,
                name: Some(self.agency.into()),
                since,
                until: None,
                action: None,
                text: LocalText::new(
                    "Bộ phận Một cửa xem hồ sơ. Bạn chờ, chưa cần làm gì.",
                    "The counter looks at your dossier. Nothing to do but wait.",
                ),
            }
        })
    }
}

/// The person who filed it.
pub(crate) fn citizen() -> Handler {
    Handler {
        role: HandlerRole::Citizen,
        agency: None,
        unit: None,
        officer: None,
    }
}

/// The counter, where the portal itself receives what is sent.
pub(crate) fn counter(agency: &str, unit: &str) -> Handler {
    Handler {
        role: HandlerRole::Counter,
        agency: Some(agency.into()),
        unit: Some(unit.into()),
        officer: None,
    }
}

fn portal_text(status: DossierStatus) -> LocalText {
    let vi = status.official_term().unwrap_or("Tình trạng khác");
    let en = match status {
        DossierStatus::Filed => "Filed",
        DossierStatus::Received => "Received",
        DossierStatus::NotReceived => "Not received",
        DossierStatus::InProgress => "In progress",
        DossierStatus::SupplementRequested => "More papers asked for",
        DossierStatus::PaymentRequested => "Payment asked for",
        DossierStatus::Withdrawn => "Withdrawn",
        DossierStatus::Stopped => "Stopped",
        DossierStatus::Done => "Done",
        DossierStatus::Returned => "Result returned",
        DossierStatus::Other(_) => "Another state",
    };
    LocalText::new(vi, en)
}

fn meaning(status: DossierStatus) -> LocalText {
    match status {
        DossierStatus::Filed => LocalText::new(
            "Cổng đã nhận đủ hồ sơ bạn gửi. Bộ phận Một cửa chưa xem.",
            "The portal has everything you sent. The counter has not looked at it yet.",
        ),
        DossierStatus::Received => LocalText::new(
            "Bộ phận Một cửa đã tiếp nhận hồ sơ.",
            "The counter has received your dossier.",
        ),
        DossierStatus::NotReceived => LocalText::new(
            "Bộ phận Một cửa không tiếp nhận hồ sơ.",
            "The counter has not taken your dossier.",
        ),
        DossierStatus::InProgress => LocalText::new(
            "Cơ quan đang giải quyết hồ sơ.",
            "The authority is working on your dossier.",
        ),
        DossierStatus::SupplementRequested => LocalText::new(
            "Cơ quan cần bạn gửi thêm giấy tờ.",
            "The authority needs more papers from you.",
        ),
        DossierStatus::PaymentRequested => LocalText::new(
            "Cơ quan chờ bạn nộp tiền.",
            "The authority waits for your payment.",
        ),
        DossierStatus::Withdrawn => {
            LocalText::new("Bạn đã rút hồ sơ.", "You have withdrawn the dossier.")
        }
        DossierStatus::Stopped => LocalText::new(
            "Cơ quan dừng giải quyết hồ sơ.",
            "The authority has stopped working on the dossier.",
        ),
        DossierStatus::Done => LocalText::new(
            "Đã có kết quả, đang chuyển đến bạn.",
            "The result is there and on its way to you.",
        ),
        DossierStatus::Returned => LocalText::new("Bạn đã nhận kết quả.", "You have the result."),
        DossierStatus::Other(_) => LocalText::new(
            "Bạn hỏi cơ quan giải quyết để biết rõ.",
            "Ask the authority what this means.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(status: DossierStatus, to_pay: bool) -> State<'static> {
        State {
            status,
            since: Moment::from_unix(1_800_000_000),
            agency: "Đơn vị thử nghiệm",
            to_pay,
        }
    }

    #[test]
    fn every_status_has_words_and_the_finished_ones_no_next_step() {
        for status in DossierStatus::KNOWN {
            let shown = state(status, true).shown();
            assert_eq!(Some(shown.portal_text.vi.as_str()), status.official_term());
            assert!(!shown.meaning.vi.is_empty());
            assert_eq!(shown.next_step.is_none(), status.is_final());
            assert_eq!(state(status, true).actions().is_empty(), status.is_final());
        }
    }

    #[test]
    fn who_must_pay_is_told_to_and_may() {
        let to_pay = state(DossierStatus::Filed, true);
        assert_eq!(to_pay.actions(), [Action::Pay]);
        let step = to_pay.shown().next_step.expect("a step");
        assert_eq!(
            (step.who, step.action),
            (HandlerRole::Citizen, Some(Action::Pay))
        );
        let waiting = state(DossierStatus::Filed, false);
        assert!(waiting.actions().is_empty());
        let step = waiting.shown().next_step.expect("a step");
        assert_eq!((step.who, step.action), (HandlerRole::Counter, None));
    }
}
