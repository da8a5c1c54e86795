//! Words of the results.

messages! {}
