//! Lists of services: filters, facets, pages.

use std::collections::HashSet;
use std::hash::Hash;

use motcua_contract::catalogue::Shelf;
use motcua_contract::search::{FacetValue, Facets};
use motcua_contract::service::{Audience, GovernmentLevel, OnlineLevel, Service, ServiceSummary};
use serde::Serialize;

use super::{Catalogue, Listed};

/// What a list is narrowed down to; an empty set does not narrow.
#[derive(Debug, Default)]
pub(crate) struct Filters {
    pub(crate) fields: HashSet<String>,
    pub(crate) agencies: HashSet<String>,
    pub(crate) levels: HashSet<GovernmentLevel>,
    pub(crate) audiences: HashSet<Audience>,
    pub(crate) online: HashSet<OnlineLevel>,
}

/// The facets, to say which filter a count leaves out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Facet {
    Field,
    Agency,
    Level,
    Audience,
    Online,
}

impl Filters {
    /// Whether a service passes every filter but the one of `but`.
    fn pass(&self, one: &ServiceSummary, but: Option<Facet>) -> bool {
        let skip = |facet| but == Some(facet);
        (skip(Facet::Field) || free_or_has(&self.fields, &one.field.id))
            && (skip(Facet::Agency) || free_or_has(&self.agencies, &one.agency.id))
            && (skip(Facet::Level) || free_or_any(&self.levels, &one.levels))
            && (skip(Facet::Audience) || free_or_any(&self.audiences, &one.audience))
            && (skip(Facet::Online) || free_or_has(&self.online, &one.online))
    }
}

fn free_or_has<T: Hash + Eq>(set: &HashSet<T>, value: &T) -> bool {
    set.is_empty() || set.contains(value)
}

fn free_or_any<T: Hash + Eq>(set: &HashSet<T>, values: &[T]) -> bool {
    set.is_empty() || values.iter().any(|value| set.contains(value))
}

/// A page of a list, with what belongs to the whole list.
pub(crate) struct Page {
    pub(crate) items: Vec<ServiceSummary>,
    pub(crate) total: u32,
    pub(crate) facets: Facets,
}

impl Catalogue {
    /// The page of `limit` services behind the first `offset` of those in `found` (places
    /// in `services`, best first) that pass.
    pub(crate) fn page(
        &self,
        found: &[usize],
        filters: &Filters,
        offset: usize,
        limit: usize,
    ) -> Page {
        let found = found.iter().map(|&at| &self.services[at]);
        let passing = found.clone().filter(|one| filters.pass(&one.summary, None));
        let total = passing.clone().count() as u32;
        let items = passing
            .skip(offset)
            .take(limit)
            .map(|one| one.summary.clone());
        Page {
            items: items.collect(),
            total,
            facets: self.facets(found, filters),
        }
    }

    fn facets<'a>(
        &'a self,
        found: impl Iterator<Item = &'a Listed> + Clone,
        filters: &Filters,
    ) -> Facets {
        let but = |facet| {
            found
                .clone()
                .map(|one| &one.summary)
                .filter(move |one| filters.pass(one, Some(facet)))
        };
        Facets {
            field: shelf_counts(&self.fields, but(Facet::Field).map(|one| &one.field.id)),
            agency: shelf_counts(&self.agencies, but(Facet::Agency).map(|one| &one.agency.id)),
            level: counts(but(Facet::Level).flat_map(|one| one.levels.iter().copied())),
            audience: counts(but(Facet::Audience).flat_map(|one| one.audience.iter().copied())),
            online: counts(but(Facet::Online).map(|one| one.online)),
        }
    }
}

/// Counts by shelf, the fullest first; shelves stand in alphabetical order already.
fn shelf_counts<'a>(shelves: &[Shelf], ids: impl Iterator<Item = &'a String>) -> Vec<FacetValue> {
    let mut tally = std::collections::HashMap::<&str, u32>::new();
    for id in ids {
        *tally.entry(id).or_default() += 1;
    }
    let mut values: Vec<_> = shelves
        .iter()
        .filter_map(|shelf| {
            Some(FacetValue {
                value: shelf.id.clone(),
                label: Some(shelf.name.clone()),
                count: *tally.get(shelf.id.as_str())?,
            })
        })
        .collect();
    values.sort_by_key(|value| std::cmp::Reverse(value.count));
    values
}

/// Counts by value of an enumeration, in the contract's order.
fn counts<T: Ord + Serialize>(values: impl Iterator<Item = T>) -> Vec<FacetValue> {
    let mut tally = std::collections::BTreeMap::<T, u32>::new();
    for value in values {
        *tally.entry(value).or_default() += 1;
    }
    tally
        .into_iter()
        .map(|(value, count)| FacetValue {
            value: word(&value),
            label: None,
            count,
        })
        .collect()
}

/// The word an enumeration's value is written as.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        other => unreachable!("the contract's enumerations are words, not {other:?}"),
    }
}

/// A service as a list shows it: one time and one fee only where all ways agree.
pub(super) fn summary(service: Service) -> ServiceSummary {
    let mut times = service.channels.iter().map(|channel| channel.time);
    let time = times.next().flatten();
    let time = time.filter(|time| times.all(|other| other == Some(*time)));
    let mut fees = service
        .channels
        .iter()
        .map(|channel| channel.fees.as_slice());
    let fee = match fees.next() {
        Some([fee]) => fees
            .all(|other| other == std::slice::from_ref(fee))
            .then(|| fee.clone()),
        _ => None,
    };
    ServiceSummary {
        code: service.code,
        name: service.name,
        field: service.field,
        agency: service.agency,
        levels: service.levels,
        audience: service.audience,
        online: service.online,
        time,
        fee,
    }
}
