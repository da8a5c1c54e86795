//! Which papers belong to a chosen case: the contract's rule, and the address's choice.

use motcua_contract::cases;
pub(in crate::pages) use motcua_contract::cases::{choices, papers};
use motcua_contract::service::Case;

/// The address's word for "all cases": no id of a case, which is a slug.
pub(in crate::pages) const ALL: &str = "*";

/// From how many cases on the picker offers a filter.
pub(super) const MANY: usize = 8;

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

/// The groups of papers for a choice; before a choice those that are for everyone.
pub(in crate::pages) fn groups<'a>(cases: &'a [Case], choice: Option<&str>) -> Vec<&'a Case> {
    if choice == Some(ALL) {
        cases::all_groups(cases)
    } else {
        cases::groups(cases, choice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three() -> [Case; 3] {
        [
            ("chung", None),
            ("thue", Some("Thuê")),
            ("muon", Some("Mượn")),
        ]
        .map(|(id, name)| Case {
            id: id.into(),
            name: name.map(str::to_owned),
            for_everyone: false,
            requirements: Vec::new(),
        })
    }

    #[test]
    fn all_cases_are_shown_to_who_asks_for_all() {
        assert_eq!(groups(&three(), Some(ALL)).len(), 3);
        assert_eq!(groups(&three(), None).len(), 1);
    }

    #[test]
    fn an_address_that_asks_for_a_case_that_is_gone_leaves_the_choice_open() {
        assert_eq!(choice(&three(), Some("ban")), None);
        assert_eq!(choice(&three(), Some("muon")).as_deref(), Some("muon"));
        assert_eq!(choice(&three(), Some(ALL)).as_deref(), Some(ALL));
        assert_eq!(choice(&three(), None), None);
        assert_eq!(choice(&three()[..2], None).as_deref(), Some("chung"));
    }
}
