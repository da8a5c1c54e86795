//! The authorities whose certificates the portal trusts.

use std::path::Path;

use der::pem;

use super::certificate::Certificate;

/// What a certificate's PEM begins and ends with.
const LABEL: &str = "CERTIFICATE";
const END: &str = "-----END CERTIFICATE-----";

/// See the module; without any, no signature is ever found valid.
#[derive(Clone, Debug, Default)]
pub(crate) struct Anchors(Vec<Certificate>);

impl Anchors {
    /// Takes in the certificates of a PEM file, or of each file in a folder.
    ///
    /// # Errors
    /// In words, where it cannot be read or holds anything but certificates of authorities.
    pub(crate) fn read(&mut self, path: &Path) -> Result<(), String> {
        if !path.is_dir() {
            let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
            return self.take(&text);
        }
        let entries = std::fs::read_dir(path).map_err(|error| error.to_string())?;
        let mut files = Vec::new();
        for entry in entries {
            files.push(entry.map_err(|error| error.to_string())?.path());
        }
        files.sort();
        for file in files {
            let named = |reason| format!("{}: {reason}", file.display());
            self.read(&file).map_err(named)?;
        }
        Ok(())
    }

    /// Takes in the certificates of a text in PEM.
    ///
    /// # Errors
    /// In words, as [`Anchors::read`] does.
    pub(crate) fn take(&mut self, text: &str) -> Result<(), String> {
        let mut pieces: Vec<&str> = text.split_inclusive(END).collect();
        if pieces.last().is_some_and(|rest| rest.trim().is_empty()) {
            pieces.pop();
        }
        if pieces.is_empty() {
            return Err("has no certificate in PEM".into());
        }
        for piece in pieces {
            let decoded = pem::decode_vec(piece.trim_start().as_bytes());
            let certificate = match decoded {
                Ok((LABEL, der)) => Certificate::read(&der),
                _ => None,
            };
            let certificate = certificate.ok_or("is no certificate in PEM")?;
            if !certificate.may_issue(0) {
                let whose = certificate.subject();
                return Err(format!("{whose}: is no authority's certificate"));
            }
            self.0.push(certificate);
        }
        Ok(())
    }

    pub(super) fn all(&self) -> &[Certificate] {
        &self.0
    }
}
