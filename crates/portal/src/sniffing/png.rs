//! PNG (W3C, third edition): chunks with their checksums, from header to end.

use super::Fault;
use super::picture::{Size, four};

const SIGNATURE: usize = 8;
/// Length and name before a chunk's data.
const HEAD: usize = 8;
const CHECKSUM: usize = 4;

/// The picture's size, once every chunk up to the end holds its checksum.
pub(super) fn size(bytes: &[u8]) -> Result<Size, Fault> {
    let mut size = None;
    let mut drawn = false;
    let mut at = SIGNATURE;
    loop {
        let length = four(bytes, at).ok_or(Fault::CutShort)? as usize;
        let data = at + HEAD;
        let end = data.checked_add(length).ok_or(Fault::Damaged)?;
        let named = bytes.get(at + 4..end).ok_or(Fault::CutShort)?;
        let checksum = four(bytes, end).ok_or(Fault::CutShort)?;
        if sum(named) != checksum {
            return Err(Fault::Damaged);
        }
        match (&named[..4], size) {
            (b"IHDR", None) if length == 13 => {
                size = Some(Size {
                    width: four(bytes, data).ok_or(Fault::CutShort)?,
                    height: four(bytes, data + 4).ok_or(Fault::CutShort)?,
                });
            }
            // The header comes first, and once.
            (b"IHDR", _) | (_, None) => return Err(Fault::Damaged),
            (b"IDAT", _) => drawn = true,
            (b"IEND", Some(size)) if drawn => return Ok(size),
            (b"IEND", _) => return Err(Fault::Damaged),
            _ => {}
        }
        at = end + CHECKSUM;
    }
}

fn sum(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}
