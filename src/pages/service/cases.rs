//! Which papers belong to a chosen case.
//!
//! A source that names cases often has lines under no case as well ("Lưu ý …", forms
//! for everyone): they are shown with every case, because a paper shown too much is
//! asked about, and one left out is missed. For the same reason two cases of one name
//! (26 procedures have such, 1.004222 among them) are one choice with the papers of both.
//!
//! And not every name is a case: 1.001193 has "Giấy tờ phải nộp", "Giấy tờ phải xuất
//! trình" and "Lưu ý", of which one needs all. [`FOR_ALL`] tells them apart.

use motcua_contract::service::{Case, Requirement};
use motcua_search::fold;

/// The address's word for "all cases": no id of a case, which is a slug.
pub(in crate::pages) const ALL: &str = "*";

/// From how many cases on the picker offers a filter.
pub(super) const MANY: usize = 8;

/// How the names of groups begin that are for everyone, folded. Read off the 573 procedures
/// of the catalogue with several named groups; these begin 216 of the names.
const FOR_ALL: [&str; 12] = [
    "giay to phai",
    "cac giay to phai",
    "giay to nop",
    "giay to xuat trinh",
    "luu y",
    "ghi chu",
    "bao gom",
    "xuat trinh",
    "ho so cua nguoi",
    "phieu duoc",
    "nguoi uy quyen",
    "nguoi co tham quyen ky",
];

/// Whether a group of papers is for everyone, whatever their case.
fn is_for_all(case: &Case) -> bool {
    let Some(name) = &case.name else { return true };
    // "a) Giấy tờ phải nộp", "- Lưu ý", "(2) Bao gồm": the words count.
    let name = match name.split_once(") ") {
        Some((mark, rest)) if mark.chars().count() <= 4 => rest,
        _ => name,
    };
    let words = fold(name.trim_matches(|c: char| !c.is_alphabetic()));
    // "Thành phần hồ sơ" alone says nothing; with more words it tells cases apart.
    let more = words
        .strip_prefix("thanh phan ho so")
        .map(|more| more.trim_start_matches(|c: char| !c.is_alphabetic()));
    FOR_ALL.iter().any(|start| words.starts_with(start))
        || matches!(more, Some("" | "gom" | "bao gom"))
}

/// The cases one chooses from, each name once; empty when there is nothing to choose.
pub(in crate::pages) fn choices(cases: &[Case]) -> Vec<&Case> {
    let mut choices: Vec<&Case> = Vec::new();
    for case in cases.iter().filter(|case| !is_for_all(case)) {
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
pub(in crate::pages) fn choice(cases: &[Case], asked: Option<&str>) -> Option<String> {
    let choices = choices(cases);
    if choices.is_empty() {
        return Some(cases.first().map_or(ALL, |case| &case.id).into());
    }
    let asked = asked?;
    let known = asked == ALL || choices.iter().any(|case| case.id == asked);
    known.then(|| asked.into())
}

/// The groups of papers for a choice; before a choice those that stand under no case.
pub(in crate::pages) fn groups<'a>(cases: &'a [Case], choice: Option<&str>) -> Vec<&'a Case> {
    let everything = choice == Some(ALL) || choices(cases).is_empty();
    let name = cases
        .iter()
        .find(|case| choice == Some(&case.id))
        .and_then(|case| case.name.as_deref());
    let chosen = |case: &&Case| everything || case.name.as_deref() == name;
    let (for_all, for_some): (Vec<_>, Vec<_>) = cases.iter().partition(|case| is_for_all(case));
    // The chosen ones first: they are what was asked for. Lines without any heading last.
    let mut groups: Vec<&Case> = for_some.into_iter().filter(chosen).collect();
    let (headed, bare): (Vec<_>, Vec<_>) =
        for_all.into_iter().partition(|case| case.name.is_some());
    groups.extend(headed);
    groups.extend(bare);
    groups
}

/// All lines of the groups.
pub(in crate::pages) fn papers<'a>(groups: &[&'a Case]) -> impl Iterator<Item = &'a Requirement> {
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
    fn groups_that_everyone_needs_are_no_choice_and_come_with_every_case() {
        let groups_of_birth = [
            case("nop", Some("Giấy tờ phải nộp")),
            case("xuat-trinh", Some("* Giấy tờ phải xuất trình")),
            case("luu-y", Some("a) Thành phần hồ sơ, bao gồm:")),
        ];
        assert!(choices(&groups_of_birth).is_empty());
        assert_eq!(
            ids(&groups(&groups_of_birth, None)),
            ["nop", "xuat-trinh", "luu-y"]
        );
        let told_apart = case("rung", Some("Thành phần hồ sơ đối với hộ gia đình"));
        assert!(!is_for_all(&told_apart));
        let [nop, ..] = groups_of_birth;
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
