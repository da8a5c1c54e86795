//! Words of a service's screen.

messages! {}
