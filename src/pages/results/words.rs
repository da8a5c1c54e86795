//! What the results screen calls things: counts, facets and their values.

use motcua_contract::search::FacetValue;

use super::query::ResultsQuery;
use crate::format;
use crate::i18n::{fill, results};
use crate::search::facet::{AUDIENCES, Facet, LEVELS, ONLINE, meant};

/// The screen's heading.
pub(super) fn title(query: &ResultsQuery) -> String {
    if query.words.is_empty() {
        results::title_all().into()
    } else {
        fill(results::title(), &[("words", &query.words)])
    }
}

/// A number of services.
pub(super) fn count(total: usize) -> String {
    let message = match total {
        0 => return results::none().into(),
        1 => results::count_one(),
        _ => results::count(),
    };
    fill(message, &[("n", &format::number(total as u64))])
}

/// A facet's name.
pub(super) fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Field => results::facet_field(),
        Facet::Agency => results::facet_agency(),
        Facet::Level => results::facet_level(),
        Facet::Audience => results::facet_audience(),
        Facet::Online => results::facet_online(),
    }
}

/// The name of a value: the app's for the contract's own words, the portal's for its
/// fields and bodies, and the bare id of one that the portal does not name.
pub(super) fn value(facet: Facet, value: &str, counted: &[FacetValue]) -> String {
    let known = match facet {
        Facet::Level => meant(&LEVELS, value).map(format::level),
        Facet::Audience => meant(&AUDIENCES, value).map(format::audience),
        Facet::Online => meant(&ONLINE, value).map(format::online),
        Facet::Field | Facet::Agency => None,
    };
    let label = || {
        let counted = counted.iter().find(|one| one.value == value);
        counted.and_then(|one| one.label.as_deref())
    };
    known.or_else(label).unwrap_or(value).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_named_by_the_app_the_portal_or_itself() {
        let counted = [FacetValue {
            value: "ho-tich".into(),
            label: Some("Hộ tịch".into()),
            count: 3,
        }];
        assert_eq!(value(Facet::Level, "commune", &[]), "Cấp xã");
        assert_eq!(value(Facet::Field, "ho-tich", &counted), "Hộ tịch");
        assert_eq!(value(Facet::Field, "la", &counted), "la");
    }

    #[test]
    fn counts_read_as_words() {
        assert_eq!(count(0), "Không tìm thấy dịch vụ nào");
        assert_eq!(count(2642), "2.642 dịch vụ");
    }
}
