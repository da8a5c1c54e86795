//! The officer's pages: one column, no script, and only what may be done now.

use maud::{DOCTYPE, Markup, html};
use motcua_contract::file::StoredFile;

use crate::web::refusal::Refusal;

mod case;
mod fields;
mod list;
mod moves;
mod results;
mod words;

pub(super) use case::case;
pub(super) use list::list;

/// What went wrong, at the head of a page.
pub(super) fn error(refusal: &Refusal) -> Markup {
    html! {
        div.error role="alert" {
            h2 { "Chưa làm được" }
            p { (refusal.words()) }
            ul {
                @for fault in refusal.faults() { li { (fault.message) " (" (fault.pointer) ")" } }
            }
        }
    }
}

/// Files by name, size and hash: enough to compare one with the sender's.
pub(super) fn attached(files: &[StoredFile]) -> Markup {
    html! {
        @if !files.is_empty() {
            ul {
                @for file in files {
                    li { (file.name) ", " (file.bytes) " byte, SHA-256 " code { (file.sha256) } }
                }
            }
        }
    }
}

/// `2026-10-08T09:12:00+07:00` as Vietnamese write it.
fn day(rfc3339: &str) -> String {
    let part = |range| rfc3339.get(range).unwrap_or_default();
    format!(
        "{} ngày {}/{}/{}",
        part(11..16),
        part(8..10),
        part(5..7),
        part(0..4)
    )
}

/// A page around what it is for.
pub(super) fn document(heading: &str, failed: bool, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="vi" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { @if failed { "Lỗi: " } (heading) " – Cán bộ thử nghiệm" }
                link rel="stylesheet" href="/sandbox/style.css";
            }
            body {
                header {
                    p.sandbox {
                        "Trang cán bộ thử nghiệm. Không có cơ quan nhà nước nào ở đây; ai mở trang này \
                         cũng là cán bộ và thấy mọi hồ sơ thử."
                    }
                }
                main { (main) }
            }
        }
    }
}
