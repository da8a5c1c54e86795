//! How far a dossier is, in words: its status, what comes next, and what one may do.
//!
//! All of it follows from the dossier's life ([`super::life`]); nothing is offered that would
//! be refused.

use motcua_contract::dossier::status::{Action, DossierStatus, NextStep, Status};
use motcua_contract::dossier::timeline::{Handler, HandlerRole};
use motcua_contract::text::LocalText;

use super::life::{Circumstances, Life, Step, Who};
use crate::moment::Moment;

mod words;

use words::{meaning, portal_text};

/// What a status follows from.
pub(crate) struct State {
    pub(crate) life: Life,
    /// Since when.
    pub(crate) since: Moment,
    /// Until when whoever has it must be done.
    pub(crate) until: Option<String>,
    /// The officer who has it, or had it last.
    pub(crate) officer: Handler,
    /// Whether something is to be paid that nobody has begun to pay.
    pub(crate) to_pay: bool,
    /// Whether the person wants the result by post.
    pub(crate) by_post: bool,
}

impl State {
    /// The status in words.
    pub(crate) fn shown(&self) -> Status {
        let status = self.life.status;
        let paused = self.life.paused.then(|| {
            LocalText::new(
                "Cơ quan tạm dừng việc giải quyết; thời hạn không chạy.",
                "The authority has paused the work; the clock stands still.",
            )
        });
        Status {
            code: status,
            portal_text: portal_text(status),
            meaning: paused.unwrap_or_else(|| meaning(status)),
            next_step: self.next_step(),
        }
    }

    /// What the person may do now; what is not here is refused.
    pub(crate) fn actions(&self) -> Vec<Action> {
        let may = |step| {
            let circumstances = Circumstances::default();
            let done = self.life.turn(Who::Citizen, step, circumstances);
            done.is_ok()
        };
        let status = self.life.status;
        let mut actions = Vec::new();
        let mut offer = |action, offered: bool| actions.extend(offered.then_some(action));
        offer(Action::Supplement, may(Step::AnswerSupplement));
        offer(Action::Pay, self.to_pay && !status.is_final());
        let decided = matches!(status, DossierStatus::Done | DossierStatus::Returned);
        offer(Action::FetchResult, decided);
        offer(Action::Message, !status.is_final());
        offer(Action::Withdraw, may(Step::Withdraw));
        offer(Action::FileAgain, status.is_final() && !decided);
        actions
    }

    fn next_step(&self) -> Option<NextStep> {
        let status = self.life.status;
        if status.is_final() {
            return None;
        }
        let persons = |action, text| NextStep {
            who: HandlerRole::Citizen,
            name: None,
            since: self.since.rfc3339(),
            until: self.until.clone(),
            action: Some(action),
            text,
        };
        Some(match status {
            DossierStatus::SupplementRequested => persons(
                Action::Supplement,
                LocalText::new(
                    "Bạn gửi phần bổ sung, tất cả các mục cùng lúc.",
                    "Send what was asked for, all of it together.",
                ),
            ),
            DossierStatus::Done if self.by_post => self.the_posts(),
            DossierStatus::Done => persons(
                Action::FetchResult,
                LocalText::new("Bạn nhận kết quả.", "Fetch your result."),
            ),
            _ if self.to_pay => persons(
                Action::Pay,
                LocalText::new(
                    "Bạn nộp phí, lệ phí để cơ quan giải quyết hồ sơ.",
                    "Pay the fee so that the authority can go on with your dossier.",
                ),
            ),
            _ => self.officers(),
        })
    }

    /// What happens to a result that is wanted by post, while the person waits.
    fn the_posts(&self) -> NextStep {
        let text = match self.life.posted {
            true => LocalText::new(
                "Bưu chính đang mang kết quả đến địa chỉ bạn đã chọn.",
                "The post is bringing the result to the address you chose.",
            ),
            false => LocalText::new(
                "Cơ quan gửi kết quả qua bưu chính. Bạn chờ, chưa cần làm gì.",
                "The authority gives the result to the post. Nothing to do but wait.",
            ),
        };
        NextStep {
            who: match self.life.posted {
                true => HandlerRole::Post,
                false => self.officer.role,
            },
            name: self.officer.agency.clone().filter(|_| !self.life.posted),
            since: self.since.rfc3339(),
            until: None,
            action: None,
            text,
        }
    }

    /// What an officer does next, while the person waits.
    fn officers(&self) -> NextStep {
        let text = match self.life.status {
            DossierStatus::Filed => LocalText::new(
                "Bộ phận Một cửa xem hồ sơ. Bạn chờ, chưa cần làm gì.",
                "The counter looks at your dossier. Nothing to do but wait.",
            ),
            DossierStatus::PaymentRequested => LocalText::new(
                "Ngân hàng xác nhận khoản bạn nộp. Bạn chờ, đừng nộp lại.",
                "The bank confirms your payment. Wait, and do not pay again.",
            ),
            _ if self.life.paused => LocalText::new(
                "Cơ quan tạm dừng rồi sẽ tiếp tục. Bạn chờ, chưa cần làm gì.",
                "The authority has paused and will go on. Nothing to do but wait.",
            ),
            _ => LocalText::new(
                "Cơ quan giải quyết hồ sơ. Bạn chờ, chưa cần làm gì.",
                "The authority works on your dossier. Nothing to do but wait.",
            ),
        };
        NextStep {
            who: self.officer.role,
            name: self.officer.agency.clone(),
            since: self.since.rfc3339(),
            until: self.until.clone(),
            action: None,
            text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::handlers;
    use super::*;
    use motcua_contract::dossier::timeline::TimelineKind;

    fn officer() -> Handler {
        handlers::counter("Đơn vị thử nghiệm", "Bộ phận Một cửa")
    }

    fn state(life: Life, officer: &Handler, to_pay: bool) -> State {
        State {
            life,
            since: Moment::from_unix(1_800_000_000),
            until: None,
            officer: officer.clone(),
            to_pay,
            by_post: false,
        }
    }

    fn at(status: DossierStatus) -> Life {
        Life::told([(TimelineKind::Unknown, status)])
    }

    #[test]
    fn every_status_has_words_and_the_finished_ones_no_next_step() {
        let officer = officer();
        for status in DossierStatus::KNOWN {
            let state = state(at(status), &officer, true);
            let shown = state.shown();
            assert_eq!(Some(shown.portal_text.vi.as_str()), status.official_term());
            assert!(!shown.meaning.vi.is_empty());
            assert_eq!(shown.next_step.is_none(), status.is_final());
        }
    }

    #[test]
    fn what_is_offered_is_legal_and_the_next_step_is_offered() {
        let officer = officer();
        for status in DossierStatus::KNOWN {
            let state = state(at(status), &officer, true);
            let actions = state.actions();
            if let Some(action) = state.shown().next_step.and_then(|step| step.action) {
                assert!(actions.contains(&action), "{status:?}");
            }
            assert_eq!(actions.contains(&Action::Pay), !status.is_final());
            let answers = status == DossierStatus::SupplementRequested;
            assert_eq!(actions.contains(&Action::Supplement), answers);
        }
    }

    #[test]
    fn who_wants_it_by_post_waits_for_the_post() {
        let officer = officer();
        let by_post = |life| State {
            by_post: true,
            ..state(life, &officer, false)
        };
        let who = |life| by_post(life).shown().next_step.expect("a step").who;
        let decided = at(DossierStatus::Done);
        assert_eq!(who(decided), HandlerRole::Counter);
        let posted = Life::told([(TimelineKind::Posted, DossierStatus::Done)]);
        assert_eq!(who(posted), HandlerRole::Post);
    }

    #[test]
    fn who_must_pay_is_told_to_and_who_need_not_waits() {
        let officer = officer();
        let to_pay = state(at(DossierStatus::Filed), &officer, true);
        let step = to_pay.shown().next_step.expect("a step");
        assert_eq!(
            (step.who, step.action),
            (HandlerRole::Citizen, Some(Action::Pay))
        );
        let waiting = state(at(DossierStatus::Filed), &officer, false);
        let step = waiting.shown().next_step.expect("a step");
        assert_eq!((step.who, step.action), (HandlerRole::Counter, None));
    }
}
