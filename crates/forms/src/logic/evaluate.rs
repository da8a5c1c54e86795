//! Works an expression out.

use std::cmp::Ordering;

use serde_json::Value;

use super::datum::{Datum, weight};
use super::fuel::Fuel;
use super::operation::Operation;
use super::{Node, Sight, equality, time};
use crate::day::Day;

/// What `var` looks at.
#[derive(Clone, Copy)]
pub(super) enum Scope<'a> {
    /// The answers.
    Answers(&'a dyn Sight),
    /// Plain JSON: an item of a list, or a whole document.
    Json(&'a Value),
}

/// One expression being worked out. Every step returns `None` once the fuel is used up.
pub(super) struct Evaluation<'a> {
    pub(super) scope: Scope<'a>,
    pub(super) today: Option<Day>,
    pub(super) fuel: Fuel,
}

impl<'a> Evaluation<'a> {
    pub(super) fn new(sight: &'a dyn Sight, fuel: Fuel) -> Self {
        let (scope, today) = (Scope::Answers(sight), sight.today());
        Self { scope, today, fuel }
    }

    pub(super) fn within(data: &'a Value, fuel: Fuel) -> Self {
        let (scope, today) = (Scope::Json(data), None);
        Self { scope, today, fuel }
    }

    pub(super) fn of<'n: 'a>(&mut self, node: &'n Node) -> Option<Datum<'a>> {
        self.fuel.burn(1)?;
        match node {
            Node::Literal(value) => Some(Datum::borrowed(value)),
            Node::List(items) => self.list(items).map(Datum::owned),
            Node::Call(operation, arguments) => self.call(*operation, arguments),
        }
    }

    /// What each comes to, as a list of its own.
    pub(super) fn list<'n: 'a>(&mut self, nodes: &'n [Node]) -> Option<Vec<Value>> {
        let mut items = Vec::with_capacity(nodes.len());
        for node in nodes {
            let item = self.of(node)?;
            items.push(self.kept(item)?);
        }
        Some(items)
    }

    /// As a value of its own; copying costs what it weighs.
    pub(super) fn kept(&mut self, datum: Datum<'_>) -> Option<Value> {
        if let Datum::Json(value) = &datum {
            self.fuel.burn(weight(value))?;
        }
        Some(datum.into_value())
    }

    /// The argument at `index`; `null` where there is none.
    pub(super) fn argument<'n: 'a>(
        &mut self,
        nodes: &'n [Node],
        index: usize,
    ) -> Option<Datum<'a>> {
        nodes
            .get(index)
            .map_or(Some(Datum::NULL), |node| self.of(node))
    }

    fn call<'n: 'a>(&mut self, operation: Operation, arguments: &'n [Node]) -> Option<Datum<'a>> {
        use Operation as Op;
        Some(match operation {
            Op::Var => self.var(arguments)?,
            Op::Missing => self.missing(arguments)?,
            Op::MissingSome => self.missing_some(arguments)?,
            Op::If => return self.choose(arguments),
            Op::Or => return self.first(arguments, true),
            Op::And => return self.first(arguments, false),
            Op::Not => Datum::owned(!self.argument(arguments, 0)?.truth()),
            Op::Truth => Datum::owned(self.argument(arguments, 0)?.truth()),
            Op::Log => self.argument(arguments, 0)?,
            Op::Equal | Op::StrictlyEqual | Op::Unequal | Op::StrictlyUnequal => {
                self.equality(operation, arguments)?
            }
            Op::Greater => self.ordered(arguments, |order| order == Ordering::Greater)?,
            Op::GreaterOrEqual => self.ordered(arguments, |order| order != Ordering::Less)?,
            Op::Less => self.ordered(arguments, |order| order == Ordering::Less)?,
            Op::LessOrEqual => self.ordered(arguments, |order| order != Ordering::Greater)?,
            Op::Max => self.extreme(arguments, f64::NEG_INFINITY, |a, b| a > b)?,
            Op::Min => self.extreme(arguments, f64::INFINITY, |a, b| a < b)?,
            Op::Add => self.total(arguments, 0.0, |sum, next| sum + next)?,
            Op::Multiply => self.total(arguments, 1.0, |product, next| product * next)?,
            Op::Subtract if arguments.len() == 1 => Datum::Number(-self.number(&arguments[0])?),
            Op::Subtract => self.numbers(arguments, |a, b| a - b)?,
            Op::Divide => self.numbers(arguments, |a, b| a / b)?,
            Op::Remainder => self.numbers(arguments, |a, b| a % b)?,
            Op::Map | Op::Filter | Op::Reduce | Op::All | Op::None | Op::Some => {
                self.each(operation, arguments)?
            }
            Op::Merge => self.merge(arguments)?,
            Op::In => self.contains(arguments)?,
            Op::Cat => self.cat(arguments)?,
            Op::Substr => self.substr(arguments)?,
            Op::Age => time::age(&self.argument(arguments, 0)?, self.today),
            Op::Days => time::days(&self.argument(arguments, 0)?, &self.argument(arguments, 1)?),
            Op::AddYears => {
                time::add_years(&self.argument(arguments, 0)?, &self.argument(arguments, 1)?)
            }
        })
    }

    fn choose<'n: 'a>(&mut self, arguments: &'n [Node]) -> Option<Datum<'a>> {
        let mut pairs = arguments.chunks_exact(2);
        for pair in &mut pairs {
            if self.of(&pair[0])?.truth() {
                return self.of(&pair[1]);
            }
        }
        self.argument(pairs.remainder(), 0)
    }

    /// The first that is true, or is not; else the last.
    fn first<'n: 'a>(&mut self, arguments: &'n [Node], wanted: bool) -> Option<Datum<'a>> {
        let mut last = Datum::NULL;
        for node in arguments {
            last = self.of(node)?;
            if last.truth() == wanted {
                break;
            }
        }
        Some(last)
    }

    fn equality<'n: 'a>(
        &mut self,
        operation: Operation,
        arguments: &'n [Node],
    ) -> Option<Datum<'a>> {
        let (a, b) = (self.argument(arguments, 0)?, self.argument(arguments, 1)?);
        self.fuel.burn(heft(&a) + heft(&b))?;
        Some(Datum::owned(match operation {
            Operation::Equal => equality::loosely(&a, &b),
            Operation::Unequal => !equality::loosely(&a, &b),
            Operation::StrictlyEqual => equality::strictly(&a, &b),
            _ => !equality::strictly(&a, &b),
        }))
    }

    /// Whether each two neighbours of two or three are in this order.
    fn ordered<'n: 'a>(
        &mut self,
        arguments: &'n [Node],
        wanted: fn(Ordering) -> bool,
    ) -> Option<Datum<'a>> {
        if arguments.len() < 2 {
            return Some(Datum::owned(false));
        }
        let mut before = self.of(&arguments[0])?;
        for node in arguments[1..].iter().take(2) {
            let next = self.of(node)?;
            self.fuel.burn(heft(&before) + heft(&next))?;
            if !equality::order(&before, &next).is_some_and(wanted) {
                return Some(Datum::owned(false));
            }
            before = next;
        }
        Some(Datum::owned(true))
    }

    fn extreme<'n: 'a>(
        &mut self,
        arguments: &'n [Node],
        none: f64,
        further: fn(f64, f64) -> bool,
    ) -> Option<Datum<'a>> {
        let mut extreme = none;
        for node in arguments {
            let number = self.number(node)?;
            if number.is_nan() || further(number, extreme) {
                extreme = number;
            }
            if extreme.is_nan() {
                break;
            }
        }
        Some(Datum::Number(extreme))
    }

    fn total<'n: 'a>(
        &mut self,
        arguments: &'n [Node],
        none: f64,
        combine: fn(f64, f64) -> f64,
    ) -> Option<Datum<'a>> {
        let mut total = none;
        for node in arguments {
            let datum = self.of(node)?;
            self.fuel.burn(heft(&datum))?;
            total = combine(total, datum.leading_number());
        }
        Some(Datum::Number(total))
    }

    fn numbers<'n: 'a>(
        &mut self,
        arguments: &'n [Node],
        combine: fn(f64, f64) -> f64,
    ) -> Option<Datum<'a>> {
        if arguments.len() < 2 {
            return Some(Datum::Number(f64::NAN));
        }
        let (a, b) = (self.number(&arguments[0])?, self.number(&arguments[1])?);
        Some(Datum::Number(combine(a, b)))
    }

    fn number<'n: 'a>(&mut self, node: &'n Node) -> Option<f64> {
        let datum = self.of(node)?;
        self.fuel.burn(heft(&datum))?;
        Some(datum.number())
    }
}

/// What it costs to read through a value.
pub(super) fn heft(datum: &Datum<'_>) -> usize {
    match datum {
        Datum::Json(value) => weight(value),
        Datum::Number(_) => 0,
    }
}
