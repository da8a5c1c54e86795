//! What comes out: the portal's file or the officer's own, and its way to the person.

use serde_json::{Value, json};

use super::desk::{Filed, kinds};
use crate::client::{Answer, get, send};
use crate::papers::{jpeg, pdf};
use crate::stage::Stage;
use crate::uploads::sender::hash;

/// Hands a file over as a program does.
fn hand_over(filed: &Filed, query: &str, body: &[u8]) -> Answer {
    let line = format!(
        "POST /sandbox/officer/api/dossiers/{}/result{query}",
        filed.code
    );
    let length = body.len().to_string();
    let headers = [
        ("content-type", "application/pdf"),
        ("content-length", length.as_str()),
    ];
    send(filed.applicant.sender.to, line.as_bytes(), &headers, body)
}

/// The form of the officer's page with a file in it.
fn form(name: &str, file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    let part = |head: &str| format!("--phan-cach\r\nContent-Disposition: form-data; {head}\r\n");
    body.extend(part("name=\"decideFile-name\"").as_bytes());
    body.extend(format!("\r\n{name}\r\n").as_bytes());
    body.extend(
        part("name=\"decideFile-file\"; filename=\"..\\\\k\u{1ebf}t qu\u{1ea3}.pdf\"").as_bytes(),
    );
    body.extend(b"Content-Type: text/plain\r\n\r\n");
    body.extend(file);
    body.extend(b"\r\n--phan-cach--\r\n");
    body
}

fn submit(filed: &Filed, body: &[u8]) -> Answer {
    let line = format!("POST /sandbox/officer/dossiers/{}/result", filed.code);
    let length = body.len().to_string();
    let headers = [
        ("content-type", "multipart/form-data; boundary=phan-cach"),
        ("content-length", length.as_str()),
    ];
    send(filed.applicant.sender.to, line.as_bytes(), &headers, body)
}

const NAMED: &str = "?name=Gi%E1%BA%A5y%20ch%E1%BB%A9ng%20nh%E1%BA%ADn&fileName=giay.pdf";

#[test]
fn an_officer_s_own_file_reaches_the_person_as_it_is() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    let file = pdf(1);
    let issued = hand_over(&filed, NAMED, &file);
    assert_eq!(
        issued.status,
        200,
        "{}",
        String::from_utf8_lossy(&issued.body)
    );
    let result = filed.shown()["results"][0].clone();
    assert_eq!(result["name"], "Giấy chứng nhận");
    assert_eq!(result["file"]["name"], "giay.pdf");
    assert_eq!(result["file"]["sha256"], hash(&file));
    // The portal has looked: it bears no signature.
    assert_eq!(result["signatures"], Value::Null);
    assert!(result["signaturesCheckedAt"].is_string());
    let address = result["file"]["address"].as_str().expect("an address");
    let fetched = filed.applicant.get(address);
    assert_eq!((fetched.status, fetched.body), (200, file));
    let archive = filed.applicant.get(&format!("{}/export", filed.path()));
    let archive = zip::ZipArchive::new(std::io::Cursor::new(archive.body)).expect("an archive");
    let mut names = archive.file_names().flatten();
    assert!(names.any(|name| name.starts_with("giay-to-cong-cap/") && name.ends_with("-giay.pdf")));
    let stranger = Filed::paid(&stage);
    stranger.applicant.get(address).problem(404, "not-found");
}

/// A result's file as the person fetches it.
fn fetched(filed: &Filed) -> Vec<u8> {
    let shown = filed.shown();
    let address = shown["results"][0]["file"]["address"].as_str();
    let answer = filed.applicant.get(address.expect("an address"));
    assert_eq!(answer.status, 200);
    answer.body
}

#[test]
fn what_the_portal_issues_is_signed_and_holds_until_a_byte_is_changed() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    filed.officer(&json!({"move": "decide", "name": "Giấy chứng nhận", "text": "Đồng ý cấp."}));
    let facts = filed.shown()["results"][0]["signatures"][0].clone();
    assert_eq!(facts["verdict"], "valid", "{facts}");
    assert_eq!(facts["signer"], "Con dấu thử nghiệm của Một Cửa");
    assert_eq!(facts["issuer"], "Một Cửa – chứng thực thử nghiệm");
    assert_eq!(facts["signedAt"], "2026-11-20T12:00:00+07:00");
    assert_eq!(facts["checkedAt"], "2026-11-20T12:00:00+07:00");

    let signed = fetched(&filed);
    let mut changed = signed.clone();
    let at = memchr::memmem::rfind(&signed, b"/M(D:2026").expect("a time of signing");
    changed[at + 8] = b'5';
    let added = [signed.as_slice(), b"\n"].concat();
    for (file, verdict) in [(signed, "valid"), (changed, "invalid"), (added, "invalid")] {
        let other = Filed::paid(&stage).at_work();
        assert_eq!(hand_over(&other, NAMED, &file).status, 200);
        let found = other.shown()["results"][0]["signatures"][0].clone();
        assert_eq!(found["verdict"], verdict, "{found}");
        let words = found["text"]["vi"].as_str().expect("words").to_owned();
        let page = get(
            stage.address,
            &format!("/sandbox/officer/dossiers/{}", other.code),
        );
        let html = String::from_utf8(page.body).expect("text");
        assert!(html.contains(&words), "{words}: {html}");
    }
}

#[test]
fn the_seal_is_made_once_and_another_portal_does_not_trust_it() {
    let stage = Stage::new();
    let decide = |filed: Filed| {
        filed.officer(&json!({"move": "decide", "name": "Giấy", "text": "Đồng ý."}));
        filed
    };
    let file = fetched(&decide(Filed::paid(&stage).at_work()));
    let other = Stage::new();
    let filed = Filed::paid(&other).at_work();
    assert_eq!(hand_over(&filed, NAMED, &file).status, 200);
    let facts = filed.shown()["results"][0]["signatures"][0].clone();
    assert_eq!(facts["verdict"], "unchecked");
    let own = Filed::paid(&stage).at_work();
    assert_eq!(hand_over(&own, NAMED, &file).status, 200);
    assert_eq!(
        own.shown()["results"][0]["signatures"][0]["verdict"],
        "valid"
    );
}

#[test]
fn the_page_takes_a_file_too_and_says_what_is_wrong_with_one() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    for (body, words) in [
        (form("Giấy chứng nhận", b""), "Chọn tệp PDF của kết quả."),
        (
            form("Giấy chứng nhận", &jpeg(64, 64)),
            "Kết quả là tệp PDF.",
        ),
        (form("Giấy chứng nhận", b"%PDF-1.7 cut"), "/file"),
        (form("  ", &pdf(1)), "Viết rõ phần này."),
        (b"--no form".to_vec(), "Chọn tệp PDF của kết quả."),
    ] {
        let again = submit(&filed, &body);
        let html = String::from_utf8(again.body).expect("text");
        assert_eq!(again.status, 200, "{html}");
        assert!(
            html.contains("role=\"alert\"") && html.contains(words),
            "{words}: {html}"
        );
        assert_eq!(filed.status(), 4);
    }
    let done = submit(&filed, &form("Giấy chứng nhận", &pdf(1)));
    assert_eq!(done.status, 303);
    let page = get(
        stage.address,
        &format!("/sandbox/officer/dossiers/{}", filed.code),
    );
    assert!(String::from_utf8_lossy(&page.body).contains("Tệp không có chữ ký điện tử"));
    let result = filed.shown()["results"][0].clone();
    assert_eq!(result["file"]["name"], "kết quả.pdf");
    assert_eq!(result["file"]["mediaType"], "application/pdf");
}

#[test]
fn a_file_larger_than_uploads_may_be_or_too_early_is_refused_and_changes_nothing() {
    let stage = Stage::with_uploads(&json!({"bytes": 2_000}));
    let filed = Filed::new(&stage);
    let large = [pdf(1), vec![b'\n'; 4_000]].concat();
    let problem = hand_over(&filed, NAMED, &large).problem(422, "answers-invalid");
    assert_eq!(problem["errors"][0]["code"], "tooLarge");
    hand_over(&filed, NAMED, &pdf(1)).problem(409, "not-now");
    assert_eq!(filed.status(), 1);
    assert_eq!(filed.shown()["results"], Value::Null);
}

#[test]
fn a_result_by_post_is_posted_once_and_delivered_after_and_each_is_told() {
    let stage = Stage::new();
    let filed = Filed::by_post(&stage).at_work();
    let post = json!({"move": "post", "carrier": "Bưu chính Thử Nghiệm", "number": "THU000001VN"});
    filed.try_move(&post).problem(409, "not-now");
    filed.officer(&json!({"move": "decide", "name": "Giấy chứng nhận", "text": "Đồng ý cấp."}));
    let decided = filed.shown();
    assert_eq!(decided["status"]["nextStep"]["who"], "counter");
    filed
        .try_move(&json!({"move": "return"}))
        .problem(409, "not-now");
    let bare = json!({"move": "post", "carrier": "", "number": "1"});
    filed.try_move(&bare).problem(422, "answers-invalid");

    filed.officer(&post);
    let posted = filed.shown();
    assert_eq!(posted["status"]["nextStep"]["who"], "post");
    let way = &posted["results"][0]["post"];
    assert_eq!(
        (&way["carrier"], &way["number"]),
        (&post["carrier"], &post["number"])
    );
    assert!(way["sentAt"].is_string() && way["deliveredAt"].is_null());
    filed.try_move(&post).problem(409, "not-now");
    let page = get(
        stage.address,
        &format!("/sandbox/officer/dossiers/{}", filed.code),
    );
    assert!(String::from_utf8_lossy(&page.body).contains("Bưu chính đã giao kết quả"));

    filed.officer(&json!({"move": "return"}));
    let delivered = filed.shown();
    assert!(delivered["results"][0]["post"]["deliveredAt"].is_string());
    assert_eq!(kinds(&delivered)[4..], ["decided", "posted", "returned"]);
    let centre = filed.applicant.get("/api/v1/me/notifications").json();
    let titles: Vec<&str> = centre["items"]
        .as_array()
        .expect("news")
        .iter()
        .filter_map(|news| news["title"]["vi"].as_str())
        .collect();
    assert_eq!(
        titles[..2],
        [
            "Kết quả hồ sơ của bạn đã được trả.",
            "Kết quả hồ sơ của bạn đã được gửi qua bưu chính."
        ]
    );
}

#[test]
fn what_is_fetched_or_downloaded_is_never_posted() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    filed.officer(&json!({"move": "decide", "name": "Giấy", "text": "Đồng ý."}));
    let post = json!({"move": "post", "carrier": "Bưu chính Thử Nghiệm", "number": "1"});
    filed.try_move(&post).problem(409, "not-now");
    filed.officer(&json!({"move": "return"}));
}
