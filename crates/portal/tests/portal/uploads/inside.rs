//! What is in a file decides, never what it is called.

use flate2::{Compress, Compression, FlushCompress};
use serde_json::Value;

use super::resuming::files_in;
use super::sender::Sender;
use crate::papers::{jpeg, locked_pdf, pdf, png, program, webp, zip};
use crate::stage::{Stage, shared};

/// The state of a file once it was judged.
fn judged(file: &[u8]) -> Value {
    let mut sender = Sender::new(shared());
    let path = sender.send_whole(file);
    sender.judged(&path)["state"].clone()
}

#[test]
fn what_a_portal_takes_is_checked_and_named_by_its_inside() {
    for (file, kind) in [
        (pdf(1), "application/pdf"),
        (jpeg(640, 480), "image/jpeg"),
        (png(640, 480), "image/png"),
        (webp(640, 480), "image/webp"),
    ] {
        let state = judged(&file);
        assert_eq!(
            (&state["kind"], &state["mediaType"]),
            (&"checked".into(), &kind.into())
        );
    }
}

#[test]
fn what_it_does_not_take_is_refused_with_a_reason_and_the_way_to_mend_it() {
    let photo = jpeg(640, 480);
    for (file, reason, word) in [
        (program(), "type", "chương trình"),
        (zip(), "type", "tệp nén"),
        (
            b"<!doctype html><script>alert(1)</script>".to_vec(),
            "type",
            "Cổng nhận",
        ),
        (vec![0; 1000], "type", "Cổng nhận"),
        (photo[..photo.len() / 2].to_vec(), "unreadable", "cụt"),
        (pdf(1)[..150].to_vec(), "unreadable", "cụt"),
        (locked_pdf(), "unreadable", "mật khẩu"),
        (png(10, 10), "unreadable", "quá nhỏ"),
        ([photo.clone(), zip()].concat(), "unsafe", "giấu"),
    ] {
        let state = judged(&file);
        assert_eq!(state["kind"], "refused", "{state}");
        assert_eq!(state["reason"], reason, "{state}");
        let text = &state["text"];
        assert!(
            text["vi"].as_str().is_some_and(|text| text.contains(word)),
            "{text}"
        );
        assert!(text["en"].is_string());
    }
}

#[test]
fn a_document_that_unpacks_without_end_is_refused_and_the_portal_goes_on() {
    let bomb = pdf_bomb(4);
    assert!(bomb.len() < 10 << 20, "{}", bomb.len());
    let state = judged(&bomb);
    assert_eq!(
        (&state["kind"], &state["reason"]),
        (&"refused".into(), &"unreadable".into())
    );
    assert_eq!(judged(&jpeg(640, 480))["kind"], "checked");
}

#[test]
fn nothing_is_kept_of_what_was_refused() {
    let stage = Stage::new();
    let mut sender = Sender::new(stage.address);
    let path = sender.send_whole(&program());
    assert_eq!(sender.judged(&path)["state"]["kind"], "refused");
    assert_eq!(sender.offset(&path), program().len());
    // The row says so before the file is let go of; a taken-back row waits for neither.
    assert_eq!(sender.ask("DELETE", &path, &[], b"").status, 204);
    assert_eq!(files_in(&stage), Vec::<String>::new());
}

/// A PDF of some megabytes whose table of objects unpacks to `gibibytes`.
fn pdf_bomb(gibibytes: usize) -> Vec<u8> {
    const MEBIBYTE: usize = 1 << 20;
    let mut zeros = Vec::with_capacity(MEBIBYTE);
    // After a full flush a block needs nothing before it, so it can stand there often.
    Compress::new(Compression::best(), false)
        .compress_vec(&vec![0; MEBIBYTE], &mut zeros, FlushCompress::Full)
        .expect("memory");
    let packed = zeros.repeat(gibibytes * 1024);
    let mut file = b"%PDF-1.7\n".to_vec();
    let start = file.len();
    let head = format!(
        "1 0 obj\n<</Type/XRef/Size 9/W[1 2 1]/Root 2 0 R/Filter/FlateDecode/Length {}>>\nstream\n",
        packed.len()
    );
    file.extend(head.into_bytes());
    file.extend(packed);
    file.extend(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").into_bytes());
    file
}
