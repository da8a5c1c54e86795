//! The catalogue on this device, searched, narrowed down and counted as the portal does
//! it: the same index, the same order, the same rules for facets.

use std::collections::{BTreeMap, HashMap};

use motcua_contract::catalogue::{Catalogue, CatalogueEntry, Shelf};
use motcua_contract::search::{FacetValue, Facets, ServiceList, Suggestion};
use motcua_contract::service::{Audience, Named, ServiceSummary};
use motcua_search::{Audience as Ranked, Entry, Index};

use super::facet::{AUDIENCES, Facet, Filters, LEVELS, ONLINE, meant};
use super::{OnDevice, Page};

/// See the module.
pub(super) struct DeviceCatalogue {
    catalogue: Catalogue,
    index: Index,
}

impl DeviceCatalogue {
    /// Makes a snapshot ready for search.
    pub(super) fn new(catalogue: Catalogue) -> Self {
        let names = |shelves: &[Shelf]| -> HashMap<String, String> {
            let pairs = shelves.iter().map(|s| (s.id.clone(), s.name.clone()));
            pairs.collect()
        };
        let (fields, agencies) = (names(&catalogue.fields), names(&catalogue.agencies));
        let name_of = |names: &'_ HashMap<String, String>, id: &str| -> String {
            names.get(id).cloned().unwrap_or_default()
        };
        let shelves: Vec<(String, String)> = catalogue
            .services
            .iter()
            .map(|one| {
                (
                    name_of(&fields, &one.field),
                    name_of(&agencies, &one.agency),
                )
            })
            .collect();
        let entries = catalogue.services.iter().zip(&shelves);
        let index = Index::build(entries.map(|(one, (field, agency))| Entry {
            code: &one.code,
            name: &one.name,
            field,
            agency,
            extra: &one.words,
            audience: for_ranking(&one.audience),
            prominence: one.prominence,
        }));
        Self { catalogue, index }
    }

    fn service(&self, entry: u32) -> &CatalogueEntry {
        &self.catalogue.services[entry as usize]
    }

    fn summary(&self, one: &CatalogueEntry) -> ServiceSummary {
        ServiceSummary {
            code: one.code.clone(),
            name: one.name.clone(),
            field: named(&self.catalogue.fields, &one.field),
            agency: named(&self.catalogue.agencies, &one.agency),
            levels: one.levels.clone(),
            audience: one.audience.clone(),
            online: one.online,
            time: None,
            fee: None,
        }
    }

    fn facets(&self, found: &[&CatalogueEntry], filters: &Filters) -> Facets {
        let but = |facet| {
            let found = found.iter().copied();
            found.filter(move |one| passes(one, filters, Some(facet)))
        };
        let shelves = |shelves: &[Shelf], tally: &BTreeMap<&str, u32>| {
            let mut values: Vec<FacetValue> = shelves
                .iter()
                .filter_map(|shelf| {
                    let count = *tally.get(shelf.id.as_str())?;
                    Some(value(&shelf.id, Some(&shelf.name), count))
                })
                .collect();
            values.sort_by_key(|value| std::cmp::Reverse(value.count));
            values
        };
        let fields = tally(but(Facet::Field).map(|one| one.field.as_str()));
        let agencies = tally(but(Facet::Agency).map(|one| one.agency.as_str()));
        Facets {
            field: shelves(&self.catalogue.fields, &fields),
            agency: shelves(&self.catalogue.agencies, &agencies),
            level: words(&LEVELS, but(Facet::Level).flat_map(|one| &one.levels)),
            audience: words(
                &AUDIENCES,
                but(Facet::Audience).flat_map(|one| &one.audience),
            ),
            online: words(&ONLINE, but(Facet::Online).map(|one| &one.online)),
        }
    }
}

impl OnDevice for DeviceCatalogue {
    fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        let suggestions = self.index.suggest(typed, limit).into_iter();
        suggestions
            .map(|suggestion| match suggestion {
                motcua_search::Suggestion::Saying(text) => Suggestion { text, code: None },
                motcua_search::Suggestion::Service(entry) => {
                    let one = self.service(entry);
                    Suggestion {
                        text: one.name.clone(),
                        code: Some(one.code.clone()),
                    }
                }
            })
            .collect()
    }

    fn find(&self, words: &str, filters: &Filters, page: Page) -> ServiceList {
        let mut did_you_mean = None;
        let found: Vec<&CatalogueEntry> = if words.is_empty() {
            // The snapshot stands in the order of an answer to no question.
            self.catalogue.services.iter().collect()
        } else {
            let outcome = self.index.search(words);
            did_you_mean = outcome.did_you_mean;
            let hits = outcome.hits.iter();
            hits.map(|hit| self.service(hit.entry)).collect()
        };
        let passing = || found.iter().filter(|one| passes(one, filters, None));
        let items = passing().skip(page.offset).take(page.limit);
        ServiceList {
            items: items.map(|one| self.summary(one)).collect(),
            total: passing().count() as u32,
            offset: page.offset as u32,
            facets: self.facets(&found, filters),
            did_you_mean,
            guidance: None,
        }
    }
}

/// Whether a service passes every filter but the one of `but`.
fn passes(one: &CatalogueEntry, filters: &Filters, but: Option<Facet>) -> bool {
    Facet::ALL.into_iter().all(|facet| {
        let chosen = filters.chosen(facet);
        let any = |test: &dyn Fn(&String) -> bool| chosen.iter().any(test);
        but == Some(facet)
            || chosen.is_empty()
            || match facet {
                Facet::Field => chosen.contains(&one.field),
                Facet::Agency => chosen.contains(&one.agency),
                Facet::Level => {
                    any(&|w| meant(&LEVELS, w).is_some_and(|l| one.levels.contains(&l)))
                }
                Facet::Audience => {
                    any(&|w| meant(&AUDIENCES, w).is_some_and(|a| one.audience.contains(&a)))
                }
                Facet::Online => any(&|w| meant(&ONLINE, w) == Some(one.online)),
            }
    })
}

fn tally<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, u32> {
    let mut tally = BTreeMap::new();
    for id in ids {
        *tally.entry(id).or_default() += 1;
    }
    tally
}

/// Counts by value of an enumeration, in the contract's order.
fn words<'a, T: Copy + PartialEq + 'a>(
    table: &[(&str, T)],
    values: impl Iterator<Item = &'a T>,
) -> Vec<FacetValue> {
    let mut counts = vec![0; table.len()];
    for value in values {
        if let Some(at) = table.iter().position(|(_, known)| known == value) {
            counts[at] += 1;
        }
    }
    let counted = table.iter().zip(counts).filter(|(_, count)| *count > 0);
    counted
        .map(|((word, _), count)| value(word, None, count))
        .collect()
}

fn value(value: &str, label: Option<&str>, count: u32) -> FacetValue {
    FacetValue {
        value: value.into(),
        label: label.map(str::to_owned),
        count,
    }
}

/// A shelf by its id; one that the snapshot forgot is named by its id.
fn named(shelves: &[Shelf], id: &str) -> Named {
    let shelf = shelves.iter().find(|shelf| shelf.id == id);
    Named {
        id: id.into(),
        name: shelf.map_or(id, |shelf| &shelf.name).into(),
    }
}

fn for_ranking(audience: &[Audience]) -> Ranked {
    audience.iter().fold(Ranked::UNKNOWN, |all, one| {
        all | match one {
            Audience::Citizen | Audience::Overseas | Audience::Foreigner => Ranked::PERSON,
            Audience::Business | Audience::ForeignInvested | Audience::Cooperative => {
                Ranked::BUSINESS
            }
            Audience::Organisation | Audience::ForeignOrganisation => Ranked::ORGANISATION,
            Audience::Official | Audience::Party => Ranked::OFFICIAL,
            Audience::Unknown => Ranked::UNKNOWN,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = include_str!("../../crates/contract/samples/getCatalogue.json");
    const ALL: Page = Page {
        offset: 0,
        limit: 50,
    };

    fn device() -> DeviceCatalogue {
        DeviceCatalogue::new(serde_json::from_str(SAMPLE).unwrap())
    }

    fn narrowed(choices: &[(Facet, &str)]) -> ServiceList {
        let mut filters = Filters::default();
        for (facet, value) in choices {
            filters.choose(*facet, value);
        }
        device().find("", &filters, ALL)
    }

    fn counts(values: &[FacetValue]) -> Vec<(&str, u32)> {
        let values = values.iter();
        values.map(|v| (v.value.as_str(), v.count)).collect()
    }

    #[test]
    fn no_words_give_all_services_in_the_snapshots_order() {
        let list = device().find("", &Filters::default(), ALL);
        let codes: Vec<_> = list.items.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes, ["1.001193", "1.004194", "3.000348"]);
        assert_eq!(list.total, 3);
    }

    #[test]
    fn words_find_without_marks() {
        let list = device().find("khai sinh", &Filters::default(), ALL);
        assert_eq!(list.items[0].code, "1.001193");
        assert_eq!(list.items[0].field.name, "Hộ tịch");
    }

    #[test]
    fn a_facets_own_choice_does_not_narrow_its_own_counts() {
        let list = narrowed(&[(Facet::Agency, "bo-tu-phap")]);
        assert_eq!(list.total, 1);
        assert_eq!(
            counts(&list.facets.agency),
            [("bo-cong-an", 2), ("bo-tu-phap", 1)]
        );
        assert_eq!(counts(&list.facets.field), [("ho-tich", 1)]);
        assert_eq!(counts(&list.facets.level), [("commune", 1)]);
    }

    #[test]
    fn choices_within_a_facet_add_up_and_facets_cut_down() {
        let both = [(Facet::Level, "commune"), (Facet::Level, "ministry")];
        assert_eq!(narrowed(&both).total, 3);
        let cut = [(Facet::Level, "commune"), (Facet::Audience, "business")];
        assert_eq!(narrowed(&cut).total, 1);
    }

    #[test]
    fn a_page_knows_the_whole() {
        let page = Page {
            offset: 2,
            limit: 2,
        };
        let list = device().find("", &Filters::default(), page);
        assert_eq!((list.items.len(), list.total, list.offset), (1, 3, 2));
    }

    #[test]
    fn a_suggestion_that_is_a_service_has_its_code() {
        let suggestions = device().suggest("tam tr", 5);
        let service = suggestions.iter().find(|one| one.code.is_some()).unwrap();
        assert_eq!(service.code.as_deref(), Some("1.004194"));
    }
}
