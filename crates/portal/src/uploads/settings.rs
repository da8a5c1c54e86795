//! What an operator says about uploads: the member `uploads` of `portal.json`.

use std::num::{NonZeroU32, NonZeroU64};
use std::time::Duration;

use serde::{Deserialize, Deserializer};

use crate::scanner::Address;
use crate::sniffing::Kind;

const MEBIBYTE: u64 = 1 << 20;
const DAY: Duration = Duration::from_secs(86_400);
/// Larger files do not fit into the memory in which they are looked into.
const LARGEST: u64 = 64 * MEBIBYTE;

/// See the module. Every member may be left out.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(crate) struct Uploads {
    /// Bytes in one file.
    #[serde(deserialize_with = "file_size")]
    pub(crate) bytes: u64,
    /// What is taken, by media type.
    #[serde(deserialize_with = "some")]
    pub(crate) types: Vec<Kind>,
    /// Files for one paper of a dossier.
    pub(crate) per_paper: NonZeroU32,
    /// How long a file stays that no dossier takes, in days.
    unused_days: NonZeroU32,
    /// Files that one visitor may have here without a dossier.
    pub(crate) files_of_one: NonZeroU32,
    /// Their bytes, as announced.
    pub(crate) bytes_of_one: NonZeroU64,
    /// Bytes of all files here without a dossier, as arrived: what of the disk may be lost
    /// to people who hand nothing in.
    pub(crate) bytes_of_all: NonZeroU64,
    /// Whom to ask whether a file is safe; nobody when left out.
    pub(crate) scanner: Option<Scanner>,
}

/// A scanner that speaks clamd's protocol.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Scanner {
    /// Where it listens.
    pub(crate) address: Address,
    /// How long one file may take it.
    #[serde(default = "a_minute")]
    timeout_seconds: NonZeroU32,
}

impl Uploads {
    /// How long a file stays that no dossier takes.
    pub(crate) fn unused(&self) -> Duration {
        DAY * self.unused_days.get()
    }

    /// Their media types, as the portal tells.
    pub(crate) fn media_types(&self) -> Vec<String> {
        let names = self.types.iter().map(|kind| kind.media_type().to_owned());
        names.collect()
    }
}

impl Scanner {
    /// How long one file may take it.
    pub(crate) fn patience(&self) -> Duration {
        Duration::from_secs(self.timeout_seconds.get().into())
    }
}

impl Default for Uploads {
    fn default() -> Self {
        const fn count(number: u32) -> NonZeroU32 {
            NonZeroU32::new(number).expect("more than none")
        }
        const fn bytes(number: u64) -> NonZeroU64 {
            NonZeroU64::new(number).expect("more than none")
        }
        Self {
            bytes: 10 * MEBIBYTE,
            types: Kind::ALL.to_vec(),
            per_paper: count(20),
            // As long as a draft may wait for a missing paper.
            unused_days: count(30),
            files_of_one: count(200),
            bytes_of_one: bytes(500 * MEBIBYTE),
            bytes_of_all: bytes(20 * 1024 * MEBIBYTE),
            scanner: None,
        }
    }
}

fn a_minute() -> NonZeroU32 {
    NonZeroU32::new(60).expect("more than none")
}

fn file_size<'de, D: Deserializer<'de>>(value: D) -> Result<u64, D::Error> {
    let bytes = u64::deserialize(value)?;
    if (1..=LARGEST).contains(&bytes) {
        Ok(bytes)
    } else {
        let bounds = format!("a file's bytes are from 1 to {LARGEST}");
        Err(serde::de::Error::custom(bounds))
    }
}

fn some<'de, D: Deserializer<'de>>(value: D) -> Result<Vec<Kind>, D::Error> {
    let kinds = Vec::deserialize(value)?;
    if kinds.is_empty() {
        return Err(serde::de::Error::custom("name at least one media type"));
    }
    Ok(kinds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Uploads, serde_json::Error> {
        serde_json::from_str(text)
    }

    #[test]
    fn what_is_left_out_has_its_default() {
        let settings = read(r#"{"types": ["application/pdf"], "bytes": 1000}"#).expect("settings");
        assert_eq!(settings.media_types(), ["application/pdf"]);
        assert_eq!((settings.bytes, settings.unused()), (1000, 30 * DAY));
        let scanner = r#"{"scanner": {"address": "tcp:127.0.0.1:3310"}}"#;
        let scanner = read(scanner).expect("settings").scanner.expect("a scanner");
        assert_eq!(scanner.patience(), Duration::from_secs(60));
    }

    #[test]
    fn settings_that_cannot_be_meant_are_refused() {
        for wrong in [
            r#"{"types": []}"#,
            r#"{"types": ["image/gif"]}"#,
            r#"{"bytes": 0}"#,
            r#"{"bytes": 100000000}"#,
            r#"{"unusedDays": 0}"#,
            r#"{"scanner": {"address": "127.0.0.1"}}"#,
            r#"{"bites": 1}"#,
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
