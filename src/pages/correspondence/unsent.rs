//! What was written to an officer and is not sent yet, kept in the vault of this device:
//! encrypted, gone with a sign-out, in memory only on a shared device.

use serde::{Deserialize, Serialize};

use crate::api::write::Key;
use crate::offline::vault::{self, Base, Store};
use crate::route::encode;

/// A message that is being written, or on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Unsent {
    /// What was typed.
    pub(super) text: String,
    /// The key with which it was sent, as long as it is not known whether the portal has it:
    /// until then the text must stay as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<Key>,
}

/// What is kept for a dossier; nothing where nothing can be read.
pub(super) async fn read(code: &str) -> Option<Unsent> {
    let record = vault::read(Store::Files, &place(code)).await.ok()??;
    serde_json::from_slice(&record.bytes).ok()
}

/// Keeps it; forgets it when there is nothing left to keep. A browser that refuses is not a
/// reason not to write: the text stands in the box.
pub(super) async fn keep(code: &str, unsent: &Unsent) {
    if unsent.text.is_empty() && unsent.key.is_none() {
        let _ = vault::remove(Store::Files, &place(code)).await;
        return;
    }
    if let Ok(text) = serde_json::to_vec(unsent) {
        let _ = vault::write(Store::Files, &place(code), &text, Base::Any).await;
    }
}

/// Papers stand at `{draft}/{file}`, and no draft is called `message`.
fn place(code: &str) -> String {
    format!("message/{}", encode(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_was_never_sent_has_no_key_and_reads_back() {
        let unsent = Unsent {
            text: "Tôi cần gấp.\nCảm ơn.".into(),
            key: None,
        };
        let text = serde_json::to_string(&unsent).unwrap();
        assert!(!text.contains("key"), "{text}");
        assert_eq!(serde_json::from_str::<Unsent>(&text).unwrap(), unsent);
    }

    #[test]
    fn each_dossier_has_a_place_of_its_own() {
        assert_eq!(place("H15/1"), "message/H15%2F1");
    }
}
