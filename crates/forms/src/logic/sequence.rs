//! The operations on lists, on texts and on the data itself.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::Node;
use super::datum::{Datum, joined};
use super::evaluate::{Evaluation, Scope, heft};
use super::operation::Operation;
use super::{equality, number};

impl<'a> Evaluation<'a> {
    pub(super) fn var<'n: 'a>(&mut self, arguments: &'n [Node]) -> Option<Datum<'a>> {
        let path = self.argument(arguments, 0)?;
        match self.seen(&path)? {
            Some(value) => Some(Datum::borrowed(value)),
            None => self.argument(arguments, 1),
        }
    }

    /// What stands at a path (`home.province`); all there is at an empty one.
    fn seen(&mut self, path: &Datum<'_>) -> Option<Option<&'a Value>> {
        let path = if path.is_null() {
            Cow::Borrowed("")
        } else {
            path.as_text()
        };
        self.fuel.burn(path.len() / 64)?;
        let (mut value, rest) = match self.scope {
            Scope::Json(data) if path.is_empty() => return Some(Some(data)),
            Scope::Json(data) => (Some(data), path.as_ref()),
            Scope::Answers(sight) => {
                let (name, rest) = path.split_once('.').unwrap_or((&path, ""));
                match (sight.see(name), rest) {
                    (found, "") => return Some(found),
                    (found, rest) => (found, rest),
                }
            }
        };
        for name in rest.split('.') {
            value = match value {
                Some(Value::Object(members)) => members.get(name),
                Some(Value::Array(items)) => index(name).and_then(|index| items.get(index)),
                _ => None,
            };
        }
        Some(value)
    }

    pub(super) fn missing<'n: 'a>(&mut self, arguments: &'n [Node]) -> Option<Datum<'a>> {
        let mut names = self.list(arguments)?;
        if let Some(Value::Array(listed)) = names.first_mut() {
            names = std::mem::take(listed);
        }
        self.missing_among(&names).map(Datum::owned)
    }

    pub(super) fn missing_some<'n: 'a>(&mut self, arguments: &'n [Node]) -> Option<Datum<'a>> {
        let enough = self.argument(arguments, 0)?.number();
        let names = self.argument(arguments, 1)?;
        let names = names.items().unwrap_or_default();
        let missing = self.missing_among(names)?;
        let there = (names.len() - missing.len()) as f64;
        Some(Datum::owned(if there >= enough {
            Vec::new()
        } else {
            missing
        }))
    }

    fn missing_among(&mut self, names: &[Value]) -> Option<Vec<Value>> {
        let mut missing = Vec::new();
        for name in names {
            self.fuel.burn(1)?;
            let value = self.seen(&Datum::borrowed(name))?;
            if value.is_none_or(|value| value.is_null() || value.as_str() == Some("")) {
                missing.push(name.clone());
            }
        }
        Some(missing)
    }

    /// Works the second argument out for each item of the first.
    pub(super) fn each<'n: 'a>(
        &mut self,
        operation: Operation,
        arguments: &'n [Node],
    ) -> Option<Datum<'a>> {
        let list = self.argument(arguments, 0)?;
        let items = list.items().unwrap_or_default();
        let body = arguments.get(1);
        if operation == Operation::Reduce {
            let start = self.argument(arguments, 2)?;
            return self.reduce(items, body, start);
        }
        let mut kept = Vec::new();
        for item in items {
            match operation {
                Operation::Map => {
                    let made = self.on_item(item, body, |datum| datum.into_value())?;
                    kept.push(made);
                }
                _ => {
                    let holds = self.on_item(item, body, |datum| datum.truth())?;
                    match operation {
                        Operation::All if !holds => return Some(Datum::owned(false)),
                        Operation::None if holds => return Some(Datum::owned(false)),
                        Operation::Some if holds => return Some(Datum::owned(true)),
                        Operation::Filter if holds => {
                            let item = self.kept(Datum::borrowed(item))?;
                            kept.push(item);
                        }
                        _ => {}
                    }
                }
            }
        }
        Some(match operation {
            Operation::All => Datum::owned(!items.is_empty()),
            Operation::None => Datum::owned(true),
            Operation::Some => Datum::owned(false),
            _ => Datum::owned(kept),
        })
    }

    fn reduce(
        &mut self,
        items: &[Value],
        body: Option<&Node>,
        start: Datum<'a>,
    ) -> Option<Datum<'a>> {
        if items.is_empty() {
            return Some(start);
        }
        let mut accumulator = self.kept(start)?;
        for item in items {
            let current = self.kept(Datum::borrowed(item))?;
            let mut pair = Map::new();
            pair.insert("current".into(), current);
            pair.insert("accumulator".into(), accumulator);
            accumulator = self.on_item(&Value::Object(pair), body, |datum| datum.into_value())?;
        }
        Some(Datum::owned(accumulator))
    }

    /// Inside, `var` sees the item and nothing else, as `JsonLogic` has it.
    fn on_item<T>(
        &mut self,
        item: &Value,
        body: Option<&Node>,
        take: impl FnOnce(Datum<'_>) -> T,
    ) -> Option<T> {
        let mut inner = Evaluation {
            scope: Scope::Json(item),
            today: self.today,
            fuel: self.fuel,
        };
        let datum = body.map_or(Some(Datum::NULL), |body| inner.of(body))?;
        inner.fuel.burn(heft(&datum))?;
        self.fuel = inner.fuel;
        Some(take(datum))
    }

    pub(super) fn merge<'n: 'a>(&mut self, arguments: &'n [Node]) -> Option<Datum<'a>> {
        let mut all = Vec::new();
        for node in arguments {
            let datum = self.of(node)?;
            match self.kept(datum)? {
                Value::Array(mut items) => all.append(&mut items),
                single => all.push(single),
            }
        }
        Some(Datum::owned(all))
    }

    pub(super) fn contains<'n: 'a>(&mut self, arguments: &'n [Node]) -> Option<Datum<'a>> {
        let (sought, among) = (self.argument(arguments, 0)?, self.argument(arguments, 1)?);
        self.fuel.burn(heft(&sought) + heft(&among))?;
        let found = match (among.text(), among.items()) {
            (Some(text), _) => text.contains(sought.as_text().as_ref()),
            (_, Some(items)) => {
                let same = |item| equality::strictly(&sought, &Datum::borrowed(item));
                items.iter().any(same)
            }
            _ => false,
        };
        Some(Datum::owned(found))
    }

    pub(super) fn cat<'n: 'a>(&mut self, arguments: &'n [Node]) -> Option<Datum<'a>> {
        let parts = self.list(arguments)?;
        Some(Datum::owned(joined(&parts, "")))
    }

    /// JavaScript's `substr`, and a negative length that leaves so many off the end.
    pub(super) fn substr<'n: 'a>(&mut self, arguments: &'n [Node]) -> Option<Datum<'a>> {
        let source = self.argument(arguments, 0)?;
        let start = self.argument(arguments, 1)?.number();
        let length = match arguments.get(2) {
            Some(node) => Some(self.of(node)?.number()),
            None => None,
        };
        let text = source.as_text();
        self.fuel.burn(1 + text.len() / 64)?;
        let count = text.chars().count();
        let start = number::position(start, count);
        let rest = count - start;
        let taken = match length {
            None => rest,
            Some(length) if length < 0.0 => number::position(length, rest),
            Some(length) => rest.min(length as usize),
        };
        let cut: String = text.chars().skip(start).take(taken).collect();
        Some(Datum::owned(cut))
    }
}

fn index(name: &str) -> Option<usize> {
    let digits = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
    name.parse().ok().filter(|_| digits)
}
