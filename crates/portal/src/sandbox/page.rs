//! The sandbox's pages: one column, one heading, no script.

use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};

/// A whole page; `main` is markup, made with [`text`] where it shows what came from outside.
pub(super) fn page(status: StatusCode, title: &str, main: &str) -> Response {
    titled(status, title, title, main)
}

/// The same with a title of the window that says more than the heading.
pub(super) fn titled(status: StatusCode, window: &str, title: &str, main: &str) -> Response {
    let (window, title) = (text(window), text(title));
    let html = format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{window} – Trang thử nghiệm</title>\n\
         <link rel=\"stylesheet\" href=\"/sandbox/style.css\">\n</head>\n<body>\n\
         <header><p class=\"sandbox\">Trang thử nghiệm. Không có tiền thật, không có ngân hàng, \
         không có tin nhắn nào được gửi đi.</p></header>\n\
         <main>\n<h1>{title}</h1>\n{main}\n</main>\n</body>\n</html>\n"
    );
    let headers = [
        (
            CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (status, headers, html).into_response()
}

/// Text as it may stand in markup and in an attribute.
pub(super) fn text(raw: &str) -> String {
    let mut safe = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_from_outside_is_text() {
        assert_eq!(text("<b a='\"'>&"), "&lt;b a=&#39;&quot;&#39;&gt;&amp;");
    }
}
