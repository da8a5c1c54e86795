//! Remote signing, bound to what was reviewed.
//!
//! A signing begins with the hash of a draft's content in its canonical form (RFC 8785). The
//! portal computes it too and keeps the content itself, so that a submission that says
//! anything else is refused. In the sandbox the signature is a one-time code; a signing
//! service takes its place here, behind the same two steps.

use std::time::Duration;

use motcua_contract::draft::DraftContent;
use motcua_contract::problem::Fault;
use motcua_contract::signature::{Signing, SigningState};
use motcua_contract::text::LocalText;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::dossier::essence;
use crate::moment::Moment;
use crate::random;
use crate::sandbox::inbox;
use crate::session::Owner;
use crate::store::json::{Json, Word};
use crate::web::refusal::Refusal;

/// How long a code is good for.
const GOOD_FOR: Duration = Duration::from_secs(5 * 60);
/// How many wrong codes end a signing.
const TRIES: u32 = 5;
/// How long a signing that no dossier names is kept.
const KEPT: Duration = Duration::from_secs(30 * 86_400);

/// A signing as it is kept.
#[derive(Clone, Debug)]
struct Kept {
    id: String,
    sha256: String,
    state: SigningState,
    code_hash: Vec<u8>,
    tries: u32,
    expires_at: Moment,
}

/// What typing a code led to.
pub(crate) enum Typed {
    /// It was the code.
    Signed(Signing),
    /// It was not; the try counts.
    Wrong(Refusal),
}

/// Begins a signing of a draft's content and sends the code.
pub(crate) fn start(
    transaction: &Transaction<'_>,
    owner: &Owner,
    content: &DraftContent,
    sha256: &str,
    now: Moment,
) -> Result<Signing, Refusal> {
    let value = serde_json::to_value(content).map_err(|_| Refusal::internal())?;
    if essence::sha256(&value) != sha256 {
        return Err(Refusal::answers(vec![Fault {
            pointer: "/sha256".into(),
            code: "mismatch".into(),
            message: "Bản nháp trên cổng khác bản bạn vừa xem. Bạn xem lại rồi ký.".into(),
        }]));
    }
    let code = random::digits();
    let kept = Kept {
        id: random::id(),
        sha256: sha256.into(),
        state: SigningState::Waiting,
        code_hash: random::hash(&code).into(),
        tries: 0,
        expires_at: now.plus(GOOD_FOR),
    };
    transaction.execute(
        "INSERT INTO signing (id, owner, sha256, content, state, code_hash, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            kept.id,
            owner,
            kept.sha256,
            Json(content),
            Word(kept.state),
            kept.code_hash,
            kept.expires_at
        ],
    )?;
    let words = format!("Mã ký hồ sơ của bạn là {code}. Mã có hiệu lực 5 phút.");
    inbox::send(transaction, owner, &words, now)?;
    Ok(kept.shown(now))
}

/// How far an owner's signing is; another's is not there.
pub(crate) fn find(
    connection: &Connection,
    owner: &Owner,
    id: &str,
    now: Moment,
) -> rusqlite::Result<Option<Signing>> {
    Ok(kept(connection, owner, id)?.map(|kept| kept.shown(now)))
}

/// Takes a code. Whatever it was is kept: the caller's transaction is to be committed.
pub(crate) fn confirm(
    transaction: &Transaction<'_>,
    owner: &Owner,
    id: &str,
    code: &str,
    now: Moment,
) -> Result<Typed, Refusal> {
    let mut kept = kept(transaction, owner, id)?.ok_or_else(Refusal::not_found)?;
    match kept.state_at(now) {
        SigningState::Waiting => {}
        SigningState::Signed => return Ok(Typed::Signed(kept.shown(now))),
        _ => {
            let why = "Lần ký này đã kết thúc. Bạn bắt đầu ký lại để nhận mã mới.";
            return Err(Refusal::not_now(why));
        }
    }
    let right = random::hash(code.trim()).as_slice() == kept.code_hash;
    if right {
        kept.state = SigningState::Signed;
    } else {
        kept.tries += 1;
        if kept.tries >= TRIES {
            kept.state = SigningState::Refused;
        }
    }
    transaction.execute(
        "UPDATE signing SET state = ?2, tries = ?3 WHERE id = ?1",
        params![id, Word(kept.state), kept.tries],
    )?;
    Ok(if right {
        Typed::Signed(kept.shown(now))
    } else {
        Typed::Wrong(wrong(TRIES - kept.tries))
    })
}

fn wrong(left: u32) -> Refusal {
    let message = match left {
        0 => "Bạn đã nhập sai quá số lần cho phép. Bạn bắt đầu ký lại để nhận mã mới.".into(),
        left => format!("Mã chưa đúng. Bạn xem lại tin nhắn; còn {left} lần thử."),
    };
    Refusal::answers(vec![Fault {
        pointer: "/code".into(),
        code: if left == 0 { "locked" } else { "wrong" }.into(),
        message,
    }])
}

/// The content that an owner signed and has not filed yet.
pub(crate) fn signed_content(
    connection: &Connection,
    owner: &Owner,
    id: &str,
) -> rusqlite::Result<Option<DraftContent>> {
    connection
        .query_row(
            "SELECT content FROM signing
             WHERE id = ?1 AND owner = ?2 AND state = ?3 AND dossier IS NULL",
            params![id, owner, Word(SigningState::Signed)],
            |row| row.get::<_, Json<_>>(0),
        )
        .optional()
        .map(|found| found.map(|json| json.0))
}

/// Spends a signing on a dossier: it signs no other.
pub(crate) fn spend(transaction: &Transaction<'_>, id: &str, dossier: i64) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE signing SET dossier = ?2 WHERE id = ?1",
        params![id, dossier],
    )?;
    Ok(())
}

/// Deletes signings that led to nothing.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> rusqlite::Result<usize> {
    transaction.execute(
        "DELETE FROM signing WHERE dossier IS NULL AND expires_at < ?1",
        [now.minus(KEPT)],
    )
}

fn kept(connection: &Connection, owner: &Owner, id: &str) -> rusqlite::Result<Option<Kept>> {
    connection
        .query_row(
            "SELECT id, sha256, state, code_hash, tries, expires_at FROM signing
             WHERE id = ?1 AND owner = ?2",
            params![id, owner],
            |row| {
                Ok(Kept {
                    id: row.get(0)?,
                    sha256: row.get(1)?,
                    state: row.get::<_, Word<_>>(2)?.0,
                    code_hash: row.get(3)?,
                    tries: row.get(4)?,
                    expires_at: row.get(5)?,
                })
            },
        )
        .optional()
}

impl Kept {
    fn state_at(&self, now: Moment) -> SigningState {
        match self.state {
            SigningState::Waiting if self.expires_at < now => SigningState::Expired,
            state => state,
        }
    }

    fn shown(&self, now: Moment) -> Signing {
        let state = self.state_at(now);
        Signing {
            id: self.id.clone(),
            sha256: self.sha256.clone(),
            state,
            instruction: instruction(state),
            asks_for_code: state == SigningState::Waiting,
            expires_at: self.expires_at.rfc3339(),
        }
    }
}

fn instruction(state: SigningState) -> LocalText {
    match state {
        SigningState::Waiting => LocalText::new(
            "Nhập mã 6 chữ số vừa gửi cho bạn. Đây là cổng thử nghiệm: mã nằm ở trang \
             /sandbox/inbox của cổng.",
            "Type the 6-digit code just sent to you. This is a trial portal: the code is on its \
             page /sandbox/inbox.",
        ),
        SigningState::Signed => LocalText::new("Đã ký.", "Signed."),
        SigningState::Refused => LocalText::new(
            "Lần ký này đã bị khóa vì nhập sai nhiều lần. Bạn ký lại.",
            "This signing is locked after too many wrong codes. Sign again.",
        ),
        SigningState::Expired | SigningState::Unknown => LocalText::new(
            "Mã đã hết hiệu lực. Bạn ký lại để nhận mã mới.",
            "The code has run out. Sign again to get a new one.",
        ),
    }
}

#[cfg(test)]
mod tests;
