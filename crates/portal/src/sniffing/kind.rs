//! Which kind of file it is, by its first bytes.

use infer::MatcherType;
use serde::{Deserialize, Serialize};

use super::Fault;

/// The kinds of files that a portal can take: those that every officer's browser opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) enum Kind {
    /// A document.
    #[serde(rename = "application/pdf")]
    Pdf,
    /// A photo.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// A picture without loss.
    #[serde(rename = "image/png")]
    Png,
    /// What browsers make smaller.
    #[serde(rename = "image/webp")]
    Webp,
}

impl Kind {
    /// All there are.
    pub(crate) const ALL: [Self; 4] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Webp];

    /// As HTTP names it.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// As people name it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
        }
    }

    /// The kind that HTTP names so.
    pub(crate) fn of_media_type(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.media_type() == name)
    }
}

/// The kind that a file is by its first bytes, or what it is instead.
pub(super) fn named(bytes: &[u8]) -> Result<Kind, Fault> {
    let Some(found) = infer::get(bytes) else {
        return Err(Fault::Strange);
    };
    if let Some(kind) = Kind::of_media_type(found.mime_type()) {
        return Ok(kind);
    }
    Err(match (found.mime_type(), found.matcher_type()) {
        ("image/heif", _) => Fault::Heic,
        (_, MatcherType::Image) => Fault::Picture,
        (_, MatcherType::Doc | MatcherType::Book) => Fault::Document,
        (_, MatcherType::Archive) => Fault::Archive,
        (_, MatcherType::App) => Fault::Program,
        (_, MatcherType::Audio | MatcherType::Video) => Fault::Recording,
        _ => Fault::Strange,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        for (bytes, expected) in [
            (b"%PDF-1.7\n".as_slice(), Ok(Kind::Pdf)),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Ok(Kind::Jpeg)),
            (b"\x89PNG\r\n\x1a\n", Ok(Kind::Png)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Ok(Kind::Webp)),
            (b"MZ\x90\0\x03\0\0\0", Err(Fault::Program)),
            (b"PK\x03\x04\x14\0\0\0", Err(Fault::Archive)),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Err(Fault::Heic)),
            (b"GIF89a\x01\0\x01\0", Err(Fault::Picture)),
            (b"ID3\x03\0\0\0\0\0\0", Err(Fault::Recording)),
            (b"khong phai anh", Err(Fault::Strange)),
            (b"", Err(Fault::Strange)),
        ] {
            assert_eq!(named(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn media_types_and_kinds_name_each_other() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_media_type(kind.media_type()), Some(kind));
            let written = serde_json::to_value(kind).expect("text");
            assert_eq!(written, kind.media_type());
        }
    }
}
