//! Papers that the portal issues about a dossier: each written once, and the same for good.
//!
//! Receipts are written when somebody first looks at what they acknowledge, so that handing in
//! stays quick, and before anything happens that would make them say something else.

use std::sync::Arc;

use motcua_contract::dossier::payment::PaymentState;
use motcua_contract::file::StoredFile;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tracing::error;

use super::rows;
use super::show::{Whole, address};
use crate::moment::Moment;
use crate::money::dong;
use crate::paper::letter::{self, Letter, Part};
use crate::paper::receipt::{self, Issue};
use crate::portal::Portal;
use crate::store::json::Word;
use crate::web::refusal::Refusal;

const PDF: &str = "application/pdf";

/// What a paper is; its name in a file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Kind {
    /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    Receipt,
    /// Biên lai; about a payment.
    MoneyReceipt,
    /// Phiếu yêu cầu bổ sung; about a round.
    Supplement,
    /// Phiếu từ chối or thông báo dừng.
    Ending,
    /// Văn bản xin lỗi.
    Apology,
    /// A result; about its number.
    Result,
}

/// A paper without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Issued {
    id: i64,
    pub(crate) kind: Kind,
    /// The payment or request that it is about; nothing for the dossier as a whole.
    pub(crate) about: String,
    name: String,
    media_type: String,
    bytes: u64,
    sha256: String,
}

/// A paper that is about to be kept.
pub(crate) struct Fresh {
    pub(crate) kind: Kind,
    pub(crate) about: String,
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) content: Vec<u8>,
}

/// A paper on its way out.
pub(crate) struct Content {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) bytes: Vec<u8>,
}

impl Issued {
    /// As the contract names files, below the dossier's address.
    pub(crate) fn stored(&self, code: &str) -> StoredFile {
        let own = match self.kind {
            Kind::Receipt => "receipt.pdf".to_owned(),
            _ => format!("files/i{}", self.id),
        };
        StoredFile {
            name: self.name.clone(),
            media_type: self.media_type.clone(),
            bytes: self.bytes,
            sha256: self.sha256.clone(),
            address: Some(format!("{}/{own}", address(code))),
        }
    }
}

/// Keeps a paper; one of its kind about the same stays as it is.
pub(crate) fn keep(
    transaction: &Transaction<'_>,
    dossier: i64,
    paper: &Fresh,
    now: Moment,
) -> rusqlite::Result<()> {
    let digest = Sha256::digest(&paper.content);
    let sha256: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    transaction
        .prepare_cached(
            "INSERT OR IGNORE INTO issued
                (dossier, kind, about, name, media_type, content, sha256, issued_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            dossier,
            Word(paper.kind),
            paper.about,
            paper.name,
            paper.media_type,
            paper.content,
            sha256,
            now
        ])?;
    Ok(())
}

/// The papers of a dossier, oldest first.
pub(crate) fn of_dossier(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<Issued>> {
    connection
        .prepare_cached(
            "SELECT id, kind, about, name, media_type, length(content), sha256 FROM issued
             WHERE dossier = ?1 ORDER BY id",
        )?
        .query_map([dossier], |row| {
            Ok(Issued {
                id: row.get(0)?,
                kind: row.get::<_, Word<_>>(1)?.0,
                about: row.get(2)?,
                name: row.get(3)?,
                media_type: row.get(4)?,
                bytes: row.get(5)?,
                sha256: row.get(6)?,
            })
        })?
        .collect()
}

/// The paper with an id out of an address, `i7`.
pub(crate) fn by_id(
    connection: &Connection,
    dossier: i64,
    id: &str,
) -> rusqlite::Result<Option<Content>> {
    let number = id.strip_prefix('i').and_then(|text| text.parse().ok());
    let Some(number): Option<i64> = number else {
        return Ok(None);
    };
    connection
        .query_row(
            "SELECT name, media_type, content FROM issued WHERE dossier = ?1 AND id = ?2",
            params![dossier, number],
            content,
        )
        .optional()
}

/// The papers of a dossier with what they say, oldest first.
pub(crate) fn contents(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<Content>> {
    connection
        .prepare_cached(
            "SELECT name, media_type, content FROM issued WHERE dossier = ?1 ORDER BY id",
        )?
        .query_map([dossier], content)?
        .collect()
}

/// The receipt of a dossier.
pub(crate) fn receipt(connection: &Connection, dossier: i64) -> rusqlite::Result<Option<Content>> {
    connection
        .query_row(
            "SELECT name, media_type, content FROM issued WHERE dossier = ?1 AND kind = ?2",
            params![dossier, Word(Kind::Receipt)],
            content,
        )
        .optional()
}

fn content(row: &rusqlite::Row<'_>) -> rusqlite::Result<Content> {
    Ok(Content {
        name: row.get(0)?,
        media_type: row.get(1)?,
        bytes: row.get(2)?,
    })
}

impl Portal {
    /// Writes the receipts of a dossier that are not written yet: of what was handed in, and
    /// of each payment that was made.
    pub(crate) async fn issue_receipts(self: &Arc<Self>, dossier: i64) -> Result<(), Refusal> {
        let whole = self
            .ask(move |connection| match rows::by_id(connection, dossier)? {
                Some(filed) => Whole::read(connection, dossier, filed).map(Some),
                None => Ok(None),
            })
            .await?;
        let Some(whole) = whole.filter(|whole| !whole.has_all_receipts()) else {
            return Ok(());
        };
        let now = self.clock.now();
        self.on_a_thread(move |portal| {
            let papers = missing(portal, &whole, now)?;
            portal.change(|transaction| {
                for paper in &papers {
                    keep(transaction, dossier, paper, now)?;
                }
                Ok(())
            })
        })
        .await
    }
}

fn missing(portal: &Portal, whole: &Whole, now: Moment) -> Result<Vec<Fresh>, Refusal> {
    let mut papers = Vec::new();
    if !whole.has_receipt() {
        papers.push(whole_receipt(portal, whole, now)?);
    }
    for payment in whole.unreceipted() {
        papers.push(money_receipt(portal, whole, &payment, now)?);
    }
    Ok(papers)
}

fn whole_receipt(portal: &Portal, whole: &Whole, now: Moment) -> Result<Fresh, Refusal> {
    let content = whole.receipt(&portal.settings, now);
    let filed = whole.filed();
    let delivery = receipt::delivery_in_words(&filed.delivery, content.counter.as_ref());
    let issue = Issue {
        sandbox: portal.settings.portal.sandbox,
        delivery: &delivery,
        stated_time: &filed.stated_time.vi,
    };
    Ok(Fresh {
        kind: Kind::Receipt,
        about: String::new(),
        name: format!("giay-tiep-nhan-{}.pdf", filed.code),
        media_type: PDF.into(),
        content: receipt::pdf(&content, &issue).map_err(unwritten)?,
    })
}

fn money_receipt(
    portal: &Portal,
    whole: &Whole,
    payment: &motcua_contract::dossier::payment::Payment,
    now: Moment,
) -> Result<Fresh, Refusal> {
    debug_assert_eq!(payment.state, PaymentState::Succeeded);
    let (filed, filing) = (whole.filed(), &portal.settings.filing);
    let reference = payment.reference.clone().unwrap_or_default();
    let letter = Letter {
        agency: &filing.agency.name,
        unit: &filing.counter_unit,
        title: "Biên lai thu tiền",
        sandbox: portal.settings.portal.sandbox,
        code: filed.code.as_str(),
        at: &now.rfc3339(),
        parts: vec![
            Part::Text("Cổng thanh toán đã nhận đủ khoản tiền dưới đây.".into()),
            Part::Facts(vec![
                ("Người nộp hồ sơ", filed.applicant.clone()),
                ("Nội dung thu", whole.paid_for(payment)),
                ("Số tiền", dong(payment.amount)),
                (
                    "Nơi thanh toán",
                    payment.provider.clone().unwrap_or_default(),
                ),
                ("Số giao dịch", reference.clone()),
            ]),
        ],
    };
    Ok(Fresh {
        kind: Kind::MoneyReceipt,
        about: payment.id.clone(),
        name: format!("bien-lai-{reference}.pdf"),
        media_type: PDF.into(),
        content: letter::pdf(&letter).map_err(unwritten)?,
    })
}

/// What cannot be written is a fault of the program.
pub(crate) fn unwritten(error: krilla::error::KrillaError) -> Refusal {
    error!(?error, "a paper could not be written");
    Refusal::internal()
}
