//! Where a letter is kept, by what it is about: one for each dossier, and one about anything else.
//! So nobody who writes about one thing finds in the boxes what they wrote about another.
//!
//! A former version kept one letter for the whole device. It stays at its place, and is found
//! again by whoever writes about the same, until it is sent.

use super::letter::Letter;
use crate::unsent::envelope::{self, Contents, Envelope};

/// Where a former version kept whatever was written last.
const FORMER: &str = "feedback";
/// Where a letter about no dossier is kept. None of these places lies below another: emptying
/// an envelope takes with it all that lies below its place.
const NO_DOSSIER: &str = "feedback-else";

/// Opens the letter about the dossier with this code, or the one about none.
pub(super) async fn open(dossier: Option<&str>) -> Envelope {
    let former = envelope::open(FORMER).await;
    if former.read(|contents| is_about(contents, dossier)) {
        return former;
    }
    envelope::open(&place(dossier)).await
}

/// Whether there is a letter in it, about just this.
fn is_about(contents: &Contents, dossier: Option<&str>) -> bool {
    let letter = || crate::json::read::<Letter>(&contents.words).unwrap_or_default();
    *contents != Contents::default() && letter().dossier.as_deref() == dossier
}

fn place(dossier: Option<&str>) -> String {
    match dossier {
        Some(code) => format!("feedback-on/{code}"),
        None => NO_DOSSIER.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_subjects_share_a_place_and_none_lies_below_another() {
        let places = [
            FORMER.to_owned(),
            place(None),
            place(Some("H1")),
            place(Some("H2")),
        ];
        for (at, one) in places.iter().enumerate() {
            for (other_at, other) in places.iter().enumerate() {
                assert!(
                    at == other_at || !other.starts_with(&format!("{one}/")) && one != other,
                    "{one} and {other}"
                );
            }
        }
    }

    #[test]
    fn a_letter_of_a_former_version_belongs_to_what_it_is_about() {
        let words = |words: &str| Contents {
            words: words.into(),
            ..Contents::default()
        };
        let on_dossier = words(r#"{"dossier":"H1","text":"Quá hẹn."}"#);
        assert!(is_about(&on_dossier, Some("H1")));
        assert!(!is_about(&on_dossier, Some("H2")) && !is_about(&on_dossier, None));
        let on_the_site = words(r#"{"text":"Chữ nhỏ."}"#);
        assert!(is_about(&on_the_site, None) && !is_about(&on_the_site, Some("H1")));
        assert!(!is_about(&Contents::default(), None), "nothing was written");
    }
}
