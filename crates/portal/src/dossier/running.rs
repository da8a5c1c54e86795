//! How a promise moves while a dossier lives: its clock stops, runs on, is put off once, and
//! stands still at the end.
//!
//! Where the clock stopped with so many working days to go, it has as many from the moment
//! it runs again, and what comes after 15:00 counts from the next working day as ever.

use motcua_contract::dossier::DossierStatus;
use motcua_contract::dossier::deadline::{Clock, Deadline};
use motcua_contract::text::LocalText;

use super::life::Life;
use super::promise::{OfficeHours, Promise, begins, civil, closing, moment};
use crate::moment::Moment;
use crate::working_days::WorkingDays;

/// The calendar that a promise is counted on.
#[derive(Clone, Copy)]
pub(crate) struct Calendar<'a> {
    pub(crate) days: &'a WorkingDays,
    pub(crate) hours: OfficeHours,
}

/// When what counts for the clock happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Times {
    pub(crate) now: Moment,
    /// Since when the clock stands still, where it does.
    pub(crate) stopped: Option<Moment>,
    /// When the result was there, or the dossier ended without one.
    pub(crate) ended: Option<Moment>,
}

impl Promise {
    /// The promise when the clock runs again that stood still since `stopped`.
    pub(crate) fn resumed(&self, on: Calendar<'_>, stopped: Moment, now: Moment) -> Self {
        let due = civil(self.due).date();
        let left = on.days.between(civil(stopped).date(), due);
        let start = begins(on.days, on.hours, civil(now));
        let Ok(left) = u32::try_from(left) else {
            // It was late when it stopped, and is late by as much.
            return self.clone();
        };
        let end = closing(on.days.after(start.date(), left), on.hours);
        let words = LocalText::new(
            format!(
                "Đồng hồ dừng từ {} khi còn {left} ngày làm việc và chạy tiếp từ {}.",
                day(stopped),
                start.date().strftime("%d/%m/%Y")
            ),
            format!(
                "The clock stopped on {} with {left} working days to go and runs again from {}.",
                day(stopped),
                start.date().strftime("%d/%m/%Y")
            ),
        );
        Self {
            counts_from: self.counts_from,
            due: moment(end).max(self.due),
            explanation: words,
        }
    }

    /// The promise put off by so many working days, counted from its date or from today when
    /// that has passed.
    pub(crate) fn postponed(&self, on: Calendar<'_>, days: u32, now: Moment) -> Self {
        let from = civil(self.due.max(now)).date();
        let end = moment(closing(on.days.after(from, days), on.hours));
        Self {
            counts_from: self.counts_from,
            due: end,
            explanation: LocalText::new(
                format!(
                    "Cơ quan đã xin lỗi và hẹn lại một lần; ngày hẹn trước là {}.",
                    day(self.due)
                ),
                format!(
                    "The authority apologised and put the date off once; it was {} before.",
                    day(self.due)
                ),
            ),
        }
    }

    /// How the promise stands in a life.
    pub(crate) fn stands(&self, on: Calendar<'_>, life: &Life, times: Times) -> Deadline {
        let at = times.ended.or(times.stopped).unwrap_or(times.now);
        let clock = match life.status {
            DossierStatus::NotReceived | DossierStatus::Stopped | DossierStatus::Withdrawn => {
                Clock::Ended
            }
            DossierStatus::Done | DossierStatus::Returned if at <= self.due => Clock::MetInTime,
            _ if at > self.due => Clock::Late,
            status if status.waits_for_the_person() => Clock::WaitingForYou,
            _ if life.paused => Clock::Paused,
            _ => Clock::Running,
        };
        Deadline {
            promised: self.due.rfc3339(),
            counts_from: self.counts_from.rfc3339(),
            clock,
            working_days_left: on.days.between(civil(at).date(), civil(self.due).date()),
            as_of: at.day(),
            explanation: Some(self.explanation.clone()),
        }
    }
}

/// Until when whoever has the dossier must be done, while the clock runs.
pub(crate) fn until(deadline: &Deadline) -> Option<String> {
    let runs = matches!(deadline.clock, Clock::Running | Clock::Late);
    runs.then(|| deadline.promised.clone())
}

fn day(at: Moment) -> impl std::fmt::Display {
    civil(at).date().strftime("%d/%m/%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::working_days::tests::built_in;
    use jiff::civil::{DateTime, datetime, time};
    use motcua_contract::dossier::timeline::TimelineKind;
    use proptest::prelude::*;

    const HOURS: OfficeHours = OfficeHours {
        opens: time(8, 0, 0, 0),
        closes: time(17, 0, 0, 0),
        next_day_after: time(15, 0, 0, 0),
    };

    fn promised(due: DateTime) -> Promise {
        Promise {
            counts_from: moment(datetime(2026, 10, 8, 10, 5, 0, 0)),
            due: moment(due),
            explanation: LocalText::default(),
        }
    }

    fn life(kind: TimelineKind, status: DossierStatus) -> Life {
        Life::told([(kind, status)])
    }

    #[test]
    fn a_clock_that_stopped_with_a_day_to_go_has_a_day_when_it_runs_again() {
        let days = built_in();
        let on = Calendar {
            days: &days,
            hours: HOURS,
        };
        let promise = promised(datetime(2026, 10, 12, 17, 0, 0, 0));
        let stopped = moment(datetime(2026, 10, 9, 8, 40, 0, 0));
        let late = moment(datetime(2026, 10, 9, 19, 30, 0, 0));
        // Friday evening counts from Monday, and one working day after is Tuesday.
        let next = promise.resumed(on, stopped, late);
        assert_eq!(next.due.rfc3339(), "2026-10-13T17:00:00+07:00");
        assert!(next.explanation.vi.contains("còn 1 ngày làm việc"));
    }

    #[test]
    fn a_late_promise_is_put_off_from_today() {
        let days = built_in();
        let on = Calendar {
            days: &days,
            hours: HOURS,
        };
        let promise = promised(datetime(2026, 10, 8, 17, 0, 0, 0));
        let now = moment(datetime(2026, 10, 12, 9, 0, 0, 0));
        let next = promise.postponed(on, 3, now);
        assert_eq!(next.due.rfc3339(), "2026-10-15T17:00:00+07:00");
    }

    #[test]
    fn each_state_of_the_clock_follows_from_the_life() {
        let days = built_in();
        let on = Calendar {
            days: &days,
            hours: HOURS,
        };
        let promise = promised(datetime(2026, 10, 12, 17, 0, 0, 0));
        let at = |day| moment(datetime(2026, 10, day, 9, 0, 0, 0));
        let clock = |life: &Life, now, stopped, ended| {
            let times = Times {
                now,
                stopped,
                ended,
            };
            promise.stands(on, life, times).clock
        };
        let working = life(TimelineKind::HandedOn, DossierStatus::InProgress);
        assert_eq!(clock(&working, at(9), None, None), Clock::Running);
        assert_eq!(clock(&working, at(13), None, None), Clock::Late);
        let asked = life(
            TimelineKind::SupplementRequested,
            DossierStatus::SupplementRequested,
        );
        // It stopped in time, so that the days since do not count against anybody.
        assert_eq!(
            clock(&asked, at(20), Some(at(9)), None),
            Clock::WaitingForYou
        );
        let paused = life(TimelineKind::Paused, DossierStatus::InProgress);
        assert_eq!(clock(&paused, at(20), Some(at(9)), None), Clock::Paused);
        let done = life(TimelineKind::Decided, DossierStatus::Done);
        assert_eq!(clock(&done, at(20), None, Some(at(12))), Clock::MetInTime);
        assert_eq!(clock(&done, at(20), None, Some(at(13))), Clock::Late);
        let gone = life(TimelineKind::Withdrawn, DossierStatus::Withdrawn);
        assert_eq!(clock(&gone, at(20), None, Some(at(9))), Clock::Ended);
    }

    proptest! {
        #[test]
        fn no_stop_ever_takes_a_day_from_anybody(
            due in 0_i64..60, stop in 0_i64..4_000_000, wait in 0_i64..6_000_000,
        ) {
            let days = built_in();
            let on = Calendar { days: &days, hours: HOURS };
            let start = moment(datetime(2026, 10, 8, 8, 0, 0, 0));
            let promise = Promise {
                counts_from: start,
                due: Moment::from_unix(start.unix() + due * 86_400 + 9 * 3600),
                explanation: LocalText::default(),
            };
            let stopped = Moment::from_unix(start.unix() + stop);
            let now = Moment::from_unix(stopped.unix() + wait);
            let next = promise.resumed(on, stopped, now);
            prop_assert!(next.due >= promise.due);
            prop_assert!(promise.postponed(on, 1, now).due > promise.due);
        }
    }
}
