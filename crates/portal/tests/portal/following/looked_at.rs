//! An officer who looks into a person's dossier stands in that person's access log.

use super::desk::Filed;
use crate::browser::Browser;
use crate::client::get;
use crate::stage::Stage;

#[test]
fn whose_dossier_it_is_sees_who_looked_and_why() {
    let stage = Stage::new();
    let mut an = Browser::signed_in(stage.address, "an");
    let cookies = an
        .cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"));
    let cookies: Vec<String> = cookies.collect();
    let filed = Filed::by(&stage, &cookies.join("; "));
    let path = format!("/sandbox/officer/dossiers/{}", filed.code);
    assert_eq!(get(stage.address, &path).status, 200);
    let log = an.get("/api/v1/me/access-log").json();
    assert_eq!(log["items"][0]["dossier"], filed.code.as_str());
    assert_eq!(log["items"][0]["actor"], "Cán bộ thử nghiệm");
    assert_eq!(log["items"][0]["why"]["vi"], "Giải quyết hồ sơ");
}
