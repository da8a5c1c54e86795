//! WebP (RFC 9649): a RIFF container whose first chunk says how large the picture is.

use super::Fault;
use super::picture::Size;

/// `RIFF`, its size, `WEBP`.
const HEAD: usize = 12;
/// A chunk's name and size.
const CHUNK_HEAD: usize = 8;
/// What a key frame of VP8 begins with, behind three bytes of frame tag (RFC 6386, 9.1).
const KEY_FRAME: [u8; 3] = [0x9d, 0x01, 0x2a];
/// What a lossless picture begins with (RFC 9649, 3.4).
const LOSSLESS: u8 = 0x2f;

/// The picture's size, once the container is as long as it says.
pub(super) fn size(bytes: &[u8]) -> Result<Size, Fault> {
    // The container's size counts what follows it.
    let end = little(bytes, 4, 4)? as usize + 8;
    if bytes.len() < end {
        return Err(Fault::CutShort);
    }
    let name = bytes.get(HEAD..HEAD + 4).ok_or(Fault::CutShort)?;
    let length = little(bytes, HEAD + 4, 4)? as usize;
    let data = HEAD + CHUNK_HEAD;
    if data + length > end {
        return Err(Fault::Damaged);
    }
    match name {
        b"VP8 " => {
            if bytes.get(data + 3..data + 6) != Some(&KEY_FRAME) {
                return Err(Fault::Damaged);
            }
            // Fourteen bits each; the two above them scale what is shown.
            Ok(Size {
                width: little(bytes, data + 6, 2)? & 0x3fff,
                height: little(bytes, data + 8, 2)? & 0x3fff,
            })
        }
        b"VP8L" => {
            if bytes.get(data) != Some(&LOSSLESS) {
                return Err(Fault::Damaged);
            }
            let packed = little(bytes, data + 1, 4)?;
            Ok(Size {
                width: (packed & 0x3fff) + 1,
                height: (packed >> 14 & 0x3fff) + 1,
            })
        }
        b"VP8X" => Ok(Size {
            width: little(bytes, data + 4, 3)? + 1,
            height: little(bytes, data + 7, 3)? + 1,
        }),
        _ => Err(Fault::Damaged),
    }
}

/// A little-endian number of up to four bytes.
fn little(bytes: &[u8], at: usize, count: usize) -> Result<u32, Fault> {
    let digits = bytes.get(at..at + count).ok_or(Fault::CutShort)?;
    let folded = digits.iter().rev();
    Ok(folded.fold(0, |number, byte| number << 8 | u32::from(*byte)))
}
