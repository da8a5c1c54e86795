//! `push.json`: web push.
//!
//! The key pair that signs what is sent is the portal's own, made at its first start and kept in
//! the database, unless `keyFile` names another.

use std::path::{Path, PathBuf};

use p256::SecretKey;
use p256::pkcs8::DecodePrivateKey;
use serde::Deserialize;

use super::SettingsError;

/// The file's name.
const FILE: &str = "push.json";

/// See the module.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Push {
    /// Whether the portal offers it: it has to reach the push services of the browsers' makers.
    pub(crate) offered: bool,
    /// Whom the keepers of a push service may turn to: a `mailto:` or `https:` address. Without
    /// one it is the portal's own address, where that is HTTPS.
    #[serde(default)]
    pub(crate) contact: Option<String>,
    /// Where the key pair is (P-256, PKCS #8 in PEM), beside this file unless the path is
    /// absolute.
    #[serde(default)]
    key_file: Option<PathBuf>,
    /// Whether a device may name a push service on this machine or in its own network, plain
    /// HTTP on this machine too. For trying out: elsewhere it lets a citizen make the portal
    /// call what only the portal can reach.
    #[serde(default)]
    pub(crate) local_services: bool,
    #[serde(skip)]
    pub(crate) key: Option<SecretKey>,
}

impl Push {
    /// The same with the key of the file that it names, and nothing that cannot be used.
    pub(super) fn checked(mut self, directory: &Path) -> Result<Self, SettingsError> {
        let is_address =
            |contact: &String| contact.starts_with("mailto:") || contact.starts_with("https://");
        if !self.contact.as_ref().is_none_or(is_address) {
            let reason = "contact: name a mailto: or https: address".into();
            return Err(SettingsError::new(directory.join(FILE), reason));
        }
        if let Some(file) = &self.key_file {
            let path = directory.join(file);
            let text = std::fs::read_to_string(&path).map_err(|error| error.to_string());
            let key = text.and_then(|text| {
                let read = SecretKey::from_pkcs8_pem(&text);
                // What is wrong with a key is told without a word of the key.
                read.map_err(|_| "is no P-256 key in PKCS #8, PEM".into())
            });
            self.key = Some(key.map_err(|reason| SettingsError::new(path, reason))?);
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use p256::elliptic_curve::Generate;
    use p256::pkcs8::{EncodePrivateKey, LineEnding};

    fn read(text: &str, directory: &Path) -> Result<Push, SettingsError> {
        let push: Push = serde_json::from_str(text).expect("settings");
        push.checked(directory)
    }

    #[test]
    fn a_key_of_ones_own_comes_from_its_file_and_no_debug_output_tells_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let key = SecretKey::generate();
        let pem = key.to_pkcs8_pem(LineEnding::LF).expect("PEM");
        std::fs::write(folder.path().join("push.pem"), pem.as_bytes()).expect("a file");
        let text = r#"{"offered": true, "keyFile": "push.pem"}"#;
        let push = read(text, folder.path()).expect("a key");
        assert_eq!(push.key.as_ref(), Some(&key));
        let bytes = format!("{:?}", key.to_bytes());
        assert!(!format!("{push:?}").contains(&bytes));
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("other.pem"), "no key").expect("a file");
        for (text, words) in [
            (
                r#"{"offered": true, "contact": "an@example.com"}"#,
                "contact",
            ),
            (r#"{"offered": true, "keyFile": "other.pem"}"#, "other.pem"),
            (
                r#"{"offered": true, "keyFile": "missing.pem"}"#,
                "missing.pem",
            ),
        ] {
            let error = read(text, folder.path()).expect_err("no settings");
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}
