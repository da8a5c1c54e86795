//! What the questions of one page share: the answers, and what is said about them.

use leptos::prelude::*;

use super::filling::Filling;

/// Something to mend or to look at again, with the answer it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remark {
    /// The answer: a JSON pointer into the answers, or `/papers/{requirement}`.
    pub(crate) pointer: String,
    /// What is wrong and how to mend it, in the language of the interface.
    pub(crate) message: String,
}

/// One page being filled in.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    /// The application.
    pub(crate) filling: Filling,
    /// What has to be mended before going on; empty until "Continue".
    pub(crate) faults: RwSignal<Vec<Remark>>,
    /// What one may leave as it is; empty until "Continue".
    pub(crate) warnings: RwSignal<Vec<Remark>>,
}

impl Sheet {
    /// A page on which nobody has pressed "Continue" yet.
    pub(crate) fn new(filling: Filling) -> Self {
        Self {
            filling,
            faults: RwSignal::default(),
            warnings: RwSignal::default(),
        }
    }

    /// What is wrong with the answer at `pointer`.
    pub(crate) fn fault(self, pointer: &str) -> Option<String> {
        self.faults.with(|all| message(all, pointer))
    }

    /// What to look at again in the answer at `pointer`.
    pub(crate) fn warning(self, pointer: &str) -> Option<String> {
        self.warnings.with(|all| message(all, pointer))
    }
}

fn message(remarks: &[Remark], pointer: &str) -> Option<String> {
    let found = remarks.iter().find(|remark| remark.pointer == pointer)?;
    Some(found.message.clone())
}
