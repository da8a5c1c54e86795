//! Papers of a dossier: uploads that become its own, and papers already held.

use std::collections::HashSet;

use motcua_contract::problem::Fault;
use motcua_contract::submission::Paper;
use rusqlite::Transaction;

use super::ground::{Ground, fault};
use super::rows::{self, PaperFile};
use crate::files::hash::FileHash;
use crate::held::{self, HandedIn};
use crate::moment::Moment;
use crate::session::Owner;
use crate::sniffing::Kind;
use crate::uploads::taking::{self, ArrivedFile, Found};
use crate::web::refusal::Refusal;

/// How many files may go with one message or one piece of feedback.
pub(crate) const ATTACHMENTS: usize = 10;

/// A file that a paper consists of, before the dossier has it.
pub(crate) struct Chosen {
    requirement: String,
    paper_name: String,
    file_name: String,
    kind: Kind,
    bytes: u64,
    hash: FileHash,
    /// The upload it comes from; none for a paper already held.
    upload: Option<String>,
}

impl Chosen {
    /// The requirement that it is for.
    pub(crate) fn requirement(&self) -> &str {
        &self.requirement
    }

    /// The upload it comes from; none for a paper already held.
    fn upload(&self) -> Option<&str> {
        self.upload.as_deref()
    }

    /// What the file is called and is, its size in bytes, and its hash.
    pub(crate) fn facts(&self) -> (&str, Kind, u64, &FileHash) {
        (&self.file_name, self.kind, self.bytes, &self.hash)
    }
}

/// Picks the files of several papers; everything at fault is said at once.
pub(crate) struct Picking<'a> {
    transaction: &'a Transaction<'a>,
    owner: &'a Owner,
    /// They are for somebody else, whose the owner's own papers are not.
    for_another: bool,
    now: Moment,
    seen: HashSet<String>,
    faults: Vec<Fault>,
    unchecked: bool,
}

impl<'a> Picking<'a> {
    pub(crate) fn new(transaction: &'a Transaction<'a>, owner: &'a Owner, now: Moment) -> Self {
        Self {
            transaction,
            owner,
            for_another: false,
            now,
            seen: HashSet::new(),
            faults: Vec::new(),
            unchecked: false,
        }
    }

    /// For somebody else's dossier, where that is so.
    pub(crate) fn for_another(self, for_another: bool) -> Self {
        Self {
            for_another,
            ..self
        }
    }

    /// The files of a paper that are there and in order; `place` is where it stands in what
    /// was sent.
    pub(crate) fn pick(
        &mut self,
        place: &str,
        paper: &Paper,
        name: &str,
    ) -> Result<Vec<Chosen>, Refusal> {
        let mut chosen = Vec::new();
        for (number, upload) in paper.uploads.iter().enumerate() {
            let pointer = format!("{place}/uploads/{number}");
            if !self.seen.insert(upload.clone()) {
                let repeated = fault(&pointer, "repeated", "Nêu mỗi tệp một lần.");
                self.faults.push(repeated);
                continue;
            }
            match taking::find(self.transaction, self.owner, upload, self.now)? {
                Found::Ready(ArrivedFile {
                    id,
                    name: file_name,
                    bytes,
                    hash,
                    kind: Some(kind),
                    ..
                }) => chosen.push(Chosen {
                    requirement: paper.requirement.clone(),
                    paper_name: name.to_owned(),
                    file_name,
                    kind,
                    bytes,
                    hash,
                    upload: Some(id),
                }),
                Found::Ready(_) | Found::Unchecked(_) => self.unchecked = true,
                other => self.faults.push(not_to_be_had(&pointer, &other)),
            }
        }
        if self.for_another && paper.held.is_some() {
            let message = "Giấy tờ cổng giữ là của bạn, không phải của người bạn nộp thay. Bạn \
                           gửi tệp khác.";
            let place = format!("{place}/held");
            self.faults.push(fault(&place, "notTheirs", message));
        } else if let Some(id) = &paper.held {
            match held::one(self.transaction, self.owner, id)? {
                Some(document) => chosen.push(Chosen {
                    requirement: paper.requirement.clone(),
                    paper_name: name.to_owned(),
                    file_name: document.file_name,
                    kind: document.media_type,
                    bytes: document.bytes,
                    hash: document.hash,
                    upload: None,
                }),
                None => {
                    let message = "Cổng không giữ giấy tờ này của bạn. Bạn gửi tệp khác.";
                    let unknown = fault(&format!("{place}/held"), "unknown", message);
                    self.faults.push(unknown);
                }
            }
        }
        Ok(chosen)
    }

    /// [`Picking::finish`] for a list of uploads that stands alone, at `place`.
    fn finish_as(mut self, place: &str) -> Result<(), Refusal> {
        for fault in &mut self.faults {
            fault.pointer = fault.pointer.replacen("/uploads", place, 1);
        }
        self.finish()
    }

    /// The refusal, when any of them cannot be had.
    pub(crate) fn finish(self) -> Result<(), Refusal> {
        if !self.faults.is_empty() {
            return Err(Refusal::answers(self.faults));
        }
        if self.unchecked {
            let why = "Cổng còn đang kiểm tra tệp bạn gửi. Bạn chờ ít giây rồi gửi lại.";
            return Err(Refusal::not_now(why));
        }
        Ok(())
    }
}

/// The files of the papers that the form asks for. What is sent for other requirements is
/// left behind.
pub(crate) fn choose(
    transaction: &Transaction<'_>,
    (owner, for_another): (&Owner, bool),
    ground: &Ground,
    papers: &[Paper],
    now: Moment,
) -> Result<Vec<Chosen>, Refusal> {
    let mut picking = Picking::new(transaction, owner, now).for_another(for_another);
    let mut chosen = Vec::new();
    for (at, paper) in papers.iter().enumerate() {
        if ground.asked.contains(&paper.requirement) {
            let name = ground.paper_name(&paper.requirement);
            chosen.extend(picking.pick(&format!("/papers/{at}"), paper, &name)?);
        }
    }
    picking.finish()?;
    Ok(chosen)
}

/// The files that go with a message or with feedback, from now on those of `code`.
pub(crate) fn attached(
    transaction: &Transaction<'_>,
    owner: &Owner,
    code: &str,
    uploads: &[String],
    now: Moment,
) -> Result<Vec<Chosen>, Refusal> {
    let mut picking = Picking::new(transaction, owner, now);
    let paper = Paper {
        requirement: String::new(),
        uploads: uploads.to_vec(),
        held: None,
    };
    let chosen = picking.pick("", &paper, "")?;
    picking.finish_as("/attachments")?;
    for upload in chosen.iter().filter_map(Chosen::upload) {
        if !taking::take(transaction, owner, upload, code, now)? {
            return Err(Refusal::internal());
        }
    }
    Ok(chosen)
}

fn not_to_be_had(pointer: &str, found: &Found) -> Fault {
    match found {
        Found::Sending => {
            let message = "Tệp này chưa gửi xong. Bạn chờ gửi xong rồi nộp.";
            fault(pointer, "incomplete", message)
        }
        Found::Refused(_) => {
            let message = "Cổng không nhận tệp này. Bạn thay bằng tệp khác.";
            fault(pointer, "refused", message)
        }
        Found::Taken => {
            let message = "Tệp này đã nằm trong một hồ sơ khác. Bạn gửi lại tệp.";
            fault(pointer, "taken", message)
        }
        _ => fault(
            pointer,
            "unknown",
            "Cổng không có tệp này của bạn. Bạn gửi lại tệp.",
        ),
    }
}

/// Gives the files to a new dossier.
pub(crate) fn hand_in(
    transaction: &Transaction<'_>,
    owner: &Owner,
    dossier: (i64, &str),
    chosen: &[Chosen],
    now: Moment,
) -> Result<(), Refusal> {
    for file in chosen {
        give(transaction, owner, dossier, (file, None), now)?;
    }
    Ok(())
}

/// Remembers the files of a new dossier that can be offered to who filed it again.
pub(crate) fn remember(
    transaction: &Transaction<'_>,
    owner: &Owner,
    code: &str,
    ground: &Ground,
    chosen: &[Chosen],
    now: Moment,
) -> Result<(), Refusal> {
    for file in chosen {
        // A paper in several photos is no document to offer again.
        let of_paper = |other: &&Chosen| other.requirement == file.requirement;
        if file.upload.is_some() && chosen.iter().filter(of_paper).count() == 1 {
            let paper = HandedIn {
                name: &file.paper_name,
                kind: None,
                requirement: (&ground.service.code, &file.requirement),
                dossier: code,
                file_name: &file.file_name,
                media_type: file.kind,
                bytes: file.bytes,
                hash: &file.hash,
            };
            held::remember(transaction, owner, &paper, now)?;
        }
    }
    Ok(())
}

/// Gives the files to a dossier that asked for more with an item.
pub(crate) fn send_for(
    transaction: &Transaction<'_>,
    owner: &Owner,
    dossier: (i64, &str),
    item: i64,
    chosen: &[Chosen],
    now: Moment,
) -> Result<(), Refusal> {
    for file in chosen {
        give(transaction, owner, dossier, (file, Some(item)), now)?;
    }
    Ok(())
}

fn give(
    transaction: &Transaction<'_>,
    owner: &Owner,
    (id, code): (i64, &str),
    (file, item): (&Chosen, Option<i64>),
    now: Moment,
) -> Result<(), Refusal> {
    if let Some(upload) = &file.upload
        && !taking::take(transaction, owner, upload, code, now)?
    {
        return Err(Refusal::internal());
    }
    let kept = PaperFile {
        id: 0,
        requirement: file.requirement.clone(),
        paper_name: file.paper_name.clone(),
        name: file.file_name.clone(),
        kind: file.kind,
        bytes: file.bytes,
        hash: file.hash.clone(),
        item,
        replaced: false,
    };
    Ok(rows::hand_in(transaction, id, &kept)?)
}
