//! One step of a file's way: a request, and what its answer says.

use motcua_contract::upload::Upload;

use crate::api::uploads::{self, Announcement, Reply};
use crate::papers::bytes;
use crate::papers::paper::PaperFile;
use crate::papers::transfer::{Heard, Step};

/// Takes one step.
pub(super) async fn take(
    step: Step,
    file: &PaperFile,
    requirement: Option<&str>,
    content: Option<&[u8]>,
) -> Heard {
    match step {
        Step::Announce { key } => {
            let told = Announcement {
                name: &file.name,
                media_type: &file.media_type,
                bytes: file.bytes,
                requirement,
            };
            understand(uploads::announce(told, &key).await, |reply| {
                reply.id.map(Heard::Announced)
            })
        }
        Step::Ask { upload } => understand(uploads::ask(&upload).await, |reply| {
            reply.offset.map(Heard::Holds)
        }),
        Step::Look { upload } => understand(uploads::look(&upload).await, |reply| {
            let upload: Upload = crate::json::read(&reply.body).ok()?;
            Some(Heard::Became(upload.state))
        }),
        Step::Send { upload, from, to } => {
            let range = (usize::try_from(from), usize::try_from(to));
            let (Ok(from_byte), Ok(to_byte)) = range else {
                return Heard::Silence;
            };
            let Some(chunk) = content.and_then(|all| all.get(from_byte..to_byte)) else {
                return Heard::Silence;
            };
            let Some(hash) = bytes::sha256(chunk).await else {
                return Heard::Silence;
            };
            let began = js_sys::Date::now();
            let reply = uploads::append(&upload, from, chunk, &hash).await;
            let milliseconds = (js_sys::Date::now() - began).max(0.0) as u32;
            understand(reply, |reply| {
                let offset = reply.offset?;
                Some(Heard::Took {
                    offset,
                    milliseconds,
                })
            })
        }
        Step::Rest => Heard::Silence,
    }
}

/// What a reply says; a success that lacks what it should bring is as good as none.
fn understand(reply: Option<Reply>, read: impl FnOnce(Reply) -> Option<Heard>) -> Heard {
    match reply {
        None => Heard::Silence,
        Some(reply) if (200..300).contains(&reply.status) => read(reply).unwrap_or(Heard::Silence),
        Some(reply) => Heard::Status(reply.status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_without_what_it_should_bring_is_no_answer() {
        let reply = Reply {
            status: 201,
            ..Reply::default()
        };
        assert_eq!(
            understand(Some(reply), |r| r.id.map(Heard::Announced)),
            Heard::Silence
        );
        let reply = Reply {
            status: 413,
            ..Reply::default()
        };
        assert_eq!(understand(Some(reply), |_| None), Heard::Status(413));
        assert_eq!(understand(None, |_| None), Heard::Silence);
    }
}
