//! One line of a catalogue file, as the national portal's pages give it.

use serde::Deserialize;

/// A published procedure. Members that this portal does not show are ignored.
#[derive(Debug, Deserialize)]
pub(crate) struct Record {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) field: String,
    #[serde(default)]
    pub(crate) levels: Vec<String>,
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    #[serde(default)]
    pub(crate) subjects: Vec<String>,
    pub(crate) ministry: String,
    pub(crate) decision: Option<String>,
    pub(crate) authority: Option<String>,
    pub(crate) executing_agency: Option<String>,
    pub(crate) receiving_address: Option<String>,
    pub(crate) coordinating_agency: Option<String>,
    #[serde(default)]
    pub(crate) steps_text: String,
    #[serde(default)]
    pub(crate) methods: Vec<Method>,
    #[serde(default)]
    pub(crate) components: Vec<Component>,
    pub(crate) requirements: Option<String>,
    #[serde(default)]
    pub(crate) results: Vec<Outcome>,
    #[serde(default)]
    pub(crate) legal_basis: Vec<String>,
    pub(crate) url: Option<String>,
    /// Codes that the procedure had before; not at the source, for newer catalogues.
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
}

/// A way of filing.
#[derive(Debug, Deserialize)]
pub(crate) struct Method {
    pub(crate) channel: String,
    pub(crate) time: Option<Time>,
    #[serde(default)]
    pub(crate) fees: Vec<SourceFee>,
    pub(crate) note: Option<String>,
    /// The source's own line, kept where `ambiguous` is set.
    pub(crate) raw: Option<String>,
    #[serde(default)]
    pub(crate) ambiguous: bool,
}

/// A processing time; 313 records print it without its unit.
#[derive(Debug, Deserialize)]
pub(crate) struct Time {
    pub(crate) value: u32,
    pub(crate) unit: Option<String>,
}

/// A fee as stored, which is not always as meant.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct SourceFee {
    pub(crate) amount: u64,
    pub(crate) currency: String,
    pub(crate) note: Option<String>,
}

/// The papers of one case.
#[derive(Debug, Deserialize)]
pub(crate) struct Component {
    pub(crate) case: Option<String>,
    #[serde(default)]
    pub(crate) items: Vec<Item>,
}

/// One paper.
#[derive(Debug, Deserialize)]
pub(crate) struct Item {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) originals: u32,
    #[serde(default)]
    pub(crate) copies: u32,
    /// The official form's file, or several run together.
    pub(crate) form_file: Option<String>,
}

/// What one gets.
#[derive(Debug, Deserialize)]
pub(crate) struct Outcome {
    pub(crate) name: String,
    pub(crate) code: Option<String>,
}

/// The longest code taken; the contract's bound on what stands in an address.
const CODE_CHARACTERS: usize = motcua_contract::search::ID_CHARACTERS as usize;

impl Record {
    /// Reads one line; the error says why in words for whoever prepared the file.
    pub(crate) fn read(line: &str) -> Result<Self, String> {
        let record: Self = serde_json::from_str(line).map_err(|error| error.to_string())?;
        for code in std::iter::once(&record.code).chain(&record.aliases) {
            let fit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
            if code.is_empty() || code.len() > CODE_CHARACTERS || !code.chars().all(fit) {
                return Err(format!("{code:?} is no code of a procedure"));
            }
        }
        for (member, text) in [
            ("name", &record.name),
            ("field", &record.field),
            ("ministry", &record.ministry),
        ] {
            if text.trim().is_empty() {
                return Err(format!("{} has an empty {member:?}", record.code));
            }
        }
        Ok(record)
    }

    /// The words besides its name by which it can be found: what one gets, the cases.
    pub(crate) fn words(&self) -> String {
        let results = self.results.iter().map(|result| result.name.trim());
        let cases = self.components.iter().filter_map(|c| c.case.as_deref());
        let mut words: Vec<&str> = Vec::new();
        for text in results.chain(cases).filter_map(|text| stated_ref(text)) {
            if !words.contains(&text) {
                words.push(text);
            }
        }
        words.join(" ; ")
    }
}

fn stated_ref(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty()).then_some(text)
}
