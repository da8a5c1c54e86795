//! What a step is called where anybody may read it.

use motcua_contract::dossier::status::Action;
use motcua_contract::dossier::timeline::TimelineKind;
use motcua_contract::text::LocalText;

/// A few words without personal data, and what the person can do about it.
pub(crate) fn of(kind: TimelineKind) -> (LocalText, Option<Action>) {
    let (vi, en, action) = match kind {
        TimelineKind::Received => (
            "Hồ sơ của bạn đã được tiếp nhận.",
            "Your dossier was received.",
            None,
        ),
        TimelineKind::Refused => (
            "Hồ sơ của bạn không được tiếp nhận.",
            "Your dossier was not received.",
            Some(Action::FileAgain),
        ),
        TimelineKind::SupplementRequested => (
            "Bạn cần bổ sung hồ sơ.",
            "Your dossier needs more from you.",
            Some(Action::Supplement),
        ),
        TimelineKind::PaymentRequested => (
            "Bạn cần nộp tiền cho hồ sơ.",
            "There is something to pay for your dossier.",
            Some(Action::Pay),
        ),
        TimelineKind::Postponed => (
            "Cơ quan xin lỗi và hẹn lại ngày trả kết quả.",
            "The authority apologises and gives a new date.",
            None,
        ),
        TimelineKind::Stopped => (
            "Cơ quan dừng giải quyết hồ sơ của bạn.",
            "The authority stopped working on your dossier.",
            Some(Action::FileAgain),
        ),
        TimelineKind::Decided => (
            "Hồ sơ của bạn đã có kết quả.",
            "The result of your dossier is there.",
            Some(Action::FetchResult),
        ),
        TimelineKind::Posted => (
            "Kết quả hồ sơ của bạn đã được gửi qua bưu chính.",
            "The result of your dossier is with the post.",
            None,
        ),
        TimelineKind::Returned => (
            "Kết quả hồ sơ của bạn đã được trả.",
            "The result of your dossier was handed over.",
            None,
        ),
        _ => (
            "Hồ sơ của bạn có thay đổi.",
            "Something about your dossier changed.",
            None,
        ),
    };
    (LocalText::new(vi, en), action)
}
