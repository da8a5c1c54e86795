//! The real catalogue, as a portal would hand it to the search.

use std::{collections::HashSet, fs::File, io::Read, path::Path};

use flate2::read::GzDecoder;
use motcua_search::{Audience, Entry, Index};
use serde::Deserialize;

/// What the tests read of a published procedure.
#[derive(Deserialize)]
pub(crate) struct Procedure {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) field: Option<String>,
    pub(crate) subjects: Vec<String>,
    pub(crate) executing_agency: Option<String>,
    pub(crate) results: Vec<Named>,
    pub(crate) components: Vec<Case>,
    #[serde(skip)]
    pub(crate) prominence: u8,
}

#[derive(Deserialize)]
pub(crate) struct Named {
    pub(crate) name: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Case {
    pub(crate) case: Option<String>,
}

/// The 2,642 procedures, in the order of the file.
pub(crate) fn procedures() -> Vec<Procedure> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../portal/data");
    let codes = std::fs::read_to_string(data.join("citizen_procedure_codes.json")).unwrap();
    let wanted: HashSet<String> = serde_json::from_str(&codes).unwrap();
    let file = File::open(data.join("procedures.jsonl.gz")).unwrap();
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).unwrap();
    text.lines()
        .map(|line| {
            let mut procedure: Procedure = serde_json::from_str(line).unwrap();
            procedure.prominence = u8::from(wanted.contains(&procedure.code));
            procedure
        })
        .collect()
}

impl Procedure {
    /// Names of results and cases in one text.
    pub(crate) fn extra(&self) -> String {
        let results = self
            .results
            .iter()
            .filter_map(|result| result.name.as_deref());
        let cases = self
            .components
            .iter()
            .filter_map(|case| case.case.as_deref());
        results.chain(cases).collect::<Vec<_>>().join(" ; ")
    }

    pub(crate) fn audience(&self) -> Audience {
        let mut audience = Audience::UNKNOWN;
        for subject in &self.subjects {
            audience = audience
                | match subject.as_str() {
                    "Công dân Việt Nam"
                    | "Người nước ngoài"
                    | "Người Việt Nam định cư ở nước ngoài"
                    | "Người nước ngoài cư trú tại Việt Nam" => Audience::PERSON,
                    "Cán bộ, công chức, viên chức" | "Đảng viên" => Audience::OFFICIAL,
                    subject if subject.contains("oanh nghiệp") || subject == "Hợp tác xã" => {
                        Audience::BUSINESS
                    }
                    _ => Audience::ORGANISATION,
                };
        }
        audience
    }
}

/// An index over procedures.
pub(crate) fn index(procedures: &[Procedure]) -> Index {
    let extras: Vec<String> = procedures.iter().map(Procedure::extra).collect();
    Index::build(
        procedures
            .iter()
            .zip(&extras)
            .map(|(procedure, extra)| Entry {
                code: &procedure.code,
                name: &procedure.name,
                field: procedure.field.as_deref().unwrap_or_default(),
                agency: procedure.executing_agency.as_deref().unwrap_or_default(),
                extra,
                audience: procedure.audience(),
                prominence: procedure.prominence,
            }),
    )
}
