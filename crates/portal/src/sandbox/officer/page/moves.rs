//! What an officer may do with a dossier: a form for each move.

use maud::{Markup, html};

use super::super::Case;
use super::super::form::Typed;
use super::fields::{area, form, line};
use super::words::{button, word};
use crate::dossier::life::Step;

/// The form of a move; nothing for what is not an officer's.
pub(super) fn one_move(case: &Case, step: Step, typed: &Typed) -> Markup {
    let fields = match step {
        Step::Receive | Step::Resume | Step::Return => html! {},
        Step::HandOn => line(
            "handOn-unit",
            "Bộ phận giải quyết",
            "Để trống: phòng chuyên môn.",
            typed,
        ),
        Step::Refuse | Step::Stop => {
            let own = word(step);
            html! {
                (area(&format!("{own}-reasons"), "Lý do", "Bắt buộc, mỗi dòng một lý do.", typed))
                (area(&format!("{own}-whatNext"), "Người nộp có thể làm gì tiếp", "Không bắt buộc.", typed))
            }
        }
        Step::AskSupplement => supplement(case, typed),
        Step::SetFee => html! {
            (line("setFee-name", "Khoản phải nộp", "", typed))
            (line("setFee-amount", "Số tiền, đồng", "", typed))
            (line("setFee-basis", "Căn cứ", "Quy định nào đặt ra khoản này.", typed))
        },
        Step::Pause => area("pause-reason", "Lý do tạm dừng", "Bắt buộc.", typed),
        Step::Postpone => html! {
            (area("postpone-reason", "Lý do chậm", "Bắt buộc; đứng trong thư xin lỗi.", typed))
            (line("postpone-days", "Hẹn lại thêm mấy ngày làm việc", "Chỉ được hẹn lại một lần.", typed))
        },
        Step::Decide => html! {
            (line("decide-name", "Tên kết quả", "", typed))
            (area("decide-text", "Nội dung kết quả", "Cổng lập thành tệp, ghi rõ là thử nghiệm.", typed))
        },
        Step::Post => html! {
            (line("post-carrier", "Đơn vị bưu chính", "", typed))
            (line("post-number", "Số bưu gửi", "", typed))
        },
        Step::AnswerSupplement | Step::Settle | Step::Withdraw => return html! {},
    };
    form(word(step), button(&case.dossier, step), &fields)
}

fn supplement(case: &Case, typed: &Typed) -> Markup {
    html! {
        (area("askSupplement-explanation", "Thiếu gì, nhìn chung", "Nêu đủ trong một lần; lần thứ hai chỉ nêu lại mục chưa đạt.", typed))
        fieldset {
            legend { "Mục cần bổ sung" }
            @for part in &case.parts {
                @let item = part.requirement.as_ref().map_or_else(
                    || format!("answer:{}", part.id),
                    |requirement| format!("paper:{requirement}"),
                );
                div.tick {
                    input type="checkbox" name="askSupplement-item" id=(format!("item-{item}"))
                        value=(item) checked[typed.ticked("askSupplement-item", &item)];
                    label for=(format!("item-{item}")) { (part.label) }
                    (line(&format!("askSupplement-reason-{item}"), &format!("Lý do và cách sửa: {}", part.label), "", typed))
                }
            }
        }
        (line("askSupplement-otherTitle", "Giấy tờ khác, ngoài danh sách", "Không bắt buộc.", typed))
        (line("askSupplement-otherReason", "Vì sao cần giấy tờ đó", "", typed))
        (line("askSupplement-days", "Chờ mấy ngày làm việc", "", typed))
    }
}
