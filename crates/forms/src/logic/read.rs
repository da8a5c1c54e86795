//! Reads an expression: an object with one member is an operation, all else stands for itself.

use serde_json::Value;

use super::operation::Operation;
use super::{DEPTH, Expression, Node};
use crate::rejected::{Rejected, Why};

impl Expression {
    pub(crate) fn read(json: &Value) -> Result<Self, Rejected> {
        node(json, 0).map(Self)
    }
}

fn node(json: &Value, depth: usize) -> Result<Node, Rejected> {
    if depth > DEPTH {
        return Err(Rejected::new(Why::TooMany("levels of nesting", DEPTH)));
    }
    match json {
        Value::Array(items) => Ok(Node::List(nodes(items, depth)?)),
        Value::Object(members) if members.len() == 1 => {
            let (name, arguments) = members.iter().next().expect("one member");
            let operation =
                Operation::named(name).ok_or_else(|| Rejected::new(Why::Unknown(name.clone())))?;
            let arguments = match arguments {
                Value::Array(arguments) => nodes(arguments, depth),
                only => node(only, depth + 1).map(|only| vec![only]),
            };
            let arguments = arguments.map_err(|why| why.within(name))?;
            Ok(Node::Call(operation, arguments))
        }
        literal => Ok(Node::Literal(literal.clone())),
    }
}

fn nodes(items: &[Value], depth: usize) -> Result<Vec<Node>, Rejected> {
    let read = |(index, item)| node(item, depth + 1).map_err(|why| why.at_item(index));
    items.iter().enumerate().map(read).collect()
}
