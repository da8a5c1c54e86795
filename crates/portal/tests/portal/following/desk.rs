//! A filed dossier with both who act on it: the person and the sandbox officer.

use serde_json::{Value, json};

use crate::client::{Answer, get, send};
use crate::filing::applicant::Applicant;
use crate::stage::Stage;
use crate::uploads::sender::new_key;

/// See the module.
pub(crate) struct Filed {
    pub(crate) applicant: Applicant,
    pub(crate) code: String,
}

impl Filed {
    /// A dossier just handed in, its fee not paid.
    pub(crate) fn new(stage: &Stage) -> Self {
        Self::by(stage, "")
    }

    /// The same by whom these cookies name.
    pub(crate) fn by(stage: &Stage, cookies: &str) -> Self {
        let mut applicant = Applicant::new(stage.address);
        applicant.sender.cookie = cookies.into();
        let sent = applicant.submission();
        let dossier = applicant.filed(&sent);
        Self {
            applicant,
            code: dossier["code"].as_str().expect("a code").into(),
        }
    }

    /// The same with its fee paid.
    pub(crate) fn paid(stage: &Stage) -> Self {
        let filed = Self::new(stage);
        filed.pay();
        filed
    }

    /// The same whose result is wanted by post.
    pub(crate) fn by_post(stage: &Stage) -> Self {
        let mut applicant = Applicant::new(stage.address);
        let sent = applicant.submission();
        let dossier = applicant.filed(&applicant.by_post(sent));
        let filed = Self {
            applicant,
            code: dossier["code"].as_str().expect("a code").into(),
        };
        filed.pay();
        filed
    }

    pub(crate) fn path(&self) -> String {
        format!("/api/v1/dossiers/{}", self.code)
    }

    /// As the person sees it.
    pub(crate) fn shown(&self) -> Value {
        self.applicant.get(&self.path()).json()
    }

    /// As the person's list shows it, of those that a query asks for.
    pub(crate) fn listed(&self, query: &str) -> Option<Value> {
        let list = self.applicant.get(&format!("/api/v1/dossiers{query}"));
        let items = list.json()["items"].as_array().cloned().expect("items");
        items.into_iter().find(|one| one["code"] == *self.code)
    }

    /// Holds the person's list to the whole dossier.
    pub(crate) fn is_listed_as_it_is(&self) {
        let whole = self.shown();
        let listed = self.listed("").expect("a place in the list");
        for member in [
            "code",
            "service",
            "applicant",
            "filedBy",
            "filedAt",
            "updatedAt",
            "status",
            "deadline",
            "unreadMessages",
        ] {
            assert_eq!(listed[member], whole[member], "{member}");
        }
        assert_eq!(listed["agency"], whole["agency"]["name"]);

        let code = whole["status"]["code"].as_u64().expect("a code");
        let finished = [3, 7, 8, 10].contains(&code);
        let actions = whole["actions"].as_array().expect("actions");
        let to_fetch = code == 9 && whole["delivery"]["kind"] != "postal";
        let waits = [5, 6].contains(&code) || actions.contains(&json!("pay")) || to_fetch;
        for (query, found) in [
            ("?state=needsYou", waits),
            ("?state=open", !finished),
            ("?state=finished", finished),
        ] {
            assert_eq!(self.listed(query).is_some(), found, "{query}: {whole}");
        }
    }

    pub(crate) fn status(&self) -> Value {
        self.shown()["status"]["code"].clone()
    }

    /// Pays everything that is due.
    pub(crate) fn pay(&self) {
        let due: Vec<Value> = self.shown()["payments"]["obligations"]
            .as_array()
            .expect("obligations")
            .iter()
            .filter(|one| one["state"] == "due")
            .map(|one| one["id"].clone())
            .collect();
        let body = json!({"obligations": due, "returnTo": "/"});
        let path = format!("{}/payments", self.path());
        let started = self.applicant.post(&path, &new_key(), &body).json();
        let address = started["continueTo"].as_str().expect("an address");
        let query = address.split_once('?').expect("a query").1;
        let form = format!("{query}&choice=pay");
        let length = form.len().to_string();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("content-length", length.as_str()),
        ];
        let to = self.applicant.sender.to;
        let decided = send(to, b"POST /sandbox/gateway", &headers, form.as_bytes());
        assert_eq!(get(to, decided.header("location")).status, 303);
    }

    /// Lets the officer try something.
    pub(crate) fn try_move(&self, what: &Value) -> Answer {
        let path = format!("POST /sandbox/officer/api/dossiers/{}/moves", self.code);
        let body = what.to_string();
        let length = body.len().to_string();
        let headers = [
            ("content-type", "application/json"),
            ("content-length", length.as_str()),
        ];
        let to = self.applicant.sender.to;
        send(to, path.as_bytes(), &headers, body.as_bytes())
    }

    /// Lets the officer do something; the dossier as the officer has it then.
    pub(crate) fn officer(&self, what: &Value) -> Value {
        let answer = self.try_move(what);
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        assert_eq!(answer.status, 200, "{what}: {text}");
        answer.json()
    }

    /// Lets the officer receive it and hand it on.
    pub(crate) fn at_work(self) -> Self {
        self.officer(&json!({"move": "receive"}));
        self.officer(&json!({"move": "handOn"}));
        self
    }

    /// The requirement of the first paper that was handed in.
    pub(crate) fn requirement(&self) -> String {
        let papers = &self.shown()["content"]["papers"];
        papers[0]["requirement"].as_str().expect("a paper").into()
    }

    /// A request for the first paper and the full name.
    pub(crate) fn request(&self) -> Value {
        json!({
            "move": "askSupplement",
            "explanation": "Hồ sơ còn thiếu hai mục dưới đây.",
            "items": [
                {"target": {"kind": "paper", "requirement": self.requirement()},
                 "reason": "Ảnh mờ. Bạn chụp lại ở nơi đủ sáng."},
                {"target": {"kind": "answer", "pointer": "/fullName"},
                 "reason": "Tên thiếu chữ đệm."}
            ],
            "days": 5
        })
    }

    pub(crate) fn answer(&self, request: &str, items: &Value) -> Answer {
        let path = format!("{}/supplements/{request}/answer", self.path());
        let body = json!({"items": items});
        self.applicant.post(&path, &new_key(), &body)
    }

    /// Answers the request that is open as it was asked.
    pub(crate) fn answer_all(&mut self) -> Value {
        let open = self.shown()["supplements"]
            .as_array()
            .and_then(|all| all.last().cloned())
            .expect("a request");
        let upload = self.applicant.upload();
        let items: Vec<Value> = open["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|item| {
                if item["target"]["kind"] == "paper" {
                    json!({"item": item["id"], "uploads": [upload]})
                } else {
                    json!({"item": item["id"], "answer": "Nguyễn Văn Thử Nghiệm"})
                }
            })
            .collect();
        let answer = self.answer(open["id"].as_str().expect("an id"), &json!(items));
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        assert_eq!(answer.status, 200, "{text}");
        answer.json()
    }

    pub(crate) fn withdraw(&self) -> Answer {
        let path = format!("{}/withdrawal", self.path());
        let body = json!({"reason": "Tôi nộp nhầm."});
        self.applicant.post(&path, &new_key(), &body)
    }
}

/// The kinds of a dossier's timeline, in order.
pub(crate) fn kinds(dossier: &Value) -> Vec<String> {
    let entries = dossier["timeline"].as_array().expect("a timeline").iter();
    entries
        .map(|entry| entry["kind"].as_str().expect("a kind").into())
        .collect()
}
