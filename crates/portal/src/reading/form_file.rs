//! Names of the official forms' files (mẫu đơn, tờ khai) that the source gives with a paper.
//!
//! 1,893 papers have them in a member of their own, some with several run together
//! ("….docxMau 07 ….docx"); 401 more have one glued to the end of their name: where it
//! begins can be said of the 123 in which it stands behind a mark of punctuation.

/// Endings of the files at the source.
const ENDINGS: [&str; 6] = [".docx", ".doc", ".pdf", ".xlsx", ".xls", ".rtf"];

/// The files that a paper's own member or else its name gives, in the source's order.
pub(super) fn read(member: Option<&str>, name: &str) -> Vec<String> {
    match member.map(str::trim) {
        Some(files) if !files.is_empty() => apart(files),
        _ => glued(name.trim()).into_iter().collect(),
    }
}

/// Cuts after each ending.
fn apart(mut files: &str) -> Vec<String> {
    let mut names = Vec::new();
    while let Some(end) = first_ending(files) {
        let (name, rest) = files.split_at(end);
        names.push(name.trim().to_owned());
        files = rest.trim_start_matches([';', ',', ' ']);
    }
    if names.is_empty() && !files.is_empty() {
        names.push(files.into());
    }
    names
}

/// The byte behind the first ending that another name or nothing follows.
fn first_ending(files: &str) -> Option<usize> {
    let lower = files.to_ascii_lowercase();
    lower.match_indices('.').find_map(|(at, _)| {
        let ending = ENDINGS.iter().find(|end| lower[at..].starts_with(*end))?;
        Some(at + ending.len())
    })
}

/// "… Thông tư 21/2015/TT-BNNPTNT).phu luc VII.docx": what follows the closing mark
/// without a space is a file.
fn glued(name: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let ending = ENDINGS.iter().find(|ending| lower.ends_with(**ending))?;
    let stem = &name[..name.len() - ending.len()];
    let begins = |at: usize, mark: char| {
        let rest = &stem[at + mark.len_utf8()..];
        rest.starts_with(|c: char| c.is_alphanumeric()) && rest.chars().any(char::is_alphabetic)
    };
    let mut marks = stem
        .char_indices()
        .rev()
        .filter(|(_, c)| ").;:".contains(*c));
    let (at, mark) = marks.find(|(at, mark)| begins(*at, *mark) && is_closing(stem, *at, *mark))?;
    Some(name[at + mark.len_utf8()..].to_owned())
}

/// Whether a mark closes a sentence rather than stands within a number or a file's name.
fn is_closing(stem: &str, at: usize, mark: char) -> bool {
    let before = stem[..at].chars().next_back();
    mark != '.' || before.is_some_and(|c| c == ')' || c.is_lowercase() && stem[..at].contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_run_together_come_apart() {
        assert_eq!(read(Some("Mẫu CT01.doc"), "Tờ khai"), ["Mẫu CT01.doc"]);
        assert_eq!(
            read(Some("Mau 07 - IV.docxMau 08 - IV.docx"), "Đơn"),
            ["Mau 07 - IV.docx", "Mau 08 - IV.docx"]
        );
    }

    #[test]
    fn a_file_glued_to_a_name_is_found_behind_the_closing_mark_only() {
        let glued =
            "Kết quả (theo Phụ lục VI, VII của Thông tư 21/2015/TT-BNNPTNT).phu luc VII.docx";
        assert_eq!(read(None, glued), ["phu luc VII.docx"]);
        assert!(read(None, "Giấy đề nghị theo mẫuvăn bản đề nghị loại 1,2,3.docx").is_empty());
        assert!(read(None, "Giấy chứng sinh;").is_empty());
    }
}
