//! Reading the national catalogue honestly: from a published record to a [`Service`].
//!
//! What the source leaves open stays open here. Every defect that
//! `data/PROVENANCE.md` lists is read in one place below: times and mixed lines in
//! [`channel`], fees in [`fee`], end dates in [`end_date`], steps in [`steps`], split
//! audiences in [`audience`], counts of originals in [`glued_count`]. [`case`] tells cases
//! from headings, [`form_file`] finds the names of form files.

use motcua_contract::channel::{Channel, ChannelKind};
use motcua_contract::service::{
    Case, Defect, Filing, FilingState, GovernmentLevel, LegalDocument, Named, OnlineLevel,
    Requirement, Service, ServiceResult,
};
use motcua_contract::text::LocalText;
use sha2::{Digest, Sha256};

use crate::slug::{Slugs, slug};

pub(crate) mod audience;
mod case;
mod channel;
mod end_date;
mod fee;
mod form_file;
mod glued_count;
pub(crate) mod record;
mod steps;

use record::{Component, Record};

/// Reads a record as the contract shows it; `field` and `agency` carry their ids.
///
/// Whether a fee has expired depends on the day one asks, so [`Defect::FeeExpired`] is
/// not among the defects here: see [`expire`].
pub(crate) fn service(record: &Record, field: Named, agency: Named) -> Service {
    let mut defects = Vec::new();
    let channels = channel::read(&record.methods, &mut defects);
    let steps = steps::read(&record.code, &record.steps_text, &mut defects);
    Service {
        code: record.code.clone(),
        former_codes: Vec::new(),
        name: record.name.trim().into(),
        field,
        agency,
        levels: levels(&record.levels),
        audience: audience::read(&record.subjects),
        online: online(&channels),
        filing: open(),
        authority: stated(record.authority.as_deref()),
        executing_agency: stated(record.executing_agency.as_deref()),
        coordinating_agency: stated(record.coordinating_agency.as_deref()),
        receiving_address: stated(record.receiving_address.as_deref()),
        channels,
        steps,
        cases: cases(&record.components),
        conditions: stated(record.requirements.as_deref()),
        results: record.results.iter().map(result).collect(),
        legal_basis: record
            .legal_basis
            .iter()
            .map(|number| legal_document(number))
            .collect(),
        decision: stated(record.decision.as_deref()),
        procedure_type: stated(record.kind.as_deref()),
        source_url: stated(record.url.as_deref()),
        defects,
    }
}

/// Adds [`Defect::FeeExpired`] when a fee's last day lies before `today` (`yyyy-MM-dd`).
pub(crate) fn expire(service: &mut Service, today: &str) {
    let mut fees = service.channels.iter().flat_map(|channel| &channel.fees);
    if fees.any(|fee| fee.valid_until.as_deref().is_some_and(|day| day < today)) {
        service.defects.push(Defect::FeeExpired);
    }
}

/// The source's words without the space around them; blank is the same as absent.
fn stated(text: Option<&str>) -> Option<String> {
    let text = text?.trim();
    (!text.is_empty()).then(|| text.into())
}

fn levels(names: &[String]) -> Vec<GovernmentLevel> {
    let mut levels: Vec<_> = names
        .iter()
        .map(|name| match name.as_str() {
            "Cấp xã" => GovernmentLevel::Commune,
            "Cấp tỉnh" => GovernmentLevel::Province,
            "Cấp bộ" => GovernmentLevel::Ministry,
            _ => GovernmentLevel::Other,
        })
        .collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// The source has no flag for wholly or partly online (defect 6): an online way proves
/// that there is one, and nothing about how far it goes.
fn online(channels: &[Channel]) -> OnlineLevel {
    let named = channels
        .iter()
        .any(|channel| channel.kind == ChannelKind::Online);
    if named {
        OnlineLevel::NotStated
    } else {
        OnlineLevel::None
    }
}

/// Every procedure in force has a form here (see `forms`), so one can start at once.
fn open() -> Filing {
    Filing {
        state: FilingState::Open,
        reason: Some(LocalText::new(
            "Đây là cổng thử nghiệm. Hồ sơ nộp ở đây chỉ lưu trên cổng này, không đến cơ quan nhà \
             nước và không được giải quyết thật.",
            "This is a trial portal. What is filed here stays here: it reaches no authority and \
             is not settled for real.",
        )),
    }
}

fn cases(components: &[Component]) -> Vec<Case> {
    let mut case_ids = Slugs::default();
    let mut paper_ids = Slugs::default();
    components
        .iter()
        .map(|component| {
            let name = stated(component.case.as_deref());
            Case {
                id: case_ids.unique(name.as_deref().map_or("chung".into(), slug)),
                for_everyone: name.as_deref().is_none_or(case::is_for_everyone),
                name,
                requirements: component
                    .items
                    .iter()
                    .map(|item| requirement(item, &mut paper_ids))
                    .collect(),
            }
        })
        .collect()
}

fn requirement(item: &record::Item, ids: &mut Slugs) -> Requirement {
    let (name, originals) = glued_count::read(&item.name, item.originals);
    Requirement {
        id: ids.unique(fingerprint(&item.name)),
        form_files: form_file::read(item.form_file.as_deref(), &item.name),
        name,
        originals,
        copies: item.copies,
    }
}

/// An id that follows from the paper's words: a list that someone has ticked on a device
/// keeps its ticks when a newer catalogue moves papers about, and loses the one that changed.
fn fingerprint(words: &str) -> String {
    let digest = Sha256::digest(words.trim().as_bytes());
    digest[..5]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn result(result: &record::Outcome) -> ServiceResult {
    ServiceResult {
        code: stated(result.code.as_deref()),
        name: result.name.trim().into(),
    }
}

fn legal_document(number: &str) -> LegalDocument {
    LegalDocument {
        number: number.trim().into(),
        title: None,
        url: None,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::io::Read;
    use std::sync::OnceLock;

    /// The catalogue that came with the program on the day it was taken, read once.
    pub(crate) fn catalogue() -> &'static [Service] {
        static READ: OnceLock<Vec<Service>> = OnceLock::new();
        READ.get_or_init(|| services("2026-07-20"))
    }

    /// Every service of the catalogue that came with the program, as shown on `today`.
    fn services(today: &str) -> Vec<Service> {
        let packed = include_bytes!("../data/procedures.jsonl.gz");
        let mut text = String::new();
        let mut lines = flate2::read::GzDecoder::new(packed.as_slice());
        lines.read_to_string(&mut text).expect("gzip");
        text.lines()
            .map(|line| {
                let record = Record::read(line).expect("a record");
                let named = |name: &str| Named {
                    id: slug(name),
                    name: name.into(),
                };
                let mut one = service(&record, named(&record.field), named(&record.ministry));
                expire(&mut one, today);
                one
            })
            .collect()
    }

    #[test]
    fn the_defects_that_the_source_is_known_for_are_all_found() {
        let services = catalogue();
        let with = |defect| {
            let has = |one: &&Service| one.defects.contains(&defect);
            services.iter().filter(has).count()
        };
        assert_eq!(services.len(), 2642);
        assert_eq!(with(Defect::TimeWithoutUnit), 313);
        assert_eq!(with(Defect::TimeAndFeeMixed), 56);
        // 169 of them name an amount, a circular or a council; the others leave as much open.
        assert_eq!(with(Defect::FeeInNote), 267);
        assert_eq!(with(Defect::FeeImplausible), 44);
        assert_eq!(with(Defect::FeeExpired), 10);
        assert_eq!(with(Defect::StepsOutOfOrder), 1);
    }

    #[test]
    fn nothing_in_the_catalogue_is_of_an_unknown_kind() {
        use motcua_contract::service::Audience;
        for one in catalogue() {
            assert!(!one.audience.contains(&Audience::Unknown), "{}", one.code);
            let kinds = one.channels.iter().map(|channel| channel.kind);
            assert!(
                !kinds.clone().any(|kind| kind == ChannelKind::Unknown),
                "{}",
                one.code
            );
            assert!(
                one.channels
                    .iter()
                    .all(|c| c.time.is_none_or(|time| time.value > 0))
            );
        }
    }

    #[test]
    fn no_paper_is_asked_for_in_thousands_and_form_files_are_named() {
        let cases = catalogue().iter().flat_map(|one| &one.cases);
        let papers: Vec<_> = cases.flat_map(|case| &case.requirements).collect();
        assert!(papers.iter().all(|paper| paper.originals <= 20));
        let with_file = papers.iter().filter(|paper| !paper.form_files.is_empty());
        assert_eq!(with_file.count(), 1893 + 123);
    }

    #[test]
    fn ids_are_unique_within_a_service() {
        for one in catalogue() {
            let papers = one.cases.iter().flat_map(|case| &case.requirements);
            let mut ids: Vec<&String> = papers.map(|paper| &paper.id).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "{}", one.code);
        }
    }
}
