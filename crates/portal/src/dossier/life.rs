//! A dossier's life as law has it: who may do what, when, and where it leads.
//!
//! Pure: no database, no clock, no words of anybody's. A life is nothing but what its
//! timeline tells ([`Life::told`]), so that the timeline always explains the status. The rules:
//!
//! - More may be asked for twice (Decree 63/2010/NĐ-CP, Article 20.4), and everything at once
//!   (Decree 61/2018/NĐ-CP, Article 17): what was not asked for the first time cannot be asked
//!   for the second.
//! - One apology with one new date (Decree 61/2018/NĐ-CP, Article 19.9).
//! - Only what was not received yet is refused; later it is stopped.
//! - A result waits for what is owed, and for nothing else that is open.
//! - The person may take a dossier back until its result is there.
//! - A result that is wanted by post is given to the post once, and only then delivered; one that
//!   is not is never posted.
//! - What has ended stays as it is.

use motcua_contract::dossier::DossierStatus;
use motcua_contract::dossier::supplement::REQUESTS_MAX;
use motcua_contract::dossier::timeline::TimelineKind;
use serde::{Deserialize, Serialize};

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Who {
    /// The person who filed it.
    Citizen,
    /// An officer of the counter or of a department.
    Officer,
    /// The portal itself, for what happens elsewhere: a payment.
    Portal,
}

/// What is done; its words and papers are another matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Step {
    /// The counter takes it.
    Receive,
    /// The counter does not take it, with reasons.
    Refuse,
    /// On to the department that settles it, or to another one.
    HandOn,
    /// More is asked for, all of it at once.
    AskSupplement,
    /// More is sent.
    AnswerSupplement,
    /// Something is to be paid.
    SetFee,
    /// What was to be paid is paid.
    Settle,
    /// The clock stops for another reason.
    Pause,
    /// It runs again.
    Resume,
    /// An apology and a new date.
    Postpone,
    /// Taken back.
    Withdraw,
    /// Given up by the authority, with reasons.
    Stop,
    /// The result is there.
    Decide,
    /// It is given to the post.
    Post,
    /// The person has it.
    Return,
}

/// What else counts besides the dossier's own life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Circumstances {
    /// Something is due that nobody has paid.
    pub(crate) owes: bool,
    /// The person wants the result by post.
    pub(crate) by_post: bool,
}

/// A dossier's life so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Life {
    pub(crate) status: DossierStatus,
    /// Where it goes on after a supplement or a payment.
    resting: DossierStatus,
    /// How often more was asked for.
    pub(crate) rounds: u8,
    pub(crate) postponed: bool,
    pub(crate) paused: bool,
    /// The result is with the post, or was.
    pub(crate) posted: bool,
}

/// What a legal step makes of it: the entry of the timeline, and the status from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) kind: TimelineKind,
    pub(crate) status: DossierStatus,
}

/// Why a step is not legal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Illegal {
    /// It is somebody else's to do.
    NotTheirs,
    /// The dossier has ended.
    Ended,
    /// It is not received yet.
    NotReceived,
    /// It is received already.
    Received,
    /// Nobody works on it yet.
    NotHandedOn,
    /// It waits for the person.
    WaitsForThePerson,
    /// It does not wait for that.
    NotAskedFor,
    /// More was asked for twice.
    AskedTwice,
    /// It was postponed once.
    PostponedOnce,
    /// Its clock stands still.
    Paused,
    /// Its clock runs.
    NotPaused,
    /// Something is not paid.
    Owed,
    /// The result is there.
    Decided,
    /// The result is not there.
    NotDecided,
    /// The person does not want it by post.
    NotByPost,
    /// The post has it.
    Posted,
    /// The post does not have it.
    NotPosted,
}

impl Life {
    /// What a timeline tells, oldest first.
    pub(crate) fn told(entries: impl IntoIterator<Item = (TimelineKind, DossierStatus)>) -> Self {
        let mut life = Self {
            status: DossierStatus::Filed,
            resting: DossierStatus::Filed,
            rounds: 0,
            postponed: false,
            paused: false,
            posted: false,
        };
        for (kind, status) in entries {
            life.take(kind, status);
        }
        life
    }

    /// Whether the clock stands still, and why it does.
    pub(crate) fn waits(&self) -> bool {
        self.paused || self.status.waits_for_the_person()
    }

    /// What a step would make of it.
    pub(crate) fn turn(
        &self,
        who: Who,
        step: Step,
        circumstances: Circumstances,
    ) -> Result<Turn, Illegal> {
        use DossierStatus::{
            Done, Filed, InProgress, NotReceived, PaymentRequested, Received, Returned, Stopped,
            SupplementRequested, Withdrawn,
        };
        if who != step.whose() {
            return Err(Illegal::NotTheirs);
        }
        if self.status.is_final() {
            return Err(Illegal::Ended);
        }
        let turn = |kind, status| Ok(Turn { kind, status });
        match step {
            Step::Receive => match self.status {
                Filed => turn(TimelineKind::Received, Received),
                SupplementRequested => Err(Illegal::WaitsForThePerson),
                _ => Err(Illegal::Received),
            },
            Step::Refuse => match self.resting {
                Filed => turn(TimelineKind::Refused, NotReceived),
                _ => Err(Illegal::Received),
            },
            Step::HandOn => {
                self.at_work()?;
                turn(TimelineKind::HandedOn, InProgress)
            }
            Step::AskSupplement => {
                self.unanswered()?;
                if self.rounds >= REQUESTS_MAX {
                    return Err(Illegal::AskedTwice);
                }
                turn(TimelineKind::SupplementRequested, SupplementRequested)
            }
            Step::AnswerSupplement => match self.status {
                SupplementRequested => turn(TimelineKind::Supplemented, self.resting),
                _ => Err(Illegal::NotAskedFor),
            },
            Step::SetFee => {
                self.at_work()?;
                turn(TimelineKind::PaymentRequested, PaymentRequested)
            }
            Step::Settle => match self.status {
                PaymentRequested if circumstances.owes => Err(Illegal::Owed),
                PaymentRequested => turn(TimelineKind::Resumed, self.resting),
                _ => Err(Illegal::NotAskedFor),
            },
            Step::Pause => {
                self.at_work()?;
                turn(TimelineKind::Paused, self.status)
            }
            Step::Resume if self.paused => turn(TimelineKind::Resumed, self.status),
            Step::Resume => Err(Illegal::NotPaused),
            Step::Postpone => {
                self.at_work()?;
                if self.postponed {
                    return Err(Illegal::PostponedOnce);
                }
                turn(TimelineKind::Postponed, self.status)
            }
            Step::Withdraw => match self.status {
                Done => Err(Illegal::Decided),
                _ => turn(TimelineKind::Withdrawn, Withdrawn),
            },
            Step::Stop => match (self.status, self.resting) {
                (Done, _) => Err(Illegal::Decided),
                (_, Filed) => Err(Illegal::NotReceived),
                _ => turn(TimelineKind::Stopped, Stopped),
            },
            Step::Decide => {
                self.at_work()?;
                match self.status {
                    InProgress if circumstances.owes => Err(Illegal::Owed),
                    InProgress => turn(TimelineKind::Decided, Done),
                    _ => Err(Illegal::NotHandedOn),
                }
            }
            Step::Post => match self.status {
                Done if !circumstances.by_post => Err(Illegal::NotByPost),
                Done if self.posted => Err(Illegal::Posted),
                Done => turn(TimelineKind::Posted, Done),
                _ => Err(Illegal::NotDecided),
            },
            Step::Return => match self.status {
                Done if circumstances.by_post && !self.posted => Err(Illegal::NotPosted),
                Done => turn(TimelineKind::Returned, Returned),
                _ => Err(Illegal::NotDecided),
            },
        }
    }

    /// The life after a turn.
    pub(crate) fn after(mut self, turn: Turn) -> Self {
        self.take(turn.kind, turn.status);
        self
    }

    fn take(&mut self, kind: TimelineKind, status: DossierStatus) {
        match kind {
            TimelineKind::SupplementRequested => self.rounds = self.rounds.saturating_add(1),
            TimelineKind::Postponed => self.postponed = true,
            TimelineKind::Posted => self.posted = true,
            TimelineKind::Paused => self.paused = true,
            TimelineKind::Resumed => self.paused = false,
            _ => {}
        }
        self.status = status;
        if !(status.waits_for_the_person() || status.is_final()) {
            self.resting = status;
        }
        if status.is_final() || status == DossierStatus::Done {
            self.paused = false;
        }
    }

    /// Received, and with the authority, whose clock runs.
    fn at_work(&self) -> Result<(), Illegal> {
        self.unanswered()?;
        match self.status {
            DossierStatus::Filed => Err(Illegal::NotReceived),
            _ => Ok(()),
        }
    }

    /// With the counter or the authority, whose clock runs.
    fn unanswered(&self) -> Result<(), Illegal> {
        match self.status {
            DossierStatus::Done => Err(Illegal::Decided),
            status if status.waits_for_the_person() => Err(Illegal::WaitsForThePerson),
            _ if self.paused => Err(Illegal::Paused),
            _ => Ok(()),
        }
    }
}

impl Step {
    /// Whose it is to take.
    pub(crate) fn whose(self) -> Who {
        match self {
            Self::AnswerSupplement | Self::Withdraw => Who::Citizen,
            Self::Settle => Who::Portal,
            _ => Who::Officer,
        }
    }
}

impl Illegal {
    /// Why, for whoever tried.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::NotTheirs => "Việc này không thuộc quyền của bạn.",
            Self::Ended => "Hồ sơ đã kết thúc, không còn thay đổi được.",
            Self::NotReceived => "Bộ phận Một cửa chưa tiếp nhận hồ sơ.",
            Self::Received => "Hồ sơ đã được tiếp nhận.",
            Self::NotHandedOn => "Hồ sơ chưa được chuyển đến bộ phận giải quyết.",
            Self::WaitsForThePerson => "Hồ sơ đang chờ người nộp bổ sung hoặc nộp tiền.",
            Self::NotAskedFor => "Lúc này hồ sơ không chờ việc đó.",
            Self::AskedTwice => {
                "Đã yêu cầu bổ sung hai lần, là số lần nhiều nhất (Nghị định 63/2010/NĐ-CP, Điều 20)."
            }
            Self::PostponedOnce => {
                "Đã xin lỗi và hẹn lại một lần; chỉ được hẹn lại một lần (Nghị định 61/2018/NĐ-CP, Điều 19)."
            }
            Self::Paused => "Hồ sơ đang tạm dừng. Cho chạy tiếp trước.",
            Self::NotPaused => "Hồ sơ không tạm dừng.",
            Self::Owed => "Còn khoản phải nộp chưa được nộp.",
            Self::Decided => "Hồ sơ đã có kết quả.",
            Self::NotDecided => "Hồ sơ chưa có kết quả.",
            Self::NotByPost => "Người nộp không chọn nhận kết quả qua bưu chính.",
            Self::Posted => "Kết quả đã được gửi qua bưu chính.",
            Self::NotPosted => "Kết quả chưa được gửi qua bưu chính.",
        }
    }
}

#[cfg(test)]
mod tests;
