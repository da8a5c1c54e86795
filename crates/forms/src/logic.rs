//! Conditions and expressions: [JsonLogic](https://jsonlogic.com), with its own idea of truth
//! and its own coercions, which are JavaScript's.
//!
//! All operations of its documentation are here: `var`, `missing`, `missing_some`, `if` (and
//! its other name `?:`), `==`, `===`, `!=`, `!==`, `!`, `!!`, `or`, `and`, `>`, `>=`, `<`, `<=`
//! (both also between), `max`, `min`, `+`, `-`, `*`, `/`, `%`, `map`, `filter`, `reduce`,
//! `all`, `none`, `some`, `merge`, `in`, `cat`, `substr`. Its public test suite passes
//! (`tests/jsonlogic.rs`). Beyond it there are `age`, `days` and `addYears`.
//!
//! What differs from the JavaScript implementation, and why:
//! - `log` hands its argument on and writes nothing: answers are personal data.
//! - `method`, an undocumented way to call JavaScript, is unknown.
//! - An unknown operation is refused when the definition is read, not when it is met.
//! - `==` and `===` hold two lists or objects for equal when they hold the same; JavaScript
//!   asks whether they are the same object, which JSON cannot say.
//! - `NaN` and infinities exist while an expression is worked out and come out as `null`.
//! - Work is bounded: an expression is refused when it is nested deeper than [`DEPTH`], and
//!   has no value once it used up its fuel. Texts are compared and cut by characters
//!   (code points), not by UTF-16 units.

mod datum;
mod equality;
mod evaluate;
mod fuel;
mod number;
mod operation;
mod read;
mod references;
mod sequence;
mod time;

use serde_json::Value;

use crate::day::Day;
use evaluate::Evaluation;
use operation::Operation;

pub(crate) use fuel::Fuel;
pub(crate) use references::{Reference, Where};

/// How deep an expression may be nested.
pub(crate) const DEPTH: usize = 64;

/// A condition or another expression, read and known to be well-formed.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression(Node);

#[derive(Clone, Debug, PartialEq)]
enum Node {
    /// Stands for itself.
    Literal(Value),
    /// A list of what its items come to.
    List(Vec<Node>),
    /// An operation on its arguments.
    Call(Operation, Vec<Node>),
}

/// What an expression can see: the answers, by name.
pub(crate) trait Sight {
    /// What stands at the first part of a `var`'s path.
    fn see(&self, name: &str) -> Option<&Value>;
    /// The day it is, for `age`.
    fn today(&self) -> Option<Day>;
}

impl Expression {
    /// What it comes to; `None` when the work exceeds the fuel.
    pub(crate) fn evaluate(&self, sight: &dyn Sight, fuel: Fuel) -> Option<Value> {
        let mut evaluation = Evaluation::new(sight, fuel);
        let datum = evaluation.of(&self.0)?;
        evaluation.kept(datum)
    }

    /// Whether it holds; what cannot be worked out does not.
    pub(crate) fn holds(&self, sight: &dyn Sight, fuel: Fuel) -> bool {
        let mut evaluation = Evaluation::new(sight, fuel);
        evaluation.of(&self.0).is_some_and(|datum| datum.truth())
    }
}

/// Works out a piece of `JsonLogic` over plain JSON, as its documentation does: for trying an
/// expression out, and for its public test suite. `None` when it is malformed or exceeds
/// its bounds.
#[must_use]
pub fn apply(logic: &Value, data: &Value) -> Option<Value> {
    let Expression(node) = Expression::read(logic).ok()?;
    let mut evaluation = Evaluation::within(data, Fuel::FULL);
    let datum = evaluation.of(&node)?;
    evaluation.kept(datum)
}
