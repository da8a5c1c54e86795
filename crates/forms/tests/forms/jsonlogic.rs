//! `JsonLogic`'s public test suite (`data/PROVENANCE.md`), and what it leaves open.

use motcua_forms::apply;
use serde_json::{Value, json};

#[test]
fn the_public_test_suite_passes() {
    let suite: Vec<Value> = serde_json::from_str(include_str!("../data/jsonlogic.json")).unwrap();
    let cases: Vec<_> = suite.iter().filter_map(Value::as_array).collect();
    assert_eq!(cases.len(), 275);
    for case in cases {
        let found = apply(&case[0], &case[1]);
        assert_eq!(found.as_ref(), Some(&case[2]), "{} on {}", case[0], case[1]);
    }
}

#[test]
fn coercions_are_those_of_javascript() {
    let cases = [
        (json!({"==": [null, 0]}), json!(false)),
        (json!({"==": ["", 0]}), json!(true)),
        (json!({"==": [[1], "1"]}), json!(true)),
        (json!({"<": [null, 1]}), json!(true)),
        (json!({"<": ["10", "9"]}), json!(true)),
        (json!({"<": ["x", 1]}), json!(false)),
        (json!({"+": ["3 kg", 1]}), json!(4)),
        (json!({"-": ["", 1]}), json!(-1)),
        (
            json!({"cat": [null, true, [1, [2]], 0.5]}),
            json!("true1,20.5"),
        ),
        (json!({"max": []}), json!(null)),
        (json!({"!!": [{"/": [0, 0]}]}), json!(false)),
        (json!({"/": [1, 0]}), json!(null)),
        (json!({"substr": ["Nguyễn", 2, 3]}), json!("uyễ")),
    ];
    for (logic, expected) in cases {
        assert_eq!(apply(&logic, &Value::Null), Some(expected), "{logic}");
    }
}

#[test]
fn logging_hands_the_answer_on() {
    assert_eq!(
        apply(&json!({"log": "apple"}), &Value::Null),
        Some(json!("apple"))
    );
}

#[test]
fn an_unknown_operation_is_refused() {
    assert_eq!(
        apply(&json!({"method": ["a", "length"]}), &Value::Null),
        None
    );
}

#[test]
fn what_would_never_end_or_grow_without_bound_has_no_value() {
    let many: Vec<u32> = (0..200).collect();
    let nest = |body: Value| json!({"map": [{"var": ""}, body]});
    let product = json!({"reduce": [
        many,
        {"reduce": [many, {"reduce": [many, {"+": [{"var": "accumulator"}, 1]}, 0]}, 0]},
        0
    ]});
    assert_eq!(apply(&product, &Value::Null), None);
    let doubling = json!({"reduce": [
        many,
        {"cat": [{"var": "accumulator"}, {"var": "accumulator"}]},
        "twice as long each time "
    ]});
    assert_eq!(apply(&doubling, &Value::Null), None);
    assert_eq!(apply(&nest(json!(1)), &json!(vec![0; 30_000])), None);
}

#[test]
fn an_expression_nested_too_deeply_is_refused() {
    let deep = |levels| (0..levels).fold(json!(true), |inner, _| json!({"!": [inner]}));
    assert_eq!(apply(&deep(64), &Value::Null), Some(json!(true)));
    assert_eq!(apply(&deep(65), &Value::Null), None);
}

#[test]
fn the_deepest_expression_does_not_exhaust_the_stack() {
    let list = json!({"var": ""});
    let deep = (0..32).fold(list, |inner, _| json!({"map": [inner, {"var": ""}]}));
    assert_eq!(apply(&deep, &json!([1])), Some(json!([1])));
    let inside = (0..63).fold(json!(1), |inner, _| json!({"map": [[0], inner]}));
    assert!(apply(&inside, &Value::Null).is_some());
}
