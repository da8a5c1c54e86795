//! Deleting what the law allows: everything that is the person's own and no record of an
//! authority's.

use std::time::Duration;

use motcua_contract::my_data::{Deletion, KeptData};
use motcua_contract::text::LocalText;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::moment::Moment;
use crate::session::{Owner, PersonId};

/// How long the portal may take; the reference portal is done at once.
const AT_MOST: Duration = Duration::from_secs(86_400);

/// Tables with a column `owner` whose rows are nobody's record.
const OWNED: [&str; 7] = [
    "draft",
    "held_document",
    "notification",
    "outbox",
    "channel",
    "push_subscription",
    "sandbox_letter",
];

/// What would happen, or did.
pub(crate) fn described(asked_at: Option<Moment>) -> Deletion {
    Deletion {
        removed: vec![
            LocalText::new("Bản nháp và tệp chưa nộp", "Drafts and files not handed in"),
            LocalText::new(
                "Giấy tờ cổng giữ để bạn dùng lại",
                "Papers kept for you to use again",
            ),
            LocalText::new(
                "Thông tin lấy từ cơ sở dữ liệu khi bạn đồng ý; các lần đồng ý đang có hiệu lực được rút",
                "What was fetched from registers with your consent; consents in force are withdrawn",
            ),
            LocalText::new(
                "Thông báo, cách nhận tin và tin đã soạn cho bạn",
                "Notifications, ways to reach you, and messages written for you",
            ),
            LocalText::new(
                "Các tệp dữ liệu đã xuất",
                "Files of your data put together before",
            ),
        ],
        kept: vec![
            KeptData {
                what: LocalText::new(
                    "Hồ sơ đã nộp cùng giấy tờ, tin nhắn, thanh toán và đánh giá",
                    "Dossiers handed in, with papers, messages, payments and ratings",
                ),
                why: LocalText::new(
                    "Cơ quan phải lưu hồ sơ theo thời hạn của pháp luật về lưu trữ.",
                    "The authority must keep dossiers as long as the law on archives says.",
                ),
            },
            KeptData {
                what: LocalText::new(
                    "Phản ánh, kiến nghị và trả lời",
                    "Feedback and answers to it",
                ),
                why: LocalText::new(
                    "Cơ quan phải lưu việc tiếp nhận và xử lý.",
                    "The authority must keep how it was handled.",
                ),
            },
            KeptData {
                what: LocalText::new(
                    "Nhật ký truy cập dữ liệu và việc bạn đồng ý, rút lại đồng ý",
                    "The access log, and that you gave and withdrew consents",
                ),
                why: LocalText::new(
                    "Để chứng minh dữ liệu của bạn được dùng đúng luật.",
                    "To prove that your data was used lawfully.",
                ),
            },
        ],
        requested_at: asked_at.map(Moment::rfc3339),
        done_by: asked_at.map(|at| at.plus(AT_MOST).rfc3339()),
    }
}

/// When somebody last asked for it.
pub(crate) fn asked_at(
    connection: &Connection,
    person: &PersonId,
) -> rusqlite::Result<Option<Moment>> {
    connection
        .query_row(
            "SELECT at FROM deletion WHERE person = ?1 ORDER BY at DESC LIMIT 1",
            [person],
            |row| row.get(0),
        )
        .optional()
}

/// Deletes it; what is left to release is [`uploads`].
pub(crate) fn delete(
    transaction: &Transaction<'_>,
    person: &PersonId,
    now: Moment,
) -> rusqlite::Result<()> {
    let owner = Owner::Person(person.clone());
    for table in OWNED {
        transaction.execute(&format!("DELETE FROM {table} WHERE owner = ?1"), [&owner])?;
    }
    for table in ["held_value", "wrong_value"] {
        transaction.execute(&format!("DELETE FROM {table} WHERE person = ?1"), [person])?;
    }
    transaction.execute(
        "UPDATE consent SET withdrawn_at = ?2 WHERE person = ?1 AND withdrawn_at IS NULL",
        params![person, now],
    )?;
    transaction.execute(
        "UPDATE export SET until = ?2 WHERE person = ?1 AND until > ?2",
        params![person, now],
    )?;
    transaction.execute(
        "INSERT INTO deletion (person, at) VALUES (?1, ?2)",
        params![person, now],
    )?;
    Ok(())
}

/// The uploads of somebody that no dossier has.
pub(crate) fn uploads(connection: &Connection, owner: &Owner) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT id FROM upload WHERE owner = ?1 AND taken_by IS NULL AND state <> 'gone'",
        )?
        .query_map([owner], |row| row.get(0))?
        .collect()
}
