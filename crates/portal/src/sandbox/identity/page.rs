//! The pages of the sandbox identity provider: no script, one style sheet, and on each of
//! them the plain word that nobody here is real.

use axum::response::{Html, IntoResponse, Response};
use http::header::ACCEPT_LANGUAGE;
use http::{HeaderMap, StatusCode};
use maud::{DOCTYPE, Markup, html};
use motcua_contract::text::LocalText;

use super::request::Asked;
use super::{PATH, own_headers};
use crate::sandbox::citizens::Citizen;

/// The language of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    /// Tiếng Việt
    Vietnamese,
    /// English
    English,
}

impl Language {
    /// As the client asks, or else the browser; the first language that these pages have.
    pub(super) fn of(headers: &HeaderMap, ui_locales: Option<&str>) -> Self {
        let accepted = headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        let asked = ui_locales.unwrap_or_default().split(' ');
        let accepted = accepted.unwrap_or_default().split(',');
        let mut languages = asked
            .chain(accepted)
            .map(|tag| tag.trim().to_ascii_lowercase());
        let known = languages.find(|tag| tag.starts_with("vi") || tag.starts_with("en"));
        match known {
            Some(tag) if tag.starts_with("en") => Self::English,
            _ => Self::Vietnamese,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }

    fn pick(self, vi: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Vietnamese => vi,
            Self::English => en,
        }
    }

    fn read(self, text: &LocalText) -> &str {
        text.for_language(self.code()).0
    }
}

/// A page as an answer.
pub(super) fn respond(status: StatusCode, page: Markup) -> Response {
    (status, own_headers(), Html(page.into_string())).into_response()
}

/// Who would you like to be? `missed` when nobody was chosen.
pub(super) fn choice(
    language: Language,
    asked: &Asked,
    people: &[Citizen],
    missed: bool,
) -> Markup {
    let l = |vi, en| language.pick(vi, en);
    let heading = l("Bạn muốn vào vai ai?", "Who would you like to be?");
    let error = l(
        "Chọn một người trong danh sách.",
        "Choose a person from the list.",
    );
    let main = html! {
        h1 { (heading) }
        @if missed {
            div.error role="alert" {
                h2 { (l("Chưa đăng nhập được", "You are not signed in yet")) }
                p { a href="#person-0" { (error) } }
            }
        }
        p {
            (l(
                "Cổng thử nghiệm muốn biết bạn là ai. Ở nơi cấp danh tính thật, bạn sẽ đăng nhập; ở đây bạn chọn một người được đặt ra để thử.",
                "The trial portal wants to know who you are. A real identity provider would have you sign in; here you choose somebody invented for trying it out.",
            ))
        }
        form method="post" action=(format!("{PATH}/authorize")) {
            @for (name, value) in asked.fields() {
                input type="hidden" name=(name) value=(value);
            }
            fieldset aria-describedby=[missed.then_some("person-error")] {
                legend { (l("Người thử", "Test person")) }
                @if missed {
                    p.error-text #person-error { (error) }
                }
                @for (at, person) in people.iter().enumerate() {
                    div.choice {
                        input type="radio" name="citizen" id=(format!("person-{at}")) value=(person.id)
                            aria-describedby=(format!("about-{at}"));
                        label for=(format!("person-{at}")) {
                            span lang="vi" { (person.name) }
                        }
                        p.about id=(format!("about-{at}")) { (language.read(&person.about)) }
                    }
                }
            }
            div.actions {
                button.primary type="submit" name="decision" value="continue" {
                    (l("Đăng nhập", "Sign in"))
                }
                button type="submit" name="decision" value="cancel" {
                    (l("Quay lại, không đăng nhập", "Go back without signing in"))
                }
            }
            h2 { (l("Thử khi có sự cố", "Try a failure")) }
            div.actions {
                button type="submit" name="decision" value="down" {
                    (l("Giả như nơi cấp danh tính đang hỏng", "Pretend that the provider is down"))
                }
            }
        }
    };
    document(language, heading, missed, main)
}

/// After signing out, when nobody says where to go.
pub(super) fn signed_out(language: Language) -> Markup {
    let heading = language.pick("Bạn đã đăng xuất", "You are signed out");
    let main = html! {
        h1 { (heading) }
        (way_back(language))
    };
    document(language, heading, false, main)
}

/// A request that nobody can be sent back with.
pub(super) fn broken(language: Language) -> Markup {
    let heading = language.pick(
        "Yêu cầu đăng nhập không dùng được",
        "This sign-in request is of no use",
    );
    let main = html! {
        h1 { (heading) }
        p {
            (language.pick(
                "Địa chỉ này không do cổng tạo ra. Bạn quay lại cổng và đăng nhập lại từ đầu.",
                "The portal did not make this address. Go back to the portal and start again.",
            ))
        }
        (way_back(language))
    };
    document(language, heading, true, main)
}

fn way_back(language: Language) -> Markup {
    html! {
        p { a href="/" { (language.pick("Về trang chủ của cổng", "To the portal’s home page")) } }
    }
}

fn document(language: Language, heading: &str, failed: bool, main: Markup) -> Markup {
    let place = language.pick("Danh tính thử nghiệm", "Sandbox identity");
    let prefix = if failed {
        language.pick("Lỗi: ", "Error: ")
    } else {
        ""
    };
    html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (prefix) (heading) " – " (place) }
                link rel="stylesheet" href=(format!("{PATH}/style.css"));
            }
            body {
                header {
                    p.place { (place) }
                    p.warning {
                        strong {
                            (language.pick(
                                "Môi trường thử nghiệm — không phải VNeID; mọi người ở đây đều không có thật.",
                                "A trial environment — not VNeID; nobody here is real.",
                            ))
                        }
                    }
                }
                main { (main) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn the_client_s_wish_goes_before_the_browser_s_and_vietnamese_is_the_rest() {
        let of = |accept: &'static str, asked| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(accept));
            Language::of(&headers, asked)
        };
        assert_eq!(of("en-GB,en;q=0.9", None), Language::English);
        assert_eq!(of("fr, vi;q=0.5", None), Language::Vietnamese);
        assert_eq!(of("ja", None), Language::Vietnamese);
        assert_eq!(of("en", Some("vi")), Language::Vietnamese);
        assert_eq!(of("vi", Some("fr en")), Language::English);
    }
}
