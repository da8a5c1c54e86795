//! Writes `openapi.json` anew from the types.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    std::fs::write(path, motcua_contract::openapi::text())
}
