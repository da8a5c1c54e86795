//! A newer catalogue comes into force while people read, whole or not at all.

use std::io::Read;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use motcua_portal::{ImportError, import};
use serde_json::{Value, json};

use crate::client::{Answer, get};
use crate::stage::Stage;

/// The catalogue that came with the program, line by line.
pub(crate) fn records() -> Vec<Value> {
    let packed = include_bytes!("../../data/procedures.jsonl.gz");
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed.as_slice())
        .read_to_string(&mut text)
        .expect("gzip");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

pub(crate) fn file(stage: &Stage, name: &str, lines: &[String]) -> PathBuf {
    let path = stage.data.join(name);
    std::fs::write(&path, lines.join("\n")).expect("a file");
    path
}

/// A catalogue in which the birth registration got a new code and a new name, and the
/// identity card's procedures are gone.
fn newer() -> Vec<String> {
    let kept = records()
        .into_iter()
        .filter(|record| record["field"] != "Cấp, quản lý căn cước");
    kept.map(|mut record| {
        if record["code"] == "1.001193" {
            record["code"] = json!("9.001193");
            record["name"] = json!("Đăng ký khai sinh kiểu mới");
            record["aliases"] = json!(["1.001193"]);
        }
        record.to_string()
    })
    .collect()
}

/// Asks again and again until the portal answers as hoped; every answer on the way must
/// be a good one.
pub(crate) fn eventually(stage: &Stage, path: &str, hoped: impl Fn(&Answer) -> bool) -> Answer {
    let patience = Instant::now() + Duration::from_secs(60);
    loop {
        let answer = get(stage.address, path);
        assert_eq!(answer.status, 200, "{path}");
        if hoped(&answer) {
            return answer;
        }
        assert!(Instant::now() < patience, "{path} stays as it was");
    }
}

#[test]
fn a_newer_catalogue_is_taken_up_while_serving() {
    let stage = Stage::new();
    let before = get(stage.address, "/api/v1/portal").json()["catalogue"].clone();
    let imported = import(
        &stage.data,
        &file(&stage, "newer.jsonl", &newer()),
        Some("2026-11-01"),
    );
    let imported = imported.expect("an import");
    assert_eq!(
        (imported.services, imported.retired, imported.changed),
        (2611, 32, true)
    );

    let portal = eventually(&stage, "/api/v1/portal", |answer| {
        answer.json()["catalogue"]["version"] != before["version"]
    });
    let catalogue = &portal.json()["catalogue"];
    assert_eq!(
        (&catalogue["services"], &catalogue["asOf"]),
        (&json!(2611), &json!("2026-11-01"))
    );

    let renamed = get(stage.address, "/api/v1/services/1.001193").json();
    assert_eq!(
        (&renamed["code"], &renamed["formerCodes"]),
        (&json!("9.001193"), &json!(["1.001193"]))
    );
    let found = get(stage.address, "/api/v1/services?q=khai+sinh+kieu+moi").json();
    assert_eq!(found["items"][0]["code"], "9.001193");
    let events = get(stage.address, "/api/v1/life-events").json();
    assert_eq!(
        events["items"][0]["groups"][0]["services"][0]["code"],
        "9.001193"
    );
    assert_eq!(
        get(stage.address, "/api/v1/services/1.001193/related").status,
        200
    );

    let retired = get(stage.address, "/api/v1/services/1.014063").json();
    let reason = retired["filing"]["reason"]["vi"]
        .as_str()
        .expect("a reason");
    assert!(reason.contains("không còn trong danh mục"), "{reason}");
    let related = get(stage.address, "/api/v1/services/1.014063/related").json();
    assert_eq!(related["items"], json!([]));
    let search = get(stage.address, "/api/v1/services?q=1.014063").json();
    assert!(
        search["items"]
            .as_array()
            .expect("items")
            .iter()
            .all(|one| one["code"] != "1.014063")
    );
}

#[test]
fn a_file_with_a_fault_changes_nothing_and_the_line_is_named() {
    let stage = Stage::new();
    let before = get(stage.address, "/api/v1/portal").body;
    let lines: Vec<String> = records().iter().take(3).map(Value::to_string).collect();
    let with = |line: &str| [&lines[..2], &[line.to_owned()], &lines[2..]].concat();
    for (fault, reason) in [
        ("{\"code\": \"1.000001\"", "EOF"),
        ("{\"code\": \"1.000001\"}", "missing field"),
        (lines[0].as_str(), "stands on line 1 already"),
        (
            r#"{"code":"a b","name":"x","field":"x","ministry":"x"}"#,
            "no code",
        ),
        (
            r#"{"code":"1.9","name":" ","field":"x","ministry":"x"}"#,
            "empty \"name\"",
        ),
        (
            r#"{"code":"1.9","name":"x","field":"x","ministry":"x","methods":[{"channel":"online","fees":[{"amount":-1,"currency":"VND"}]}]}"#,
            "invalid value",
        ),
    ] {
        let error = import(
            &stage.data,
            &file(&stage, "broken.jsonl", &with(fault)),
            None,
        );
        let error = error.expect_err(reason);
        assert!(
            matches!(error, ImportError::Line { line: 3, .. }),
            "{error}"
        );
        assert!(error.to_string().contains(reason), "{error}");
    }
    assert!(matches!(
        import(&stage.data, &file(&stage, "empty", &[]), None),
        Err(ImportError::Empty)
    ));
    assert_eq!(get(stage.address, "/api/v1/portal").body, before);
}

#[test]
fn a_damaged_archive_is_refused() {
    let stage = Stage::new();
    let whole = include_bytes!("../../data/procedures.jsonl.gz");
    let path = stage.data.join("cut.jsonl.gz");
    std::fs::write(&path, &whole[..whole.len() / 2]).expect("a file");
    assert!(matches!(
        import(&stage.data, &path, None),
        Err(ImportError::Line { .. })
    ));
}

#[test]
fn the_same_catalogue_again_changes_nothing() {
    let stage = Stage::new();
    let path = stage.data.join("same.jsonl.gz");
    std::fs::write(&path, include_bytes!("../../data/procedures.jsonl.gz")).expect("a file");
    let imported = import(&stage.data, &path, None).expect("an import");
    assert_eq!(
        (imported.changed, imported.retired, imported.services),
        (false, 0, 2642)
    );
}

#[test]
fn a_code_renamed_twice_is_still_answered() {
    let stage = Stage::new();
    let mut record = records().swap_remove(0);
    let first = record["code"].as_str().expect("a code").to_owned();
    for (code, alias) in [("9.000001", first.as_str()), ("9.000002", "9.000001")] {
        record["code"] = json!(code);
        record["aliases"] = json!([alias]);
        let path = file(&stage, "renamed.jsonl", &[record.to_string()]);
        import(&stage.data, &path, None).expect("an import");
    }
    let path = format!("/api/v1/services/{first}");
    let answer = eventually(&stage, &path, |answer| answer.json()["code"] == "9.000002");
    assert_eq!(answer.json()["formerCodes"], json!([first, "9.000001"]));
}
