//! One source of time for the portal: the machine's, or one that a test holds and sets.
//!
//! Nothing else in the portal asks the system what time it is, so that a test can let
//! sessions end and drafts run out without waiting. The log alone measures real time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use crate::moment::Moment;

/// A clock; clones of a held one show the same time.
#[derive(Clone, Debug, Default)]
pub struct Clock(Source);

#[derive(Clone, Debug, Default)]
enum Source {
    #[default]
    System,
    Held(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still at so many seconds after 1970 began in UTC, until
    /// [`Clock::advance`].
    #[must_use]
    pub fn held_at(seconds: i64) -> Self {
        Self(Source::Held(Arc::new(AtomicI64::new(seconds))))
    }

    /// Moves a held clock on. The machine's clock is nobody's to move: it goes on as before.
    pub fn advance(&self, time: Duration) {
        if let Source::Held(seconds) = &self.0 {
            seconds.fetch_add(time.as_secs().cast_signed(), Ordering::SeqCst);
        }
    }

    /// The moment that it shows.
    pub(crate) fn now(&self) -> Moment {
        match &self.0 {
            Source::System => SystemTime::now().into(),
            Source::Held(seconds) => Moment::from_unix(seconds.load(Ordering::SeqCst)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_clock_moves_for_all_its_clones_and_only_when_told() {
        let clock = Clock::held_at(1_000);
        let other = clock.clone();
        clock.advance(Duration::from_secs(5));
        assert_eq!(other.now(), Moment::from_unix(1_005));
        assert_eq!(other.now(), clock.now());
    }
}
