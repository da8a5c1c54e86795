//! The screens of an application being filled in, as the address names them.

use super::encoding::{decode, encode};

/// A screen of an application being filled in.
///
/// A page's id stands where the fixed words do, so a form whose page is called like one
/// of them could not show it; ids are English and the words are not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// `/nop/{draft}`: the list of what is to be done.
    Tasks,
    /// `/nop/{draft}/{page}`: one page of questions, by its id; with `?item=children.0` the
    /// questions about one item of a group on it.
    Page(String, Option<Item>),
    /// `/nop/{draft}/nhan-ket-qua`: how to get the result.
    Delivery,
    /// `/nop/{draft}/xem-lai`: every answer once more.
    Review,
    /// `/nop/{draft}/gui`: handing it in.
    Send,
}

/// One of the things or people that a group asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// The group's id.
    pub(crate) group: String,
    /// Its number, from 0.
    pub(crate) at: usize,
}

impl Item {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (group, at) = text.rsplit_once('.')?;
        Some(Self {
            group: group.into(),
            at: at.parse().ok()?,
        })
    }
}

impl Step {
    pub(super) fn parse(part: Option<&str>) -> Option<Self> {
        Some(match part {
            None => Self::Tasks,
            Some("nhan-ket-qua") => Self::Delivery,
            Some("xem-lai") => Self::Review,
            Some("gui") => Self::Send,
            Some(page) => Self::Page(decode(page)?, None),
        })
    }

    /// What follows the draft in the address.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Tasks => String::new(),
            Self::Page(id, _) => format!("/{}", encode(id)),
            Self::Delivery => "/nhan-ket-qua".into(),
            Self::Review => "/xem-lai".into(),
            Self::Send => "/gui".into(),
        }
    }
}
