//! Which papers belong to a chosen case.
//!
//! A source that names cases often has lines under no case as well ("Lưu ý …", forms
//! for everyone): they are shown with every case, because a paper shown too much is
//! asked about, and one left out is missed. For the same reason two cases of one name
//! (26 procedures have such, 1.004222 among them) are one choice with the papers of both.

use motcua_contract::service::{Case, Requirement};

/// The address's word for "all cases": no id of a case, which is a slug.
pub(super) const ALL: &str = "*";

/// From how many cases on the picker offers a filter.
pub(super) const MANY: usize = 8;

/// The cases one chooses from, each name once; empty when there is nothing to choose.
pub(super) fn choices(cases: &[Case]) -> Vec<&Case> {
    let mut choices: Vec<&Case> = Vec::new();
    for case in cases.iter().filter(|case| case.name.is_some()) {
        if !choices.iter().any(|choice| choice.name == case.name) {
            choices.push(case);
        }
    }
    if choices.len() < 2 {
        choices.clear();
    }
    choices
}

/// The choice that an address asks for, or the only one there is; none when a person
/// has to choose.
pub(super) fn choice(cases: &[Case], asked: Option<&str>) -> Option<String> {
    let choices = choices(cases);
    if choices.is_empty() {
        return Some(cases.first().map_or(ALL, |case| &case.id).into());
    }
    let asked = asked?;
    let known = asked == ALL || choices.iter().any(|case| case.id == asked);
    known.then(|| asked.into())
}

/// The groups of papers for a choice; before a choice those that stand under no case.
pub(super) fn groups<'a>(cases: &'a [Case], choice: Option<&str>) -> Vec<&'a Case> {
    let everything = choice == Some(ALL) || choices(cases).is_empty();
    let name = cases
        .iter()
        .find(|case| choice == Some(&case.id))
        .and_then(|case| case.name.as_deref());
    let chosen = |case: &&Case| case.name.is_some() && (everything || case.name.as_deref() == name);
    let common = |case: &&Case| case.name.is_none();
    // Named ones first: they are what was asked for.
    cases
        .iter()
        .filter(chosen)
        .chain(cases.iter().filter(common))
        .collect()
}

/// All lines of the groups.
pub(super) fn papers<'a>(groups: &[&'a Case]) -> impl Iterator<Item = &'a Requirement> {
    groups.iter().flat_map(|case| &case.requirements)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(id: &str, name: Option<&str>) -> Case {
        Case {
            id: id.into(),
            name: name.map(str::to_owned),
            requirements: Vec::new(),
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
        assert_eq!(ids(&groups(&three(), Some(ALL))), ["thue", "muon", "chung"]);
        assert_eq!(ids(&groups(&three(), None)), ["chung"]);
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
        assert_eq!(
            ids(&groups(&cases, choice(&cases, None).as_deref())),
            ["thue", "chung"]
        );
    }

    #[test]
    fn an_address_that_asks_for_a_case_that_is_gone_leaves_the_choice_open() {
        assert_eq!(choice(&three(), Some("ban")), None);
        assert_eq!(choice(&three(), Some("muon")).as_deref(), Some("muon"));
        assert_eq!(choice(&three(), Some(ALL)).as_deref(), Some(ALL));
        assert_eq!(choice(&three(), None), None);
    }
}
