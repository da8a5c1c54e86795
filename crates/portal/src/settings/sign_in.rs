//! `sign_in.json`: the identity provider behind the portal's sign-in.
//!
//! Without an `issuer` the portal brings its own sandbox, in which everybody is invented.
//! With one, the sandbox is gone. A secret never stands in the file: `clientSecretFile`
//! names another, or the environment has it in [`SECRET_VARIABLE`].

use std::fmt;
use std::path::{Path, PathBuf};

use motcua_contract::session::Assurance;
use serde::Deserialize;

use super::SettingsError;

/// The environment's variable for the client's secret.
const SECRET_VARIABLE: &str = "MOTCUA_CLIENT_SECRET";

/// See the module.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SignIn {
    /// The issuer's identifier; its discovery document says everything else.
    #[serde(default)]
    pub(crate) issuer: Option<String>,
    /// What the issuer calls the portal.
    pub(crate) client_id: String,
    /// Where the client's secret is, beside this file unless the path is absolute.
    #[serde(default)]
    client_secret_file: Option<PathBuf>,
    /// What to ask for besides `openid`.
    #[serde(default)]
    pub(crate) scopes: Vec<String>,
    /// Values of the claim `acr` that mean identified in person (mức độ 2).
    #[serde(default)]
    high: Vec<String>,
    /// Whom to let in.
    pub(crate) least_assurance: Assurance,
    #[serde(skip)]
    pub(crate) secret: Option<Secret>,
}

/// A secret, which no log shows.
pub(crate) struct Secret(String);

impl Secret {
    /// The secret itself, for the one place that sends it.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

impl SignIn {
    /// The same with its secret, from the file that it names or from the environment.
    pub(super) fn with_secret(mut self, directory: &Path) -> Result<Self, SettingsError> {
        let text = match &self.client_secret_file {
            Some(file) => {
                let path = directory.join(file);
                let text = std::fs::read_to_string(&path);
                Some(text.map_err(|error| SettingsError {
                    path,
                    reason: error.to_string(),
                })?)
            }
            None => std::env::var(SECRET_VARIABLE).ok(),
        };
        self.secret = text.map(|text| Secret(text.trim().into()));
        Ok(self)
    }

    /// How surely the claim `acr` says that the identity is known.
    pub(crate) fn assurance(&self, acr: Option<&str>) -> Assurance {
        match acr {
            Some(acr) if self.high.iter().any(|high| high == acr) => Assurance::High,
            _ => Assurance::Low,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_comes_from_its_own_file_and_no_debug_output_tells_it() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("secret"), "s3cret\n").expect("a file");
        let text = r#"{"issuer": "https://id.example", "clientId": "portal",
            "clientSecretFile": "secret", "high": ["two"], "leastAssurance": "high"}"#;
        let settings: SignIn = serde_json::from_str(text).expect("settings");
        let settings = settings.with_secret(folder.path()).expect("a secret");
        assert!(!format!("{settings:?}").contains("s3cret"));
        assert_eq!(settings.secret.as_ref().map(Secret::reveal), Some("s3cret"));
        assert_eq!(settings.assurance(Some("two")), Assurance::High);
        assert_eq!(settings.assurance(Some("three")), Assurance::Low);
    }
}
