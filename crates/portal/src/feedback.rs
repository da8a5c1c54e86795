//! Feedback (phản ánh, kiến nghị): given, forwarded, answered, opened again, and published
//! without the person where they agree.
//!
//! [`course`] is the law of it; [`rows`] keeps it. Its code is all that following asks for, so
//! it is as hard to guess as a password, and guessing is slowed as with lookups.

use motcua_contract::feedback::{FeedbackState, GiveFeedback};
use motcua_contract::problem::Fault;
use motcua_forms::Personal;
use rusqlite::Transaction;

use crate::attachment::OF_FEEDBACK;
use crate::dossier::ground::fault;
use crate::dossier::papers::ATTACHMENTS;
use crate::dossier::rows as dossiers;
use crate::dossier::show::Whole;
use crate::moment::Moment;
use crate::random;
use crate::rating::to_remove;
use crate::session::Owner;
use crate::settings::Settings;
use crate::web::refusal::Refusal;

pub(crate) mod course;
pub(crate) mod rows;

/// The longest title and text, in characters.
const TITLE_CHARACTERS: usize = 200;
const TEXT_CHARACTERS: usize = 5000;
/// Letters and digits that are not taken for one another.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// Receives feedback; answers its row's number.
pub(crate) fn receive(
    transaction: &Transaction<'_>,
    settings: &Settings,
    owner: &Owner,
    sent: &GiveFeedback,
    now: Moment,
) -> Result<i64, Refusal> {
    check(owner, sent)?;
    let about = match &sent.dossier {
        Some(code) => {
            let found = dossiers::find(transaction, owner, code.as_str())?;
            let Some((id, filed)) = found else {
                let message = "Bạn không có hồ sơ mang mã này.";
                return Err(Refusal::invalid(vec![fault(
                    "/dossier", "unknown", message,
                )]));
            };
            let whole = Whole::read(transaction, id, filed)?;
            Some((id, facts(&whole, settings, now)))
        }
        None => None,
    };
    let new = rows::New {
        code: code(),
        owner,
        sent,
        dossier: about.as_ref().map(|(id, _)| *id),
        facts: about.map(|(_, facts)| facts),
        agency: &settings.filing.agency.name,
    };
    let id = rows::insert(transaction, &new, now)?;
    OF_FEEDBACK.keep(transaction, owner, (id, &new.code), &sent.attachments, now)?;
    Ok(id)
}

/// What a dossier says of itself, for whoever answers.
fn facts(whole: &Whole, settings: &Settings, now: Moment) -> String {
    let dossier = whole.dossier(settings, now);
    let promised = dossier.deadline.map_or_else(
        || "không hẹn ngày".to_owned(),
        |deadline| format!("hẹn trả {}", deadline.promised),
    );
    format!(
        "Hồ sơ {}, {}: nộp {}, {}, {promised}.",
        dossier.code, dossier.service.name, dossier.filed_at, dossier.status.portal_text.vi
    )
}

fn check(owner: &Owner, sent: &GiveFeedback) -> Result<(), Refusal> {
    let mut faults: Vec<Fault> = Vec::new();
    for (pointer, text, most) in [
        ("/title", &sent.title, TITLE_CHARACTERS),
        ("/text", &sent.text, TEXT_CHARACTERS),
    ] {
        if text.trim().is_empty() {
            faults.push(fault(pointer, "required", "Viết rõ phần này."));
        } else if text.chars().count() > most {
            let message = format!("Viết tối đa {most} ký tự.");
            faults.push(fault(pointer, "tooLong", &message));
        } else if sent.publish
            && let Some(what) = Personal::in_text(text)
        {
            faults.push(fault(pointer, "personal", to_remove(what)));
        }
    }
    if sent.attachments.len() > ATTACHMENTS {
        let message = format!("Đính kèm tối đa {ATTACHMENTS} tệp.");
        faults.push(fault("/attachments", "tooLong", &message));
    }
    if owner.person().is_none() {
        faults.extend(nobody(sent));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Refusal::answers(faults))
    }
}

/// What is missing about somebody who is not signed in: a name, an address and a phone
/// (Decree 20/2008/NĐ-CP).
fn nobody(sent: &GiveFeedback) -> Vec<Fault> {
    let message = "Cho biết họ tên, địa chỉ và số điện thoại.";
    let Some(sender) = &sent.sender else {
        return vec![fault("/sender", "required", message)];
    };
    let phone = sender.contact.phone.clone().unwrap_or_default();
    [
        ("/sender/name", &sender.name),
        ("/sender/address", &sender.address),
        ("/sender/contact/phone", &phone),
    ]
    .into_iter()
    .filter(|(_, text)| text.trim().is_empty() || text.chars().count() > TITLE_CHARACTERS)
    .map(|(pointer, _)| fault(pointer, "required", message))
    .collect()
}

/// A code of sixty random bits, like `PA-7K2M-9QXD-4TRH`.
fn code() -> String {
    let letters: Vec<char> = random::bytes::<12>()
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|four| four.iter().collect())
        .collect();
    format!("PA-{}", groups.join("-"))
}

/// A code as people type it.
pub(crate) fn typed(code: &str) -> String {
    let plain = code.chars().filter(|c| !c.is_whitespace());
    plain.flat_map(char::to_uppercase).collect()
}

/// Whether the person may open it again: it is answered, and not for long.
pub(crate) fn is_reopenable(state: FeedbackState, answered: Option<Moment>, now: Moment) -> bool {
    let recent = answered.is_some_and(|at| now <= at.plus(course::REOPENABLE));
    state == FeedbackState::Answered && recent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_three_groups_of_letters_that_are_not_mistaken() {
        let one = code();
        let groups: Vec<&str> = one.split('-').collect();
        assert_eq!(groups.len(), 4);
        assert!(groups[1..].iter().all(|group| group.len() == 4));
        assert!(!one[3..].contains(['0', '1', 'I', 'O']));
        assert_ne!(one, code());
        assert_eq!(typed(" pa-7k2m-9qxd-4trh"), "PA-7K2M-9QXD-4TRH");
    }
}
