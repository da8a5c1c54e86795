//! The form engine: what a form asks, the same code in the browser and in the portal.
//!
//! `FORMAT.md` documents the definition that [`Form::parse`] reads, with an example of each
//! kind. The crate is pure: no web, no I/O, no clock but the day passed in, and it knows no
//! other crate of this workspace.
//!
//! ```
//! use motcua_forms::{Answers, Day, Form, Papers, Setting};
//!
//! let form = Form::parse(r#"{
//!     "version": 1, "service": "1.001193", "source": "An example",
//!     "sections": [{"id": "you", "title": {"vi": "Bạn", "en": "You"}, "pages": [
//!         {"id": "birth", "title": {"vi": "Ngày sinh", "en": "Date of birth"}, "fields": [
//!             {"id": "born", "kind": "date", "label": {"vi": "Ngày sinh", "en": "Date of birth"}}
//!         ]}
//!     ]}]
//! }"#).unwrap();
//! let setting = Setting { today: Day::new(2026, 11, 22).unwrap(), case: "default", places: None };
//! let mut answers = Answers::new();
//!
//! answers.insert("born".into(), "30/2/2000".into());
//! let faults = form.check(&answers, &Papers::default(), &setting).unwrap_err();
//! assert_eq!(faults[0].pointer, "/born");
//! assert_eq!(faults[0].message.en, "Check the day: 2/2000 has 29 days.");
//!
//! answers.insert("born".into(), "29/2/2000".into());
//! let complete = form.check(&answers, &Papers::default(), &setting).unwrap();
//! assert_eq!(complete.answers()["born"], "2000-02-29");
//! ```
//!
//! The way of a form: its definition is read (`parse`) and what depends on what is found out
//! (`form`). With answers, each part is worked out after those it depends on (`shown`): what
//! is there, and what the typed answers say (`reading`). A check holds that against the
//! limits and rules (`check`) and yields a [`Complete`], which alone can be sent, or faults
//! with the way to mend them (`wrong`). Conditions are `JsonLogic` (`logic`). Beside all that,
//! [`Personal`] finds what free text should not hold.

mod check;
mod complete;
mod computed;
mod day;
mod definition;
mod fault;
mod form;
mod kind;
mod limits;
mod logic;
mod members;
mod parse;
mod personal;
mod prefill;
mod progress;
mod reading;
mod rejected;
mod schema;
mod setting;
mod shown;
mod spot;
mod warning;
mod words;
mod wrong;

pub use complete::Complete;
pub use day::Day;
pub use definition::{Definition, Field, Help, Page, PageRule, Required, Rule, Section, VERSION};
pub use fault::Fault;
pub use form::{Dependent, Form};
pub use kind::{Choice, Group, Kind, Limit, Look, Part, PartName, Range};
pub use logic::{Expression, apply};
pub use personal::Personal;
pub use prefill::Prefilled;
pub use progress::SectionState;
pub use rejected::{Rejected, Why};
pub use setting::{Answers, Papers, Places, Setting};
pub use shown::Shown;
pub use spot::Spot;
pub use words::Words;
