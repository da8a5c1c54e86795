//! Takes in what a person photographed or chose, or says at once why not and how to mend it.

use leptos::prelude::untrack;
use motcua_contract::portal::Limits;
use web_sys::File;

use super::paper::{Gathered, PaperFile, Photo, Turn};
use super::pdf::{self, Page};
use super::photo::{self, NotReadable};
use super::pile::AnyPile;
use super::transfer::Transfer;
use super::{bytes, courier, words};
use crate::i18n::{fill, papers as say};
use crate::offline::drafts::new_id;

const PDF: &str = "application/pdf";

/// What became of one file that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Added {
    /// A page of a paper being photographed: its place, from 1.
    Page(usize),
    /// A file, on its way by now: its name.
    File(String),
    /// Not taken, and what to do about it.
    Refused(String),
}

/// Where things are added, and what the portal takes there.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) pile: AnyPile,
    pub(super) limits: Limits,
    /// How many files, when the portal says.
    pub(super) most: Option<u32>,
}

/// What kind of file was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Photo,
    Document,
    NotTaken,
}

/// Judges by the media type that the device claims, and by the name where it claims none.
fn kind(media_type: &str, name: &str, taken: &[String]) -> Kind {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let claimed = match (media_type, ending.as_str()) {
        ("", "pdf") => PDF,
        ("", "jpg" | "jpeg" | "png" | "webp" | "heic" | "heif") => "image/",
        (claimed, _) => claimed,
    };
    // Every photo becomes a PDF, so it does not matter which pictures the portal takes.
    if claimed.starts_with("image/") {
        Kind::Photo
    } else if claimed == PDF || taken.iter().any(|kind| kind == claimed) {
        Kind::Document
    } else {
        Kind::NotTaken
    }
}

impl Place {
    /// Takes in one file.
    pub(super) async fn add(&self, file: &File) -> Added {
        let name = file.name();
        let refuse = |message| Added::Refused(fill(message, &[("name", &name)]));
        if file.size() < 1.0 {
            return refuse(say::wrong_empty());
        }
        match kind(&file.type_(), &name, &self.limits.upload_types) {
            Kind::NotTaken => {
                let types = words::types(&self.limits.upload_types);
                let values = [("name", name.as_str()), ("types", &types)];
                Added::Refused(fill(say::wrong_type(), &values))
            }
            Kind::Photo => match photo::legible(file).await {
                Ok(jpeg) => self.add_page(&jpeg).await,
                Err(NotReadable::Format) => refuse(say::wrong_photo()),
                Err(NotReadable::Memory) => refuse(say::wrong_memory()),
            },
            Kind::Document => {
                // Before reading: a film would fill the memory.
                if let Some(refused) = self.too_large(&name, file.size() as u64) {
                    return refused;
                }
                let Some(content) = bytes::read(file).await else {
                    return refuse(say::wrong_unread());
                };
                let media_type = if file.type_().is_empty() {
                    PDF.into()
                } else {
                    file.type_()
                };
                // Readers find the mark within the first kilobyte; so do we.
                let head = &content[..content.len().min(1024)];
                if media_type == PDF && !head.windows(5).any(|mark| mark == b"%PDF-") {
                    return refuse(say::wrong_pdf());
                }
                self.add_file(name, media_type, &content, None).await
            }
        }
    }

    /// Joins the photos into one file and sends it off.
    pub(super) async fn join(&self, name: &str) -> Added {
        let photos = self.gathered().photos;
        let place = self.pile.place();
        let mut pages = Vec::new();
        for photo in &photos {
            match bytes::kept(&place, &photo.id).await {
                Some(jpeg) => pages.push((jpeg, photo.turn)),
                None => return Added::Refused(fill(say::wrong_unread(), &[("name", name)])),
            }
        }
        let pages: Vec<Page<'_>> = pages
            .iter()
            .map(|(jpeg, turn)| Page { jpeg, turn: *turn })
            .collect();
        let Ok(joined) = pdf::join(&pages) else {
            return Added::Refused(fill(say::wrong_unread(), &[("name", name)]));
        };
        let limit = self.limits.upload_bytes.unwrap_or(u64::MAX);
        if joined.len() as u64 > limit {
            let (size, limit) = (words::size(joined.len() as u64), words::size(limit));
            let values = [("size", size.as_str()), ("limit", &limit)];
            return Added::Refused(fill(say::joined_large(), &values));
        }
        let count = u32::try_from(pages.len()).ok();
        let added = self.add_file(name.into(), PDF.into(), &joined, count).await;
        if matches!(added, Added::File(_)) {
            self.pile.change(Box::new(|gathered| {
                let joined = |kept: &Photo| photos.iter().any(|photo| photo.id == kept.id);
                gathered.photos.retain(|kept| !joined(kept));
            }));
            for photo in photos {
                bytes::forget(&place, &photo.id).await;
            }
        }
        added
    }

    async fn add_page(&self, jpeg: &[u8]) -> Added {
        let id = new_id();
        if self.pile.is_open() && bytes::keep(&self.pile.place(), &id, jpeg).await.is_err() {
            return Added::Refused(say::not_kept().into());
        }
        let mut page = 0;
        self.pile.change(Box::new(|gathered| {
            let bytes = jpeg.len() as u64;
            gathered.photos.push(Photo {
                id,
                turn: Turn::None,
                bytes,
            });
            page = gathered.photos.len();
        }));
        Added::Page(page)
    }

    async fn add_file(
        &self,
        name: String,
        media_type: String,
        content: &[u8],
        pages: Option<u32>,
    ) -> Added {
        if let Some(most) = self.most
            && self.gathered().files.len() >= most as usize
        {
            return Added::Refused(fill(say::too_many(), &[("n", &most.to_string())]));
        }
        let Some(hash) = bytes::sha256(content).await else {
            return Added::Refused(say::no_hash().into());
        };
        let id = new_id();
        if bytes::keep(&self.pile.place(), &id, content).await.is_err() {
            return Added::Refused(say::not_kept().into());
        }
        let file = PaperFile {
            id,
            name: name.clone(),
            media_type,
            bytes: content.len() as u64,
            sha256: bytes::hexadecimal(&hash),
            pages,
            transfer: Transfer::new(new_id()),
        };
        self.pile
            .change(Box::new(|gathered| gathered.files.push(file)));
        courier::attend(&self.pile);
        Added::File(name)
    }

    fn too_large(&self, name: &str, size: u64) -> Option<Added> {
        let limit = self.limits.upload_bytes.filter(|limit| size > *limit)?;
        let (size, limit) = (words::size(size), words::size(limit));
        let values = [("name", name), ("size", &size), ("limit", &limit)];
        Some(Added::Refused(fill(say::wrong_size(), &values)))
    }

    fn gathered(&self) -> Gathered {
        untrack(|| self.pile.gathered())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_is_taken_whatever_pictures_the_portal_takes() {
        let taken = ["application/pdf".to_owned()];
        assert_eq!(kind("image/png", "a.png", &taken), Kind::Photo);
        assert_eq!(
            kind("", "IMG_1.HEIC", &taken),
            Kind::Photo,
            "phones claim nothing for HEIC"
        );
        assert_eq!(kind("application/pdf", "a", &taken), Kind::Document);
        assert_eq!(kind("", "a.PDF", &taken), Kind::Document);
        assert_eq!(kind("application/msword", "a.doc", &taken), Kind::NotTaken);
        assert_eq!(kind("", "a.exe", &taken), Kind::NotTaken);
    }
}
