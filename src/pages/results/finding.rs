//! What the results screen has found so far: its states, and how they follow each other.

use motcua_contract::search::{Facets, Guidance, PAGE_SIZE_MAX, ServiceList};
use motcua_contract::service::ServiceSummary;

use super::query::ResultsQuery;
use crate::remote::Failure;
use crate::search::Page;

#[cfg(test)]
mod tests;

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
