//! What `FORMAT.md` shows is so.

use motcua_forms::Form;
use serde_json::{Map, Value};

use crate::made::{check, with_fields};

const FORMAT: &str = include_str!("../../FORMAT.md");

/// The examples at the end, in order.
fn examples() -> Vec<Value> {
    let (_, examples) = FORMAT.split_once("## An example of each kind").unwrap();
    let blocks = examples.split("```json").skip(1);
    let blocks = blocks.map(|block| block.split_once("```").unwrap().0);
    blocks
        .map(|block| serde_json::from_str(block).unwrap())
        .collect()
}

#[test]
fn each_kind_has_an_example_and_all_of_them_make_a_form() {
    let examples = examples();
    let fields = examples.iter().map(|example| example["field"].clone());
    let form = Form::parse(&with_fields(fields.collect()).to_string()).unwrap();
    let mut typed = Map::new();
    let mut sent = Map::new();
    for example in &examples {
        let id = example["field"]["id"].as_str().unwrap();
        typed.insert(id.to_owned(), example["typed"].clone());
        if !example["sent"].is_null() {
            sent.insert(id.to_owned(), example["sent"].clone());
        }
    }
    let complete = check(&form, Value::Object(typed)).unwrap();
    assert_eq!(Value::Object(complete.into_answers()), Value::Object(sent));
}

#[test]
fn the_table_of_kinds_and_the_examples_name_the_same() {
    let (_, table) = FORMAT.split_once("| `kind` | Answer |").unwrap();
    let (table, _) = table.split_once("## Answers").unwrap();
    let rows = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let mut known: Vec<_> = rows.map(str::to_owned).collect();
    let shown = examples()
        .into_iter()
        .map(|example| example["field"]["kind"].as_str().unwrap().to_owned());
    let mut shown: Vec<_> = shown.collect();
    known.sort_unstable();
    shown.sort_unstable();
    shown.dedup();
    assert_eq!(shown, known);
}
