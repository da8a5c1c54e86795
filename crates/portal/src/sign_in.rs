//! Signing in: the portal as a client of an `OpenID` Connect provider (authorization code
//! with PKCE, state and nonce).
//!
//! 1. `GET /sign-in?returnTo=…` keeps an [`attempt`] bound to the browser by a cookie, and
//!    sends the browser to the provider.
//! 2. The provider sends it back to [`RETURN_PATH`] with a code or an error.
//! 3. [`provider`] turns the code into an identity, and a session begins; what a guest owned
//!    in this browser is the person's from then on.
//!
//! Whatever goes wrong, the browser comes back to `returnTo`, with `signInFailure`.

use motcua_contract::session::{FAILURE_PARAMETER, SignInFailure};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

pub(crate) mod attempt;
pub(crate) mod provider;

/// Where the provider sends the browser back to.
pub(crate) const RETURN_PATH: &str = "/api/v1/sign-in/return";

/// What an address cannot hold as it is; all that is not ASCII is encoded besides.
const UNFIT: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

/// The path of the app that a `returnTo` names, fit for a header; no other site, however
/// written: a browser reads `//host` and `/\host` as another host.
pub(crate) fn path_of_the_app(return_to: &str) -> Option<String> {
    let mut characters = return_to.chars();
    let path = characters.next() == Some('/') && !matches!(characters.next(), Some('/' | '\\'));
    path.then(|| utf8_percent_encode(return_to, UNFIT).to_string())
}

/// The address to come back to when a sign-in failed.
pub(crate) fn failed(return_to: &str, failure: SignInFailure) -> String {
    let (path, fragment) = match return_to.split_once('#') {
        Some((path, fragment)) => (path, format!("#{fragment}")),
        None => (return_to, String::new()),
    };
    let joint = if path.contains('?') { '&' } else { '?' };
    let why = serde_json::to_value(failure).expect("a word");
    let why = why.as_str().unwrap_or_default();
    format!("{path}{joint}{FAILURE_PARAMETER}={why}{fragment}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_joins_whatever_query_and_fragment_there_are() {
        let failed = |address| failed(address, SignInFailure::AssuranceTooLow);
        assert_eq!(failed("/toi"), "/toi?signInFailure=assuranceTooLow");
        assert_eq!(failed("/tim?q=a"), "/tim?q=a&signInFailure=assuranceTooLow");
        assert_eq!(failed("/a#b?c"), "/a?signInFailure=assuranceTooLow#b?c");
    }

    #[test]
    fn another_site_is_no_path() {
        for path in ["/", "/ho-so", "/tim?q=//x", "/a//b"] {
            assert_eq!(path_of_the_app(path).as_deref(), Some(path));
        }
        for other in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "ho-so",
        ] {
            assert_eq!(path_of_the_app(other), None, "{other}");
        }
        let encoded = path_of_the_app("/tìm?q=a b&x=%20");
        assert_eq!(encoded.as_deref(), Some("/t%C3%ACm?q=a%20b&x=%20"));
    }
}
