//! Which answers an expression refers to.
//!
//! A form knows beforehand what each condition depends on. Therefore a `var` that looks at
//! the answers names them outright: a name that is itself worked out is refused.

use serde_json::Value;

use super::operation::Operation;
use super::{Expression, Node};
use crate::rejected::{Rejected, Why};

/// One look at the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reference<'e> {
    /// From where it looks.
    pub(crate) from: Where<'e>,
    /// The path it names (`home.province`).
    pub(crate) path: &'e str,
}

/// From where a `var` looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Where<'e> {
    /// At all answers.
    Answers,
    /// At one item of the answer with this name.
    ItemOf(&'e str),
}

/// What surrounds a node.
#[derive(Clone, Copy)]
enum Around<'e> {
    Answers,
    ItemOf(&'e str),
    /// Inside of `reduce` over the answer with this name.
    Reduction(&'e str),
    /// Items that have been worked out; nothing is known about them.
    Worked,
}

impl Expression {
    /// Hands every reference to `found`, which may refuse it.
    pub(crate) fn references<'e>(
        &'e self,
        found: &mut dyn FnMut(Reference<'e>) -> Result<(), Rejected>,
    ) -> Result<(), Rejected> {
        walk(&self.0, Around::Answers, found)
    }
}

type Found<'f, 'e> = dyn FnMut(Reference<'e>) -> Result<(), Rejected> + 'f;

fn walk<'e>(node: &'e Node, around: Around<'e>, found: &mut Found<'_, 'e>) -> Result<(), Rejected> {
    match node {
        Node::Literal(_) => Ok(()),
        Node::List(items) => items.iter().try_for_each(|item| walk(item, around, found)),
        Node::Call(operation, arguments) => call(*operation, arguments, around, found),
    }
}

fn call<'e>(
    operation: Operation,
    arguments: &'e [Node],
    around: Around<'e>,
    found: &mut Found<'_, 'e>,
) -> Result<(), Rejected> {
    match operation {
        Operation::Var => {
            let (name, rest) = match arguments {
                [] => (None, arguments),
                [name, rest @ ..] => (Some(name), rest),
            };
            named(name, around, found)?;
            rest.iter().try_for_each(|node| walk(node, around, found))
        }
        Operation::Missing => arguments
            .iter()
            .try_for_each(|node| names(node, around, found)),
        Operation::MissingSome => {
            arguments
                .iter()
                .take(1)
                .try_for_each(|node| walk(node, around, found))?;
            arguments
                .iter()
                .skip(1)
                .try_for_each(|node| names(node, around, found))
        }
        _ if operation.goes_through_items() => {
            let inside = arguments
                .first()
                .map_or(Around::Worked, |list| items_of(list, around));
            let inside = match inside {
                Around::ItemOf(name) if operation == Operation::Reduce => Around::Reduction(name),
                inside => inside,
            };
            let places = [around, inside, around];
            let mut nodes = arguments.iter().zip(places);
            nodes.try_for_each(|(node, around)| walk(node, around, found))
        }
        _ => arguments
            .iter()
            .try_for_each(|node| walk(node, around, found)),
    }
}

/// Whose items a list holds: `{"var": "children"}`, or some of them.
fn items_of<'e>(list: &'e Node, around: Around<'e>) -> Around<'e> {
    match (list, around) {
        (Node::Call(Operation::Var, arguments), Around::Answers) => match arguments.first() {
            Some(Node::Literal(Value::String(name))) if !name.contains('.') => Around::ItemOf(name),
            _ => Around::Worked,
        },
        (Node::Call(Operation::Filter, arguments), _) => arguments
            .first()
            .map_or(Around::Worked, |list| items_of(list, around)),
        _ => Around::Worked,
    }
}

/// The names that `missing` asks for.
fn names<'e>(
    node: &'e Node,
    around: Around<'e>,
    found: &mut Found<'_, 'e>,
) -> Result<(), Rejected> {
    match node {
        Node::List(items) => items.iter().try_for_each(|item| names(item, around, found)),
        name => named(Some(name), around, found),
    }
}

fn named<'e>(
    name: Option<&'e Node>,
    around: Around<'e>,
    found: &mut Found<'_, 'e>,
) -> Result<(), Rejected> {
    let path = match name {
        Some(Node::Literal(Value::String(path))) => Some(path.as_str()),
        None | Some(Node::Literal(Value::Null)) => Some(""),
        _ => None,
    };
    match (around, path) {
        (Around::Worked, _) => Ok(()),
        (Around::Answers, Some("")) => Err(Rejected::new(Why::Misplaced(
            "a look at all answers at once",
        ))),
        (Around::Answers, Some(path)) => found(Reference {
            from: Where::Answers,
            path,
        }),
        (Around::ItemOf(_) | Around::Reduction(_), Some("")) => Ok(()),
        (Around::ItemOf(group), Some(path)) => found(Reference {
            from: Where::ItemOf(group),
            path,
        }),
        (Around::Reduction(group), Some(path)) => match path.strip_prefix("current.") {
            Some(path) => found(Reference {
                from: Where::ItemOf(group),
                path,
            }),
            None => Ok(()),
        },
        (_, None) => Err(Rejected::new(Why::Misplaced("a name that is worked out"))),
    }
}
