//! The officer at work: a [`Move`] on the desk, with the letters that go with it.

use std::sync::Arc;

use motcua_contract::dossier::ending::{EndingKind, Reason};
use motcua_contract::dossier::payment::ObligationStage;
use motcua_contract::dossier::timeline::{Handler, HandlerRole};
use motcua_contract::text::LocalText;
use serde_json::Value;

use super::desk::{Desk, NotTaken};
use super::ground::fault;
use super::life::{Step, Who};
use super::moves::Move;
use super::outcome::{self, Apology, OwnFile};
use super::promise::civil;
use super::signatures::{self, Issuing};
use super::supplement;
use super::{asking, audit, behalf, handlers, letters};
use crate::payment::rows as payments;
use crate::person::access::{self, Use};
use crate::portal::Portal;
use crate::session::Owner;
use crate::uploads::taking::{self, Found};
use crate::web::refusal::Refusal;

impl Portal {
    /// Lets an officer do something to a dossier; what the law forbids is refused, and stands
    /// in the audit trail all the same.
    pub(crate) async fn officer_does(
        self: &Arc<Self>,
        dossier: i64,
        what: Move,
    ) -> Result<(), Refusal> {
        what.check()?;
        // What a receipt says was so before this happened.
        self.issue_receipts(dossier).await?;
        let looked = match &what {
            Move::Decide {
                file: Some(file), ..
            } => self.look_for_signatures(file).await?,
            _ => None,
        };
        let now = self.clock.now();
        self.on_a_thread(move |portal| {
            let issuing = Issuing {
                seal: portal.seal.as_ref(),
                anchors: &portal.anchors,
                looked,
            };
            let mut illegal = None;
            let done = portal.change(|transaction| {
                let mut desk = Desk::open(transaction, &portal.settings, dossier, now)?;
                take(&mut desk, &what, &issuing).map_err(|not| {
                    if let NotTaken::Illegal(why) = not {
                        illegal = Some(why);
                    }
                    not.into()
                })
            });
            if let Some(why) = illegal {
                let tried = (Who::Officer, what.step());
                portal.change(|transaction| {
                    Ok(audit::note(
                        transaction,
                        dossier,
                        tried,
                        Some(why),
                        &written(&what),
                        now,
                    )?)
                })?;
            }
            done
        })
        .await
    }

    /// Notes for whoever is concerned that an officer looked into their dossier.
    pub(crate) async fn officer_looks(
        self: &Arc<Self>,
        dossier: i64,
        code: String,
    ) -> Result<(), Refusal> {
        let now = self.clock.now();
        let portal = Arc::clone(self);
        self.transact(move |transaction| {
            let filing = &portal.settings.filing;
            let whose = [
                words("Hồ sơ bạn nộp", "The dossier you filed"),
                words("Hồ sơ nộp thay bạn", "The dossier filed for you"),
            ];
            let parties = behalf::parties(transaction, dossier)?;
            for (party, what) in parties.iter().zip(&whose) {
                let Some(person) = party.person() else {
                    continue;
                };
                let used = Use {
                    agency: &filing.agency.name,
                    actor: filing.officer.as_deref(),
                    what,
                    why: &words("Giải quyết hồ sơ", "To handle it"),
                    dossier: Some(&code),
                };
                access::note(transaction, person, &used, now)?;
            }
            Ok(())
        })
        .await
    }
}

fn written(what: &Move) -> Value {
    serde_json::to_value(what).expect("a move has string keys only")
}

fn words(vi: impl Into<String>, en: impl Into<String>) -> LocalText {
    LocalText::new(vi, en)
}

fn take(desk: &mut Desk<'_>, what: &Move, issuing: &Issuing<'_>) -> Result<(), NotTaken> {
    let step = (Who::Officer, what.step());
    desk.allows(step.0, step.1)?;
    let detail = written(what);
    let officer = desk.officer();
    match what {
        Move::Receive {} => {
            let by = handlers::at_the_counter(desk.settings);
            let text = words(
                "Bộ phận Một cửa tiếp nhận hồ sơ.",
                "The counter received it.",
            );
            desk.take(step, by, text, &detail)?;
            Ok(supplement::judge(desk.transaction, desk.id, &[])?)
        }
        Move::Refuse { reasons, what_next } => {
            let text = words(
                format!("Không tiếp nhận: {}", first(reasons)),
                format!("Not received: {}", first(reasons)),
            );
            desk.take(step, officer.clone(), text, &detail)?;
            end(
                desk,
                EndingKind::Refused,
                &officer,
                (reasons, what_next.as_deref()),
            )
        }
        Move::Stop { reasons, what_next } => {
            let text = words(
                format!("Dừng giải quyết: {}", first(reasons)),
                format!("Stopped: {}", first(reasons)),
            );
            desk.take(step, officer.clone(), text, &detail)?;
            end(
                desk,
                EndingKind::Stopped,
                &officer,
                (reasons, what_next.as_deref()),
            )
        }
        Move::HandOn { unit } => {
            let by = handlers::at_the_department(desk.settings, unit.as_deref());
            let unit = by.unit.clone().unwrap_or_default();
            let text = words(
                format!("Chuyển đến {unit} giải quyết."),
                format!("Handed on to {unit}."),
            );
            desk.take(step, by, text, &detail)?;
            Ok(supplement::judge(desk.transaction, desk.id, &[])?)
        }
        Move::AskSupplement {
            explanation,
            items,
            days,
        } => asking::ask(desk, (explanation, items, *days), &officer, &detail),
        Move::SetFee {
            name,
            amount,
            basis,
        } => {
            let basis = LocalText {
                vi: basis.clone(),
                en: None,
            };
            let owed = (name.as_str(), *amount);
            let text = words(
                format!("Cơ quan yêu cầu nộp: {name}."),
                format!("To be paid: {name}."),
            );
            desk.take(step, handlers::citizen(), text, &detail)?;
            let stage = ObligationStage::Result;
            Ok(payments::owe(
                desk.transaction,
                desk.id,
                stage,
                owed,
                Some(&basis),
            )?)
        }
        Move::Pause { reason } => {
            let text = words(format!("Tạm dừng: {reason}"), format!("Paused: {reason}"));
            desk.take(step, officer, text, &detail)
        }
        Move::Resume {} => {
            let text = words("Tiếp tục giải quyết hồ sơ.", "The work goes on.");
            desk.take(step, officer, text, &detail)
        }
        Move::Postpone { reason, days } => postpone(desk, (reason, *days), &officer, &detail),
        Move::Decide { name, text, file } => {
            let by = handlers::at_the_counter(desk.settings);
            let told = words(
                format!("Đã có kết quả: {name}."),
                format!("The result is there: {name}."),
            );
            desk.take(step, by, told, &detail)?;
            supplement::judge(desk.transaction, desk.id, &[])?;
            let id = outcome::issue(desk.transaction, desk.id, name, desk.now)?;
            match file {
                Some(file) => {
                    hand_over_file(desk, id, file)?;
                    let looked = issuing.looked.as_ref();
                    Ok(signatures::keep(desk.transaction, id, looked)?)
                }
                None => {
                    let text = text.as_deref().unwrap_or_default();
                    Ok(letters::result(desk, &officer, (id, name, text), issuing)?)
                }
            }
        }
        Move::Post { carrier, number } => {
            let (carrier, number) = (carrier.trim(), number.trim());
            let text = words(
                format!("Gửi kết quả qua {carrier}, số {number}."),
                format!("Sent by {carrier}, number {number}."),
            );
            let by = Handler {
                role: HandlerRole::Post,
                agency: Some(carrier.into()),
                unit: None,
                officer: None,
            };
            desk.take(step, by, text, &detail)?;
            Ok(outcome::post(
                desk.transaction,
                desk.id,
                (carrier, number),
                desk.now,
            )?)
        }
        Move::Return {} => {
            let text = match desk.filed.wants_post() {
                true => words(
                    "Bưu chính đã giao kết quả.",
                    "The post delivered the result.",
                ),
                false => words("Bạn đã nhận kết quả.", "You have the result."),
            };
            desk.take(step, handlers::citizen(), text, &detail)?;
            Ok(outcome::hand_over(desk.transaction, desk.id, desk.now)?)
        }
    }
}

/// Whose the files are that officers hand over, until a dossier has them: no visitor's.
pub(crate) fn files_of_officers() -> Owner {
    Owner::Guest("officer".into())
}

/// Gives an officer's file to a result.
fn hand_over_file(desk: &Desk<'_>, result: i64, id: &str) -> Result<(), Refusal> {
    let owner = files_of_officers();
    let found = taking::find(desk.transaction, &owner, id, desk.now)?;
    let Found::Ready(file) = found else {
        let message = "Cổng không có tệp này. Bạn gửi lại tệp.";
        return Err(Refusal::answers(vec![fault("/file", "unknown", message)]));
    };
    let code = desk.filed.code.as_str();
    if !taking::take(desk.transaction, &owner, id, code, desk.now)? {
        return Err(Refusal::internal());
    }
    let own = OwnFile {
        name: file.name,
        bytes: file.bytes,
        hash: file.hash,
    };
    Ok(outcome::own_file(desk.transaction, result, &own)?)
}

fn first(reasons: &[Reason]) -> &str {
    reasons.first().map_or("", |reason| reason.text.vi.as_str())
}

fn end(
    desk: &Desk<'_>,
    kind: EndingKind,
    by: &Handler,
    (reasons, what_next): (&[Reason], Option<&str>),
) -> Result<(), NotTaken> {
    let next = what_next.map(|next| LocalText {
        vi: next.into(),
        en: None,
    });
    let how = (by, desk.now);
    outcome::end(desk.transaction, desk.id, kind, how, reasons, next.as_ref())?;
    Ok(letters::ending(desk, kind, by, reasons, next.as_ref())?)
}

fn postpone(
    desk: &mut Desk<'_>,
    (reason, days): (&str, u32),
    officer: &Handler,
    detail: &Value,
) -> Result<(), NotTaken> {
    let Ok(promise) = desk.filed.promise.clone() else {
        let why = "Hồ sơ không có ngày hẹn nên không có gì để hẹn lại.";
        return Err(Refusal::not_now(why).into());
    };
    let next = promise.postponed(desk.calendar(), days, desk.now);
    let day = civil(next.due).strftime("%d/%m/%Y");
    let text = words(
        format!("Cơ quan xin lỗi và hẹn lại ngày {day}: {reason}"),
        format!("The authority apologises; the new date is {day}: {reason}"),
    );
    desk.take(
        (Who::Officer, Step::Postpone),
        officer.clone(),
        text,
        detail,
    )?;
    super::rows::promise(desk.transaction, desk.id, &next)?;
    let apology = Apology {
        at: desk.now,
        reason: LocalText {
            vi: reason.into(),
            en: None,
        },
        previous: promise.due,
        promised: next.due,
    };
    outcome::apologise(desk.transaction, desk.id, &apology)?;
    Ok(letters::apology(desk, officer, &apology)?)
}
