//! What is said of papers, with their names and sizes in it.

use motcua_contract::upload::UploadRefusal;

use super::paper::{Lack, PaperFile};
use super::transfer::State;
use crate::i18n::{fill, language, papers as words};

/// A size in the unit that people know: kB below a megabyte, MB above.
pub(super) fn size(bytes: u64) -> String {
    const KILO: u64 = 1000;
    const MEGA: u64 = 1_000_000;
    if bytes < MEGA {
        return format!("{}\u{a0}kB", bytes.div_ceil(KILO));
    }
    // One decimal, rounded up: a limit is never said to be larger than the file.
    let tenths = bytes.div_ceil(MEGA / 10);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let point = if language().tag() == "vi" { ',' } else { '.' };
    if tenth == 0 {
        format!("{whole}\u{a0}MB")
    } else {
        format!("{whole}{point}{tenth}\u{a0}MB")
    }
}

/// Media types as people call them: `PDF, JPEG`.
pub(super) fn types(types: &[String]) -> String {
    let names: Vec<String> = types
        .iter()
        .map(|kind| kind.rsplit('/').next().unwrap_or(kind).to_uppercase())
        .collect();
    names.join(", ")
}

/// How far a file is, in one line.
pub(super) fn state(file: &PaperFile, online: bool) -> String {
    let percent = percent(file).to_string();
    let at = |message| fill(message, &[("n", &percent)]);
    match &file.transfer.state {
        State::Received { .. } => words::received().into(),
        State::Checked { .. } => words::checked().into(),
        State::Failed => words::failed().into(),
        State::Refused { reason, text } => {
            let why = match (text, reason) {
                (Some(text), _) => text.for_language(language().tag()).0,
                (None, UploadRefusal::Type) => words::refused_type(),
                (None, UploadRefusal::TooLarge) => words::refused_large(),
                (None, _) => words::refused_other(),
            };
            fill(words::refused(), &[("why", why)])
        }
        _ if file.transfer.paused => at(words::paused()),
        _ if !online => words::waiting_network().into(),
        State::Waiting { .. } => words::waiting().into(),
        State::Sending { .. } => at(words::sending()),
        State::Sent { .. } => words::sent().into(),
    }
}

/// How much the portal has said that it holds; 100 only when that is all of it.
pub(super) fn percent(file: &PaperFile) -> u64 {
    let arrived = file.transfer.arrived(file.bytes);
    (arrived * 100).checked_div(file.bytes).unwrap_or(0)
}

/// Size and pages of a file.
pub(super) fn facts(file: &PaperFile) -> String {
    let size = size(file.bytes);
    match file.pages {
        None => size,
        Some(1) => fill(words::file_pages_one(), &[("size", &size)]),
        Some(n) => fill(
            words::file_pages(),
            &[("size", &size), ("n", &n.to_string())],
        ),
    }
}

/// What still stands between a paper and its being handed in, and what to do.
pub(crate) fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::Refused => words::lack_refused(),
        Lack::Unjoined => words::lack_unjoined(),
        Lack::Paused => words::lack_paused(),
        Lack::OnItsWay => words::lack_on_its_way(),
    }
}

/// A file has been received.
pub(super) fn said_received(name: &str) -> String {
    fill(words::said_received(), &[("name", name)])
}

/// A file has been refused.
pub(super) fn said_refused(name: &str) -> String {
    fill(words::said_refused(), &[("name", name)])
}

/// A file could not be sent.
pub(super) fn said_failed(name: &str) -> String {
    fill(words::said_failed(), &[("name", name)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::transfer::Transfer;

    #[test]
    fn sizes_are_read_as_people_say_them() {
        assert_eq!(size(1), "1\u{a0}kB");
        assert_eq!(size(999_000), "999\u{a0}kB");
        assert_eq!(size(20_000_000), "20\u{a0}MB");
        assert_eq!(
            size(20_000_001),
            "20,1\u{a0}MB",
            "a file just past a limit is not said to be within"
        );
        assert_eq!(
            types(&["application/pdf".into(), "image/jpeg".into()]),
            "PDF, JPEG"
        );
    }

    #[test]
    fn a_file_is_not_said_to_be_received_before_it_is() {
        let mut file = PaperFile {
            id: "f".into(),
            name: "x.pdf".into(),
            media_type: "application/pdf".into(),
            bytes: 1000,
            sha256: String::new(),
            pages: None,
            transfer: Transfer::new("k".into()),
        };
        let mut sends = |offset| {
            file.transfer.state = State::Sending {
                upload: "u".into(),
                offset,
                sure: true,
            };
            (percent(&file), state(&file, true))
        };
        assert_eq!(sends(999), (99, "Đang gửi: 99 %".into()));
        file.transfer.state = State::Sent { upload: "u".into() };
        assert_eq!(state(&file, true), words::sent());
        assert_eq!(state(&file, false), words::waiting_network());
    }
}
