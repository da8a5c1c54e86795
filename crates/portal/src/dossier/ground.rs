//! What a submission stands on: a service that is open, a form that is known, answers that
//! keep its rules, and choices that exist. All of it is found out before anything is written,
//! and everything at fault is said at once.

use std::sync::Arc;

use motcua_contract::channel::{Channel, ChannelKind, TimeLimit};
use motcua_contract::draft::DraftContent;
use motcua_contract::form::{DEFAULT_CASE, Form};
use motcua_contract::opaque::Opaque;
use motcua_contract::problem::Fault;
use motcua_contract::service::{FilingState, Service};
use motcua_contract::submission::{
    Contact, Delivery, DeliveryKind, Paper, PostalAddress, Submission,
};
use motcua_forms::{Day, Papers, Setting};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::obligation::{Owed, owed};
use crate::places::Places;
use crate::portal::Portal;
use crate::reading;
use crate::store::read;
use crate::web::refusal::Refusal;

/// See the module.
pub(crate) struct Ground {
    pub(crate) service: Service,
    pub(crate) case_name: String,
    pub(crate) form: Form,
    engine: motcua_forms::Form,
    today: Day,
    /// In the shapes in which they are kept.
    pub(crate) answers: Opaque,
    /// The requirements that the form asks papers for.
    pub(crate) asked: Vec<String>,
    pub(crate) owed: Owed,
    /// As the procedure states it for the channel.
    pub(crate) time: Option<TimeLimit>,
}

/// What the case is called where there is none to choose.
const NO_CASE: &str = "Trường hợp chung";

impl Ground {
    /// Checks a submission against what the portal offers.
    pub(crate) async fn of(portal: &Arc<Portal>, sent: &Submission) -> Result<Self, Refusal> {
        let service = open_service(portal, &sent.service).await?;
        let form = portal
            .form(&sent.service, &sent.case, Some(&sent.form_version))
            .await
            .map_err(|refusal| refusal.or_for_not_found(|| unknown_form(sent)))?;
        let mut faults = Vec::new();
        choices(portal, sent, &form.contract, &mut faults);
        let papers = counted(&sent.papers);
        let setting = Setting {
            today: Day::parse(&portal.today()).ok_or_else(Refusal::internal)?,
            case: &sent.case,
            places: Some(&portal.places),
        };
        let complete = match form.form.check(&composed(&sent.answers), &papers, &setting) {
            Ok(complete) => complete,
            Err(wrong) => {
                faults.extend(wrong.into_iter().map(in_the_body));
                return Err(Refusal::answers(faults));
            }
        };
        if !faults.is_empty() {
            return Err(Refusal::answers(faults));
        }
        let case = service.cases.iter().find(|case| case.id == sent.case);
        let case_name = case.and_then(|case| case.name.clone());
        let today = portal.today();
        Ok(Self {
            owed: owed(
                &service.channels,
                sent.channel,
                case_name.as_deref(),
                &today,
            ),
            time: stated_time(&service.channels, sent.channel),
            case_name: case_name.unwrap_or_else(|| NO_CASE.into()),
            asked: complete.papers().to_vec(),
            answers: complete.into_answers(),
            form: form.contract,
            engine: form.form,
            today: setting.today,
            service,
        })
    }

    /// Whether the form makes the submission's answers of what was typed.
    pub(crate) fn makes_of(&self, portal: &Places, case: &str, typed: &DraftContent) -> bool {
        let setting = Setting {
            today: self.today,
            case,
            places: Some(portal),
        };
        let complete =
            self.engine
                .check(&composed(&typed.answers), &counted(&typed.papers), &setting);
        complete.is_ok_and(|complete| *complete.answers() == self.answers)
    }

    /// What a requirement is called.
    pub(crate) fn paper_name(&self, requirement: &str) -> String {
        let mut papers = self
            .service
            .cases
            .iter()
            .flat_map(|case| &case.requirements);
        let paper = papers.find(|paper| paper.id == requirement);
        paper.map_or_else(|| requirement.to_owned(), |paper| paper.name.clone())
    }
}

/// The service, when one can file it.
async fn open_service(portal: &Arc<Portal>, asked: &str) -> Result<Service, Refusal> {
    let catalogue = portal.catalogue();
    let code = catalogue.current(asked).unwrap_or(asked).to_owned();
    let stored = portal
        .ask(move |connection| read::stored(connection, &code))
        .await?;
    let Some(stored) = stored else {
        return Err(Refusal::unknown_service(catalogue.nearest(asked)));
    };
    let mut service = catalogue.service(&stored.record()?);
    reading::expire(&mut service, &portal.today());
    if stored.retired_on.is_some() || service.filing.state != FilingState::Open {
        let why = "Cổng hiện không nhận hồ sơ cho thủ tục này. Câu trả lời của bạn vẫn còn trong \
                   bản nháp.";
        return Err(Refusal::not_now(why));
    }
    Ok(service)
}

/// One time for all ways of this kind, or none.
fn stated_time(channels: &[Channel], by: ChannelKind) -> Option<TimeLimit> {
    let mut times = channels
        .iter()
        .filter(|way| way.kind == by)
        .map(|way| way.time);
    let first = times.next()??;
    times.all(|time| time == Some(first)).then_some(first)
}

/// What is chosen beside the answers.
fn choices(portal: &Portal, sent: &Submission, form: &Form, faults: &mut Vec<Fault>) {
    if !sent.confirmed {
        let message = "Đọc và xác nhận lời cam đoan trước khi gửi.";
        faults.push(fault("/confirmed", "required", message));
    }
    if sent.channel != ChannelKind::Online {
        let message = "Ở đây chỉ nộp trực tuyến; các cách khác dành cho cán bộ.";
        faults.push(fault("/channel", "unknown", message));
    }
    if form.signature && sent.signature.is_none() {
        faults.push(fault("/signature", "required", "Ký hồ sơ trước khi gửi."));
    }
    if let Some(contact) = &sent.contact {
        self::contact(contact, faults);
    }
    delivery(portal, &sent.delivery, form, faults);
}

fn contact(contact: &Contact, faults: &mut Vec<Fault>) {
    let digits = |phone: &str| phone.len() == 10 && phone.bytes().all(|byte| byte.is_ascii_digit());
    let phone = contact.phone.as_deref();
    if phone.is_some_and(|phone| !digits(phone) || !phone.starts_with('0')) {
        let message = "Viết số điện thoại gồm 10 chữ số, bắt đầu bằng 0.";
        faults.push(fault("/contact/phone", "malformed", message));
    }
    let email = contact.email.as_deref();
    let plausible = |email: &str| {
        let parts = email.split_once('@');
        email.len() <= 254
            && parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    if email.is_some_and(|email| !plausible(email)) {
        let message = "Viết địa chỉ thư điện tử dạng ten@mien.vn.";
        faults.push(fault("/contact/email", "malformed", message));
    }
}

fn delivery(portal: &Portal, wanted: &Delivery, form: &Form, faults: &mut Vec<Fault>) {
    let offered = form
        .delivery
        .iter()
        .any(|choice| choice.kind == wanted.kind);
    if wanted.kind == DeliveryKind::Unknown || !(form.delivery.is_empty() || offered) {
        let message = "Chọn một cách nhận kết quả mà biểu mẫu nêu.";
        faults.push(fault("/delivery/kind", "unknown", message));
    }
    if let Some(id) = &wanted.counter {
        let counters = &portal.settings.portal.counters;
        if !counters
            .iter()
            .any(|counter| counter.id.as_ref() == Some(id))
        {
            let message = "Cổng không có nơi nhận này.";
            faults.push(fault("/delivery/counter", "unknown", message));
        }
    }
    match (&wanted.address, wanted.kind) {
        (Some(address), DeliveryKind::Postal) => self::address(portal, address, faults),
        (None, DeliveryKind::Postal) => {
            let message = "Cho biết nơi bưu điện giao kết quả.";
            faults.push(fault("/delivery/address", "required", message));
        }
        _ => {}
    }
}

fn address(portal: &Portal, to: &PostalAddress, faults: &mut Vec<Fault>) {
    for (part, value, message) in [
        ("name", &to.name, "Cho biết tên người nhận."),
        ("phone", &to.phone, "Cho biết số điện thoại người nhận."),
        ("detail", &to.detail, "Cho biết số nhà, đường hoặc thôn."),
    ] {
        if value.trim().is_empty() {
            faults.push(fault(
                &format!("/delivery/address/{part}"),
                "required",
                message,
            ));
        }
    }
    if !motcua_forms::Places::has(&portal.places, &to.province, &to.commune) {
        let message = "Chọn xã, phường thuộc tỉnh, thành phố này.";
        faults.push(fault("/delivery/address/commune", "unknown", message));
    }
}

/// How many files there are for each requirement.
pub(super) fn counted(papers: &[Paper]) -> Papers {
    let counts = papers.iter().map(|paper| {
        let held = usize::from(paper.held.is_some());
        (paper.requirement.clone(), paper.uploads.len() + held)
    });
    counts.collect()
}

/// A fault of the form's as a place in what was sent.
fn in_the_body(wrong: motcua_forms::Fault) -> Fault {
    let paper = wrong.pointer.starts_with("/papers/");
    let place = if paper { "" } else { "/answers" };
    Fault {
        pointer: format!("{place}{}", wrong.pointer),
        code: wrong.code.into(),
        message: wrong.message.vi,
    }
}

fn unknown_form(sent: &Submission) -> Refusal {
    let known_case = sent.case == DEFAULT_CASE;
    let pointer = if known_case { "/formVersion" } else { "/case" };
    let message = "Cổng không có biểu mẫu này cho trường hợp này. Bạn tải lại biểu mẫu; câu trả lời \
                   vẫn còn trong bản nháp.";
    Refusal::answers(vec![fault(pointer, "unknown", message)])
}

pub(crate) fn fault(pointer: &str, code: &str, message: &str) -> Fault {
    Fault {
        pointer: pointer.into(),
        code: code.into(),
        message: message.into(),
    }
}

/// The answers with every text in Unicode's normalization form C, as the engine expects them.
pub(crate) fn composed(answers: &Opaque) -> Opaque {
    fn value(typed: &Value) -> Value {
        match typed {
            Value::String(text) => text.nfc().collect::<String>().into(),
            Value::Array(items) => items.iter().map(value).collect(),
            Value::Object(members) => Value::Object(composed(members)),
            other => other.clone(),
        }
    }
    answers
        .iter()
        .map(|(id, answer)| (id.clone(), value(answer)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use motcua_contract::channel::TimeUnit;
    use serde_json::json;

    #[test]
    fn answers_in_decomposed_letters_are_composed_however_deep() {
        let Value::Object(answers) = json!({"a": ["Nguye\u{302}\u{303}n", {"b": "e\u{301}"}]})
        else {
            panic!("an object")
        };
        assert_eq!(
            Value::Object(composed(&answers)),
            json!({"a": ["Nguyễn", {"b": "é"}]})
        );
    }

    #[test]
    fn ways_of_one_kind_that_state_different_times_state_none() {
        let way = |value| Channel {
            kind: ChannelKind::Online,
            time: Some(TimeLimit {
                value,
                unit: TimeUnit::Day,
            }),
            time_note: None,
            fees: Vec::new(),
            source_text: None,
        };
        let time = |ways: &[Channel]| stated_time(ways, ChannelKind::Online).map(|time| time.value);
        assert_eq!(time(&[way(3), way(3)]), Some(3));
        assert_eq!(time(&[way(3), way(5)]), None);
        assert_eq!(time(&[]), None);
        assert_eq!(stated_time(&[way(3)], ChannelKind::Postal), None);
    }
}
