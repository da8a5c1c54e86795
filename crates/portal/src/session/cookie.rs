//! The session's cookie.

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

use super::rows::Begun;
use crate::moment::Moment;
use crate::settings::access::Access;

/// Over plain HTTP, as on the machine of who tries the portal out.
const PLAIN: &str = "session";
/// Over HTTPS: no other host, however near, can set a cookie of this name.
const HOST: &str = "__Host-session";

/// The value of the session's cookie in a request.
pub(crate) fn token<'a>(request: &'a HeaderMap, access: &Access) -> Option<&'a str> {
    request
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == self::name(access)).then_some(value))
}

/// The header that gives a browser its session. It outlives a crash of the browser, and
/// ends when the session can be extended no more.
pub(crate) fn set(begun: &Begun, now: Moment, access: &Access) -> HeaderValue {
    let seconds = now.until(begun.ends_for_good_at).as_secs();
    header(&begun.token, seconds, access)
}

/// The header that takes it away again.
pub(crate) fn clear(access: &Access) -> HeaderValue {
    header("", 0, access)
}

fn header(value: &str, seconds: u64, access: &Access) -> HeaderValue {
    let name = name(access);
    let secure = if access.is_secure() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).expect("a token in Base64 fits a header")
}

fn name(access: &Access) -> &'static str {
    if access.is_secure() { HOST } else { PLAIN }
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
            token: "t".into(),
            ends_for_good_at: Moment::from_unix(700),
        };
        let now = Moment::from_unix(100);
        assert_eq!(
            set(&begun, now, &access("null")),
            "session=t; Path=/; Max-Age=600; HttpOnly; SameSite=Lax"
        );
        assert_eq!(
            set(&begun, now, &access("\"https://portal.example\"")),
            "__Host-session=t; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure"
        );
    }

    #[test]
    fn only_the_cookie_of_that_very_name_counts() {
        let mut request = HeaderMap::new();
        request.append(COOKIE, HeaderValue::from_static("a=1; xsession=2"));
        assert_eq!(token(&request, &access("null")), None);
        request.append(
            COOKIE,
            HeaderValue::from_static("b=3; session=4; session=5"),
        );
        assert_eq!(token(&request, &access("null")), Some("4"));
        assert_eq!(token(&request, &access("\"https://portal.example\"")), None);
    }
}
