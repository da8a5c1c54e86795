//! How the papers that one part of a form asks for stand, together. Pure.

use super::asked::counts;
use super::paper::Lack;
use crate::offline::draft::Draft;

/// A paper that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The page that asks for it.
    pub(crate) page: String,
    /// The requirement's id.
    pub(crate) requirement: String,
    /// Whether it has to be there.
    pub(crate) required: bool,
}

/// How they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// How many are there: chosen, photographed and joined, or held by the portal before.
    pub(crate) there: usize,
    /// Of how many: those that have to be there, and those that are all the same.
    pub(crate) of: usize,
    /// The gravest thing between them and being handed in, with the page where it is mended.
    pub(crate) lack: Option<(Lack, String)>,
    /// Whether the portal is still looking into one that it has.
    pub(crate) looked_into: bool,
}

impl Standing {
    /// How `wanted` stand in `draft`.
    pub(crate) fn of(draft: &Draft, wanted: &[Wanted]) -> Self {
        let counts = counts(draft);
        let is_there = |paper: &&Wanted| {
            let of_it = |(requirement, count): &(String, usize)| {
                *requirement == paper.requirement && *count > 0
            };
            counts.iter().any(of_it)
        };
        let gathered = || {
            let found = |paper: &Wanted| draft.papers.get(&paper.requirement);
            wanted
                .iter()
                .filter_map(move |paper| Some((paper, found(paper)?)))
        };
        let lacks = gathered().filter_map(|(paper, gathered)| Some((gathered.lack()?, paper)));
        let mut files = gathered().flat_map(|(_, gathered)| &gathered.files);
        Self {
            there: wanted.iter().filter(is_there).count(),
            of: wanted
                .iter()
                .filter(|paper| paper.required || is_there(paper))
                .count(),
            lack: lacks
                .min_by_key(|(lack, _)| *lack)
                .map(|(lack, paper)| (lack, paper.page.clone())),
            looked_into: files.any(|file| file.transfer.is_looked_into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use motcua_contract::submission;

    use super::*;
    use crate::offline::draft::blank;
    use crate::papers::transfer::{State, Transfer};
    use crate::papers::{Gathered, PaperFile};

    fn wanted(requirement: &str, required: bool) -> Wanted {
        Wanted {
            page: format!("page-{requirement}"),
            requirement: requirement.into(),
            required,
        }
    }

    fn with(state: State) -> Gathered {
        let mut transfer = Transfer::new("k".into());
        transfer.state = state;
        let file = PaperFile {
            id: "f".into(),
            name: "x.pdf".into(),
            media_type: "application/pdf".into(),
            bytes: 1,
            sha256: String::new(),
            pages: None,
            transfer,
        };
        Gathered {
            files: vec![file],
            ..Gathered::default()
        }
    }

    fn draft() -> Draft {
        let content = blank("1", "default", "1");
        Draft::new("d".into(), "T".into(), content, "t".into())
    }

    #[test]
    fn papers_that_nobody_has_to_bring_count_only_when_they_are_there() {
        let mut draft = draft();
        let all = [wanted("a", true), wanted("b", true), wanted("c", false)];
        let standing = Standing::of(&draft, &all);
        assert_eq!((standing.there, standing.of), (0, 2));
        draft.content.papers.push(submission::Paper {
            requirement: "c".into(),
            uploads: Vec::new(),
            held: Some("h".into()),
        });
        let upload = || "u".to_owned();
        let checked = with(State::Checked {
            upload: upload(),
            pages: None,
        });
        draft.papers.insert("a".into(), checked);
        let standing = Standing::of(&draft, &all);
        assert_eq!((standing.there, standing.of), (2, 3));
        assert_eq!((standing.lack, standing.looked_into), (None, false));
        draft
            .papers
            .insert("a".into(), with(State::Received { upload: upload() }));
        assert!(Standing::of(&draft, &all).looked_into);
    }

    #[test]
    fn what_is_gravest_is_told_with_where_to_mend_it() {
        let mut draft = draft();
        let all = [wanted("a", true), wanted("b", false)];
        let sent = State::Sent { upload: "u".into() };
        draft.papers.insert("a".into(), with(sent));
        let lack = |draft: &Draft| Standing::of(draft, &all).lack;
        assert_eq!(lack(&draft), Some((Lack::OnItsWay, "page-a".into())));
        draft.papers.insert("b".into(), with(State::Failed));
        assert_eq!(lack(&draft), Some((Lack::Refused, "page-b".into())));
        draft
            .papers
            .insert("of another part".into(), with(State::Failed));
        draft.papers.remove("b");
        assert_eq!(lack(&draft), Some((Lack::OnItsWay, "page-a".into())));
    }
}
