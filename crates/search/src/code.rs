//! Finding a service by its official code, whole or in part.

use crate::order::greatest;

/// The codes of a catalogue as bare digits.
#[derive(Debug)]
pub(crate) struct Codes(Vec<String>);

/// The fewest digits that are taken for part of a code: three would be any number.
const FEWEST: usize = 4;

impl Codes {
    pub(crate) fn new<'a>(codes: impl Iterator<Item = &'a str>) -> Self {
        Self(codes.map(digits).collect())
    }

    /// The services whose code matches the code-like part of a query: whole ones
    /// first, then those that start so, end so, or hold it (each with a score).
    pub(crate) fn search(&self, query: &str) -> Vec<(usize, f32)> {
        let Some(asked) = asked(query) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (service, code) in self.0.iter().enumerate() {
            let score: f32 =
                if *code == asked || (code.len() >= 7 && asked.starts_with(code.as_str())) {
                    1.0
                } else if code.starts_with(&asked) {
                    0.9
                } else if code.ends_with(&asked) {
                    0.8
                } else if code.contains(&asked) {
                    0.7
                } else {
                    continue;
                };
            found.push((service, score));
        }
        greatest(&found, usize::MAX, |(_, score)| *score)
    }
}

fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}

/// The digits of the word of a query that looks like a code: `1.001193`, `1001193`,
/// `001193`, or any run of digits and dots that is the whole query. What a body hangs on
/// behind (`1.001193.H19`) does not count.
fn asked(query: &str) -> Option<String> {
    let alone = query.split_whitespace().count() == 1;
    query.split_whitespace().find_map(|word| {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let end = word
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(word.len());
        let (run, rest) = word.split_at(end);
        let glued = !run.ends_with('.') && rest.starts_with(char::is_alphanumeric);
        let digits = digits(run);
        let dotted = run.as_bytes().get(1) == Some(&b'.');
        let enough = digits.len() >= if alone || dotted { FEWEST } else { 6 };
        (!glued && enough && digits.len() <= 24).then_some(digits)
    })
}
