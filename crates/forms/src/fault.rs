//! What is at fault with the answers, for who fills in.

use crate::words::Words;

/// One answer at fault, or one that may be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// Which: a JSON pointer into the answers (`/children/0/name`, `/home/commune`), or
    /// `/papers/{requirement}`.
    pub pointer: String,
    /// The page on which it is asked.
    pub page: String,
    /// What, for programs: `required`, `malformed`, `incomplete`, `tooLong`, `outOfRange`,
    /// `unknown`, `tooFew`, `tooMany`, `rule`, `notComputed`; of warnings `unusual`, `differs`.
    pub code: &'static str,
    /// What, for people, with the way to mend it.
    pub message: Words,
}
