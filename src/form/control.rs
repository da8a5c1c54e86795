//! The controls, one kind a file. Each is a plain function from a question to its view;
//! only the browser's own controls are used, since those work with every keyboard, screen
//! reader and voice.

pub(super) mod address;
pub(super) mod choice;
pub(super) mod date;
pub(super) mod field;
pub(super) mod papers;
pub(super) mod person;
pub(super) mod select;
pub(super) mod statement;
pub(super) mod text;
