//! JPEG (ITU-T T.81, annex B): markers from the first to the end of the image.

use super::Fault;
use super::picture::{Size, two};

const START_OF_SCAN: u8 = 0xda;
const END_OF_IMAGE: u8 = 0xd9;

/// The picture's size, once the markers lead from the start to the end of the image.
///
/// What follows the end is none of the picture, but phones put things there (a short
/// film, the photo with more depth of colour), so it is left to the search for archives.
pub(super) fn size(bytes: &[u8]) -> Result<Size, Fault> {
    let mut size = None;
    let mut scanned = false;
    let mut at = 2;
    loop {
        let marker = marker(bytes, &mut at)?;
        match marker {
            END_OF_IMAGE if scanned => return size.ok_or(Fault::Damaged),
            END_OF_IMAGE => return Err(Fault::Damaged),
            // Restarts and a marker for temporary use stand alone.
            0x01 | 0xd0..=0xd7 => continue,
            _ => {}
        }
        let length = two(bytes, at).ok_or(Fault::CutShort)?;
        if is_frame(marker) {
            // Length, precision, lines, samples a line.
            size = Some(Size {
                height: two(bytes, at + 3).ok_or(Fault::CutShort)?.into(),
                width: two(bytes, at + 5).ok_or(Fault::CutShort)?.into(),
            });
        }
        if length < 2 {
            return Err(Fault::Damaged);
        }
        at += usize::from(length);
        if marker == START_OF_SCAN {
            scanned = true;
            at = scan_end(bytes, at)?;
        }
    }
}

/// The marker at `at`, which moves behind it. Any number of 0xff may stand before one.
fn marker(bytes: &[u8], at: &mut usize) -> Result<u8, Fault> {
    let mut filled = false;
    loop {
        let byte = *bytes.get(*at).ok_or(Fault::CutShort)?;
        *at += 1;
        match byte {
            0xff => filled = true,
            0x00 => return Err(Fault::Damaged),
            marker if filled => return Ok(marker),
            _ => return Err(Fault::Damaged),
        }
    }
}

/// Start of frame: the codes around tables (C4), extensions (C8) and conditioning (CC).
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc)
}

/// Where the coded data that begin at `at` end: at a 0xff that neither stands for itself
/// nor begins a restart.
fn scan_end(bytes: &[u8], mut at: usize) -> Result<usize, Fault> {
    loop {
        let rest = bytes.get(at..).ok_or(Fault::CutShort)?;
        at += memchr::memchr(0xff, rest).ok_or(Fault::CutShort)?;
        match bytes.get(at + 1) {
            None => return Err(Fault::CutShort),
            Some(0x00 | 0xd0..=0xd7) => at += 2,
            Some(0xff) => at += 1,
            Some(_) => return Ok(at),
        }
    }
}
