//! Which shelves a typed text leaves, and under which letter they stand.

use motcua_contract::catalogue::Shelf;
use motcua_search::fold;

/// Shelves under one letter, in the portal's order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    /// Upper case, without tone; Đ keeps its bar, because its words stand apart from D's.
    pub(super) letter: String,
    /// What begins with it.
    pub(super) shelves: Vec<Shelf>,
}

/// The shelves whose name holds every typed word, marks or no marks, by letter.
pub(super) fn matching(shelves: &[Shelf], typed: &str) -> Vec<Letter> {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut letters: Vec<Letter> = Vec::new();
    for shelf in shelves {
        let name = fold(&shelf.name);
        if !words.iter().all(|word| name.contains(word)) {
            continue;
        }
        let letter = letter_of(&shelf.name);
        // One name out of order must not open its letter twice.
        match letters.iter_mut().find(|known| known.letter == letter) {
            Some(known) => known.shelves.push(shelf.clone()),
            None => letters.push(Letter {
                letter,
                shelves: vec![shelf.clone()],
            }),
        }
    }
    letters
}

fn letter_of(name: &str) -> String {
    match name.trim().chars().next() {
        Some('Đ' | 'đ') => "Đ".into(),
        Some(first) => fold(&first.to_string()).to_uppercase(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf(name: &str) -> Shelf {
        Shelf {
            id: name.into(),
            name: name.into(),
            count: 1,
            personal: 0,
        }
    }

    fn shelves() -> Vec<Shelf> {
        ["An toàn", "Ấn phẩm", "Dân sự", "Đất đai", "Hộ tịch"]
            .map(shelf)
            .into()
    }

    fn names(typed: &str) -> Vec<String> {
        let letters = matching(&shelves(), typed);
        let shelves = letters.into_iter().flat_map(|letter| letter.shelves);
        shelves.map(|shelf| shelf.name).collect()
    }

    #[test]
    fn nothing_typed_leaves_everything_in_order() {
        assert_eq!(names("  ").len(), shelves().len());
    }

    #[test]
    fn a_name_is_found_without_its_marks_and_by_any_of_its_words() {
        assert_eq!(names("dat dai"), ["Đất đai"]);
        assert_eq!(names("TỊCH"), ["Hộ tịch"]);
        assert_eq!(names("dai xe"), [""; 0]);
    }

    #[test]
    fn d_and_barred_d_stand_apart_and_tones_do_not() {
        let letters: Vec<String> = matching(&shelves(), "")
            .into_iter()
            .map(|letter| letter.letter)
            .collect();
        assert_eq!(letters, ["A", "D", "Đ", "H"]);
    }
}
