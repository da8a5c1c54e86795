//! Keeps the [`Finding`] in step with the question in the address.
//!
//! The portal is asked first. When it cannot be reached, the catalogue on the device
//! answers, if there is one. A new question ends the request for the old one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::search::ServiceList;

use super::finding::{Finding, Source};
use super::query::ResultsQuery;
use crate::api::{self, client::Answer};
use crate::remote::Failure;
use crate::search::{self, Page};

/// What is found, and the way to ask once more.
#[derive(Clone, Copy)]
pub(super) struct Search {
    /// What the address asks for.
    pub(super) wanted: Memo<ResultsQuery>,
    /// What was found so far.
    pub(super) finding: RwSignal<Finding>,
    round: RwSignal<u32>,
}

impl Search {
    /// Follows the question `wanted`.
    pub(super) fn follow(wanted: Memo<ResultsQuery>) -> Self {
        let search = Self {
            wanted,
            finding: RwSignal::new(Finding::default()),
            round: RwSignal::new(0),
        };
        Effect::new(move |_| {
            search.round.track();
            let query = wanted.get();
            let page = search.finding.try_update(|finding| finding.asked(&query));
            if let Some(page) = page.flatten() {
                search.request(query, page);
            }
        });
        search
    }

    /// Asks once more for what is missing.
    pub(super) fn again(self) {
        let _ = self.round.try_update(|round| *round += 1);
    }

    /// Asks once more for all of it.
    pub(super) fn afresh(self) {
        let _ = self.finding.try_update(Finding::outdated);
        self.again();
    }

    fn request(self, query: ResultsQuery, page: Page) {
        let (offset, limit) = (page.offset.to_string(), page.limit.to_string());
        let mut parameters = query.parameters();
        parameters.push(("limit", &limit));
        if page.offset > 0 {
            parameters.push(("offset", &offset));
        }
        let path = api::path::services(&parameters);
        let waited = move || {
            let _ = self.finding.try_update(Finding::waited);
        };
        api::request(
            path,
            Box::new(waited),
            Box::new(move |answer| self.answered(query, page, answer)),
        );
    }

    fn answered(self, query: ResultsQuery, page: Page, answer: Result<Answer, Failure>) {
        let read = answer.and_then(|answer| {
            let list = answer.parse::<ServiceList>()?;
            Ok((list, answer.kept_at.map_or(Source::Portal, Source::Kept)))
        });
        match read {
            Ok((list, source)) => self.take(&query, list, source),
            Err(failure @ (Failure::Missing(_) | Failure::Invalid(_))) => self.fail(failure),
            Err(failure) => spawn_local(async move {
                let asked = self.now();
                let device = search::open().await;
                if asked.is_none() || self.now() != asked {
                    return;
                }
                match device {
                    Some(device) => {
                        let list = device.find(&query.words, &query.filters, page);
                        self.take(&query, list, Source::Device);
                    }
                    None => self.fail(failure),
                }
            }),
        }
    }

    /// What is asked, and for which time; none once the screen is gone.
    fn now(self) -> Option<(ResultsQuery, u32)> {
        self.wanted
            .try_get_untracked()
            .zip(self.round.try_get_untracked())
    }

    fn take(self, query: &ResultsQuery, list: ServiceList, source: Source) {
        let taken = self
            .finding
            .try_update(|finding| finding.answered(query, list, source));
        if taken == Some(true) {
            self.again();
        }
    }

    fn fail(self, failure: Failure) {
        let _ = self.finding.try_update(|finding| finding.failed(failure));
    }
}
