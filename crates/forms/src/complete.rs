//! Answers that can be sent.

use crate::check::Check;
use crate::fault::Fault;
use crate::form::Form;
use crate::kind::Kind;
use crate::setting::{Answers, Papers, Setting};

/// Answers that keep all of the form's rules, in the shapes in which they are sent and
/// without those of hidden fields. Only [`Form::check`] makes one.
#[derive(Clone, Debug, PartialEq)]
pub struct Complete {
    answers: Answers,
    papers: Vec<String>,
}

impl Complete {
    /// The answers to send.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The same, to own.
    #[must_use]
    pub fn into_answers(self) -> Answers {
        self.answers
    }

    /// The requirements that the form asks papers for and that have some; papers for any
    /// other requirement are left behind.
    #[must_use]
    pub fn papers(&self) -> &[String] {
        &self.papers
    }
}

impl Form {
    /// Checks all answers.
    ///
    /// # Errors
    /// Everything at fault, in the order of the form.
    pub fn check(
        &self,
        answers: &Answers,
        papers: &Papers,
        setting: &Setting<'_>,
    ) -> Result<Complete, Vec<Fault>> {
        let shown = self.shown(answers, setting);
        let mut check = Check::new(&shown, answers, papers, setting);
        for page in 0..self.page_count() {
            check.page(page);
        }
        if !check.faults.is_empty() {
            return Err(check.faults);
        }
        let fields = (0..self.field_count()).filter(|field| shown.state_at(*field).shown);
        let asked = fields.filter_map(|field| match &self.field_at(field).kind {
            Kind::Papers { requirement, .. } => Some(requirement),
            _ => None,
        });
        let mut handed_in: Vec<String> = Vec::new();
        for id in asked {
            if papers.count(id) > 0 && !handed_in.contains(id) {
                handed_in.push(id.clone());
            }
        }
        let papers = handed_in;
        let answers = shown.read;
        Ok(Complete { answers, papers })
    }
}
