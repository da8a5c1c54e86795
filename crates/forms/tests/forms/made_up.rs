//! Makes up forms and answers at random, sound ones and broken ones.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::made::{with_sections, words};

/// The answers that a form may ask for here, so that conditions find some of them.
const NAMES: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

/// A form of up to three sections; each condition looks only at fields before its own, so
/// that most of these are sound.
pub(crate) fn definition() -> impl Strategy<Value = Value> {
    let field = (kind(), condition(), condition(), 0..8_u8);
    let fields = prop::collection::vec(field, 1..NAMES.len());
    (fields, prop::collection::vec(condition(), 4)).prop_map(|(made, shows)| {
        let answered = |upto: usize| -> Vec<&str> {
            let all = made.iter().zip(NAMES).take(upto);
            all.filter(|((kind, ..), _)| has_answer(kind))
                .map(|(_, name)| name)
                .collect()
        };
        let all = answered(made.len());
        let mut fields = Vec::new();
        for (at, (kind, show, required, dress)) in made.iter().enumerate() {
            let mut field = kind.clone();
            field["id"] = json!(NAMES[at]);
            field["label"] = words(NAMES[at]);
            if dress & 1 != 0 {
                field["show"] = looking_at(show, &answered(at));
            }
            match dress >> 1 {
                0 => field["required"] = json!(true),
                // Nobody sees what is required: that may go round in a circle.
                1 => field["required"] = looking_at(required, &all),
                2 if has_answer(kind) => {
                    let rule =
                        json!({"holds": looking_at(show, &[NAMES[at]]), "message": words("!")});
                    field["rules"] = json!([rule]);
                }
                _ => {}
            }
            fields.push(field);
        }
        // Two fields stand on a page, four in a section; those before it may decide about it.
        let page = |(at, fields)| {
            let show = looking_at(&shows[(at + 1) % shows.len()], &answered(at * 2));
            json!({"id": format!("p{at}"), "title": words("Trang"), "fields": fields, "show": show})
        };
        let pages: Vec<Value> = fields.chunks(2).enumerate().map(page).collect();
        let sections = pages.chunks(2).enumerate().map(|(at, pages)| {
            let show = looking_at(&shows[at % shows.len()], &answered(at * 4));
            json!({"id": format!("s{at}"), "title": words("Phần"), "pages": pages, "show": show})
        });
        with_sections(sections.collect())
    })
}

fn has_answer(kind: &Value) -> bool {
    !matches!(kind["kind"].as_str(), Some("note" | "signature" | "papers"))
}

/// A condition in which names stand as numbers.
fn condition() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        (0..100_usize).prop_map(|name| json!({"var": name})),
        // Inside a list `var` sees its items and no answers.
        (0..100_usize)
            .prop_map(|name| json!({"some": [{"var": name}, {"==": [{"var": ""}, "x"]}]})),
        (0..100_usize).prop_map(|name| json!({"reduce": [
            {"map": [{"var": name}, 1]}, {"+": [{"var": "current"}, {"var": "accumulator"}]}, 0
        ]})),
        Just(json!(true)),
        Just(json!(0)),
        Just(json!("x")),
        Just(json!("2020-01-01")),
        Just(json!([1, "x"])),
        Just(json!({"var": "$today"})),
        Just(json!({"var": "$case"})),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let operation = prop::sample::select(vec![
            "==", "!=", "===", "<", ">=", "+", "-", "*", "/", "%", "and", "or", "!", "!!", "if",
            "in", "cat", "max", "merge", "age", "days", "addYears", "substr",
        ]);
        (operation, prop::collection::vec(inner, 1..4))
            .prop_map(|(operation, arguments)| json!({operation: arguments}))
    })
}

/// The condition with its numbers made names of these; `null` when there is nothing to see.
fn looking_at(condition: &Value, names: &[&str]) -> Value {
    match condition {
        Value::Object(members) => {
            let (operation, arguments) = members.iter().next().unwrap();
            match arguments.as_u64() {
                Some(_) if operation == "var" && names.is_empty() => Value::Null,
                Some(name) if operation == "var" => {
                    json!({"var": names[name as usize % names.len()]})
                }
                _ => json!({operation: looking_at(arguments, names)}),
            }
        }
        Value::Array(items) => items.iter().map(|item| looking_at(item, names)).collect(),
        plain => plain.clone(),
    }
}

/// A field without its id, its label and its conditions.
fn kind() -> impl Strategy<Value = Value> {
    let inner = prop::collection::vec(simple_kind(), 1..3);
    prop_oneof![
        8 => simple_kind(),
        1 => (inner, 0..2_usize, any::<bool>()).prop_map(|(fields, minimum, needed)| {
            let first = has_answer(&fields[0]);
                let own = |(at, mut field): (usize, Value)| {
                field["id"] = json!(format!("x{at}"));
                field["label"] = words("Mục");
                field["required"] = json!(needed && at == 0);
                if at > 0 && first {
                    field["show"] = json!({"var": "x0"});
                }
                field
            };
            let fields: Vec<_> = fields.into_iter().enumerate().map(own).collect();
            json!({"kind": "group", "item": words("{n}"), "minimum": minimum, "maximum": 3, "fields": fields})
        }),
        1 => Just(json!({"kind": "papers", "requirement": "r"})),
    ]
}

fn simple_kind() -> impl Strategy<Value = Value> {
    let options = json!([{"value": "x", "label": words("X")}, {"value": "y", "label": words("Y"), "show": {"!=": [{"var": "$case"}, "c9"]}}]);
    prop::sample::select(vec![
        json!({"kind": "shortText", "maxLength": 5}), json!({"kind": "longText"}), json!({"kind": "fullName"}),
        json!({"kind": "number", "min": 0, "max": 1000}), json!({"kind": "money"}),
        json!({"kind": "number", "compute": {"+": [1, 2]}}),
        json!({"kind": "date", "latest": "today"}), json!({"kind": "choice", "options": options}),
        json!({"kind": "choice", "look": "checkboxes", "options": options, "maximum": 1}),
        json!({"kind": "yesNo"}), json!({"kind": "address"}), json!({"kind": "address", "detail": false}),
        json!({"kind": "citizenId"}), json!({"kind": "phone"}), json!({"kind": "email"}), json!({"kind": "bankAccount"}),
        json!({"kind": "person", "parts": ["fullName", "dateOfBirth", "sex", "residence"], "optional": ["residence"]}),
        json!({"kind": "statement"}), json!({"kind": "note"}), json!({"kind": "signature"}),
    ])
    .prop_filter("a signature stands outside of groups", |kind| kind["kind"] != "signature")
}

/// Answers to some of the names, mostly such as some kind takes.
pub(crate) fn answers() -> impl Strategy<Value = Map<String, Value>> {
    let one = prop_oneof![12 => typed(), 1 => json_value(), 2 => Just(Value::Null)];
    let items = prop::collection::vec((typed(), typed()), 0..4).prop_map(|items| {
        items
            .into_iter()
            .map(|(a, b)| json!({"x0": a, "x1": b}))
            .collect::<Value>()
    });
    let given = prop::collection::vec(prop_oneof![8 => one, 1 => items], NAMES.len());
    given.prop_map(|given| {
        let named = NAMES.into_iter().zip(given);
        named
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    })
}

pub(crate) fn typed() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!("x"),
        json!("Lê An"),
        json!(" a  b"),
        json!(""),
        json!("12"),
        json!("1.000"),
        json!(7),
        json!(true),
        json!(false),
        json!("1/2/1990"),
        json!("2/2024"),
        json!("2024-02-03"),
        json!({"day": "3", "month": 2, "year": "2024"}),
        json!(["x"]),
        json!(["y", "x"]),
        json!({"province": "01", "commune": "00004", "detail": "1"}),
        json!({"province": "79", "commune": "00004", "detail": ""}),
        json!("001088000123"),
        json!("0912 345 678"),
        json!("a@example.vn"),
        json!({"bank": "x", "number": "1234", "holder": "AN"}),
        json!({"fullName": "Lê An", "dateOfBirth": "1/2/1990", "sex": "male"}),
        json!([{"x0": "x", "x1": true}]),
    ])
}

/// Any JSON.
pub(crate) fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-l$]{1,2}|var|map|some|id|kind", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// The definition with something in it replaced by something else.
pub(crate) fn broken() -> impl Strategy<Value = Value> {
    (definition(), any::<prop::sample::Index>(), json_value()).prop_map(
        |(mut definition, place, other)| {
            let mut pointers = Vec::new();
            places(&definition, &mut String::new(), &mut pointers);
            let at = place.get(&pointers);
            *definition.pointer_mut(at).unwrap() = other;
            definition
        },
    )
}

fn places(value: &Value, at: &mut String, all: &mut Vec<String>) {
    all.push(at.clone());
    let length = at.len();
    let mut below = |name: &str, value: &Value| {
        at.push('/');
        at.push_str(&name.replace('~', "~0").replace('/', "~1"));
        places(value, at, all);
        at.truncate(length);
    };
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| below(&index.to_string(), item)),
        Value::Object(members) => members
            .iter()
            .for_each(|(name, member)| below(name, member)),
        _ => {}
    }
}

/// A form and answers to it, most of which fit.
pub(crate) fn filled() -> impl Strategy<Value = (Value, Map<String, Value>)> {
    let odd = prop::collection::vec(prop::option::weighted(0.05, typed()), NAMES.len());
    let picks = prop::collection::vec(any::<usize>(), NAMES.len());
    (definition(), odd, picks).prop_map(|(definition, odd, picks)| {
        let sections = definition["sections"].as_array().unwrap().iter();
        let pages = sections.flat_map(|section| section["pages"].as_array().unwrap());
        let fields = pages.flat_map(|page| page["fields"].as_array().unwrap());
        let given = fields
            .zip(odd.into_iter().zip(picks))
            .map(|(field, (odd, pick))| {
                let id = field["id"].as_str().unwrap().to_owned();
                (id, odd.unwrap_or_else(|| fitting(field, pick)))
            });
        let given = given.collect();
        (definition, given)
    })
}

/// An answer as somebody may type it who means well.
fn fitting(field: &Value, pick: usize) -> Value {
    let ways = match field["kind"].as_str().unwrap() {
        "shortText" => json!(["x", " a  b", "Huế"]),
        "longText" => json!(["a\r\nb", "x"]),
        "fullName" => json!(["Lê An", "O'Neil"]),
        "number" => json!(["12", "1.000", 7, "0"]),
        "money" => json!(["1.000.000 đ", "12 000", 5]),
        "date" => json!(["1/2/1990", "2024-02-03", {"day": "3", "month": 2, "year": "2024"}]),
        "choice" if field["look"] == "checkboxes" => json!([["x"], ["y"]]),
        "choice" => json!(["x", "y"]),
        "yesNo" => json!([true, false]),
        "address" => {
            json!([{"province": "01", "commune": "00004", "detail": "1"}, {"province": "79", "commune": "00004", "detail": "2"}])
        }
        "citizenId" => json!(["001 088 000 123", "001088000123"]),
        "phone" => json!(["+84 900 000 000", "0900000000"]),
        "email" => json!(["a@example.vn"]),
        "bankAccount" => json!([{"bank": "x", "number": "12 34", "holder": "AN"}]),
        "person" => json!([{"fullName": "Lê An", "dateOfBirth": "1/2/1990", "sex": "male"}]),
        "statement" => json!([true]),
        "group" => {
            let fields = field["fields"].as_array().unwrap();
            let own = |pick: usize| -> Map<String, Value> {
                let own = fields.iter().map(|field| {
                    (
                        field["id"].as_str().unwrap().to_owned(),
                        fitting(field, pick),
                    )
                });
                own.collect()
            };
            json!([[own(pick)], [own(pick), own(pick / 2)]])
        }
        _ => json!([null]),
    };
    let ways = ways.as_array().unwrap();
    ways[pick % ways.len()].clone()
}
