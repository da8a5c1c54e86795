//! What each status is called, and what it means in plain words.

use motcua_contract::dossier::status::DossierStatus;
use motcua_contract::text::LocalText;

/// The official term of a status, and the same in English.
pub(super) fn portal_text(status: DossierStatus) -> LocalText {
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

/// What a status means for the person.
pub(super) fn meaning(status: DossierStatus) -> LocalText {
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
