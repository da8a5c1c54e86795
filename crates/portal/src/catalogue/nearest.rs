//! The services nearest to a code that is none.

use motcua_contract::service::ServiceLink;

use super::Catalogue;

/// How many are named.
const NAMED: usize = 5;
/// Codes have eight characters; of a longer text only the beginning is compared.
const COMPARED: usize = 16;

impl Catalogue {
    /// The nearest services to `text` where a code was expected: by slips of the finger
    /// where it has digits, by meaning where it is words ("khai-sinh").
    pub(crate) fn nearest(&self, text: &str) -> Vec<ServiceLink> {
        let at: Vec<usize> = if text.contains(|c: char| c.is_ascii_digit()) {
            self.nearest_codes(text)
        } else {
            let words = text.replace(['-', '_', '.'], " ");
            let hits = self.index.search(&words).hits.into_iter().take(NAMED);
            hits.map(|hit| hit.entry as usize).collect()
        };
        at.into_iter()
            .map(|at| &self.services[at].summary)
            .map(|one| ServiceLink {
                code: one.code.clone(),
                name: one.name.clone(),
            })
            .collect()
    }

    fn nearest_codes(&self, text: &str) -> Vec<usize> {
        let typed: Vec<char> = text.chars().take(COMPARED).collect();
        let mut ranked: Vec<(usize, usize)> = self
            .services
            .iter()
            .enumerate()
            .map(|(at, one)| (distance(&typed, &one.summary.code), at))
            .collect();
        // Services stand by prominence, so equals are settled in people's favour.
        ranked.sort_unstable();
        ranked.into_iter().take(NAMED).map(|(_, at)| at).collect()
    }
}

/// How many single slips (a character too many, missing, wrong, or two swapped) lie
/// between what was typed and a code.
fn distance(typed: &[char], code: &str) -> usize {
    let code: Vec<char> = code.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=code.len()).collect();
    for (i, &t) in typed.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &c) in code.iter().enumerate() {
            let mut least = (last[j] + usize::from(t != c))
                .min(last[j + 1] + 1)
                .min(row[j] + 1);
            if i > 0 && j > 0 && t == code[j - 1] && typed[i - 1] == c {
                least = least.min(before_last[j - 1] + 1);
            }
            row.push(least);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[code.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_of_the_finger_counts_one() {
        for typed in ["1.001193", "1.01193", "1.0011933", "1.001194", "1.001139"] {
            let typed: Vec<char> = typed.chars().collect();
            let expected = usize::from(typed.iter().collect::<String>() != "1.001193");
            assert_eq!(distance(&typed, "1.001193"), expected, "{typed:?}");
        }
    }
}
