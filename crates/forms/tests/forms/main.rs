//! The form engine from outside: definitions, answers, and what comes of them.

mod checking;
mod definitions;
mod filling;
mod jsonlogic;
mod made;
mod progress;
