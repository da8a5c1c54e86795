//! Words nobody knows, and the known words they may be slips of.

use crate::dictionary::{Dictionary, Term};

/// The known words nearest to an unknown one, each with how far it can be trusted.
pub(crate) fn nearest(dictionary: &Dictionary, key: &str) -> Vec<(Term, f32)> {
    let allowed = match key.len() {
        0..=2 => return Vec::new(),
        3..=5 => 1,
        _ => 2,
    };
    let mut found: Vec<(usize, Term)> = Vec::new();
    for (known, term) in dictionary.terms() {
        if known.len().abs_diff(key.len()) <= allowed {
            let distance = distance(key.as_bytes(), known.as_bytes());
            if distance <= allowed {
                found.push((distance, *term));
            }
        }
    }
    found.sort_by_key(|(distance, _)| *distance);
    found.truncate(6);
    found
        .into_iter()
        .map(|(distance, term)| (term, 0.9 - 0.2 * distance as f32))
        .collect()
}

/// Insertions, deletions, replacements and swaps of neighbours between two words.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let width = b.len() + 1;
    let mut rows = vec![0; width * (a.len() + 1)];
    for (at, cell) in rows[..width].iter_mut().enumerate() {
        *cell = at;
    }
    for i in 1..=a.len() {
        rows[i * width] = i;
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut best = rows[(i - 1) * width + j - 1] + same;
            best = best
                .min(rows[(i - 1) * width + j] + 1)
                .min(rows[i * width + j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[(i - 2) * width + j - 2] + 1);
            }
            rows[i * width + j] = best;
        }
    }
    rows[width * (a.len() + 1) - 1]
}
