//! Picks the mask under which a code has the fewest misleading patterns.

use super::matrix::Matrix;

/// The eight masks of the standard (table 10), by column and row.
const MASKS: [fn(usize, usize) -> bool; 8] = [
    |x, y| (x + y).is_multiple_of(2),
    |_, y| y.is_multiple_of(2),
    |x, _| x.is_multiple_of(3),
    |x, y| (x + y).is_multiple_of(3),
    |x, y| (x / 3 + y / 2).is_multiple_of(2),
    |x, y| x * y % 2 + x * y % 3 == 0,
    |x, y| (x * y % 2 + x * y % 3).is_multiple_of(2),
    |x, y| ((x + y) % 2 + x * y % 3).is_multiple_of(2),
];

/// `matrix` under the mask with the least penalty.
pub(super) fn apply_best(matrix: Matrix) -> Matrix {
    let masked = MASKS.iter().enumerate().map(|(number, mask)| {
        let mut masked = matrix.clone();
        masked.mask(*mask);
        masked.format(number);
        masked
    });
    masked.min_by_key(penalty).unwrap_or(matrix)
}

/// The penalty of the standard (7.8.3) without its third rule (patterns like a finder),
/// which costs the most code and seldom decides; a reader finds any mask.
fn penalty(matrix: &Matrix) -> usize {
    let size = matrix.size();
    let mut penalty = 0;
    for line in 0..size {
        penalty += runs((0..size).map(|x| matrix.is_dark(x, line)));
        penalty += runs((0..size).map(|y| matrix.is_dark(line, y)));
    }
    let mut dark = 0;
    for y in 0..size {
        for x in 0..size {
            let here = matrix.is_dark(x, y);
            dark += usize::from(here);
            let square = x + 1 < size
                && y + 1 < size
                && [(x + 1, y), (x, y + 1), (x + 1, y + 1)]
                    .iter()
                    .all(|&(x, y)| matrix.is_dark(x, y) == here);
            penalty += 3 * usize::from(square);
        }
    }
    penalty + (dark * 20).abs_diff(size * size * 10) / (size * size) * 10
}

/// Three for each run of five modules alike, and one for each module more.
fn runs(line: impl Iterator<Item = bool>) -> usize {
    let (mut penalty, mut length, mut last) = (0, 0, None);
    for dark in line {
        length = if last == Some(dark) { length + 1 } else { 1 };
        last = Some(dark);
        penalty += match length {
            5 => 3,
            6.. => 1,
            _ => 0,
        };
    }
    penalty
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_costs_from_its_fifth_module_on() {
        let line = |text: &str| runs(text.chars().map(|c| c == '#'));
        assert_eq!(line("####"), 0);
        assert_eq!(line("#####"), 3);
        assert_eq!(line("#######"), 5);
        assert_eq!(line("#####....."), 6);
    }
}
