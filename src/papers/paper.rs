//! What a person has gathered for one requirement. Pure types, kept in the draft.

use serde::{Deserialize, Serialize};

use super::transfer::{State, Transfer};

/// Photos not yet joined, and files on their way or there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Gathered {
    /// Pages of a paper being photographed, in reading order.
    pub(crate) photos: Vec<Photo>,
    /// Files, in reading order.
    pub(crate) files: Vec<PaperFile>,
}

/// One photographed page; its bytes stand in the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Photo {
    /// Random and local.
    pub(crate) id: String,
    /// How it is turned to be read.
    pub(crate) turn: Turn,
    /// The JPEG's size in bytes.
    pub(crate) bytes: u64,
}

/// One file that is handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PaperFile {
    /// Random and local.
    pub(crate) id: String,
    /// As the person knows it.
    pub(crate) name: String,
    /// As the device takes it to be.
    pub(crate) media_type: String,
    /// Its size.
    pub(crate) bytes: u64,
    /// SHA-256 of its bytes as this device computed it, 64 lower-case hexadecimal digits.
    pub(crate) sha256: String,
    /// How many pages, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pages: Option<u32>,
    /// How far it is on its way to the portal.
    pub(crate) transfer: Transfer,
}

/// A quarter turn, clockwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Turn {
    /// As taken.
    #[default]
    None,
    /// A quarter to the right.
    Right,
    /// Upside down.
    Half,
    /// A quarter to the left.
    Left,
}

impl Turn {
    /// One quarter further to the right.
    pub(crate) fn right(self) -> Self {
        match self {
            Self::None => Self::Right,
            Self::Right => Self::Half,
            Self::Half => Self::Left,
            Self::Left => Self::None,
        }
    }

    /// Clockwise, as PDF and CSS count.
    pub(crate) fn degrees(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Right => 90,
            Self::Half => 180,
            Self::Left => 270,
        }
    }
}

/// What still stands between a paper and its being handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lack {
    /// The portal has refused a file, or it went wrong for good.
    Refused,
    /// Photos were taken and not yet joined.
    Unjoined,
    /// The person has paused a file.
    Paused,
    /// A file is on its way.
    OnItsWay,
}

impl Gathered {
    /// The gravest thing that is lacking; nothing when all is received.
    pub(crate) fn lack(&self) -> Option<Lack> {
        let photos = (!self.photos.is_empty()).then_some(Lack::Unjoined);
        let files = self
            .files
            .iter()
            .filter_map(|file| match file.transfer.state {
                State::Received { .. } | State::Checked { .. } => None,
                State::Refused { .. } | State::Failed => Some(Lack::Refused),
                _ if file.transfer.paused => Some(Lack::Paused),
                _ => Some(Lack::OnItsWay),
            });
        files.chain(photos).min()
    }

    /// What a letter waits for: as [`Self::lack`], and that the portal has looked into what it
    /// received, since it takes no letter with a file that it does not know yet.
    pub(crate) fn unsettled(&self) -> Option<Lack> {
        let mut files = self.files.iter();
        let looked_into = files.any(|file| file.transfer.is_looked_into());
        self.lack().or(looked_into.then_some(Lack::OnItsWay))
    }

    /// Ids of the uploads that the portal has, in reading order.
    pub(crate) fn uploads(&self) -> Vec<String> {
        self.files
            .iter()
            .filter_map(|file| file.transfer.received().map(str::to_owned))
            .collect()
    }

    /// The file with this local id.
    pub(crate) fn file_mut(&mut self, id: &str) -> Option<&mut PaperFile> {
        self.files.iter_mut().find(|file| file.id == id)
    }
}

#[cfg(test)]
mod tests {
    use motcua_contract::upload::UploadState;

    use super::*;
    use crate::papers::transfer::Heard;

    fn file(id: &str, state: State) -> PaperFile {
        PaperFile {
            id: id.into(),
            name: format!("{id}.pdf"),
            media_type: "application/pdf".into(),
            bytes: 3,
            sha256: "0".repeat(64),
            pages: None,
            transfer: {
                let mut transfer = Transfer::new("k".into());
                transfer.state = state;
                transfer
            },
        }
    }

    fn received(upload: &str) -> State {
        State::Received {
            upload: upload.into(),
        }
    }

    #[test]
    fn a_paper_lacks_nothing_only_when_every_file_is_received() {
        let sent = State::Sent {
            upload: "u2".into(),
        };
        let mut gathered = Gathered {
            files: vec![file("a", received("u1")), file("b", sent)],
            ..Gathered::default()
        };
        assert_eq!(gathered.lack(), Some(Lack::OnItsWay));
        assert_eq!(
            gathered.uploads(),
            ["u1"],
            "one whose hash is not compared is not handed in"
        );
        gathered.files[1].transfer.state = received("u2");
        assert_eq!(gathered.lack(), None);
        assert_eq!(gathered.uploads(), ["u1", "u2"]);
    }

    #[test]
    fn a_letter_waits_until_its_files_are_looked_into_but_not_for_ever() {
        let mut gathered = Gathered {
            files: vec![file("a", received("u"))],
            ..Gathered::default()
        };
        assert_eq!(gathered.lack(), None);
        assert_eq!(gathered.unsettled(), Some(Lack::OnItsWay));
        let sha256 = "0".repeat(64);
        for _ in 0..4 {
            let again = Heard::Became(UploadState::Received {
                sha256: sha256.clone(),
            });
            gathered.files[0].transfer.hear(again, 3, &sha256, "k");
        }
        assert_eq!(gathered.unsettled(), None);
        gathered.files[0].transfer.state = State::Checked {
            upload: "u".into(),
            pages: None,
        };
        assert_eq!(gathered.unsettled(), None);
    }

    #[test]
    fn photos_that_were_not_joined_are_not_forgotten() {
        let photo = Photo {
            id: "p".into(),
            turn: Turn::None,
            bytes: 1,
        };
        let gathered = Gathered {
            photos: vec![photo],
            files: vec![file("a", received("u"))],
        };
        assert_eq!(gathered.lack(), Some(Lack::Unjoined));
    }

    #[test]
    fn four_turns_are_none() {
        let turned = Turn::None.right().right().right().right();
        assert_eq!((turned, Turn::None.right().degrees()), (Turn::None, 90));
    }
}
