//! Which papers belong to which case of a service: the same rule for every app and portal.
//!
//! A source that names cases often has lines under no case as well ("Lưu ý …", forms
//! for everyone): they come with every case, because a paper shown too much is asked
//! about, and one left out is missed. For the same reason two cases of one name (26
//! procedures have such, 1.004222 among them) are one choice with the papers of both.
//! And not every name is a case: [`Case::for_everyone`] tells headings apart.

use crate::service::{Case, Requirement};

/// Whether a case's papers are needed whatever the choice.
fn is_for_everyone(case: &Case) -> bool {
    case.for_everyone || case.name.is_none()
}

/// The cases one chooses from, each name once; empty when there is nothing to choose.
#[must_use]
pub fn choices(cases: &[Case]) -> Vec<&Case> {
    let mut choices: Vec<&Case> = Vec::new();
    for case in cases.iter().filter(|case| !is_for_everyone(case)) {
        if !choices.iter().any(|choice| choice.name == case.name) {
            choices.push(case);
        }
    }
    if choices.len() < 2 {
        choices.clear();
    }
    choices
}

/// The groups of papers for a choice, by its id; where there is nothing to choose, all of
/// them, and before a choice those for everyone.
#[must_use]
pub fn groups<'a>(cases: &'a [Case], choice: Option<&str>) -> Vec<&'a Case> {
    let name = cases
        .iter()
        .find(|case| choice == Some(&case.id))
        .and_then(|case| case.name.as_deref());
    if choices(cases).is_empty() {
        ordered(cases, |_| true)
    } else {
        ordered(cases, |case| case.name.as_deref() == name)
    }
}

/// The groups of papers of all cases, in the order of [`groups`].
#[must_use]
pub fn all_groups(cases: &[Case]) -> Vec<&Case> {
    ordered(cases, |_| true)
}

/// The chosen ones first: they are what was asked for. Lines without any heading last.
fn ordered(cases: &[Case], chosen: impl Fn(&Case) -> bool) -> Vec<&Case> {
    let (for_all, for_some): (Vec<_>, Vec<_>) =
        cases.iter().partition(|case| is_for_everyone(case));
    let mut groups: Vec<&Case> = for_some.into_iter().filter(|case| chosen(case)).collect();
    let (headed, bare): (Vec<_>, Vec<_>) =
        for_all.into_iter().partition(|case| case.name.is_some());
    groups.extend(headed);
    groups.extend(bare);
    groups
}

/// All lines of the groups.
pub fn papers<'a>(groups: &[&'a Case]) -> impl Iterator<Item = &'a Requirement> {
    groups.iter().flat_map(|case| &case.requirements)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(id: &str, name: Option<&str>) -> Case {
        Case {
            id: id.into(),
            name: name.map(str::to_owned),
            for_everyone: false,
            requirements: Vec::new(),
        }
    }

    fn heading(id: &str) -> Case {
        Case {
            for_everyone: true,
            ..case(id, Some(id))
        }
    }

    fn ids<'a>(groups: &[&'a Case]) -> Vec<&'a str> {
        groups.iter().map(|case| case.id.as_str()).collect()
    }

    fn three() -> [Case; 3] {
        [
            case("chung", None),
            case("thue", Some("Thuê")),
            case("muon", Some("Mượn")),
        ]
    }

    #[test]
    fn lines_under_no_case_come_with_every_case() {
        assert_eq!(ids(&groups(&three(), Some("thue"))), ["thue", "chung"]);
        assert_eq!(ids(&all_groups(&three())), ["thue", "muon", "chung"]);
        assert_eq!(ids(&groups(&three(), None)), ["chung"]);
    }

    #[test]
    fn groups_that_everyone_needs_are_no_choice_and_come_with_every_case() {
        let headings = [heading("nop"), heading("xuat-trinh"), heading("luu-y")];
        assert!(choices(&headings).is_empty());
        assert_eq!(
            ids(&groups(&headings, None)),
            ["nop", "xuat-trinh", "luu-y"]
        );
        let [nop, ..] = headings;
        let cases = [nop, case("a", Some("Cấp mới")), case("b", Some("Cấp lại"))];
        assert_eq!(ids(&choices(&cases)), ["a", "b"]);
        assert_eq!(ids(&groups(&cases, Some("b"))), ["b", "nop"]);
    }

    #[test]
    fn two_cases_of_one_name_are_one_choice_with_the_papers_of_both() {
        let cases = [
            case("thue", Some("Thuê")),
            case("muon", Some("Mượn")),
            case("thue-2", Some("Thuê")),
        ];
        assert_eq!(ids(&choices(&cases)), ["thue", "muon"]);
        assert_eq!(ids(&groups(&cases, Some("thue"))), ["thue", "thue-2"]);
    }

    #[test]
    fn one_named_case_is_a_heading_and_no_choice() {
        let cases = [case("chung", None), case("thue", Some("Thuê"))];
        assert!(choices(&cases).is_empty());
        assert_eq!(ids(&groups(&cases, Some("chung"))), ["thue", "chung"]);
    }
}
