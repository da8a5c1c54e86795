//! The reference portal.
fn main() {}
