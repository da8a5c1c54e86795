//! Packs `vocabulary/*.txt` into one table without comments, so that what a phone
//! downloads holds the words and not their provenance.

use std::{env, fs, path::Path};

/// Each file and the letter its lines start with in the table.
const FILES: [(&str, char); 11] = [
    ("life", 'w'),
    ("land_and_vehicles", 'w'),
    ("business", 'w'),
    ("abbreviations", 'a'),
    ("english", 'a'),
    ("intents", 'i'),
    ("faint", 'f'),
    ("noise", 'n'),
    ("special_cases", 's'),
    ("elsewhere", 'e'),
    ("combinations", 'c'),
];

fn main() {
    println!("cargo::rerun-if-changed=vocabulary");
    let mut table = String::new();
    for (file, tag) in FILES {
        let path = format!("vocabulary/{file}.txt");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if !line.is_empty() {
                table.push(tag);
                table.push_str(line);
                table.push('\n');
            }
        }
    }
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("vocabulary.txt"), table).expect("OUT_DIR can be written");
}
