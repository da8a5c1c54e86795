//! `Upload-Metadata`: what the sender says about a file (tus 1.0.0, creation).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use motcua_contract::search::ID_CHARACTERS;
use motcua_contract::upload::{Purpose, metadata};

/// The longest header, in bytes.
const LONGEST: usize = 2000;
/// The longest name, in characters; file systems stop at 255 bytes.
const NAME_CHARACTERS: usize = 255;
/// What a file without a name is called.
const NAMELESS: &str = "giay-to";

/// What was said. Nothing of it is believed: the type is looked for inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Metadata {
    /// Without any folder.
    pub(crate) name: String,
    pub(crate) purpose: Purpose,
    /// The id of the requirement that it is for.
    pub(crate) requirement: Option<String>,
}

/// What is wrong with the header: a code for programs and words for people.
pub(crate) type Wrong = (&'static str, &'static str);

impl Metadata {
    /// Reads the header; keys that the contract does not name are for others and ignored.
    pub(crate) fn read(header: &str) -> Result<Self, Wrong> {
        if header.len() > LONGEST {
            return Err(("tooLong", "Viết tối đa 2.000 ký tự."));
        }
        let mut said = Self::unsaid();
        let mut seen = Vec::new();
        for pair in header.split(',') {
            let (key, value) = pair.split_once(' ').unwrap_or((pair, ""));
            if !is_key(key) || !is_base64(value) {
                let words = "Viết từng cặp “khóa giá-trị-Base64”, cách nhau bằng dấu phẩy.";
                return Err(("malformed", words));
            }
            if !KEYS.contains(&key) {
                continue;
            }
            if seen.contains(&key) {
                return Err(("repeated", "Chỉ viết mỗi khóa một lần."));
            }
            seen.push(key);
            said.take(key, &text(value)?)?;
        }
        Ok(said)
    }

    /// What is held of a file of which nothing was said.
    pub(crate) fn unsaid() -> Self {
        Self {
            name: NAMELESS.into(),
            purpose: Purpose::Paper,
            requirement: None,
        }
    }

    /// An attachment with a name that somebody gave it.
    pub(crate) fn attachment(name: &str) -> Result<Self, Wrong> {
        Ok(Self {
            name: self::name(name)?,
            purpose: Purpose::Attachment,
            requirement: None,
        })
    }

    fn take(&mut self, key: &str, value: &str) -> Result<(), Wrong> {
        match key {
            metadata::NAME => self.name = name(value)?,
            metadata::PURPOSE => {
                self.purpose = match value {
                    "paper" => Purpose::Paper,
                    "attachment" => Purpose::Attachment,
                    _ => return Err(("unknown", "Mục đích là “paper” hoặc “attachment”.")),
                }
            }
            metadata::REQUIREMENT => {
                if value.is_empty() || value.chars().count() > ID_CHARACTERS as usize {
                    return Err(("outOfRange", "Mã thành phần hồ sơ có từ 1 đến 100 ký tự."));
                }
                self.requirement = Some(value.into());
            }
            _ => {}
        }
        Ok(())
    }
}

/// The keys of the contract.
const KEYS: [&str; 4] = [
    metadata::NAME,
    metadata::MEDIA_TYPE,
    metadata::PURPOSE,
    metadata::REQUIREMENT,
];

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Whether a value is written in Base64's characters; whether it decodes is asked only of
/// those that are read.
fn is_base64(value: &str) -> bool {
    let digits = value.trim_end_matches('=');
    let digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    value.len() - digits.len() <= 2 && digits.bytes().all(digit)
}

fn text(value: &str) -> Result<String, Wrong> {
    let bytes = STANDARD.decode(value).ok();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    match text {
        Some(text) if !text.contains(char::is_control) => Ok(text),
        Some(_) => Err(("malformed", "Bỏ các ký tự điều khiển không nhìn thấy được.")),
        None => Err(("malformed", "Mã hóa từng giá trị bằng Base64 của UTF-8.")),
    }
}

/// The last part of a path, whoever's: some devices tell folders too.
fn name(value: &str) -> Result<String, Wrong> {
    let name = value.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    if name.chars().count() > NAME_CHARACTERS {
        return Err(("tooLong", "Tên tệp có tối đa 255 ký tự."));
    }
    Ok(match name {
        "" | "." | ".." => NAMELESS.into(),
        name => name.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pair(key: &str, value: &str) -> String {
        format!("{key} {}", STANDARD.encode(value))
    }

    #[test]
    fn what_is_said_is_read_and_what_others_say_is_ignored() {
        let header = [
            pair("filename", "giấy khai sinh.pdf"),
            pair("filetype", "application/pdf"),
            pair("purpose", "attachment"),
            pair("requirement", "c1-2"),
            "is_confidential".into(),
        ];
        let said = Metadata::read(&header.join(",")).expect("metadata");
        assert_eq!(said.name, "giấy khai sinh.pdf");
        assert_eq!(said.purpose, Purpose::Attachment);
        assert_eq!(said.requirement.as_deref(), Some("c1-2"));
        let nothing = Metadata::read("others Zg==,others Zg==").expect("metadata");
        assert_eq!(
            (nothing.name.as_str(), nothing.purpose, nothing.requirement),
            (NAMELESS, Purpose::Paper, None)
        );
    }

    #[test]
    fn a_name_never_leads_anywhere() {
        for (said, kept) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\an\\anh.jpg", "anh.jpg"),
            ("..", NAMELESS),
            ("thu-muc/", NAMELESS),
            ("", NAMELESS),
        ] {
            let header = pair("filename", said);
            assert_eq!(
                Metadata::read(&header).expect("metadata").name,
                kept,
                "{said}"
            );
        }
    }

    #[test]
    fn each_fault_has_its_code() {
        for (header, code) in [
            ("filename gi%E1".to_owned(), "malformed"),
            ("filename Zg".into(), "malformed"),
            ("filename /w==".into(), "malformed"),
            (pair("filename", "a\nb"), "malformed"),
            (" Zg==".into(), "malformed"),
            (",".into(), "malformed"),
            ("purpose cGFwZXI=,".into(), "malformed"),
            ("tên Zg==".into(), "malformed"),
            ("others a-b".into(), "malformed"),
            (String::new(), "malformed"),
            ("purpose cGFwZXI=,purpose cGFwZXI=".into(), "repeated"),
            (pair("purpose", "virus"), "unknown"),
            ("purpose".into(), "unknown"),
            (pair("requirement", ""), "outOfRange"),
            (pair("requirement", &"a".repeat(101)), "outOfRange"),
            (pair("filename", &"a".repeat(256)), "tooLong"),
            ("a".repeat(2001), "tooLong"),
        ] {
            let wrong = Metadata::read(&header).expect_err(&header);
            assert_eq!(wrong.0, code, "{header}");
        }
    }

    proptest! {
        #[test]
        fn no_header_makes_it_panic(header in ".*") {
            let _ = Metadata::read(&header);
        }

        #[test]
        fn any_name_without_a_folder_comes_through(name in "[^/\\\\\\pC]{1,60}") {
            let said = Metadata::read(&pair("filename", &name)).expect("metadata");
            let kept = match name.trim() {
                "" | "." | ".." => NAMELESS,
                name => name,
            };
            prop_assert_eq!(said.name, kept);
        }
    }
}
