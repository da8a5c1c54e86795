//! What the results screen has found so far: its states, and how they follow each other.

use motcua_contract::search::{Facets, Guidance, PAGE_SIZE_MAX, ServiceList};
use motcua_contract::service::ServiceSummary;

use super::query::ResultsQuery;
use crate::remote::Failure;
use crate::search::Page;

/// Where results came from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Source {
    /// The portal, just now.
    Portal,
    /// A copy of the portal's answer, kept at this time (RFC 3339).
    Kept(String),
    /// The search on this device: the portal could not be reached.
    Device,
}

/// What answers a question, as far as it was fetched.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// The question.
    pub(super) query: ResultsQuery,
    /// The services, best first, from the first one on.
    pub(super) items: Vec<ServiceSummary>,
    /// How many there are in all.
    pub(super) total: usize,
    /// Counts for narrowing down.
    pub(super) facets: Facets,
    /// A spelling that finds more.
    pub(super) did_you_mean: Option<String>,
    /// What to do instead.
    pub(super) guidance: Option<Guidance>,
    /// Where the last page of it came from.
    pub(super) source: Source,
}

/// The states of the screen.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Finding {
    /// An answer is on its way; what was found before stays in sight until it comes.
    Searching {
        /// Whether it takes long enough to say so.
        slow: bool,
        /// The answer to the question before.
        before: Option<Found>,
    },
    /// All that is wanted is there; it may be nothing.
    Ready(Found),
    /// More of the same is on its way.
    Extending {
        /// Whether it takes long enough to say so.
        slow: bool,
        /// What is there.
        found: Found,
    },
    /// No answer; the filters of the question before still stand.
    Failed {
        /// Why.
        failure: Failure,
        /// The answer to the question before.
        before: Option<Found>,
    },
    /// More of the same could not be had.
    CutShort {
        /// Why.
        failure: Failure,
        /// What is there.
        found: Found,
    },
}

impl Default for Finding {
    fn default() -> Self {
        Self::Searching {
            slow: false,
            before: None,
        }
    }
}

impl Found {
    /// How many more `query` wants to see of it than are there.
    fn missing(&self, query: &ResultsQuery) -> usize {
        query.shown.min(self.total).saturating_sub(self.items.len())
    }
}

impl Finding {
    /// The last answer, whether to this question or the one before.
    pub(super) fn found(&self) -> Option<&Found> {
        match self {
            Self::Ready(found) | Self::Extending { found, .. } | Self::CutShort { found, .. } => {
                Some(found)
            }
            Self::Searching { before, .. } | Self::Failed { before, .. } => before.as_ref(),
        }
    }

    /// The answer to the present question.
    pub(super) fn answer(&self) -> Option<&Found> {
        match self {
            Self::Searching { .. } | Self::Failed { .. } => None,
            _ => self.found(),
        }
    }

    /// A question is put: the page to ask for, or none when all it wants is there.
    pub(super) fn asked(&mut self, query: &ResultsQuery) -> Option<Page> {
        let found = match std::mem::take(self) {
            Self::Ready(found) | Self::Extending { found, .. } | Self::CutShort { found, .. } => {
                Some(found)
            }
            Self::Searching { before, .. } | Self::Failed { before, .. } => {
                *self = Self::Searching {
                    slow: false,
                    before,
                };
                return Some(page(0, query.shown));
            }
        };
        match found {
            Some(mut found) if found.query.same_question(query) => {
                let (there, missing) = (found.items.len(), found.missing(query));
                found.query.shown = query.shown;
                *self = if missing == 0 {
                    Self::Ready(found)
                } else {
                    Self::Extending { slow: false, found }
                };
                (missing > 0).then(|| page(there, missing))
            }
            before => {
                *self = Self::Searching {
                    slow: false,
                    before,
                };
                Some(page(0, query.shown))
            }
        }
    }

    /// What is there no longer counts; it stays in sight until it is replaced.
    pub(super) fn outdated(&mut self) {
        *self = Self::Searching {
            slow: false,
            before: self.found().cloned(),
        };
    }

    /// Half a second has passed without an answer.
    pub(super) fn waited(&mut self) {
        if let Self::Searching { slow, .. } | Self::Extending { slow, .. } = self {
            *slow = true;
        }
    }

    /// A page has come. True when another one must be asked for.
    pub(super) fn answered(
        &mut self,
        query: &ResultsQuery,
        list: ServiceList,
        source: Source,
    ) -> bool {
        let mut items = match std::mem::take(self) {
            Self::Extending { found, .. } | Self::CutShort { found, .. } => found.items,
            _ => Vec::new(),
        };
        let came = list.items.len();
        items.extend(list.items);
        let found = Found {
            query: query.clone(),
            // A portal that counts more than it gives would be asked for ever.
            total: if came == 0 {
                items.len()
            } else {
                list.total as usize
            },
            items,
            facets: list.facets,
            did_you_mean: list.did_you_mean,
            guidance: list.guidance,
            source,
        };
        let more = found.missing(query) > 0;
        *self = if more {
            Self::Extending { slow: false, found }
        } else {
            Self::Ready(found)
        };
        more
    }

    /// No page can be had.
    pub(super) fn failed(&mut self, failure: Failure) {
        *self = match std::mem::take(self) {
            Self::Searching { before, .. } | Self::Failed { before, .. } => {
                Self::Failed { failure, before }
            }
            Self::Ready(found) | Self::Extending { found, .. } | Self::CutShort { found, .. } => {
                Self::CutShort { failure, found }
            }
        };
    }
}

fn page(offset: usize, wanted: usize) -> Page {
    Page {
        offset,
        limit: wanted.min(PAGE_SIZE_MAX as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::facet::Facet;
    use motcua_contract::service::{Named, OnlineLevel};
    use proptest::prelude::*;

    fn service(number: usize) -> ServiceSummary {
        let named = || Named {
            id: "x".into(),
            name: "X".into(),
        };
        ServiceSummary {
            code: format!("1.{number:06}"),
            name: "Thủ tục".into(),
            field: named(),
            agency: named(),
            levels: Vec::new(),
            audience: Vec::new(),
            online: OnlineLevel::NotStated,
            time: None,
            fee: None,
        }
    }

    /// What a portal with `total` services answers.
    fn list(page: Page, total: usize) -> ServiceList {
        let end = (page.offset + page.limit).min(total);
        ServiceList {
            items: (page.offset..end).map(service).collect(),
            total: total as u32,
            offset: page.offset as u32,
            facets: Facets::default(),
            did_you_mean: None,
            guidance: None,
        }
    }

    fn query(words: &str) -> ResultsQuery {
        ResultsQuery::about(words)
    }

    fn ready(words: &str, total: usize) -> Finding {
        let mut finding = Finding::default();
        let page = finding.asked(&query(words)).unwrap();
        finding.answered(&query(words), list(page, total), Source::Portal);
        finding
    }

    #[test]
    fn what_was_found_before_stays_until_the_answer_comes() {
        let mut finding = ready("gplx", 30);
        let narrowed = query("gplx").toggled(Facet::Level, "commune");
        assert!(finding.asked(&narrowed).is_some());
        assert!(finding.answer().is_none());
        assert_eq!(finding.found().unwrap().items.len(), 20);
    }

    #[test]
    fn more_is_asked_for_behind_what_is_there() {
        let mut finding = ready("gplx", 130);
        let more = query("gplx").more();
        let page = finding.asked(&more).unwrap();
        assert_eq!(
            page,
            Page {
                offset: 20,
                limit: 20
            }
        );
        assert!(!finding.answered(&more, list(page, 130), Source::Portal));
        assert_eq!(finding.answer().unwrap().items.len(), 40);
    }

    #[test]
    fn coming_back_to_fewer_asks_for_nothing() {
        let mut finding = ready("gplx", 130);
        let more = query("gplx").more();
        let page = finding.asked(&more).unwrap();
        finding.answered(&more, list(page, 130), Source::Portal);
        assert_eq!(finding.asked(&query("gplx")), None);
        assert!(matches!(finding, Finding::Ready(_)));
    }

    #[test]
    fn when_more_cannot_be_had_the_results_stand() {
        let mut finding = ready("gplx", 130);
        finding.asked(&query("gplx").more());
        finding.failed(Failure::Offline);
        assert_eq!(finding.answer().unwrap().items.len(), 20);
        assert_eq!(
            finding.asked(&query("gplx").more()),
            Some(Page {
                offset: 20,
                limit: 20
            })
        );
    }

    #[test]
    fn a_failure_leaves_the_filters_of_the_question_before() {
        let mut finding = ready("gplx", 30);
        finding.asked(&query("hộ khẩu"));
        finding.failed(Failure::Busy);
        assert!(finding.answer().is_none());
        assert!(finding.found().is_some());
    }

    #[test]
    fn a_portal_that_gives_less_than_it_counts_is_not_asked_for_ever() {
        let mut finding = ready("gplx", 130);
        let more = query("gplx").more();
        finding.asked(&more);
        let mut empty = list(
            Page {
                offset: 20,
                limit: 20,
            },
            130,
        );
        empty.items.clear();
        assert!(!finding.answered(&more, empty, Source::Portal));
        assert_eq!(finding.asked(&more.more()), None);
    }

    proptest! {
        #[test]
        fn any_number_wanted_arrives_in_order_and_without_doubles(
            total in 0_usize..300,
            shown in 0_usize..20,
        ) {
            let mut wanted = query("a");
            for _ in 0..shown {
                wanted = wanted.more();
            }
            let mut finding = Finding::default();
            let mut rounds = 0;
            while let Some(page) = finding.asked(&wanted) {
                finding.answered(&wanted, list(page, total), Source::Portal);
                rounds += 1;
                prop_assert!(rounds <= 9);
            }
            let Finding::Ready(found) = &finding else { panic!("{finding:?}") };
            let codes: Vec<_> = found.items.iter().map(|one| one.code.clone()).collect();
            let expected: Vec<_> = (0..wanted.shown.min(total)).map(|n| service(n).code).collect();
            prop_assert_eq!(codes, expected);
        }
    }
}
