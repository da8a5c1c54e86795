//! When to write: one write at a time, the newest change wins, none is forgotten.

/// Which changes are written and which are not. Changes are numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pace {
    changed: u64,
    written: u64,
    busy: bool,
    /// A write is due and will call [`Pace::begin`].
    called: bool,
}

impl Pace {
    /// Something changed. True when the caller must see to it that [`Pace::begin`] is called
    /// soon; false when that is under way or a write is, which looks again at its end.
    pub(super) fn change(&mut self, count: u64) -> bool {
        self.changed = self.changed.max(count);
        !self.busy && !std::mem::replace(&mut self.called, true)
    }

    /// Begins a write; false when there is nothing to write or one is under way.
    pub(super) fn begin(&mut self) -> bool {
        self.called = false;
        let due = !self.busy && self.written < self.changed;
        self.busy |= due;
        due
    }

    /// A write of the change number `count` has ended; `kept` tells how. True when there is more to write at
    /// once: a failed write is not tried again by itself.
    pub(super) fn end(&mut self, count: u64, kept: bool) -> bool {
        self.busy = false;
        if kept {
            self.written = self.written.max(count);
        }
        kept && self.written < self.changed
    }

    /// Whether everything is written.
    pub(super) fn rests(self) -> bool {
        self.written == self.changed
    }

    /// Whether a write is under way.
    pub(super) fn busy(self) -> bool {
        self.busy
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn many_changes_during_one_write_make_one_more() {
        let mut pace = Pace::default();
        assert!(pace.change(1), "the first change calls for a write");
        assert!(!pace.change(2), "which is already called for");
        assert!(pace.begin());
        assert!(!pace.change(3) && !pace.change(4));
        assert!(!pace.begin(), "never two at once");
        assert!(pace.end(2, true), "what came meanwhile is written next");
        assert!(pace.begin());
        assert!(!pace.end(4, true));
        assert!(pace.rests());
    }

    #[test]
    fn a_failed_write_waits_for_the_next_change() {
        let mut pace = Pace::default();
        pace.change(1);
        pace.begin();
        assert!(!pace.end(1, false));
        assert!(!pace.rests());
        assert!(pace.change(2));
        assert!(pace.begin());
    }

    proptest! {
        /// Whatever the order of keystrokes and writes: when the writer is left alone for long
        /// enough, what is written is what was typed last.
        #[test]
        fn the_newest_change_is_always_written_in_the_end(steps in proptest::collection::vec(0..3_u8, 0..60)) {
            let (mut pace, mut typed, mut disk) = (Pace::default(), 0, 0);
            let (mut timer, mut writing) = (false, None);
            for step in steps.into_iter().chain([1, 2, 1, 2]) {
                match step {
                    0 => { typed += 1; timer |= pace.change(typed); }
                    1 if timer => { timer = false; if pace.begin() { writing = Some(typed); } }
                    2 => if let Some(revision) = writing.take() {
                        disk = revision;
                        if pace.end(revision, true) && pace.begin() { writing = Some(typed); }
                    },
                    _ => {}
                }
            }
            prop_assert!(disk <= typed);
            prop_assert_eq!(disk, typed);
            prop_assert!(pace.rests());
        }
    }
}
