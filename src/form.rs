//! Draws a form and keeps its answers.
//!
//! An answer is named by its JSON pointer (`/mother/fullName`, `/children/0/name`), which
//! also gives its control's id, so that a fault of the engine leads straight to the box.
//! The boxes are not controlled: the browser holds what is typed, each `input` event goes
//! into the answers, and only the questions that depend on that answer are asked again
//! whether they are shown ([`Filling::answer`]). So a keystroke costs the same in a form
//! of five questions and of two hundred.

mod autocomplete;
mod control;
mod filling;
mod group;
mod plain_box;
mod progress;
mod question;
mod reading;
mod reading_view;
mod sheet;
mod summary;
mod typed;
mod value;
mod whole;

pub(crate) use control::field::field as draw;
pub(crate) use filling::Filling;
pub(crate) use group::{group, item_name};
pub(crate) use plain_box::PlainBox;
pub(crate) use question::{id_of, said};
pub(crate) use reading_view::reading_view;
pub(crate) use sheet::{Remark, Sheet};
pub(crate) use summary::{About, summary};
pub(crate) use whole::{Answered, Task, TaskState};
