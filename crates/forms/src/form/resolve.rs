//! Finds the answers that expressions refer to.

use super::Inner;
use crate::definition::Field;
use crate::kind::{Group, Kind, PartName};
use crate::logic::{Reference, Where};
use crate::rejected::{Rejected, Why};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The answer to a field outside of groups.
    Field(usize),
    /// Another answer of the same item.
    Sibling(usize),
    /// `$today` and its like, which do not change while a form is filled in.
    Given,
}

/// The names that are no answers.
pub(crate) const TODAY: &str = "$today";
pub(crate) const CASE: &str = "$case";
pub(crate) const SERVICE: &str = "$service";

impl Inner {
    /// What a reference means, for an expression inside of `group` or outside of any.
    pub(super) fn resolve(
        &self,
        reference: Reference<'_>,
        group: Option<&Group>,
    ) -> Result<Target, Rejected> {
        let dangling = || Rejected::new(Why::Dangling(reference.path.to_owned()));
        let (name, rest) = match reference.from {
            Where::Answers => split(reference.path),
            Where::ItemOf(name) => (name, None),
        };
        if matches!(name, TODAY | CASE | SERVICE) && rest.is_none() {
            return Ok(Target::Given);
        }
        let sibling = group.and_then(|group| sibling(group, name));
        let (target, field) = match sibling {
            Some((at, field)) => (Target::Sibling(at), field),
            None => {
                let at = self.field_ids.find(name).ok_or_else(dangling)?;
                (Target::Field(at), self.field_at(at))
            }
        };
        let there = field.kind.answers()
            && match (reference.from, &field.kind) {
                (Where::Answers, kind) => rest.is_none_or(|rest| has(kind, rest)),
                (Where::ItemOf(_), Kind::Group(group)) => has_answer(group, reference.path),
                (Where::ItemOf(_), _) => false,
            };
        if there { Ok(target) } else { Err(dangling()) }
    }
}

fn split(path: &str) -> (&str, Option<&str>) {
    match path.split_once('.') {
        Some((name, rest)) => (name, Some(rest)),
        None => (path, None),
    }
}

fn sibling<'g>(group: &'g Group, name: &str) -> Option<(usize, &'g Field)> {
    let mut fields = group.fields.iter().enumerate();
    fields.find(|(_, field)| field.id == name)
}

/// Whether an answer of this kind has such a part.
fn has(kind: &Kind, path: &str) -> bool {
    let (name, rest) = split(path);
    match kind {
        Kind::Address { detail } => rest.is_none() && part_of_address(name, *detail),
        Kind::BankAccount => rest.is_none() && matches!(name, "bank" | "number" | "holder"),
        Kind::Person { parts } => parts.iter().any(|part| {
            part.name.as_str() == name
                && rest.is_none_or(|rest| {
                    part.name == PartName::Residence && part_of_address(rest, true)
                })
        }),
        Kind::Choice { .. } => rest.is_none() && is_index(name),
        Kind::Group(group) => is_index(name) && rest.is_none_or(|rest| has_answer(group, rest)),
        _ => false,
    }
}

fn has_answer(group: &Group, path: &str) -> bool {
    let (name, rest) = split(path);
    sibling(group, name).is_some_and(|(_, field)| {
        field.kind.answers() && rest.is_none_or(|rest| has(&field.kind, rest))
    })
}

fn part_of_address(name: &str, detail: bool) -> bool {
    matches!(name, "province" | "commune") || (detail && name == "detail")
}

fn is_index(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit())
}
