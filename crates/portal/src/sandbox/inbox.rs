//! The sandbox's telephone: messages that a real portal would send to the person's own.

use std::sync::Arc;

use axum::extract::State;
use http::StatusCode;
use motcua_contract::notification::ChannelOut;
use rusqlite::{Connection, Transaction, params};

use super::page::{page, text};
use crate::moment::Moment;
use crate::notify::channels::masked;
use crate::notify::{self, Sent};
use crate::portal::Portal;
use crate::session::{Owner, Visitor};
use crate::web::refusal::Answer;

/// How many messages are shown.
const SHOWN: u32 = 20;

/// Leaves a message for whom it concerns.
pub(crate) fn send(
    transaction: &Transaction<'_>,
    owner: &Owner,
    text: &str,
    now: Moment,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO sandbox_letter (owner, sent_at, text) VALUES (?1, ?2, ?3)",
        params![owner, now, text],
    )?;
    Ok(())
}

/// Deletes messages whose codes have long run out.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> rusqlite::Result<usize> {
    let kept = std::time::Duration::from_secs(86_400);
    transaction.execute(
        "DELETE FROM sandbox_letter WHERE sent_at < ?1",
        [now.minus(kept)],
    )
}

/// `GET /sandbox/inbox`: the visitor's own messages, the newest first.
pub(super) async fn show(State(portal): State<Arc<Portal>>, visitor: Visitor) -> Answer {
    let letters = match visitor.owner().cloned() {
        Some(owner) => {
            portal
                .ask(move |connection| {
                    let mut all = letters(connection, &owner)?;
                    let sent = notify::sent(connection, &owner, SHOWN)?.into_iter();
                    all.extend(sent.map(|one| (one.at, said(&one))));
                    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
                    Ok(all)
                })
                .await?
        }
        None => Vec::new(),
    };
    let main = if letters.is_empty() {
        "<p>Chưa có tin nhắn nào cho bạn.</p>".to_owned()
    } else {
        let items = letters.iter().map(|(at, words)| {
            let at = at.rfc3339();
            let hour = at.get(11..16).unwrap_or_default();
            format!(
                "<li><p><time datetime=\"{at}\">{hour}</time>: {}</p></li>\n",
                text(words)
            )
        });
        format!("<ol>\n{}</ol>", items.collect::<String>())
    };
    Ok(page(StatusCode::OK, "Hộp thư thử nghiệm", &main))
}

/// A message as it would have been sent.
fn said(sent: &Sent) -> String {
    let way = match sent.kind {
        ChannelOut::Email => "Thư điện tử",
        ChannelOut::Zalo => "Zalo",
        _ => "Tin nhắn SMS",
    };
    format!(
        "{way} đến {}: {}",
        masked(sent.kind, &sent.address),
        sent.text
    )
}

fn letters(connection: &Connection, owner: &Owner) -> rusqlite::Result<Vec<(Moment, String)>> {
    connection
        .prepare_cached(
            "SELECT sent_at, text FROM sandbox_letter WHERE owner = ?1 ORDER BY id DESC LIMIT ?2",
        )?
        .query_map(params![owner, SHOWN], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}
