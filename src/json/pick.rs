//! Picks a value of a type from a [`Tree`].

use std::borrow::Cow;
use std::fmt::Display;
use std::slice;

use serde::Deserializer;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::NotThat;
use super::tree::Tree;

impl std::error::Error for NotThat {}

impl Display for NotThat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not what was looked for")
    }
}

impl Error for NotThat {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// A value to pick from.
#[derive(Clone, Copy)]
pub(super) struct Picked<'de>(pub(super) &'de Tree<'de>);

impl<'de> Picked<'de> {
    fn text(self) -> Result<&'de str, NotThat> {
        match self.0 {
            Tree::Text(text) => Ok(text),
            _ => Err(NotThat),
        }
    }

    fn number(self) -> Result<&'de str, NotThat> {
        match self.0 {
            Tree::Number(number) => Ok(number),
            _ => Err(NotThat),
        }
    }
}

/// Numbers without a sign, and those with one.
macro_rules! whole {
    ($($method:ident)*, $visit:ident) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThat> {
            visitor.$visit(self.number()?.parse().map_err(|_| NotThat)?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Picked<'de> {
    type Error = NotThat;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThat> {
        match self.0 {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(*value),
            Tree::Number(number) => match (number.parse(), number.parse()) {
                (Ok(value), _) => visitor.visit_u64(value),
                (_, Ok(value)) if *number != "-0" => visitor.visit_i64(value),
                _ => match number.parse::<f64>() {
                    Ok(value) if value.is_finite() => visitor.visit_f64(value),
                    _ => Err(NotThat),
                },
            },
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            Tree::List(items) => visitor.visit_seq(Items(items.iter())),
            Tree::Object(members) => visitor.visit_map(Members::of(members)),
        }
    }

    whole!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64, visit_u64);
    whole!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64, visit_i64);

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThat> {
        match self.0 {
            Tree::Bool(value) => visitor.visit_bool(*value),
            _ => Err(NotThat),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThat> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThat> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThat> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThat> {
        match self.0 {
            Tree::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, NotThat> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThat> {
        match self.0 {
            Tree::List(items) => visitor.visit_seq(Items(items.iter())),
            _ => Err(NotThat),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotThat> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThat> {
        match self.0 {
            Tree::Object(members) => visitor.visit_map(Members::of(members)),
            _ => Err(NotThat),
        }
    }

    /// An object, never an array: the contract writes no structure as one.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotThat> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotThat> {
        match self.0 {
            Tree::Text(name) => visitor.visit_enum(Variant {
                name,
                content: None,
            }),
            Tree::Object(members) => match &members[..] {
                [(name, content)] => visitor.visit_enum(Variant {
                    name,
                    content: Some(Picked(content)),
                }),
                _ => Err(NotThat),
            },
            _ => Err(NotThat),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThat> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { f32 f64 i128 u128 char bytes byte_buf unit unit_struct tuple_struct }
}

struct Items<'de>(slice::Iter<'de, Tree<'de>>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = NotThat;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, NotThat> {
        let next = self.0.next();
        next.map(|item| seed.deserialize(Picked(item))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Members<'de> {
    rest: slice::Iter<'de, (Cow<'de, str>, Tree<'de>)>,
    value: Option<Picked<'de>>,
}

impl<'de> Members<'de> {
    fn of(members: &'de [(Cow<'de, str>, Tree<'de>)]) -> Self {
        Self {
            rest: members.iter(),
            value: None,
        }
    }
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = NotThat;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, NotThat> {
        let Some((name, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some(Picked(value));
        seed.deserialize(BorrowedStrDeserializer::new(name))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, NotThat> {
        seed.deserialize(self.value.take().ok_or(NotThat)?)
    }
}

/// One of several: its name, and what it holds.
struct Variant<'de> {
    name: &'de str,
    content: Option<Picked<'de>>,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = NotThat;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), NotThat> {
        let value = seed.deserialize(BorrowedStrDeserializer::new(self.name))?;
        Ok((value, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = NotThat;

    fn unit_variant(self) -> Result<(), NotThat> {
        match self.content {
            None | Some(Picked(Tree::Null)) => Ok(()),
            Some(_) => Err(NotThat),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, NotThat> {
        seed.deserialize(self.content.ok_or(NotThat)?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotThat> {
        self.content.ok_or(NotThat)?.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotThat> {
        self.content.ok_or(NotThat)?.deserialize_map(visitor)
    }
}
