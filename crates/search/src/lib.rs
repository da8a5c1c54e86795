//! Vietnamese search over a catalogue of services.
