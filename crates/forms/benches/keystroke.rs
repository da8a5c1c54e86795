//! A keystroke in a form of 200 fields: everything worked out anew, against only what the
//! keystroke can affect. Both are compared in one run.
//!
//! Every tenth field is shown by the one before it, every twenty-fifth is a sum, and the last
//! page has a group of people.

use std::hint::black_box;

use divan::Bencher;
use motcua_forms::{Answers, Day, Form, Papers, Setting};
use serde_json::{Value, json};

fn main() {
    let form = form();
    let dependents = form.dependents("f9").len();
    println!("200 fields; an answer that shows another: {dependents} parts of the form look again");
    println!(
        "an answer that nothing depends on: {}",
        form.dependents("f3").len()
    );
    divan::main();
}

fn words(text: &str) -> Value {
    json!({"vi": text, "en": text})
}

fn field(at: usize) -> Value {
    let kind = [
        "shortText",
        "fullName",
        "number",
        "date",
        "phone",
        "citizenId",
        "money",
        "email",
    ][at % 8];
    let mut field = json!({"id": format!("f{at}"), "label": words("Câu hỏi"), "kind": kind});
    if at > 0 && at.is_multiple_of(10) {
        field["show"] = json!({"!!": {"var": format!("f{}", at - 1)}});
    }
    if at % 25 == 24 {
        let before: Value = (at - 24..at)
            .filter(|at| at % 8 == 2)
            .map(|at| json!({"var": format!("f{at}")}))
            .collect();
        field["kind"] = json!("number");
        field["compute"] = json!({"+": before});
    }
    field
}

fn form() -> Form {
    let pages = (0..20).map(|page| {
        let mut fields: Vec<Value> = (page * 10..page * 10 + 10).map(field).collect();
        if page == 19 {
            fields.push(json!({
                "id": "people", "label": words("Những người cùng đi"), "kind": "group", "item": words("Người thứ {n}"),
                "fields": [
                    {"id": "name", "label": words("Họ tên"), "kind": "fullName", "required": true},
                    {"id": "born", "label": words("Ngày sinh"), "kind": "date"},
                    {"id": "guardian", "label": words("Người giám hộ"), "kind": "fullName",
                     "show": {"<": [{"age": {"var": "born"}}, 18]}}
                ]
            }));
        }
        json!({"id": format!("p{page}"), "title": words("Trang"), "fields": fields})
    });
    let sections =
        json!([{"id": "all", "title": words("Phần"), "pages": pages.collect::<Value>()}]);
    let definition = json!({"version": 1, "service": "1.001193", "source": "Made for the bench", "sections": sections});
    Form::parse(&definition.to_string()).expect("a sound form")
}

fn answers() -> Answers {
    let typed = [
        "Hà Nội",
        "Lê Văn An",
        "12.000",
        "3/2/1990",
        "0912 345 678",
        "001090000123",
        "1.500.000 đ",
        "an@example.vn",
    ];
    let mut answers: Answers = (0..200)
        .map(|at| (format!("f{at}"), typed[at % 8].into()))
        .collect();
    let person = json!({"name": "Lê Thị Bình", "born": "1/6/2015", "guardian": "Lê Văn An"});
    answers.insert("people".into(), json!([person, person, person]));
    answers
}

fn setting() -> Setting<'static> {
    Setting {
        today: Day::parse("2026-11-22").expect("a day"),
        case: "c1",
        places: None,
    }
}

#[divan::bench]
fn everything_anew(bencher: Bencher) {
    let (form, answers) = (form(), answers());
    bencher.bench(|| form.shown(black_box(&answers), &setting()));
}

#[divan::bench(args = ["f3", "f9", "f26", "people"])]
fn only_what_depends(bencher: Bencher, field: &str) {
    let form = form();
    let typed = [answers(), {
        let mut other = answers();
        other.insert(field.into(), Value::Null);
        other
    }];
    let mut shown = form.shown(&typed[0], &setting());
    let mut turn = 0;
    bencher.bench_local(|| {
        turn = 1 - turn;
        form.update(&mut shown, black_box(field), &typed[turn])
            .len()
    });
}

#[divan::bench]
fn one_page_checked(bencher: Bencher) {
    let (form, answers) = (form(), answers());
    bencher.bench(|| form.page_faults("p19", black_box(&answers), &Papers::default(), &setting()));
}

#[divan::bench]
fn the_whole_checked(bencher: Bencher) {
    let (form, answers) = (form(), answers());
    bencher.bench(|| form.check(black_box(&answers), &Papers::default(), &setting()));
}
