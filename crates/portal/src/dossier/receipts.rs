//! Receipts: of what was handed in, and of each payment that was made.
//!
//! They are written when somebody first looks at what they acknowledge, so that handing in
//! stays quick, and before anything happens that would make them say something else.

use std::sync::Arc;

use motcua_contract::dossier::payment::Payment;

use super::issued::{Fresh, Kind, PDF, keep, unwritten};
use super::rows;
use super::show::Whole;
use crate::moment::Moment;
use crate::money::dong;
use crate::paper::letter::{self, Letter, Part};
use crate::paper::receipt::{self, Issue};
use crate::portal::Portal;
use crate::web::refusal::Refusal;

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
    payment: &Payment,
    now: Moment,
) -> Result<Fresh, Refusal> {
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
