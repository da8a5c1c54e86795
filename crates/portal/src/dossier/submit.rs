//! Handing in a dossier: everything in one transaction, or nothing.

use std::time::Duration;

use jiff::civil::Date;
use motcua_contract::dossier::DossierStatus;
use motcua_contract::dossier::payment::ObligationStage;
use motcua_contract::dossier::timeline::TimelineKind;
use motcua_contract::draft::DraftContent;
use motcua_contract::submission::Submission;
use motcua_contract::text::LocalText;
use rusqlite::Transaction;
use serde_json::{Value, json};

use super::behalf::Behalf;
use super::ground::{Ground, fault};
use super::obligation::Owed;
use super::promise::{self, civil, promise};
use super::rows::{self, Event, Filed};
use super::{code, essence, handlers, papers};
use crate::drafts;
use crate::moment::Moment;
use crate::notify::channels;
use crate::payment::rows as payments;
use crate::portal::Portal;
use crate::session::{Owner, people};
use crate::settings::Settings;
use crate::signing;
use crate::web::refusal::Refusal;

const DAY: Duration = Duration::from_secs(86_400);
/// What an applicant is called whose form asks for no name.
const UNNAMED: &str = "Người nộp hồ sơ";

/// Files what was sent; answers the dossier's row and code. An error leaves nothing behind.
pub(crate) fn file(
    transaction: &Transaction<'_>,
    portal: &Portal,
    owner: &Owner,
    sent: &Submission,
    ground: &Ground,
    now: Moment,
) -> Result<(i64, Filed), Refusal> {
    let settings = &portal.settings;
    if owner.person().is_none() {
        may_file_as_guest(sent, ground)?;
    }
    let behalf = sent
        .on_behalf_of
        .as_deref()
        .map(|id| {
            let claim = (owner, id);
            Behalf::claimed(transaction, settings, claim, &ground.service.code, now)
        })
        .transpose()?;
    if let Some(id) = &sent.signature {
        is_what_was_signed(transaction, portal, owner, id, sent, ground)?;
    }
    let answers = Value::Object(ground.answers.clone());
    let definition = &ground.form.definition;
    let essence = essence::essence(
        &ground.service.code,
        &sent.case,
        definition,
        &ground.answers,
    );
    let whose = (owner, behalf.as_ref());
    guard_against_slips(transaction, settings, whose, sent, &essence, now)?;
    let whose_papers = (owner, behalf.is_some());
    let chosen = papers::choose(transaction, whose_papers, ground, &sent.papers, now)?;

    let today: Date = civil(now).date();
    let filed = Filed {
        code: code::next(transaction, &settings.filing.unit, today)?,
        service: ground.service.code.clone(),
        service_name: ground.service.name.clone(),
        case: sent.case.clone(),
        case_name: ground.case_name.clone(),
        applicant: applicant(transaction, whose, ground)?,
        channel: sent.channel,
        form_version: sent.form_version.clone(),
        answers: ground.answers.clone(),
        answers_sha256: essence::sha256(&answers),
        delivery: sent.delivery.clone(),
        contact: sent.contact.clone(),
        signing: sent.signature.clone(),
        status: DossierStatus::Filed,
        filed_at: now,
        updated_at: now,
        promise: ground
            .time
            .and_then(|time| {
                promise(
                    &settings.working_days,
                    settings.filing.office_hours,
                    now,
                    time,
                )
            })
            .ok_or_else(promise::not_stated),
        stated_time: ground.time.map_or_else(no_time, promise::in_words),
        fee_text: ground.owed.explanation(),
    };
    let id = rows::insert(transaction, owner, &filed, &essence)?;
    papers::hand_in(transaction, owner, (id, filed.code.as_str()), &chosen, now)?;
    rows::tell(transaction, id, &first_event(behalf.as_ref(), now))?;
    match &behalf {
        Some(behalf) => {
            behalf.keep(transaction, id)?;
            behalf.tell(transaction, settings, (id, &filed), now)?;
        }
        // What is another's neither reaches the helper later nor is offered to them again.
        None => {
            papers::remember(
                transaction,
                owner,
                filed.code.as_str(),
                ground,
                &chosen,
                now,
            )?;
            if let Some(contact) = &sent.contact {
                channels::set_from(transaction, owner, contact)?;
            }
        }
    }
    if let Owed::Amount { dong, note } = &ground.owed {
        let name = format!("Phí, lệ phí: {}", filed.service_name);
        let basis = note.as_ref().map(|note| LocalText {
            vi: note.clone(),
            en: None,
        });
        let stage = ObligationStage::Receipt;
        payments::owe(transaction, id, stage, (&name, *dong), basis.as_ref())?;
    }
    if let Some(signature) = &sent.signature {
        signing::spend(transaction, signature, id)?;
    }
    if let Some(draft) = &sent.draft
        && !drafts::delete(transaction, owner, draft)?
    {
        let message = "Cổng không có bản nháp này của bạn.";
        return Err(Refusal::answers(vec![fault("/draft", "unknown", message)]));
    }
    Ok((id, filed))
}

fn may_file_as_guest(sent: &Submission, ground: &Ground) -> Result<(), Refusal> {
    if !ground.form.guests {
        return Err(Refusal::sign_in());
    }
    let contact = sent.contact.as_ref();
    if contact.is_some_and(|contact| contact.phone.is_some() || contact.email.is_some()) {
        return Ok(());
    }
    let message = "Cho biết số điện thoại hoặc thư điện tử để cơ quan liên lạc với bạn.";
    Err(Refusal::answers(vec![fault(
        "/contact", "required", message,
    )]))
}

/// Refuses what differs from what its signature was given to. The signed answers stand as
/// they were typed; what the form makes of them is what counts.
fn is_what_was_signed(
    transaction: &Transaction<'_>,
    portal: &Portal,
    owner: &Owner,
    id: &str,
    sent: &Submission,
    ground: &Ground,
) -> Result<(), Refusal> {
    let Some(signed) = signing::signed_content(transaction, owner, id)? else {
        let message = "Chữ ký này chưa xong, đã dùng, hoặc không phải của bạn. Bạn ký lại.";
        return Err(Refusal::answers(vec![fault(
            "/signature",
            "unknown",
            message,
        )]));
    };
    if said(&signed) == said_in(sent) && ground.makes_of(&portal.places, &sent.case, &signed) {
        return Ok(());
    }
    let message = "Hồ sơ đã đổi sau khi ký. Bạn xem lại rồi ký lại.";
    Err(Refusal::answers(vec![fault(
        "/signature",
        "mismatch",
        message,
    )]))
}

/// What a draft says besides its answers, and what a submission says.
fn said(signed: &DraftContent) -> Vec<u8> {
    essence::canonical(&json!([
        signed.service,
        signed.case,
        signed.form_version,
        signed.papers,
        signed.delivery,
        signed.on_behalf_of
    ]))
}

fn said_in(sent: &Submission) -> Vec<u8> {
    essence::canonical(&json!([
        sent.service,
        sent.case,
        sent.form_version,
        sent.papers,
        sent.delivery,
        sent.on_behalf_of
    ]))
}

fn guard_against_slips(
    transaction: &Transaction<'_>,
    settings: &Settings,
    whose: (&Owner, Option<&Behalf>),
    sent: &Submission,
    essence: &[u8; 32],
    now: Moment,
) -> Result<(), Refusal> {
    let since = now.minus(DAY * settings.filing.duplicate_days);
    match rows::same(transaction, whose, essence, since)? {
        Some((before, filed_at)) if sent.despite.as_ref() != Some(&before) => {
            let day: Vec<_> = filed_at.day().split('-').rev().map(String::from).collect();
            Err(Refusal::duplicate(before, &day.join("/")))
        }
        _ => Ok(()),
    }
}

fn applicant(
    transaction: &Transaction<'_>,
    (owner, behalf): (&Owner, Option<&Behalf>),
    ground: &Ground,
) -> Result<String, Refusal> {
    if let Some(behalf) = behalf {
        return Ok(behalf.name.clone());
    }
    if let Some(name) = essence::applicant(&ground.form.definition, &ground.answers) {
        return Ok(name);
    }
    match owner.person() {
        Some(person) => Ok(people::name(transaction, person)?),
        None => Ok(UNNAMED.into()),
    }
}

fn no_time() -> LocalText {
    LocalText::new("Thủ tục không ghi", "Not stated")
}

fn first_event(behalf: Option<&Behalf>, now: Moment) -> Event {
    let text = match behalf {
        Some(Behalf { filed_by, name, .. }) => LocalText::new(
            format!("{filed_by} nộp hồ sơ trực tuyến thay cho {name}."),
            format!("{filed_by} filed online for {name}."),
        ),
        None => LocalText::new("Bạn nộp hồ sơ trực tuyến.", "You filed online."),
    };
    Event {
        id: 0,
        kind: TimelineKind::Filed,
        status: DossierStatus::Filed,
        handler: handlers::citizen(),
        since: now,
        ended_at: None,
        text,
    }
}
