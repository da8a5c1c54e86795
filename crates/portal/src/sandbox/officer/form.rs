//! What an officer typed on the page of a dossier, as a move.
//!
//! Fields are named `MOVE-FIELD`. Reasons stand one a line; what is asked for again is ticked,
//! each with its reason. A number that is not plainly one counts as none, and is refused as such.

use motcua_contract::dossier::ending::Reason;
use motcua_contract::dossier::supplement::SupplementTarget;
use motcua_contract::text::LocalText;

use crate::dossier::ground::fault;
use crate::dossier::moves::{Asked, Move};
use crate::web::refusal::Refusal;

/// The fields of a form as they came.
#[derive(Default)]
pub(super) struct Typed(Vec<(String, String)>);

/// What an officer wants.
pub(super) enum Wish {
    Move(Move),
    /// A message to the person.
    Write(String),
}

impl Typed {
    pub(super) fn new(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// What was typed into a field.
    pub(super) fn value(&self, name: &str) -> &str {
        let mut fields = self.0.iter();
        let field = fields.find(|(field, _)| field == name);
        field.map_or("", |(_, value)| value.as_str())
    }

    /// Whether a box was ticked.
    pub(super) fn ticked(&self, name: &str, value: &str) -> bool {
        let mut fields = self.0.iter();
        fields.any(|(field, ticked)| field == name && ticked == value)
    }

    /// The wish that it is.
    pub(super) fn read(&self) -> Result<Wish, Refusal> {
        let name = self.value("move");
        let text = |field: &str| self.value(&format!("{name}-{field}")).trim().to_owned();
        let optional = |field: &str| Some(text(field)).filter(|text| !text.is_empty());
        let days = || text("days").parse().unwrap_or(0);
        Ok(Wish::Move(match name {
            "write" => return Ok(Wish::Write(text("text"))),
            "receive" => Move::Receive {},
            "resume" => Move::Resume {},
            "return" => Move::Return {},
            "handOn" => Move::HandOn {
                unit: optional("unit"),
            },
            "refuse" => Move::Refuse {
                reasons: lines(&text("reasons")),
                what_next: optional("whatNext"),
            },
            "stop" => Move::Stop {
                reasons: lines(&text("reasons")),
                what_next: optional("whatNext"),
            },
            "askSupplement" => Move::AskSupplement {
                explanation: text("explanation"),
                items: self.items(),
                days: days(),
            },
            "setFee" => Move::SetFee {
                name: text("name"),
                amount: dong(&text("amount")).unwrap_or(0),
                basis: text("basis"),
            },
            "pause" => Move::Pause {
                reason: text("reason"),
            },
            "postpone" => Move::Postpone {
                reason: text("reason"),
                days: days(),
            },
            "decide" => Move::Decide {
                name: text("name"),
                text: Some(text("text")),
                file: None,
            },
            "post" => Move::Post {
                carrier: text("carrier"),
                number: text("number"),
            },
            _ => {
                let message = "Chọn một việc để làm.";
                return Err(Refusal::answers(vec![fault("/move", "unknown", message)]));
            }
        }))
    }

    fn items(&self) -> Vec<Asked> {
        let ticked = self
            .0
            .iter()
            .filter(|(name, _)| name == "askSupplement-item");
        let named = ticked.map(|(_, item)| Asked {
            target: match item.split_once(':') {
                Some(("answer", id)) => SupplementTarget::Answer {
                    pointer: format!("/{id}"),
                },
                // Whatever the form does not know is refused by name.
                Some((_, id)) => SupplementTarget::Paper {
                    requirement: Some(id.into()),
                },
                None => SupplementTarget::Paper {
                    requirement: Some(item.clone()),
                },
            },
            title: None,
            reason: self
                .value(&format!("askSupplement-reason-{item}"))
                .trim()
                .into(),
        });
        let mut items: Vec<Asked> = named.collect();
        let title = self.value("askSupplement-otherTitle").trim();
        let reason = self.value("askSupplement-otherReason").trim();
        if !(title.is_empty() && reason.is_empty()) {
            items.push(Asked {
                target: SupplementTarget::Paper { requirement: None },
                title: Some(title.into()),
                reason: reason.into(),
            });
        }
        items
    }
}

fn lines(text: &str) -> Vec<Reason> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let reasons = lines.map(|line| Reason {
        text: LocalText {
            vi: line.into(),
            en: None,
        },
        basis: None,
        requirement: None,
    });
    reasons.collect()
}

/// A sum as people write one: `8000`, `8.000`, `8.000 đồng`. What could be read in two ways,
/// as `8.000,50` and `8,5`, is none.
fn dong(text: &str) -> Option<u64> {
    let bare = ["đồng", "VND", "đ"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit))
        .unwrap_or(text);
    let mut groups = bare.trim().split(['.', ' ', '\u{a0}']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let grouped = first.len() <= 3 && rest.iter().all(|group| group.len() == 3);
    let digits = format!("{first}{}", rest.concat());
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    (plain && (rest.is_empty() || grouped))
        .then(|| digits.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Typed {
        let fields = fields.iter();
        Typed::new(
            fields
                .map(|(name, value)| ((*name).into(), (*value).into()))
                .collect(),
        )
    }

    fn wish(fields: &[(&str, &str)]) -> Move {
        match typed(fields).read() {
            Ok(Wish::Move(wish)) => wish,
            _ => panic!("a move"),
        }
    }

    #[test]
    fn each_line_is_a_reason_and_each_tick_an_item() {
        let refuse = wish(&[("move", "refuse"), ("refuse-reasons", "Một\n\n Hai \n")]);
        assert!(matches!(refuse, Move::Refuse { reasons, .. } if reasons.len() == 2));
        let ask = wish(&[
            ("move", "askSupplement"),
            ("askSupplement-explanation", "Thiếu"),
            ("askSupplement-item", "paper:p5"),
            ("askSupplement-reason-paper:p5", "Mờ"),
            ("askSupplement-item", "answer:fullName"),
            ("askSupplement-reason-answer:fullName", "Sai"),
            ("askSupplement-otherTitle", "Ảnh"),
            ("askSupplement-otherReason", "Cần thêm"),
            ("askSupplement-days", "5"),
        ]);
        let Move::AskSupplement { items, days, .. } = ask else {
            panic!("a request")
        };
        assert_eq!((items.len(), days), (3, 5));
        assert_eq!(items[1].reason, "Sai");
    }

    #[test]
    fn an_amount_may_be_written_in_groups() {
        let amount = |written| match wish(&[("move", "setFee"), ("setFee-amount", written)]) {
            Move::SetFee { amount, .. } => amount,
            _ => panic!("a fee"),
        };
        for plain in ["8000", "8.000", "8 000", "8.000 đồng", "8.000đ", "8000 VND"] {
            assert_eq!(amount(plain), 8_000, "{plain}");
        }
        assert_eq!(amount("1.250.000"), 1_250_000);
        for unclear in [
            "",
            "8.000,50",
            "8,5",
            "-8000",
            "8.00",
            "1e3",
            "tám nghìn",
            "8.0000",
        ] {
            assert_eq!(amount(unclear), 0, "{unclear}");
        }
    }

    #[test]
    fn a_reason_without_its_paper_is_not_dropped_and_days_are_digits() {
        let ask = wish(&[
            ("move", "askSupplement"),
            ("askSupplement-otherReason", "Cần thêm"),
            ("askSupplement-item", "strange"),
            ("askSupplement-days", "5,5"),
        ]);
        assert!(ask.check().is_err());
        let Move::AskSupplement { items, days, .. } = ask else {
            panic!("a request")
        };
        assert_eq!((items.len(), days), (2, 0));
    }

    #[test]
    fn nothing_chosen_is_said() {
        assert!(typed(&[]).read().is_err());
    }
}
