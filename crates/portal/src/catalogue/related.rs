//! What people need before, after or instead of a service.

use std::collections::HashSet;

use motcua_contract::search::RELATED_MAX;
use motcua_contract::service::ServiceSummary;

use super::Catalogue;

/// A service of the same subject area is related when the names share this much.
const LEAST_SHARED: f32 = 0.2;

impl Catalogue {
    /// First what stands in the same group of a life event, then what the subject area
    /// holds under similar names, the most similar first.
    pub(crate) fn related(&self, code: &str) -> Vec<ServiceSummary> {
        let Some(one) = self.listed(code) else {
            return Vec::new();
        };
        let mut seen = HashSet::from([code]);
        let groups = self.events.items.iter().flat_map(|event| &event.groups);
        let mut related: Vec<&ServiceSummary> = groups
            .filter(|group| group.services.iter().any(|link| link.code == code))
            .flat_map(|group| &group.services)
            .filter_map(|link| Some(&self.listed(&link.code)?.summary))
            .filter(|other| seen.insert(&other.code))
            .collect();
        let words = words(&one.summary.name);
        let mut similar: Vec<(f32, &ServiceSummary)> = self
            .services
            .iter()
            .filter(|other| other.summary.field == one.summary.field)
            .filter(|other| !seen.contains(other.summary.code.as_str()))
            .map(|other| {
                let people_first = 0.1 * f32::from(other.prominence.min(1));
                (
                    shared(&words, &other.summary.name) + people_first,
                    &other.summary,
                )
            })
            .filter(|(share, _)| *share >= LEAST_SHARED)
            .collect();
        similar.sort_by(|a, b| b.0.total_cmp(&a.0));
        related.extend(similar.into_iter().map(|(_, summary)| summary));
        related
            .into_iter()
            .take(RELATED_MAX as usize)
            .cloned()
            .collect()
    }
}

fn words(name: &str) -> HashSet<String> {
    let folded = motcua_search::fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(String::from)
        .collect()
}

/// The part of all words of two names that they have in common.
fn shared(one: &HashSet<String>, other: &str) -> f32 {
    let other = words(other);
    let common = one.intersection(&other).count() as f32;
    common / (one.union(&other).count() as f32).max(1.0)
}
