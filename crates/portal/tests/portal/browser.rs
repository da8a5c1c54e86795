//! A browser as far as the portal can tell: cookies, and where its requests come from.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use serde_json::Value;

use crate::client::{Answer, try_send};

/// The origin under which a browser of these tests knows the portal; see [`crate::client`].
pub(crate) const ORIGIN: &str = "http://portal.test";
const CHROME_ON_ANDROID: &str = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, \
                                 like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36";

/// One browser.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) portal: SocketAddr,
    pub(crate) cookies: BTreeMap<String, String>,
    pub(crate) agent: String,
}

impl Browser {
    pub(crate) fn new(portal: SocketAddr) -> Self {
        Self {
            portal,
            cookies: BTreeMap::new(),
            agent: CHROME_ON_ANDROID.into(),
        }
    }

    /// One that has signed in as an invented citizen.
    pub(crate) fn signed_in(portal: SocketAddr, citizen: &str) -> Self {
        let mut browser = Self::new(portal);
        let end = browser.sign_in(citizen, "continue", "/toi");
        assert_eq!(end, "/toi", "{citizen} is not signed in");
        browser
    }

    /// Goes all the way through signing in; the address at which it ends.
    pub(crate) fn sign_in(&mut self, citizen: &str, decision: &str, return_to: &str) -> String {
        let page = self.leave(return_to);
        let back = self.decide(&page, citizen, decision);
        let answer = self.get(path(&back));
        assert_eq!(answer.status, 303);
        answer.header("location").to_owned()
    }

    /// Sets out to sign in; the address of the identity provider's page.
    pub(crate) fn leave(&mut self, return_to: &str) -> String {
        let answer = self.get(&format!("/api/v1/sign-in?returnTo={return_to}"));
        assert_eq!(answer.status, 303);
        answer.header("location").to_owned()
    }

    /// Fills in the identity provider's page; the address that it sends the browser to.
    pub(crate) fn decide(&mut self, page: &str, citizen: &str, decision: &str) -> String {
        assert_eq!(self.get(page).status, 200);
        let (address, query) = page.split_once('?').expect("a query");
        let form = format!("{query}&citizen={citizen}&decision={decision}");
        let kind = ("content-type", "application/x-www-form-urlencoded");
        let answer = self.ask("POST", address, &[kind], form.as_bytes());
        assert_eq!(
            answer.status,
            303,
            "{}",
            String::from_utf8_lossy(&answer.body)
        );
        answer.header("location").to_owned()
    }

    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.ask("GET", path, &[], b"")
    }

    pub(crate) fn delete(&mut self, path: &str) -> Answer {
        self.ask("DELETE", path, &[], b"")
    }

    /// Posts JSON under a key.
    pub(crate) fn post(&mut self, path: &str, key: &str, body: &Value) -> Answer {
        self.try_post(path, key, body).expect("an answer")
    }

    /// The same where the portal may be gone.
    pub(crate) fn try_post(&mut self, path: &str, key: &str, body: &Value) -> Option<Answer> {
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", key),
        ];
        self.try_ask("POST", path, &headers, body.to_string().as_bytes())
    }

    /// Sends a request from a page of the portal, and keeps the cookies that come back.
    pub(crate) fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        self.try_ask(method, path, headers, body)
            .expect("an answer")
    }

    /// The same where the portal may be gone.
    fn try_ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Option<Answer> {
        let cookies = self.cookies.iter();
        let cookies: Vec<_> = cookies
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let (cookies, length) = (cookies.join("; "), body.len().to_string());
        let mut all = vec![
            ("user-agent", self.agent.as_str()),
            ("sec-fetch-site", "same-origin"),
            ("content-length", &length),
        ];
        if !cookies.is_empty() {
            all.push(("cookie", &cookies));
        }
        if method != "GET" {
            all.push(("origin", ORIGIN));
        }
        all.extend(headers);
        let line = format!("{method} {path}");
        let answer = try_send(self.portal, line.as_bytes(), &all, body)?;
        if let Some(cookie) = answer.headers.get("set-cookie") {
            let pair = cookie.split(';').next().expect("a pair");
            let (name, value) = pair.split_once('=').expect("a pair");
            if cookie.contains("Max-Age=0;") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.into(), value.into());
            }
        }
        Some(answer)
    }

    /// The name of who is signed in.
    pub(crate) fn name(&mut self) -> Option<String> {
        let session = self.get("/api/v1/session").json();
        session["person"]["name"].as_str().map(String::from)
    }
}

/// An address of the portal without its origin.
pub(crate) fn path(address: &str) -> &str {
    address.strip_prefix(ORIGIN).unwrap_or(address)
}
