//! The catalogue in force, ready to answer: lists, search index, shelves, links.
//!
//! It is built once for each version and never changes; a newer one takes its place as
//! a whole, so no answer mixes two. Details of a service stay in the database.

use std::collections::HashMap;
use std::sync::OnceLock;

use motcua_contract::catalogue::{Catalogue as Snapshot, CatalogueEntry, Shelf};
use motcua_contract::life_event::{LifeEvent, LifeEventGroup, LifeEvents};
use motcua_contract::portal::FeaturedService;
use motcua_contract::service::{Named, Service, ServiceLink, ServiceSummary};
use motcua_search::{Entry, Index};
use rusqlite::Connection;

use crate::collation;
use crate::reading::record::Record;
use crate::reading::{self, audience};
use crate::settings::{FeaturedFile, Settings};
use crate::store::read::{self, InForce};
use crate::web::answer::Packed;

pub(crate) mod listing;
mod nearest;
mod related;
mod shelves;

use shelves::Shelving;

/// A service as lists and search need it.
pub(crate) struct Listed {
    pub(crate) summary: ServiceSummary,
    /// 3 on the first page, 2 in a life event, 1 wanted by people, 0 otherwise.
    pub(crate) prominence: u8,
    /// Further words it is found by.
    pub(crate) words: String,
}

/// See the module.
pub(crate) struct Catalogue {
    pub(crate) in_force: InForce,
    /// By prominence, then by name: the order of an answer to no question.
    pub(crate) services: Vec<Listed>,
    pub(crate) index: Index,
    pub(crate) fields: Vec<Shelf>,
    pub(crate) agencies: Vec<Shelf>,
    pub(crate) events: LifeEvents,
    pub(crate) featured: Vec<FeaturedService>,
    field_ids: HashMap<String, String>,
    agency_ids: HashMap<String, String>,
    by_code: HashMap<String, usize>,
    former: HashMap<String, String>,
    snapshot: OnceLock<Packed>,
}

/// Why a catalogue cannot be made ready.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// The database refused.
    #[error("database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A stored line cannot be read by this version.
    #[error("a stored procedure cannot be read: {0}")]
    Record(String),
}

impl Catalogue {
    /// Makes a stored catalogue ready.
    pub(crate) fn load(
        connection: &Connection,
        in_force: InForce,
        settings: &Settings,
    ) -> Result<Self, CatalogueError> {
        let mut records: Vec<Record> = Vec::new();
        read::each_record(connection, in_force.id, |line| {
            records.push(Record::read(line).map_err(CatalogueError::Record)?);
            Ok::<_, CatalogueError>(())
        })?;
        let former: HashMap<_, _> = read::former_codes(connection)?.into_iter().collect();
        Ok(Self::build(in_force, &records, former, settings))
    }

    fn build(
        in_force: InForce,
        records: &[Record],
        former: HashMap<String, String>,
        settings: &Settings,
    ) -> Self {
        let prominence = prominence(settings, &former);
        let prominence_of = |code: &str| prominence.get(code).copied().unwrap_or(0);
        let fields = Shelving::new(records, |r| &r.field, |r| prominence_of(&r.code) > 0);
        let agencies = Shelving::new(records, |r| &r.ministry, |r| prominence_of(&r.code) > 0);
        let mut services: Vec<_> = records
            .iter()
            .map(|record| {
                let name = |ids: &HashMap<String, String>, name: &str| Named {
                    id: ids[name.trim()].clone(),
                    name: name.trim().into(),
                };
                let field = name(&fields.ids, &record.field);
                let agency = name(&agencies.ids, &record.ministry);
                Listed {
                    summary: listing::summary(reading::service(record, field, agency)),
                    prominence: prominence_of(&record.code),
                    words: record.words(),
                }
            })
            .collect();
        services.sort_by_cached_key(|one| {
            let code = one.summary.code.clone();
            (
                std::cmp::Reverse(one.prominence),
                collation::key(&one.summary.name),
                code,
            )
        });
        let by_code: HashMap<_, _> = services
            .iter()
            .enumerate()
            .map(|(at, one)| (one.summary.code.clone(), at))
            .collect();
        let index = Index::build(services.iter().map(|one| Entry {
            code: &one.summary.code,
            name: &one.summary.name,
            field: &one.summary.field.name,
            agency: &one.summary.agency.name,
            extra: &one.words,
            audience: audience::for_ranking(&one.summary.audience),
            prominence: one.prominence,
        }));
        let mut catalogue = Self {
            in_force,
            services,
            index,
            fields: fields.shelves,
            agencies: agencies.shelves,
            events: LifeEvents { items: Vec::new() },
            featured: Vec::new(),
            field_ids: fields.ids,
            agency_ids: agencies.ids,
            by_code,
            former,
            snapshot: OnceLock::new(),
        };
        catalogue.featured = catalogue.featured(&settings.portal.featured);
        catalogue.events.items = catalogue.life_events(settings);
        catalogue
    }

    /// The code in force for a code of today or before.
    pub(crate) fn current<'a>(&'a self, code: &'a str) -> Option<&'a str> {
        if self.by_code.contains_key(code) {
            return Some(code);
        }
        let code = self.former.get(code)?;
        self.by_code.contains_key(code).then_some(code)
    }

    /// A service in force.
    pub(crate) fn listed(&self, code: &str) -> Option<&Listed> {
        self.by_code.get(code).map(|&at| &self.services[at])
    }

    /// Everything about a record: its ids and former codes belong to the catalogue.
    pub(crate) fn service(&self, record: &Record) -> Service {
        let named = |ids: &HashMap<String, String>, name: &str| Named {
            id: ids
                .get(name.trim())
                .cloned()
                .unwrap_or_else(|| crate::slug::slug(name)),
            name: name.trim().into(),
        };
        let field = named(&self.field_ids, &record.field);
        let agency = named(&self.agency_ids, &record.ministry);
        let mut service = reading::service(record, field, agency);
        let former = self.former.iter().filter(|(_, code)| **code == record.code);
        service.former_codes = former.map(|(former, _)| former.clone()).collect();
        service.former_codes.sort_unstable();
        service
    }

    /// Links to those of `codes` that are in force, by today's code and name.
    fn links(&self, codes: &[String]) -> Vec<ServiceLink> {
        codes
            .iter()
            .filter_map(|code| self.listed(self.current(code)?))
            .map(|one| ServiceLink {
                code: one.summary.code.clone(),
                name: one.summary.name.clone(),
            })
            .collect()
    }

    /// The operator's first page; a service that is gone is left out.
    fn featured(&self, wanted: &[FeaturedFile]) -> Vec<FeaturedService> {
        wanted
            .iter()
            .filter_map(|one| {
                let service = self.listed(self.current(&one.code)?)?;
                Some(FeaturedService {
                    code: service.summary.code.clone(),
                    name: service.summary.name.clone(),
                    label: one.label.clone(),
                })
            })
            .collect()
    }

    /// The operator's events; a group whose services are all gone is gone too.
    fn life_events(&self, settings: &Settings) -> Vec<LifeEvent> {
        settings
            .events
            .iter()
            .map(|event| LifeEvent {
                id: event.id.clone(),
                title: event.title.clone(),
                summary: event.summary.clone(),
                icon: event.icon.clone(),
                groups: event
                    .groups
                    .iter()
                    .map(|group| LifeEventGroup {
                        title: group.title.clone(),
                        services: self.links(&group.services),
                    })
                    .filter(|group| !group.services.is_empty())
                    .collect(),
            })
            .filter(|event| !event.groups.is_empty())
            .collect()
    }

    /// The whole catalogue in one piece, written and compressed when first asked for.
    pub(crate) fn snapshot(&self) -> &Packed {
        self.snapshot.get_or_init(|| {
            Packed::new(&Snapshot {
                version: self.in_force.version.clone(),
                fields: self.fields.clone(),
                agencies: self.agencies.clone(),
                services: self.services.iter().map(entry).collect(),
            })
        })
    }
}

fn entry(one: &Listed) -> CatalogueEntry {
    CatalogueEntry {
        code: one.summary.code.clone(),
        name: one.summary.name.clone(),
        field: one.summary.field.id.clone(),
        agency: one.summary.agency.id.clone(),
        levels: one.summary.levels.clone(),
        audience: one.summary.audience.clone(),
        online: one.summary.online,
        prominence: one.prominence,
        words: one.words.clone(),
    }
}

/// How prominent each code is, under today's code.
fn prominence(settings: &Settings, former: &HashMap<String, String>) -> HashMap<String, u8> {
    let groups = settings.events.iter().flat_map(|event| &event.groups);
    let in_events = groups.flat_map(|group| &group.services);
    let wanted = settings.personal.iter().map(|code| (code, 1));
    let ranked = wanted
        .chain(in_events.map(|code| (code, 2)))
        .chain(settings.portal.featured.iter().map(|one| (&one.code, 3)));
    let mut prominence: HashMap<String, u8> = HashMap::new();
    for (code, rank) in ranked {
        let code = former.get(code).unwrap_or(code);
        let known = prominence.entry(code.clone()).or_default();
        *known = rank.max(*known);
    }
    prominence
}
