//! Vietnamese search over a catalogue of public services.
//!
//! People type as they speak: without marks, with abbreviations, with the old names,
//! as whole questions, with slips. Offices name things officially. This crate stands
//! between the two, the same in the portal and in the browser: pure, without I/O,
//! clock or dependency.
//!
//! ```
//! use motcua_search::{Entry, Index};
//!
//! let index = Index::build([
//!     Entry { code: "3.000347", name: "Đổi giấy phép lái xe", ..Entry::default() },
//!     Entry { code: "1.001193", name: "Thủ tục đăng ký khai sinh", ..Entry::default() },
//! ]);
//! let outcome = index.search("doi bang lai");
//! assert_eq!(outcome.hits[0].entry, 0);
//! ```
//!
//! The way of a query: it is cut into words (`word`) and these into phrases that the
//! vocabulary knows (`segment`); what they ask for (`question`) is compared with every
//! service that shares a word with it (`answer`), and the best are ranked word by word
//! (`rank`). What looks mistyped is tried again as it was probably meant (`correct`).

mod answer;
mod build;
mod code;
mod concept;
mod correct;
mod dictionary;
mod entry;
mod fold;
mod hash;
mod index;
mod keystrokes;
mod marks;
mod meaning;
mod order;
mod question;
mod rank;
mod scope;
mod search;
mod segment;
mod slips;
mod suggest;
mod vocabulary;
mod word;

pub use entry::{Audience, Entry};
pub use fold::fold;
pub use index::Index;
pub use marks::marks;
pub use scope::{Elsewhere, Scope};
pub use search::{Hit, Outcome};
pub use suggest::Suggestion;
