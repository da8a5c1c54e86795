//! Finding today's commune for a name of today or before.

use std::cmp::Reverse;
use std::collections::HashSet;

use motcua_contract::place::{Commune, PlaceMatch};
use motcua_search::fold;

use super::Places;

/// A name that a commune goes by.
pub(super) struct Name {
    answer: PlaceMatch,
    /// The commune's name without its kind, folded, each word between spaces.
    bare: String,
    /// All of it: kind, name, district, province; folded the same way.
    whole: String,
}

impl Name {
    /// The name of today.
    pub(super) fn today(commune: &Commune, province_name: &str) -> Self {
        Self {
            bare: spaced(&commune.name),
            whole: spaced(&format!("{} {province_name}", commune.full_name)),
            answer: PlaceMatch {
                commune: commune.clone(),
                province_name: province_name.into(),
                former: None,
                partly: false,
            },
        }
    }

    /// A name of before: commune, district, province. `partly`: only a part of it went here.
    pub(super) fn former(
        commune: &Commune,
        province_name: &str,
        before: [&String; 3],
        partly: bool,
    ) -> Self {
        let former = before.map(String::as_str).join(", ");
        Self {
            bare: spaced(bare(before[0])),
            whole: spaced(&former),
            answer: PlaceMatch {
                commune: commune.clone(),
                province_name: province_name.into(),
                former: Some(former),
                partly,
            },
        }
    }
}

/// The kinds that an old commune's name begins with.
const KINDS: [&str; 3] = ["Phường ", "Xã ", "Thị trấn "];

fn bare(name: &str) -> &str {
    KINDS
        .iter()
        .find_map(|kind| name.strip_prefix(kind))
        .unwrap_or(name)
}

/// Folded words, each between spaces, so that a word is found by `" word "` and the
/// beginning of one by `" beg"`.
fn spaced(text: &str) -> String {
    let mut spaced = String::from(" ");
    for word in words(text) {
        spaced.push_str(&word);
        spaced.push(' ');
    }
    spaced
}

/// The words of a text, folded, with the usual abbreviations of kinds written out.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words = Vec::new();
    for word in folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        match word {
            "tp" => words.extend(["thanh".into(), "pho".into()]),
            "tx" => words.extend(["thi".into(), "xa".into()]),
            "tt" => words.extend(["thi".into(), "tran".into()]),
            "p" => words.push("phuong".into()),
            "q" => words.push("quan".into()),
            "h" => words.push("huyen".into()),
            _ => words.push(word.into()),
        }
    }
    words
}

/// How well a name fits what was asked: the first difference decides, less is better.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Words found in the commune's own name.
    own: Reverse<usize>,
    /// Whether all words stand as they were asked.
    in_order: Reverse<bool>,
    /// Words of the commune's own name that were not asked for.
    unasked: usize,
    /// Today's names before those of before.
    former: bool,
    /// The place among the names, so that the order is always the same.
    at: usize,
}

impl Places {
    /// The communes that `query` may mean, best first: every word must be found, and the
    /// more of them in the commune's own name the better, and best in the order asked.
    pub(crate) fn matches(&self, query: &str, limit: usize) -> Vec<PlaceMatch> {
        let mut asked = words(query);
        let Some(last) = asked.pop() else {
            return Vec::new();
        };
        let mut needles: Vec<String> = asked.iter().map(|word| format!(" {word} ")).collect();
        // The last word may be unfinished.
        needles.push(format!(" {last}"));
        let phrase = needles.concat().replace("  ", " ");
        let mut found: Vec<Fit> = self
            .names
            .iter()
            .enumerate()
            .filter(|(_, name)| needles.iter().all(|needle| name.whole.contains(needle)))
            .map(|(at, name)| {
                let own = needles.iter().filter(|needle| name.bare.contains(*needle));
                let own = own.count();
                Fit {
                    own: Reverse(own),
                    in_order: Reverse(name.whole.contains(&phrase)),
                    unasked: (name.bare.matches(' ').count() - 1).saturating_sub(own),
                    former: name.answer.former.is_some(),
                    at,
                }
            })
            .collect();
        found.sort_unstable();
        let mut seen = HashSet::new();
        found
            .into_iter()
            .map(|fit| &self.names[fit.at])
            // A commune that kept its name says nothing new under its old address.
            .filter(|name| seen.insert((&name.answer.commune.code, &name.bare)))
            .take(limit)
            .map(|name| name.answer.clone())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(query: &str) -> (String, Option<String>, bool) {
        let places = Places::load();
        let best = places
            .matches(query, 10)
            .into_iter()
            .next()
            .expect("a match");
        (best.commune.full_name, best.former, best.partly)
    }

    #[test]
    fn a_name_of_before_leads_to_the_commune_of_today() {
        for typed in [
            "phường Xuân Khánh, Ninh Kiều",
            "p xuan khanh ninh kieu",
            "xuan khanh can th",
        ] {
            let (today, former, _) = best(typed);
            assert_eq!(today, "Phường Ninh Kiều", "{typed}");
            let former = former.expect("a former name");
            assert_eq!(
                former,
                "Phường Xuân Khánh, Quận Ninh Kiều, Thành phố Cần Thơ"
            );
        }
    }

    #[test]
    fn a_name_of_today_comes_before_the_same_name_of_before() {
        let (today, former, partly) = best("ninh kieu");
        assert_eq!(
            (today.as_str(), former, partly),
            ("Phường Ninh Kiều", None, false)
        );
    }

    #[test]
    fn a_commune_that_was_divided_says_so() {
        let places = Places::load();
        let parts = places.matches("xa tan thanh huyen thoi lai", 2);
        let former = "Xã Tân Thạnh, Huyện Thới Lai, Thành phố Cần Thơ";
        assert_eq!(parts.len(), 2);
        for part in parts {
            assert!(part.partly && part.former.as_deref() == Some(former));
        }
    }

    #[test]
    fn every_commune_stands_in_its_province() {
        let places = Places::load();
        assert_eq!(places.provinces.len(), 34);
        let communes = places
            .provinces
            .iter()
            .map(|province| places.communes(&province.code).expect("communes").len());
        assert_eq!(communes.sum::<usize>(), 3321);
        assert!(places.matches("", 10).is_empty());
    }
}
