//! Larger catalogues made from the real one, and the queries to ask of them.

use crate::catalogue::Procedure;

/// The catalogue grown to a size: each further service begins like a real one and ends
/// like another of the same field, so that words stay as common as they are.
pub(crate) fn grown(mut procedures: Vec<Procedure>, size: usize) -> Vec<Procedure> {
    let real = procedures.len();
    for number in real..size {
        // Two different strides, so that the same two halves do not meet again soon.
        let (one, other) = (
            &procedures[number % real],
            &procedures[(number * 7 + 3) % real],
        );
        let name = format!("{} {}", half(&one.name, 0), half(&other.name, 1));
        let made = Procedure {
            code: format!("7.{number:06}"),
            name,
            field: one.field.clone(),
            subjects: one.subjects.clone(),
            executing_agency: other.executing_agency.clone(),
            results: Vec::new(),
            components: Vec::new(),
            prominence: 0,
        };
        procedures.push(made);
    }
    procedures
}

/// The first or the second half of a name's words.
fn half(name: &str, which: usize) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let middle = words.len().div_ceil(2);
    let part = if which == 0 {
        &words[..middle]
    } else {
        &words[middle..]
    };
    part.join(" ")
}

/// Every query of the tests.
pub(crate) fn queries() -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct File {
        queries: Vec<Query>,
    }
    #[derive(serde::Deserialize)]
    struct Query {
        q: String,
    }
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    [
        "search_queries.json",
        "own_queries.json",
        "held_out_queries.json",
    ]
    .iter()
    .flat_map(|file| {
        let text = std::fs::read_to_string(data.join(file)).unwrap();
        let file: File = serde_json::from_str(&text).unwrap();
        file.queries.into_iter().map(|query| query.q)
    })
    .collect()
}
