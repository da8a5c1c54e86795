//! The automatic officer of `--demo`: each dossier lives a believable life within minutes, so
//! that whoever tries the portal sees all of it without a second browser.
//!
//! The officer does what an officer on the page could do, by the same law. What comes next
//! follows from the dossier alone ([`next`]); what waits for the person waits for the person.

use std::sync::Arc;
use std::time::Duration;

use motcua_contract::dossier::DossierStatus;
use motcua_contract::dossier::supplement::SupplementTarget;
use tracing::warn;

use crate::dossier::life::Life;
use crate::dossier::moves::{Asked, Move};
use crate::dossier::rows;
use crate::dossier::show::Whole;
use crate::feedback::course::Handling;
use crate::feedback::rows as feedback;
use crate::portal::Portal;

/// How often the officer looks.
const EVERY: Duration = Duration::from_secs(1);
/// How many dossiers the officer looks after at once, the last changed first.
const AT_ONCE: u32 = 50;
/// How long the officer takes for a step, in the demo's own seconds.
const PAUSE: Duration = Duration::from_secs(12);
/// What is asked for where the procedure states no fee.
const FEE: u64 = 8_000;

/// How fast the officer is: so many of the demo's seconds pass in one of the clock's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace(u32);

impl Pace {
    /// As the command has it; 1 is the pace at which one can follow by reading.
    #[must_use]
    pub fn new(times: std::num::NonZeroU32) -> Self {
        Self(times.get())
    }

    fn pause(self) -> Duration {
        PAUSE / self.0
    }
}

/// What the demo knows of a dossier.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) life: Life,
    /// Something was or is to be paid.
    pub(crate) has_fee: bool,
    /// Something is not paid.
    pub(crate) owes: bool,
    /// The person wants the result by post.
    pub(crate) by_post: bool,
    /// The paper that can be asked for again.
    pub(crate) paper: Option<String>,
    /// The dossier's number: every fourth has another story.
    pub(crate) number: i64,
}

/// The officer's next move; none where the dossier waits for the person or has ended.
fn next(seen: &Seen) -> Option<Move> {
    let life = &seen.life;
    if life.status.waits_for_the_person() || life.status.is_final() {
        return None;
    }
    if life.paused {
        return Some(Move::Resume {});
    }
    // Numbers begin at 1, so that the first dossier has the story with everything in it.
    let story = seen.number % 4;
    Some(match life.status {
        DossierStatus::Filed => Move::Receive {},
        DossierStatus::Received => Move::HandOn { unit: None },
        DossierStatus::InProgress if life.rounds == 0 && story != 2 => ask(seen.paper.as_deref()),
        DossierStatus::InProgress if story == 3 && !life.postponed => Move::Postpone {
            reason: "Cần thêm thời gian xác minh giấy tờ bạn bổ sung.".into(),
            days: 2,
        },
        DossierStatus::InProgress if !seen.has_fee => Move::SetFee {
            name: "Phí cấp bản sao kết quả (thử nghiệm)".into(),
            amount: FEE,
            basis: "Khoản do cán bộ tự động của cổng thử nghiệm đặt ra.".into(),
        },
        // What the procedure itself charges is still to be paid: the person is told already.
        DossierStatus::InProgress if seen.owes => return None,
        DossierStatus::InProgress => Move::Decide {
            name: "Kết quả giải quyết thủ tục".into(),
            text: Some("Cán bộ tự động của cổng thử nghiệm đồng ý giải quyết hồ sơ này.".into()),
            file: None,
        },
        DossierStatus::Done if seen.by_post && !life.posted => Move::Post {
            carrier: "Bưu chính thử nghiệm".into(),
            number: format!("THU{:06}VN", seen.number),
        },
        DossierStatus::Done => Move::Return {},
        _ => return None,
    })
}

fn ask(paper: Option<&str>) -> Move {
    let target = SupplementTarget::Paper {
        requirement: paper.map(Into::into),
    };
    let title = paper.is_none().then(|| "Ảnh chụp giấy tờ tùy thân".into());
    Move::AskSupplement {
        explanation: "Hồ sơ còn thiếu một mục dưới đây. Ngoài mục này, hồ sơ của bạn đã đúng."
            .into(),
        items: vec![Asked {
            target,
            title,
            reason: "Ảnh mờ. Bạn chụp lại ở nơi đủ sáng, thấy rõ chữ, số và dấu.".into(),
        }],
        days: 5,
    }
}

impl Portal {
    /// Plays the officer, for as long as it runs.
    pub(crate) async fn demonstrate(self: Arc<Self>, pace: Pace) {
        let mut time =
            tokio::time::interval(EVERY.min(pace.pause().max(Duration::from_millis(50))));
        time.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            time.tick().await;
            self.demonstrate_once(pace).await;
        }
    }

    /// Takes the next step of each dossier whose last one is long enough ago.
    pub(crate) async fn demonstrate_once(self: &Arc<Self>, pace: Pace) {
        let before = self.clock.now().minus(pace.pause());
        let due = self
            .ask(move |connection| {
                let (page, _) = rows::everyones(connection, (0, AT_ONCE))?;
                let mut ripe = Vec::new();
                for id in page {
                    let filed = rows::by_id(connection, id)?;
                    if let Some(filed) = filed.filter(|filed| filed.updated_at <= before) {
                        ripe.push((id, Whole::read(connection, id, filed)?.seen(id)));
                    }
                }
                Ok(ripe)
            })
            .await;
        // A refusal is in the log already; the next round tries again.
        for (id, seen) in due.unwrap_or_default() {
            let Some(what) = next(&seen) else {
                continue;
            };
            if let Err(refusal) = self.officer_does(id, what).await {
                warn!(why = refusal.words(), "the automatic officer was refused");
            }
        }
        let waiting = self
            .ask(move |connection| feedback::waiting(connection, before))
            .await;
        for code in waiting.unwrap_or_default() {
            let text =
                "Cảm ơn bạn. Cán bộ tự động của cổng thử nghiệm đã đọc và ghi nhận phản ánh này.";
            let answer = Handling::Answer { text: text.into() };
            if let Err(refusal) = self.officer_handles(code, answer).await {
                warn!(why = refusal.words(), "the automatic officer was refused");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::life::{Circumstances, Step, Who};
    use proptest::prelude::*;

    fn seen(number: i64, has_fee: bool) -> Seen {
        Seen {
            life: Life::told([]),
            has_fee,
            owes: has_fee,
            by_post: false,
            paper: Some("p1".into()),
            number,
        }
    }

    /// The officer's steps and the person's, one after the other, to the end.
    fn lived(mut seen: Seen) -> Vec<Step> {
        let mut steps = Vec::new();
        while steps.len() < 30 {
            let (who, step) = match next(&seen) {
                Some(what) => (Who::Officer, what.step()),
                None if seen.life.status == DossierStatus::SupplementRequested => {
                    (Who::Citizen, Step::AnswerSupplement)
                }
                None if seen.life.status == DossierStatus::PaymentRequested => {
                    seen.owes = false;
                    (Who::Portal, Step::Settle)
                }
                None if seen.owes => {
                    seen.owes = false;
                    continue;
                }
                None => break,
            };
            let circumstances = Circumstances {
                owes: seen.owes,
                by_post: seen.by_post,
            };
            let turn = seen.life.turn(who, step, circumstances);
            seen.life = seen
                .life
                .after(turn.expect("the automatic officer keeps the law"));
            if step == Step::SetFee {
                (seen.has_fee, seen.owes) = (true, true);
            }
            steps.push(step);
        }
        assert_eq!(seen.life.status, DossierStatus::Returned, "{steps:?}");
        steps
    }

    #[test]
    fn the_first_dossier_sees_everything_that_a_visitor_came_for() {
        use Step::{
            AnswerSupplement, AskSupplement, Decide, HandOn, Receive, Return, SetFee, Settle,
        };
        let steps = [
            Receive,
            HandOn,
            AskSupplement,
            AnswerSupplement,
            SetFee,
            Settle,
            Decide,
            Return,
        ];
        assert_eq!(lived(seen(1, false)), steps);
    }

    proptest! {
        #[test]
        fn every_story_is_legal_and_ends_with_the_result(
            number in 0_i64..1000, fee: bool, paper: bool, by_post: bool,
        ) {
            let seen = Seen { paper: paper.then(|| "p1".into()), by_post, ..seen(number, fee) };
            let posted = lived(seen).contains(&Step::Post);
            prop_assert_eq!(posted, by_post);
        }
    }

    #[test]
    fn a_faster_pace_waits_shorter() {
        let pace = |times| Pace::new(std::num::NonZeroU32::new(times).expect("some"));
        assert_eq!(pace(1).pause(), PAUSE);
        assert_eq!(pace(12).pause(), Duration::from_secs(1));
    }
}
