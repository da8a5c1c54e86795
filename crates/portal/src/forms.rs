//! The forms one files with: twelve made by hand, every other derived from the catalogue.
//!
//! A form made by hand ([`made`]) serves its procedure as long as the catalogue still asks
//! for exactly the papers that it knows; when a newer catalogue changes them, the form
//! that [`derive`] writes takes its place until somebody has looked. What is
//! served is complete and gets a version that follows from its bytes; each version is
//! kept ([`kept`]) when it is first handed out, so that a draft or a dossier can always
//! be read with the form that it was written in.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use motcua_contract::form::{DEFAULT_CASE, Form};
use motcua_contract::service::{Service, ServiceLink};
use motcua_contract::text::LocalText;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

mod delivery;
mod derive;
mod fragments;
pub(crate) mod kept;
mod made;

use made::Made;

/// How many forms are kept ready; with 2,642 procedures most are asked for seldom.
const READY: usize = 200;

/// A form, ready to be handed out and to check answers with.
pub(crate) struct Ready {
    /// What the contract says about it, for no case in particular.
    contract: Form,
    /// The ids of the cases that it can be asked for with.
    cases: Vec<String>,
    /// The same definition, read by the engine.
    pub(crate) form: motcua_forms::Form,
}

impl Ready {
    /// Reads a form that was written by this portal, now or before.
    fn new(contract: Form, cases: Vec<String>) -> Result<Self, Broken> {
        let form = motcua_forms::Form::read(&contract.definition).map_err(|rejected| Broken {
            service: contract.service.code.clone(),
            why: rejected.to_string(),
        })?;
        Ok(Self {
            contract,
            cases,
            form,
        })
    }

    /// Whether it can be asked for with this case.
    pub(crate) fn knows(&self, case: &str) -> bool {
        case == DEFAULT_CASE || self.cases.iter().any(|known| known == case)
    }

    /// What the contract says about it, for a case.
    pub(crate) fn for_case(&self, case: &str) -> Form {
        Form {
            case: case.into(),
            ..self.contract.clone()
        }
    }

    /// Its version.
    pub(crate) fn version(&self) -> &str {
        &self.contract.version
    }

    /// The code that its service had when it was written.
    pub(crate) fn service(&self) -> &str {
        &self.contract.service.code
    }
}

/// A definition that the engine refuses. The tests read every form there is, so it means
/// a damaged database or a catalogue such as no test has seen.
#[derive(Debug)]
pub(crate) struct Broken {
    service: String,
    why: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the form of {} cannot be read: {}",
            self.service, self.why
        )
    }
}

/// Writes forms, and keeps those that are asked for ready.
pub(crate) struct Forms {
    made: HashMap<String, Made>,
    /// Whether the operator lets people file without signing in.
    guests: bool,
    ready: Mutex<HashMap<Key, Arc<Ready>>>,
}

/// What a form is kept ready under.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    /// The form in force for a service, in a catalogue by its row.
    InForce(i64, String),
    /// One version, in force or not.
    Version(String),
}

impl Forms {
    /// The forms that came with the program.
    pub(crate) fn new(guests: bool) -> Self {
        Self {
            made: made::all(),
            guests,
            ready: Mutex::default(),
        }
    }

    /// The form in force for a service.
    pub(crate) fn write(&self, service: &Service) -> Result<Ready, Broken> {
        let codes = std::iter::once(&service.code).chain(&service.former_codes);
        let made = codes.filter_map(|code| self.made.get(code)).next();
        let filing = match made.filter(|made| made.fits(service)) {
            Some(made) => made.filing(service),
            None => derive::filing(service),
        };
        let mut contract = Form {
            service: ServiceLink {
                code: service.code.clone(),
                name: service.name.clone(),
            },
            case: DEFAULT_CASE.into(),
            version: String::new(),
            definition: filing.definition,
            delivery: delivery::ways(service),
            statement: Some(filing.statement),
            signature: filing.signature,
            guests: filing.guests && self.guests,
        };
        contract.version = version(&contract);
        let cases = service.cases.iter().map(|case| case.id.clone()).collect();
        Ready::new(contract, cases)
    }

    /// A form that is ready.
    pub(crate) fn ready(&self, key: &Key) -> Option<Arc<Ready>> {
        self.table().get(key).cloned()
    }

    /// Keeps a form ready under a key.
    pub(crate) fn keep(&self, key: Key, ready: Arc<Ready>) {
        let mut table = self.table();
        if table.len() >= READY {
            table.clear();
        }
        table.insert(key, ready);
    }

    fn table(&self) -> std::sync::MutexGuard<'_, HashMap<Key, Arc<Ready>>> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a form by hand and a derived one both say of a service.
struct Filing {
    /// In the format that `motcua-forms` documents.
    definition: Map<String, Value>,
    /// What one confirms at the end.
    statement: LocalText,
    /// Whether it has to be signed.
    signature: bool,
    /// Whether one may file it without signing in.
    guests: bool,
}

/// The first eight bytes of the digest over everything that is served.
fn version(form: &Form) -> String {
    let bytes = serde_json::to_vec(form).expect("the contract's types have string keys only");
    let digest = Sha256::digest(bytes);
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
