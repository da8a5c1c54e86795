//! What steps and states are called, in forms and by people.

use motcua_contract::dossier::Dossier;
use motcua_contract::dossier::payment::ObligationState;
use motcua_contract::submission::DeliveryKind;

use crate::dossier::audit::Actor;
use crate::dossier::life::Step;

pub(super) fn owed_words(state: ObligationState) -> &'static str {
    match state {
        ObligationState::Due => "chưa hoàn thành",
        ObligationState::Fulfilled => "đã hoàn thành",
        ObligationState::Waived => "được miễn",
        ObligationState::Cancelled => "không phải nộp nữa",
        ObligationState::Unknown => "chưa rõ",
    }
}

/// A step as forms name it.
pub(super) fn word(step: Step) -> &'static str {
    match step {
        Step::Receive => "receive",
        Step::Refuse => "refuse",
        Step::HandOn => "handOn",
        Step::AskSupplement => "askSupplement",
        Step::AnswerSupplement => "answerSupplement",
        Step::SetFee => "setFee",
        Step::Settle => "settle",
        Step::Pause => "pause",
        Step::Resume => "resume",
        Step::Postpone => "postpone",
        Step::Withdraw => "withdraw",
        Step::Stop => "stop",
        Step::Decide => "decide",
        Step::Post => "post",
        Step::Return => "return",
    }
}

/// What a step's button says: who has the result depends on how it comes.
pub(super) fn button(dossier: &Dossier, step: Step) -> &'static str {
    match (step, dossier.delivery.kind) {
        (Step::Return, DeliveryKind::Postal) => "Bưu chính đã giao kết quả",
        (Step::Return, DeliveryKind::Counter) => "Người nộp đã nhận tại quầy",
        _ => name(step),
    }
}

/// A step as people name it.
pub(super) fn name(step: Step) -> &'static str {
    match step {
        Step::Receive => "Tiếp nhận",
        Step::Refuse => "Từ chối tiếp nhận",
        Step::HandOn => "Chuyển bộ phận giải quyết",
        Step::AskSupplement => "Yêu cầu bổ sung",
        Step::AnswerSupplement => "Gửi bổ sung",
        Step::SetFee => "Yêu cầu nộp tiền",
        Step::Settle => "Đã nộp đủ tiền",
        Step::Pause => "Tạm dừng",
        Step::Resume => "Chạy tiếp",
        Step::Postpone => "Xin lỗi và hẹn lại",
        Step::Withdraw => "Rút hồ sơ",
        Step::Stop => "Dừng giải quyết",
        Step::Decide => "Ban hành kết quả",
        Step::Post => "Gửi qua bưu chính",
        Step::Return => "Trả kết quả",
    }
}

pub(super) fn actor(who: Actor) -> &'static str {
    match who {
        Actor::Citizen => "Người nộp",
        Actor::Officer => "Cán bộ",
        Actor::Portal => "Cổng",
    }
}
