//! Cookies: the session's, and the one that a browser takes along to the identity provider.

use std::time::Duration;

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

use super::rows::Begun;
use crate::moment::Moment;
use crate::settings::access::Access;

/// The session.
pub(crate) const SESSION: &str = "session";
/// The browser that left to sign in.
pub(crate) const SIGN_IN: &str = "sign-in";
/// Before a name over HTTPS: no other host, however near, can set such a cookie.
const HOST: &str = "__Host-";

/// A cookie's value in a request; empty is none.
pub(crate) fn value<'a>(request: &'a HeaderMap, name: &str, access: &Access) -> Option<&'a str> {
    let name = full(name, access);
    request
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(other, value)| (other == name && !value.is_empty()).then_some(value))
}

/// The header that sets a cookie for a time; `value` is Base64 that the portal made.
pub(crate) fn set(name: &str, value: &str, time: Duration, access: &Access) -> HeaderValue {
    let name = full(name, access);
    let secure = if access.is_secure() { "; Secure" } else { "" };
    let seconds = time.as_secs();
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).expect("Base64 fits a header")
}

/// The header that gives a browser its session. It outlives a crash of the browser, and
/// ends when the session can be extended no more.
pub(crate) fn begin(begun: &Begun, now: Moment, access: &Access) -> HeaderValue {
    let time = now.until(begun.ends_for_good_at);
    set(SESSION, &begun.token, time, access)
}

/// The header that takes the session away again.
pub(crate) fn end(access: &Access) -> HeaderValue {
    set(SESSION, "", Duration::ZERO, access)
}

fn full(name: &str, access: &Access) -> String {
    let prefix = if access.is_secure() { HOST } else { "" };
    format!("{prefix}{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn access(address: &str) -> Access {
        let text = format!(
            r#"{{"address": {address}, "idleSeconds": 60, "longestSeconds": 600, "guestSeconds": 60}}"#
        );
        serde_json::from_str(&text).expect("settings")
    }

    #[test]
    fn over_https_the_cookie_is_secure_and_bound_to_the_host() {
        let begun = Begun {
            id: "session".into(),
            token: "t".into(),
            ends_for_good_at: Moment::from_unix(700),
        };
        let now = Moment::from_unix(100);
        assert_eq!(
            begin(&begun, now, &access("null")),
            "session=t; Path=/; Max-Age=600; HttpOnly; SameSite=Lax"
        );
        assert_eq!(
            begin(&begun, now, &access("\"https://portal.example\"")),
            "__Host-session=t; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure"
        );
    }

    #[test]
    fn only_the_cookie_of_that_very_name_counts() {
        let mut request = HeaderMap::new();
        request.append(COOKIE, HeaderValue::from_static("a=1; xsession=2"));
        assert_eq!(value(&request, SESSION, &access("null")), None);
        request.append(
            COOKIE,
            HeaderValue::from_static("b=3; session=4; session=5"),
        );
        assert_eq!(value(&request, SESSION, &access("null")), Some("4"));
        let secure = access("\"https://portal.example\"");
        assert_eq!(value(&request, SESSION, &secure), None);
    }
}
