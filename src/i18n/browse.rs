//! Words of the catalogue's screens.

messages! {}
