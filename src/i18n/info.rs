//! Words of the screens that tell.

messages! {}
