//! What an officer may ask the portal to do to a dossier, as it is written.
//!
//! Reasons are required wherever a person is kept waiting or turned away, and have a bound,
//! so that whoever reads them can. Whether a move is legal now is [`super::life`]'s to say.

use motcua_contract::dossier::ending::Reason;
use motcua_contract::dossier::supplement::SupplementTarget;
use motcua_contract::problem::Fault;
use serde::{Deserialize, Serialize};

use super::ground::fault;
use super::life::Step;
use crate::web::refusal::Refusal;

/// The longest text of an officer's, in characters.
pub(crate) const TEXT_CHARACTERS: usize = 2000;
/// How many reasons or items there may be.
const MOST: usize = 30;
/// How many working days a person may be given to answer, or a date put off by.
pub(crate) const DAYS: std::ops::RangeInclusive<u32> = 1..=60;
/// The largest fee, in đồng.
const FEE: std::ops::RangeInclusive<u64> = 1..=1_000_000_000;

/// See the module. Those without members are written with braces: a member that nobody knows is
/// refused there alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "move", rename_all = "camelCase", deny_unknown_fields)]
pub(crate) enum Move {
    Receive {},
    #[serde(rename_all = "camelCase")]
    Refuse {
        reasons: Vec<Reason>,
        what_next: Option<String>,
    },
    HandOn {
        /// The department; the settings' own where absent.
        unit: Option<String>,
    },
    #[serde(rename_all = "camelCase")]
    AskSupplement {
        explanation: String,
        items: Vec<Asked>,
        /// Working days to answer in.
        days: u32,
    },
    SetFee {
        name: String,
        /// In whole đồng.
        amount: u64,
        basis: String,
    },
    Pause {
        reason: String,
    },
    Resume {},
    Postpone {
        reason: String,
        /// Working days that the date is put off by.
        days: u32,
    },
    #[serde(rename_all = "camelCase")]
    Stop {
        reasons: Vec<Reason>,
        what_next: Option<String>,
    },
    Decide {
        /// What the result is.
        name: String,
        /// What it says, where the portal is to write it.
        text: Option<String>,
        /// The id of the officer's own file, received before.
        file: Option<String>,
    },
    /// Gives the result to the post.
    Post {
        /// Who carries it.
        carrier: String,
        /// Its number there.
        number: String,
    },
    /// The person has the result: handed over, or delivered.
    Return {},
}

/// One thing asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    pub(crate) target: SupplementTarget,
    /// What it is called; the form's own name where absent.
    pub(crate) title: Option<String>,
    pub(crate) reason: String,
}

impl Move {
    /// The step that it is.
    pub(crate) fn step(&self) -> Step {
        match self {
            Self::Receive {} => Step::Receive,
            Self::Refuse { .. } => Step::Refuse,
            Self::HandOn { .. } => Step::HandOn,
            Self::AskSupplement { .. } => Step::AskSupplement,
            Self::SetFee { .. } => Step::SetFee,
            Self::Pause { .. } => Step::Pause,
            Self::Resume {} => Step::Resume,
            Self::Postpone { .. } => Step::Postpone,
            Self::Stop { .. } => Step::Stop,
            Self::Decide { .. } => Step::Decide,
            Self::Post { .. } => Step::Post,
            Self::Return {} => Step::Return,
        }
    }

    /// Names all that cannot be done as it is written.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let mut faults = Vec::new();
        match self {
            Self::Receive {} | Self::Resume {} | Self::Return {} => {}
            Self::HandOn { unit } => optional("/unit", unit.as_deref(), &mut faults),
            Self::Refuse { reasons, what_next } | Self::Stop { reasons, what_next } => {
                self::reasons(reasons, &mut faults);
                optional("/whatNext", what_next.as_deref(), &mut faults);
            }
            Self::AskSupplement {
                explanation,
                items,
                days,
            } => {
                text("/explanation", explanation, &mut faults);
                self::items(items, &mut faults);
                self::days(*days, &mut faults);
            }
            Self::SetFee {
                name,
                amount,
                basis,
            } => {
                text("/name", name, &mut faults);
                text("/basis", basis, &mut faults);
                if !FEE.contains(amount) {
                    let message = "Viết số tiền từ 1 đến 1.000.000.000 đồng.";
                    faults.push(fault("/amount", "outOfRange", message));
                }
            }
            Self::Pause { reason } => text("/reason", reason, &mut faults),
            Self::Postpone { reason, days } => {
                text("/reason", reason, &mut faults);
                self::days(*days, &mut faults);
            }
            Self::Decide { name, text, file } => {
                self::text("/name", name, &mut faults);
                match (text, file) {
                    (text, None) => {
                        self::text("/text", text.as_deref().unwrap_or_default(), &mut faults);
                    }
                    (None, Some(_)) => {}
                    (Some(_), Some(_)) => {
                        let message = "Chọn một: cổng lập kết quả, hoặc bạn gửi tệp.";
                        faults.push(fault("/text", "repeated", message));
                    }
                }
            }
            Self::Post { carrier, number } => {
                self::text("/carrier", carrier, &mut faults);
                self::text("/number", number, &mut faults);
            }
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Refusal::answers(faults))
        }
    }
}

/// Names a text that is missing, too long, or holds what nobody can read in a letter.
pub(crate) fn text(pointer: &str, text: &str, faults: &mut Vec<Fault>) {
    if text.trim().is_empty() {
        faults.push(fault(pointer, "required", "Viết rõ phần này."));
    } else if text.chars().count() > TEXT_CHARACTERS {
        let message = format!("Viết tối đa {TEXT_CHARACTERS} ký tự.");
        faults.push(fault(pointer, "tooLong", &message));
    } else if text
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
    {
        let message = "Bỏ các ký tự điều khiển không nhìn thấy được.";
        faults.push(fault(pointer, "malformed", message));
    }
}

fn optional(pointer: &str, words: Option<&str>, faults: &mut Vec<Fault>) {
    if let Some(words) = words {
        text(pointer, words, faults);
    }
}

fn reasons(reasons: &[Reason], faults: &mut Vec<Fault>) {
    if reasons.is_empty() || reasons.len() > MOST {
        let message = format!("Nêu từ 1 đến {MOST} lý do.");
        faults.push(fault("/reasons", "required", &message));
    }
    for (at, reason) in reasons.iter().enumerate() {
        text(&format!("/reasons/{at}/text/vi"), &reason.text.vi, faults);
        let english = format!("/reasons/{at}/text/en");
        optional(&english, reason.text.en.as_deref(), faults);
        let basis = format!("/reasons/{at}/basis");
        optional(&basis, reason.basis.as_deref(), faults);
    }
}

fn items(items: &[Asked], faults: &mut Vec<Fault>) {
    if items.is_empty() || items.len() > MOST {
        let message = format!("Nêu từ 1 đến {MOST} mục cần bổ sung, tất cả trong một lần.");
        faults.push(fault("/items", "required", &message));
    }
    for (at, item) in items.iter().enumerate() {
        text(&format!("/items/{at}/reason"), &item.reason, faults);
        let title = format!("/items/{at}/title");
        optional(&title, item.title.as_deref(), faults);
        let before = &items[..at];
        if before
            .iter()
            .any(|other| other.target == item.target && other.title == item.title)
        {
            let message = "Mỗi giấy tờ, câu trả lời chỉ nêu một lần.";
            faults.push(fault(&format!("/items/{at}/target"), "repeated", message));
        }
    }
}

fn days(days: u32, faults: &mut Vec<Fault>) {
    if !DAYS.contains(&days) {
        let message = format!("Viết từ {} đến {} ngày làm việc.", DAYS.start(), DAYS.end());
        faults.push(fault("/days", "outOfRange", &message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: serde_json::Value) -> Move {
        serde_json::from_value(value).expect("a move")
    }

    #[test]
    fn whoever_is_turned_away_or_kept_waiting_gets_reasons() {
        for without in [
            json!({"move": "refuse", "reasons": []}),
            json!({"move": "refuse", "reasons": [{"text": {"vi": "  "}}]}),
            json!({"move": "stop", "reasons": []}),
            json!({"move": "pause", "reason": ""}),
            json!({"move": "postpone", "reason": " ", "days": 3}),
            json!({"move": "postpone", "reason": "Chờ xác minh", "days": 0}),
            json!({"move": "askSupplement", "explanation": "Thiếu", "items": [], "days": 5}),
            json!({"move": "setFee", "name": "Phí", "amount": 0, "basis": "Thông tư"}),
            json!({"move": "decide", "name": "", "text": "Đồng ý"}),
            json!({"move": "decide", "name": "Giấy"}),
            json!({"move": "decide", "name": "Giấy", "text": "Đồng ý", "file": "u1"}),
            json!({"move": "post", "carrier": "Bưu chính", "number": " "}),
            json!({"move": "pause", "reason": "Chờ\u{0}xác minh"}),
            json!({"move": "pause", "reason": "x".repeat(2001)}),
        ] {
            assert!(read(without.clone()).check().is_err(), "{without}");
        }
        let reason = json!({"move": "refuse", "reasons": [{"text": {"vi": "Sai nơi nộp."}}]});
        assert!(read(reason).check().is_ok());
    }

    #[test]
    fn a_member_that_nobody_knows_is_refused() {
        for strange in [
            json!({"move": "pause", "reason": "Chờ", "until": "mãi mãi"}),
            json!({"move": "receive", "until": "mãi mãi"}),
            json!({"move": "resume", "reason": "Chờ"}),
            json!({"move": "return", "move2": "stop"}),
        ] {
            assert!(
                serde_json::from_value::<Move>(strange.clone()).is_err(),
                "{strange}"
            );
        }
        assert!(read(json!({"move": "receive"})).check().is_ok());
    }
}
