//! How far a form has been filled in, section by section, for a task list.

use crate::check::Check;
use crate::form::Form;
use crate::kind::Kind;
use crate::reading::is_blank;
use crate::setting::{Answers, Papers, Setting};
use crate::shown::Shown;

/// How far a section has been filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionState {
    /// Another section has to be done first.
    CannotStart,
    /// Nothing is answered yet.
    NotStarted,
    /// Nothing is answered, and nothing has to be.
    Optional,
    /// Something is answered, and something is still missing or at fault.
    InProgress,
    /// It can be sent as it is.
    Done,
}

impl SectionState {
    /// Whether the form can be sent as far as this section goes.
    #[must_use]
    pub fn can_be_sent(self) -> bool {
        matches!(self, Self::Optional | Self::Done)
    }
}

impl Form {
    /// How far a section has been filled in; `None` when it is not there.
    #[must_use]
    pub fn section_state(
        &self,
        section: &str,
        answers: &Answers,
        papers: &Papers,
        setting: &Setting<'_>,
    ) -> Option<SectionState> {
        let states = self.section_states(answers, papers, setting);
        let found = states.into_iter().find(|(id, _)| *id == section);
        found.map(|(_, state)| state)
    }

    /// The sections that are there, in order, with how far each has been filled in.
    #[must_use]
    pub fn section_states(
        &self,
        answers: &Answers,
        papers: &Papers,
        setting: &Setting<'_>,
    ) -> Vec<(&str, SectionState)> {
        let shown = self.shown(answers, setting);
        let mut states: Vec<(&str, SectionState)> = Vec::new();
        for (at, section) in self.definition().sections.iter().enumerate() {
            if !shown.section_at(at) {
                continue;
            }
            let waits_for = |id: &String| {
                let before = states.iter().find(|(before, _)| before == id);
                before.is_some_and(|(_, state)| !state.can_be_sent())
            };
            let state = if section.after.iter().any(waits_for) {
                SectionState::CannotStart
            } else {
                self.progress(at, &shown, answers, papers, setting)
            };
            states.push((&section.id, state));
        }
        states
    }

    fn progress(
        &self,
        section: usize,
        shown: &Shown,
        answers: &Answers,
        papers: &Papers,
        setting: &Setting<'_>,
    ) -> SectionState {
        let mut check = Check::new(shown, answers, papers, setting);
        let mut asks = false;
        let mut started = false;
        let pages = (0..self.page_count()).filter(|page| self.section_index_of(*page) == section);
        for page in pages.filter(|page| shown.page_at(*page)) {
            check.page(page);
            for field in &self.page_at(page).fields {
                if !shown.field(field.id.as_str()) || field.compute.is_some() {
                    continue;
                }
                let answered = match &field.kind {
                    Kind::Note | Kind::Signature => continue,
                    Kind::Papers { requirement, .. } => papers.count(requirement) > 0,
                    // An empty box is no answer yet.
                    Kind::Statement => answers.get(&field.id).is_some_and(|typed| typed == true),
                    _ => answers.get(&field.id).is_some_and(|typed| !is_blank(typed)),
                };
                asks = true;
                started |= answered;
            }
        }
        match (check.faults.is_empty(), started) {
            (true, true) => SectionState::Done,
            (true, false) if !asks => SectionState::Done,
            (true, false) => SectionState::Optional,
            (false, true) => SectionState::InProgress,
            (false, false) => SectionState::NotStarted,
        }
    }
}
