//! How well real questions find the right service in the real catalogue.

#[path = "common/catalogue.rs"]
mod catalogue;

use std::collections::HashMap;

use motcua_search::{Index, Scope};
use serde::Deserialize;

#[derive(Deserialize)]
struct Queries {
    queries: Vec<Query>,
}

#[derive(Deserialize)]
struct Query {
    q: String,
    /// The codes of which one must come first; none for a query out of scope or open.
    top: Vec<String>,
    /// Further codes that may stand in the first five.
    ok: Vec<String>,
    kind: String,
}

/// How many queries had a right answer first, and in the first five, of how many.
#[derive(Debug)]
struct Tally {
    first: usize,
    in_five: usize,
    all: usize,
}

impl Tally {
    fn percent(&self, right: usize) -> f64 {
        100.0 * right as f64 / self.all as f64
    }
}

fn ask(index: &Index, codes: &[String], queries: &[Query]) -> Tally {
    let mut tally = Tally {
        first: 0,
        in_five: 0,
        all: queries.len(),
    };
    for query in queries {
        let outcome = index.search(&query.q);
        let first: Vec<&str> = outcome
            .hits
            .iter()
            .take(5)
            .map(|hit| codes[hit.entry as usize].as_str())
            .collect();
        let right = |code: &&str| query.top.iter().any(|top| top == code);
        let fine = |code: &&str| right(code) || query.ok.iter().any(|ok| ok == code);
        let (is_first, is_in_five) = match query.kind.as_str() {
            "ngoai_kho" => {
                let said = outcome.scope != Scope::Here;
                (said, said)
            }
            _ if query.top.is_empty() => {
                let found = first.iter().any(fine);
                (found, found)
            }
            _ => (first.first().is_some_and(right), first.iter().any(right)),
        };
        tally.first += usize::from(is_first);
        tally.in_five += usize::from(is_in_five);
        if !is_first {
            println!(
                "{} {:<40} [{}] wants {:?}, got {first:?} {:?}",
                if is_in_five { "  late " } else { "  WRONG" },
                query.q,
                query.kind,
                query.top,
                outcome.scope,
            );
        }
    }
    println!(
        "{} queries: {:.1} % right first, {:.1} % in the first five",
        tally.all,
        tally.percent(tally.first),
        tally.percent(tally.in_five),
    );
    tally
}

fn measured(file: &str) -> Tally {
    let procedures = catalogue::procedures();
    let index = catalogue::index(&procedures);
    let codes: Vec<String> = procedures.iter().map(|one| one.code.clone()).collect();
    let numbers: HashMap<&str, usize> = codes
        .iter()
        .enumerate()
        .map(|(at, code)| (code.as_str(), at))
        .collect();
    let text = std::fs::read_to_string(format!("tests/data/{file}")).unwrap();
    let queries: Queries = serde_json::from_str(&text).unwrap();
    for query in &queries.queries {
        for code in query.top.iter().chain(&query.ok) {
            assert!(
                numbers.contains_key(code.as_str()),
                "{:?} expects {code}, unknown",
                query.q
            );
        }
    }
    ask(&index, &codes, &queries.queries)
}

#[test]
fn the_given_queries_find_the_right_service() {
    let tally = measured("search_queries.json");
    assert!(tally.percent(tally.first) >= 97.0, "{tally:?}");
    assert!(tally.percent(tally.in_five) >= 99.0, "{tally:?}");
}

#[test]
fn our_own_queries_find_the_right_service() {
    let tally = measured("own_queries.json");
    assert!(tally.percent(tally.first) >= 98.0, "{tally:?}");
}

#[test]
fn queries_kept_aside_do_as_well_as_those_worked_on() {
    let tally = measured("held_out_queries.json");
    assert!(tally.percent(tally.first) >= 95.0, "{tally:?}");
}

#[test]
fn what_a_second_round_of_queries_taught_is_kept() {
    let tally = measured("second_round_queries.json");
    assert!(tally.percent(tally.first) >= 97.0, "{tally:?}");
}
