//! A bound on the work that an expression may cost.

/// How many steps an expression may take. A step is one operation, one item of a list that
/// is made or gone through, or some sixty bytes of text.
///
/// The bound is a property of the definition, never of the machine, so that the app and the
/// portal run out at the same step.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fuel(u32);

impl Fuel {
    /// For one expression on its own.
    pub(crate) const FULL: Self = Self(20_000);

    /// All expressions of a form together take at most some 20 million steps, well below a
    /// second on a phone.
    pub(crate) fn shared_by(expressions: usize) -> Self {
        let share = 20_000_000 / expressions.max(1);
        Self((share as u32).min(Self::FULL.0))
    }

    /// Burns some; `None` when there is not enough.
    pub(crate) fn burn(&mut self, steps: usize) -> Option<()> {
        self.0 = self.0.checked_sub(u32::try_from(steps).ok()?)?;
        Some(())
    }
}

impl Default for Fuel {
    fn default() -> Self {
        Self::FULL
    }
}
