//! When to say that a session is about to end.
//!
//! Five minutes before: WCAG 2.2.1 asks for at least twenty seconds and one simple
//! action; a form is not finished in twenty seconds. Times are milliseconds since 1970,
//! as `Date.now()` counts, and come in as arguments.

/// How long before the end one is warned.
pub(crate) const WARNED_BEFORE_MS: f64 = 5.0 * 60.0 * 1000.0;

/// Browsers let a timer run at most 2^31 milliseconds; a longer wait is cut in pieces.
const LONGEST_WAIT_MS: f64 = 2_147_483_647.0;

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Phase {
    /// Long enough: look again after so many milliseconds.
    Calm {
        /// Until then nothing is to be said.
        wait_ms: f64,
    },
    /// Time to warn.
    Ending {
        /// Whole minutes left, at least 1: what remains of a minute counts as one.
        minutes: u32,
    },
    /// Over.
    Over,
}

/// Where a session that ends at `expires` stands at `now`. One whose end cannot be read
/// (not a number) is taken to be calm: the portal's 401 will tell.
pub(crate) fn phase(now: f64, expires: f64) -> Phase {
    let left = expires - now;
    if left.is_nan() {
        return Phase::Calm {
            wait_ms: LONGEST_WAIT_MS,
        };
    }
    if left <= 0.0 {
        return Phase::Over;
    }
    if left <= WARNED_BEFORE_MS {
        // At most 5, so the conversion loses nothing.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "1 to 5"
        )]
        let minutes = (left / 60_000.0).ceil() as u32;
        return Phase::Ending { minutes };
    }
    Phase::Calm {
        wait_ms: (left - WARNED_BEFORE_MS).min(LONGEST_WAIT_MS),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MINUTE: f64 = 60_000.0;

    #[test]
    fn one_is_warned_five_minutes_before_the_end() {
        assert_eq!(
            phase(0.0, 30.0 * MINUTE),
            Phase::Calm {
                wait_ms: 25.0 * MINUTE
            }
        );
        assert_eq!(
            phase(25.0 * MINUTE, 30.0 * MINUTE),
            Phase::Ending { minutes: 5 }
        );
        assert_eq!(
            phase(29.9 * MINUTE, 30.0 * MINUTE),
            Phase::Ending { minutes: 1 }
        );
        assert_eq!(phase(30.0 * MINUTE, 30.0 * MINUTE), Phase::Over);
    }

    #[test]
    fn an_end_that_cannot_be_read_interrupts_nobody() {
        assert!(matches!(phase(0.0, f64::NAN), Phase::Calm { .. }));
    }

    proptest! {
        #[test]
        fn waiting_as_told_always_comes_to_the_warning(now in 0.0..1e13_f64, left in 1.0..1e12_f64) {
            let mut at = now;
            for _ in 0..1000 {
                match phase(at, now + left) {
                    Phase::Calm { wait_ms } => {
                        prop_assert!(wait_ms > 0.0 && wait_ms <= 2_147_483_647.0);
                        at += wait_ms;
                    }
                    Phase::Ending { minutes } => {
                        prop_assert!((1..=5).contains(&minutes));
                        return Ok(());
                    }
                    Phase::Over => return Err(TestCaseError::fail("over without a warning")),
                }
            }
        }
    }
}
