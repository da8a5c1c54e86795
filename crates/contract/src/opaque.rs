//! Members whose shape another part of the project or the portal defines.

/// A JSON object that this crate carries and does not look into: the answers to a form,
/// or a form's definition, as the crate `motcua-forms` documents them.
pub type Opaque = serde_json::Map<String, serde_json::Value>;
