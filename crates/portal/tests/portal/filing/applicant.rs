//! Somebody who files: a guest with invented answers to whatever a form asks.

use std::net::SocketAddr;

use serde_json::{Map, Value, json};

use crate::client::{Answer, get};
use crate::papers::jpeg;
use crate::uploads::sender::{Sender, new_key};

/// A service whose form is derived, that states one certain fee of 300,000 đồng online and
/// four working days: Cấp đổi Giấy chứng nhận đủ điều kiện về an ninh, trật tự.
pub(crate) const SERVICE: &str = "1.003176";
pub(crate) const FEE: u64 = 300_000;

/// See the module.
#[derive(Clone)]
pub(crate) struct Applicant {
    pub(crate) sender: Sender,
}

impl Applicant {
    pub(crate) fn new(to: SocketAddr) -> Self {
        Self {
            sender: Sender::new(to),
        }
    }

    /// Everything that a submission for [`SERVICE`] needs, its papers uploaded and checked.
    pub(crate) fn submission(&mut self) -> Value {
        let path = format!("/api/v1/services/{SERVICE}/forms/default");
        let form = get(self.sender.to, &path).json();
        let mut answers = Map::new();
        let mut papers = Vec::new();
        for field in fields(&form["definition"]) {
            let required = field["required"] != Value::Bool(false) && !field["required"].is_null();
            match field["kind"].as_str().expect("a kind") {
                "papers" if required => papers.push(json!({
                    "requirement": field["requirement"],
                    "uploads": [self.upload()],
                })),
                "papers" | "note" | "signature" | "group" => {}
                kind => drop(answers.insert(id(&field), self.answer(kind, &field))),
            }
        }
        if papers.is_empty() {
            // Whoever announces a file has a session.
            self.upload();
        }
        json!({
            "service": SERVICE,
            "case": "default",
            "formVersion": form["version"],
            "answers": answers,
            "papers": papers,
            "delivery": {"kind": form["delivery"][0]["kind"].as_str().unwrap_or("online")},
            "channel": "online",
            "contact": {"phone": "0900000001"},
            "confirmed": true,
        })
        .with_address(&self.place())
    }

    /// The same, whose result is to come by post.
    pub(crate) fn by_post(&self, mut submission: Value) -> Value {
        submission["delivery"] = json!({"kind": "postal"});
        submission.with_address(&self.place())
    }

    /// A paper that is there and in order; its id.
    pub(crate) fn upload(&mut self) -> String {
        let path = self.sender.send_whole(&jpeg(64, 64));
        let judged = self.sender.judged(&path);
        assert_eq!(judged["state"]["kind"], "checked", "{judged}");
        path.rsplit('/').next().expect("an id").into()
    }

    fn answer(&self, kind: &str, field: &Value) -> Value {
        match kind {
            "fullName" => "Nguyễn Văn Thử".into(),
            "number" | "money" => field["min"].as_i64().unwrap_or(1).into(),
            "date" => "1990-05-17".into(),
            "choice" => match field["look"].as_str() {
                Some("checkboxes") => json!([field["options"][0]["value"]]),
                _ => field["options"][0]["value"].clone(),
            },
            "yesNo" | "statement" => true.into(),
            "address" => self.place(),
            "citizenId" => "001090000001".into(),
            "phone" => "0900000001".into(),
            "email" => "thu@example.vn".into(),
            _ => "Nội dung thử nghiệm".into(),
        }
    }

    /// A place that there is.
    fn place(&self) -> Value {
        let provinces = get(self.sender.to, "/api/v1/places").json();
        let province = &provinces["items"][0]["code"];
        let path = format!(
            "/api/v1/places/{}/communes",
            province.as_str().expect("a code")
        );
        let communes = get(self.sender.to, &path).json();
        json!({
            "province": province,
            "commune": communes["items"][0]["code"],
            "detail": "Số 1, đường Thử Nghiệm",
        })
    }

    /// Hands in under a key.
    pub(crate) fn file(&self, key: &str, submission: &Value) -> Answer {
        self.post("/api/v1/dossiers", key, submission)
    }

    /// Hands in under a new key; the dossier.
    pub(crate) fn filed(&self, submission: &Value) -> Value {
        let answer = self.file(&new_key(), submission);
        assert_eq!(
            answer.status,
            201,
            "{}",
            String::from_utf8_lossy(&answer.body)
        );
        answer.json()
    }

    pub(crate) fn post(&self, path: &str, key: &str, body: &Value) -> Answer {
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", key),
        ];
        self.sender
            .ask("POST", path, &headers, body.to_string().as_bytes())
    }

    pub(crate) fn put(&self, path: &str, body: &Value) -> Answer {
        let body = body.to_string();
        let length = body.len().to_string();
        let headers = [
            ("content-type", "application/json"),
            ("content-length", length.as_str()),
        ];
        self.sender.ask("PUT", path, &headers, body.as_bytes())
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.sender.ask("GET", path, &[], b"")
    }

    /// How many dossiers there are of theirs.
    pub(crate) fn count(&self) -> u64 {
        self.get("/api/v1/dossiers").json()["total"]
            .as_u64()
            .expect("a number")
    }
}

/// A postal delivery needs an address; any other ignores it.
trait WithAddress {
    fn with_address(self, place: &Value) -> Self;
}

impl WithAddress for Value {
    fn with_address(mut self, place: &Value) -> Self {
        if self["delivery"]["kind"] == "postal" {
            let mut address = place.clone();
            address["name"] = "Nguyễn Văn Thử".into();
            address["phone"] = "0900000001".into();
            self["delivery"]["address"] = address;
        }
        self
    }
}

fn id(field: &Value) -> String {
    field["id"].as_str().expect("an id").into()
}

/// Every field of a definition, in order.
fn fields(definition: &Value) -> Vec<Value> {
    let list = |of: &Value, member: &str| of[member].as_array().cloned().unwrap_or_default();
    let sections = list(definition, "sections");
    let pages = sections.iter().flat_map(|section| list(section, "pages"));
    pages.flat_map(|page| list(&page, "fields")).collect()
}
