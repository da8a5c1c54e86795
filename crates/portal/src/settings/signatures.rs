//! `signatures.json`: whose signatures on result files the portal calls valid.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::SettingsError;
use crate::signed::anchors::Anchors;

/// The file's name.
const FILE: &str = "signatures.json";

/// See the module.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Signatures {
    /// Files of certificates in PEM, or folders of such files, beside this one unless a path is
    /// absolute: the authorities that the portal trusts. A portal for trying out trusts its own
    /// authority besides.
    trusted: Vec<PathBuf>,
    /// Those authorities.
    #[serde(skip)]
    pub(crate) anchors: Anchors,
}

impl Signatures {
    /// The same with the certificates that it names.
    pub(super) fn checked(mut self, directory: &Path) -> Result<Self, SettingsError> {
        for path in &self.trusted {
            let path = directory.join(path);
            let read = self.anchors.read(&path);
            read.map_err(|reason| SettingsError::new(directory.join(FILE), named(&path, &reason)))?;
        }
        Ok(self)
    }
}

fn named(path: &Path, reason: &str) -> String {
    format!("trusted: {}: {reason}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::Moment;
    use crate::sandbox::authority;

    #[test]
    fn only_certificates_of_authorities_are_trusted_from_files_and_folders() {
        let folder = tempfile::tempdir().expect("a folder");
        let made = authority::seal(Moment::from_unix(1_795_150_800));
        let blocks: Vec<&str> = made
            .split_inclusive("-----END CERTIFICATE-----\n")
            .collect();
        let (seal, authority) = (blocks[0], blocks[1]);
        let seal = &seal[seal.find("-----BEGIN CERT").expect("a certificate")..];
        std::fs::create_dir(folder.path().join("cas")).expect("a folder");
        for (name, text) in [
            ("cas/one.pem", authority.to_owned()),
            ("two.pem", format!("{authority}\n{authority}\n")),
            ("seal.pem", seal.to_owned()),
            ("other.pem", "no certificate".to_owned()),
        ] {
            std::fs::write(folder.path().join(name), text).expect("a file");
        }
        let read = |trusted: &str| {
            let text = format!(r#"{{"trusted": ["{trusted}"]}}"#);
            let settings: Signatures = serde_json::from_str(&text).expect("settings");
            settings.checked(folder.path())
        };
        assert!(read("cas").is_ok() && read("two.pem").is_ok());
        for (trusted, words) in [
            (
                "seal.pem",
                "Con dấu thử nghiệm của Một Cửa: is no authority",
            ),
            ("other.pem", "other.pem"),
            ("missing.pem", "missing.pem"),
        ] {
            let error = read(trusted).expect_err("not trusted").to_string();
            assert!(error.contains(words), "{error}");
        }
    }
}
