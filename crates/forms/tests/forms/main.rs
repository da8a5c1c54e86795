//! The form engine from outside: definitions, answers, and what comes of them.

mod checking;
mod definitions;
mod documents;
mod filling;
mod jsonlogic;
mod made;
mod made_up;
mod progress;
mod properties;
