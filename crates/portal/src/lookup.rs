//! Following a dossier without signing in: its stage by its code, and its timeline with one
//! proof more.
//!
//! A code that does not exist and a proof that does not fit are refused alike: the same
//! words, after the same work and no sooner than the same time. Guessing is slowed and then
//! locked ([`guessing`]), by who asks and by what is asked for.

use hmac::{Hmac, KeyInit, Mac};
use motcua_contract::dossier::DossierCode;
use motcua_contract::lookup::{Lookup, Proof, ProofKind};
use motcua_contract::opaque::Opaque;
use rusqlite::Connection;
use serde_json::Value;
use sha2::Sha256;

use crate::dossier::essence;
use crate::dossier::rows::{self, Filed};
use crate::forms::kept;

pub(crate) mod guessing;

/// How many last digits a proof has.
const DIGITS: usize = 4;

/// The proofs that the portal takes, whatever the dossier: which of them fit is told to nobody.
pub(crate) const PROOFS: [ProofKind; 2] = [ProofKind::Phone, ProofKind::CitizenId];

/// A dossier that was looked up.
pub(crate) struct Found {
    pub(crate) id: i64,
    pub(crate) filed: Filed,
    /// Whether a proof came with it, and fits.
    pub(crate) proven: bool,
}

/// Looks a dossier up; none where the code or the proof does not fit.
pub(crate) fn find(
    connection: &Connection,
    asked: &Lookup,
    key: &[u8],
) -> rusqlite::Result<Option<Found>> {
    let code = DossierCode::read(asked.code.as_str()).unwrap_or_else(|_| asked.code.clone());
    let filed = match rows::anyones(connection, code.as_str())? {
        Some((id, _)) => rows::by_id(connection, id)?.map(|filed| (id, filed)),
        None => None,
    };
    // A dossier that is not there is compared with nothing, digit by digit as one that is.
    let digits = match &filed {
        Some((_, filed)) => known(connection, filed, asked.proof.as_ref())?,
        None => Vec::new(),
    };
    let fits = match &asked.proof {
        None => true,
        Some(proof) => fits(&proof.digits, &digits, key),
    };
    Ok(filed.filter(|_| fits).map(|(id, filed)| Found {
        id,
        filed,
        proven: asked.proof.is_some(),
    }))
}

/// The last digits that would prove somebody: of whoever filed it, as they said themselves.
fn known(
    connection: &Connection,
    filed: &Filed,
    proof: Option<&Proof>,
) -> rusqlite::Result<Vec<String>> {
    let kind = match proof.map(|proof| proof.kind) {
        Some(ProofKind::Phone) => "phone",
        Some(ProofKind::CitizenId) => "citizenId",
        _ => return Ok(Vec::new()),
    };
    let mut numbers = Vec::new();
    let contact = filed.contact.as_ref();
    if kind == "phone" {
        numbers.extend(contact.and_then(|contact| contact.phone.clone()));
    }
    let form = kept::find(connection, &filed.form_version)?;
    if let Some(Ok(form)) = form {
        let definition = form.for_case(&filed.case).definition;
        numbers.extend(answered(&definition, &filed.answers, kind));
    }
    Ok(numbers.iter().filter_map(|number| last(number)).collect())
}

/// The applicant's number of a kind: the answer that the profile would have filled in, or the
/// first of its kind, for a form may ask for those of others too.
fn answered(definition: &Opaque, answers: &Opaque, kind: &str) -> Option<String> {
    let id = essence::applicants(definition, kind)?;
    answers.get(id).and_then(Value::as_str).map(Into::into)
}

fn last(number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let from = digits.len().checked_sub(DIGITS)?;
    Some(digits[from..].to_owned())
}

/// Compares in a time that does not depend on where the digits differ.
fn fits(given: &str, known: &[String], key: &[u8]) -> bool {
    let mac = |digits: &str| {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
        mac.update(digits.as_bytes());
        mac
    };
    let given_mac = mac(given).finalize().into_bytes();
    let nobodys = [String::new()];
    let against = if known.is_empty() {
        &nobodys[..]
    } else {
        known
    };
    let fitting = against
        .iter()
        .filter(|digits| mac(digits).verify(&given_mac).is_ok())
        .count();
    fitting > 0 && !known.is_empty() && given.len() == DIGITS
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn four_last_digits_fit_and_nothing_else_does() {
        let known = ["0001".to_owned()];
        assert!(fits("0001", &known, b"key"));
        for other in ["0002", "001", "", "00001", "1000"] {
            assert!(!fits(other, &known, b"key"), "{other}");
        }
        assert!(!fits("", &[], b"key"));
    }

    #[test]
    fn the_digits_are_those_at_the_end_however_the_number_is_written() {
        assert_eq!(last("+84 900 000 123").as_deref(), Some("0123"));
        assert_eq!(last("12"), None);
    }

    #[test]
    fn of_several_numbers_the_applicants_counts() {
        let Value::Object(definition) = json!({"sections": [{"pages": [{"fields": [
            {"id": "childId", "kind": "citizenId"},
            {"id": "ownId", "kind": "citizenId", "prefill": "citizenId"}
        ]}]}]}) else {
            panic!("an object")
        };
        let Value::Object(answers) = json!({"childId": "001", "ownId": "002"}) else {
            panic!("an object")
        };
        let number = answered(&definition, &answers, "citizenId");
        assert_eq!(number.as_deref(), Some("002"));
    }
}
