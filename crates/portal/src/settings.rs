//! What an operator says about the portal: who runs it, its notices, its first page.
//!
//! The defaults are in the program; a file of the same name in the data directory
//! replaces each of them whole.

use std::path::{Path, PathBuf};

use motcua_contract::portal::{Counter, Hotline, Notice};
use motcua_contract::text::LocalText;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::sandbox::citizens::Citizen;
use crate::working_days::WorkingDays;
use access::Access;
use filing::Filing;
use push::Push;
use ratings::Ratings;
use registers::Register;
use sign_in::SignIn;
use signatures::Signatures;

use crate::uploads::settings::Uploads;

pub(crate) mod access;
pub(crate) mod filing;
pub(crate) mod push;
pub(crate) mod ratings;
pub(crate) mod registers;
pub(crate) mod sign_in;
pub(crate) mod signatures;

/// `portal.json`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PortalFile {
    pub(crate) name: LocalText,
    pub(crate) operator: LocalText,
    pub(crate) description: LocalText,
    #[serde(default)]
    pub(crate) sandbox: bool,
    pub(crate) languages: Vec<String>,
    pub(crate) hotline: Option<Hotline>,
    #[serde(default)]
    pub(crate) counters: Vec<Counter>,
    #[serde(default)]
    pub(crate) notices: Vec<Notice>,
    /// Whether one may file without signing in, where the service's form allows it.
    #[serde(default)]
    pub(crate) guest_filing: bool,
    /// The services on the first page.
    #[serde(default)]
    pub(crate) featured: Vec<FeaturedFile>,
    /// Where the catalogue comes from.
    pub(crate) source: LocalText,
    /// What the catalogue lacks.
    #[serde(default)]
    pub(crate) gaps: Vec<LocalText>,
    /// How files are taken in.
    #[serde(default)]
    pub(crate) uploads: Uploads,
}

/// A service on the first page; its official name comes from the catalogue.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FeaturedFile {
    pub(crate) code: String,
    /// What people call it.
    pub(crate) label: Option<LocalText>,
}

/// One event of `life_events.json`; names of services come from the catalogue.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventFile {
    pub(crate) id: String,
    pub(crate) icon: String,
    pub(crate) title: LocalText,
    pub(crate) summary: LocalText,
    pub(crate) groups: Vec<GroupFile>,
}

/// Services that belong together within an event.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupFile {
    pub(crate) title: LocalText,
    /// Codes.
    pub(crate) services: Vec<String>,
}

/// All of it.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) portal: PortalFile,
    pub(crate) access: Access,
    pub(crate) filing: Filing,
    pub(crate) push: Push,
    pub(crate) ratings: Ratings,
    pub(crate) working_days: WorkingDays,
    pub(crate) sign_in: SignIn,
    pub(crate) signatures: Signatures,
    /// Who there is in the sandbox.
    pub(crate) citizens: Vec<Citizen>,
    /// The registers that the portal may ask with consent.
    pub(crate) registers: Vec<Register>,
    pub(crate) events: Vec<EventFile>,
    /// Codes that a person, rather than a company, is likely to look for.
    pub(crate) personal: Vec<String>,
}

/// A settings file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", path.display())]
pub struct SettingsError {
    path: PathBuf,
    reason: String,
}

impl Settings {
    /// Reads the files of the data directory, and the defaults where there are none.
    pub(crate) fn load(directory: &Path) -> Result<Self, SettingsError> {
        Ok(Self {
            portal: file(
                directory,
                "portal.json",
                include_str!("../data/portal.json"),
            )?,
            access: file(
                directory,
                "access.json",
                include_str!("../data/access.json"),
            )?,
            filing: file(
                directory,
                "filing.json",
                include_str!("../data/filing.json"),
            )?,
            push: file::<Push>(directory, "push.json", include_str!("../data/push.json"))?
                .checked(directory)?,
            ratings: file(
                directory,
                "rating.json",
                include_str!("../data/rating.json"),
            )?,
            working_days: file(
                directory,
                "holidays.json",
                include_str!("../data/holidays.json"),
            )?,
            sign_in: file::<SignIn>(
                directory,
                "sign_in.json",
                include_str!("../data/sign_in.json"),
            )?
            .with_secret(directory)?,
            signatures: file::<Signatures>(
                directory,
                "signatures.json",
                include_str!("../data/signatures.json"),
            )?
            .checked(directory)?,
            citizens: file(
                directory,
                "sandbox_citizens.json",
                include_str!("../data/sandbox_citizens.json"),
            )?,
            registers: file(
                directory,
                "registers.json",
                include_str!("../data/registers.json"),
            )?,
            events: file(
                directory,
                "life_events.json",
                include_str!("../data/life_events.json"),
            )?,
            personal: file(
                directory,
                "citizen_procedure_codes.json",
                include_str!("../data/citizen_procedure_codes.json"),
            )?,
        })
    }
}

impl SettingsError {
    /// A value of a file that cannot be used.
    pub(crate) fn new(path: impl Into<PathBuf>, reason: String) -> Self {
        Self {
            path: path.into(),
            reason,
        }
    }
}

fn file<T: DeserializeOwned>(
    directory: &Path,
    name: &str,
    default: &str,
) -> Result<T, SettingsError> {
    let path = directory.join(name);
    let error = |reason: String| SettingsError {
        path: path.clone(),
        reason,
    };
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => default.into(),
        Err(other) => return Err(error(other.to_string())),
    };
    serde_json::from_str(&text).map_err(|wrong| error(wrong.to_string()))
}
