//! Words of the screens about this device.

messages! {}
