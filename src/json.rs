//! Reads JSON into the contract's types, in few bytes.
//!
//! `serde_json` reads text and makes values in one go, so that its parser is compiled into the code
//! of every type, which may also stand in the text as an array. Here the text becomes a [`Tree`]
//! first, by code that is there once; what is compiled for each type only picks from the tree.
//! The types are the same, derived by serde; a property test holds both readings together.

mod pick;
mod tree;

use serde::de::DeserializeOwned;

use pick::Picked;
use tree::Tree;

/// Why a text is not what was looked for. Nobody is told more: the screen says that the answer
/// cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotThat;

/// Reads a `T`.
///
/// # Errors
/// When `text` is not JSON, or not a `T`.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, NotThat> {
    let tree = Tree::read(text).ok_or(NotThat)?;
    T::deserialize(Picked(&tree))
}

#[cfg(test)]
mod tests;
