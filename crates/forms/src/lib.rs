//! The form engine: definitions, conditions, validation. Grows with the first form.
