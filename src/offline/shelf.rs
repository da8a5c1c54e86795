//! Which applications are not finished: those of this device and those of the portal, as one
//! list. Pure.

use motcua_contract::draft::DraftSummary;

use super::drafts::DraftLine;

/// One unfinished application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unfinished {
    /// On this device, perhaps with a copy on the portal.
    Here(DraftLine),
    /// On the portal alone.
    Portal(DraftSummary),
}

impl Unfinished {
    /// Its name.
    pub(super) fn title(&self) -> &str {
        match self {
            Self::Here(line) => &line.title,
            Self::Portal(summary) => &summary.service.name,
        }
    }

    /// Fit for an element's id.
    pub(super) fn key(&self) -> &str {
        match self {
            Self::Here(line) => &line.id,
            Self::Portal(summary) => &summary.id,
        }
    }

    /// When it was last changed, as far as this device knows.
    pub(super) fn changed_at(&self) -> &str {
        match self {
            Self::Here(line) => &line.saved_at,
            Self::Portal(summary) => &summary.updated_at,
        }
    }
}

/// This device's drafts, then the portal's that have no copy here; each in the order given,
/// which is the last changed first. What lies here is nearest at hand.
pub(super) fn merge(here: Vec<DraftLine>, portal: Vec<DraftSummary>) -> Vec<Unfinished> {
    let known: Vec<String> = here.iter().filter_map(|line| line.portal.clone()).collect();
    let elsewhere = portal
        .into_iter()
        .filter(|summary| !known.contains(&summary.id))
        .map(Unfinished::Portal);
    here.into_iter()
        .map(Unfinished::Here)
        .chain(elsewhere)
        .collect()
}

#[cfg(test)]
mod tests {
    use motcua_contract::service::ServiceLink;

    use super::*;

    fn here(id: &str, portal: Option<&str>) -> DraftLine {
        DraftLine {
            id: id.into(),
            title: id.into(),
            represented: None,
            service: "1".into(),
            case: "default".into(),
            saved_at: "2026-11-22T08:00:00+07:00".into(),
            sections: (0, 3),
            portal: portal.map(str::to_owned),
            sending: false,
            supplement: None,
        }
    }

    fn there(id: &str) -> DraftSummary {
        DraftSummary {
            id: id.into(),
            service: ServiceLink {
                code: "1".into(),
                name: id.into(),
            },
            case: "default".into(),
            on_behalf_of: None,
            updated_at: "2026-11-22T09:00:00+07:00".into(),
            device: None,
            sections_done: 1,
            sections: 3,
            expires_at: None,
        }
    }

    #[test]
    fn a_draft_that_is_here_and_there_stands_once() {
        let merged = merge(
            vec![here("a", Some("p1")), here("b", None)],
            vec![there("p2"), there("p1")],
        );
        let names: Vec<&str> = merged.iter().map(Unfinished::title).collect();
        assert_eq!(names, ["a", "b", "p2"]);
    }
}
