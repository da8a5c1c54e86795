//! How the papers stand that the parts of a form ask for, as long as the list is looked at: files
//! go on to the portal meanwhile.
//!
//! A part whose questions are all answered is not done while a paper of it is refused, paused or
//! on its way: nothing can be sent then.
//!
//! Announces: nothing beyond what each file says of itself wherever one is. Focus: stays; only
//! words, classes and addresses change within a row.

use leptos::prelude::*;

use crate::form::Task;
use crate::i18n::{apply as words, fill};
use crate::offline::drafts::OpenDraft;
use crate::papers::{Lack, Standing, lack_in_words};

/// The papers of every part, by the part's place in the list.
#[derive(Clone, Copy)]
pub(super) struct Enclosed(Memo<Vec<Standing>>);

impl Enclosed {
    /// Those that `tasks` ask for.
    pub(super) fn of(draft: OpenDraft, tasks: &[Task]) -> Self {
        let wanted: Vec<_> = tasks.iter().map(|task| task.papers.clone()).collect();
        Self(Memo::new(move |_| {
            draft.with(|draft| {
                let each = wanted.iter().map(|wanted| Standing::of(draft, wanted));
                each.collect()
            })
        }))
    }

    fn look<T>(self, at: usize, look: impl FnOnce(&Standing) -> Option<T>) -> Option<T> {
        self.0.with(|all| all.get(at).and_then(look))
    }

    /// Whether the papers of this part keep the form from being sent.
    pub(super) fn is_held_up(self, at: usize) -> bool {
        self.look(at, |standing| standing.lack.as_ref().map(drop))
            .is_some()
    }

    /// Whether those of any part do.
    pub(super) fn any_held_up(self) -> bool {
        self.0
            .with(|all| all.iter().any(|standing| standing.lack.is_some()))
    }

    /// The page on which the person has to do something about a paper.
    pub(super) fn to_mend(self, at: usize) -> Option<String> {
        self.look(at, |standing| match &standing.lack {
            Some((Lack::OnItsWay, _)) | None => None,
            Some((_, page)) => Some(page.clone()),
        })
    }

    /// The class and the words of the part's tag, where they follow from its papers.
    pub(super) fn state(self, at: usize) -> Option<(&'static str, &'static str)> {
        self.look(at, |standing| {
            let (lack, _) = standing.lack.as_ref()?;
            Some(match lack {
                Lack::Refused => ("tag tag--wait", words::state_mend()),
                Lack::Unjoined | Lack::Paused => ("tag tag--info", words::state_begun()),
                Lack::OnItsWay => ("tag tag--info", words::state_sending()),
            })
        })
    }

    /// How many are there, and what is so with them; nothing where none is needed.
    pub(super) fn said(self, at: usize) -> Option<String> {
        self.look(at, |standing| (standing.of > 0).then(|| said(standing)))
    }
}

fn said(standing: &Standing) -> String {
    let (there, of) = (standing.there.to_string(), standing.of.to_string());
    let mut said = fill(words::papers_there(), &[("n", &there), ("total", &of)]);
    let more = match &standing.lack {
        Some((lack, _)) => lack_in_words(*lack),
        None if standing.looked_into => words::papers_checked(),
        None => return said,
    };
    said.push(' ');
    said.push_str(more);
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_papers_back_is_said_before_that_they_are_checked() {
        let mut standing = Standing {
            there: 1,
            of: 3,
            lack: None,
            looked_into: false,
        };
        assert_eq!(said(&standing), "Đã có 1 trên 3 giấy tờ.");
        standing.looked_into = true;
        assert_eq!(
            said(&standing),
            "Đã có 1 trên 3 giấy tờ. Cổng đang kiểm tra."
        );
        standing.lack = Some((Lack::Refused, "p".into()));
        assert!(said(&standing).ends_with(lack_in_words(Lack::Refused)));
    }
}
