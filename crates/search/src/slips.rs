//! How words are mistaken for one another: by ear and by finger.

/// A spelling by ear: syllables that speakers of some region cannot tell apart, or that
/// spelling lets one confuse, get the same one.
///
/// Beginnings: s and x; ch and tr; d, gi, r and (in the south) v; l and n (in the
/// north); c, k and q; g and gh; ng and ngh; ph and f. Endings: n and ng, t and c (in
/// the south); vowels: ai and ay, ao and au, iu and iêu, uu and ươu.
pub(crate) fn sound(key: &str) -> String {
    const BEGINNINGS: [(&str, &str); 18] = [
        ("ngh", "ng"),
        ("ng", "ng"),
        ("nh", "nh"),
        ("ch", "ch"),
        ("tr", "ch"),
        ("th", "th"),
        ("ph", "f"),
        ("gi", "z"),
        ("gh", "g"),
        ("kh", "kh"),
        ("qu", "kw"),
        ("s", "x"),
        ("d", "z"),
        ("r", "z"),
        ("v", "z"),
        ("l", "n"),
        ("c", "k"),
        ("q", "k"),
    ];
    const ENDINGS: [(&str, &str); 11] = [
        ("ng", "n"),
        ("nh", "n"),
        ("ch", "t"),
        ("c", "t"),
        ("ay", "ai"),
        ("au", "ao"),
        ("ieu", "iu"),
        ("yeu", "iu"),
        ("uou", "iu"),
        ("uu", "iu"),
        ("y", "i"),
    ];
    let mut heard = String::with_capacity(key.len() + 1);
    let mut rest = key;
    for (written, spoken) in BEGINNINGS {
        // "gì", "gìn": the i is the vowel there.
        if let Some(after) = key.strip_prefix(written).filter(|after| !after.is_empty()) {
            heard.push_str(spoken);
            rest = after;
            break;
        }
    }
    // The south drops the glide of "doanh", "toàn", "khoẻ".
    if let Some(after) = rest
        .strip_prefix('o')
        .filter(|after| after.starts_with(['a', 'e']))
    {
        rest = after;
    }
    for (written, spoken) in ENDINGS {
        if let Some(before) = rest.strip_suffix(written) {
            heard.push_str(before);
            heard.push_str(spoken);
            return heard;
        }
    }
    heard.push_str(rest);
    heard
}

/// How many keys were struck wrong between two words, counting insertions, omissions,
/// replacements and swaps of neighbours; `None` if more than `most`.
pub(crate) fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    const LONGEST: usize = 24;
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > most || one.len().max(other.len()) > LONGEST {
        return None;
    }
    let mut before = [0_usize; LONGEST + 1];
    let mut above = [0_usize; LONGEST + 1];
    let mut row = [0_usize; LONGEST + 1];
    for (at, cell) in above.iter_mut().enumerate() {
        *cell = at;
    }
    for i in 1..=one.len() {
        row[0] = i;
        let mut least = i;
        for j in 1..=other.len() {
            let differ = usize::from(one[i - 1] != other[j - 1]);
            let mut cell = (above[j - 1] + differ)
                .min(above[j] + 1)
                .min(row[j - 1] + 1);
            let swapped =
                i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if swapped {
                cell = cell.min(before[j - 2] + 1);
            }
            row[j] = cell;
            least = least.min(cell);
        }
        if least > most {
            return None;
        }
        (before, above, row) = (above, row, before);
    }
    Some(above[other.len()]).filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regional_slips_sound_alike() {
        for (one, other) in [
            ("chang", "trang"),
            ("se", "xe"),
            ("nich", "lich"),
            ("hong", "hon"),
            ("lut", "luc"),
            ("khay", "khai"),
            ("dai", "giai"),
            ("nghia", "ngia"),
            ("doanh", "danh"),
        ] {
            assert_eq!(sound(one), sound(other), "{one} {other}");
        }
        assert_ne!(sound("khai"), sound("sinh"));
    }

    #[test]
    fn a_swap_of_neighbours_is_one_slip() {
        assert_eq!(distance("gyai", "giay", 2), Some(2));
        assert_eq!(distance("kahi", "khai", 1), Some(1));
        assert_eq!(distance("khaisinh", "khai", 2), None);
        assert_eq!(distance("dag", "dang", 1), Some(1));
    }
}
