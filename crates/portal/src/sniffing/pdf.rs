//! PDF (ISO 32000-2): whole, openable, with pages.

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::Fault;

/// What the file ends with.
const END: &[u8] = b"%%EOF";
/// Readers look for the end among so many last bytes; some programs write on behind it.
const TAIL: usize = 1024;

/// How many pages the document has.
pub(super) fn pages(bytes: &[u8]) -> Result<u32, Fault> {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    if memchr::memmem::find(tail, END).is_none() {
        return Err(Fault::CutShort);
    }
    let document = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Fault::Locked,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Fault::Damaged,
    })?;
    match u32::try_from(document.pages().len()) {
        Ok(0) | Err(_) => Err(Fault::Damaged),
        Ok(pages) => Ok(pages),
    }
}
