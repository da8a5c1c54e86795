//! How many pixels a picture of a paper has.

use super::Fault;

/// Fewer on the shorter side, and not one line of print can be read.
const FEWEST: u32 = 64;
/// More on one side than any scanner of A0 at 300 dots an inch gives.
const MOST: u32 = 20_000;
/// The largest phone sensors have 200 million pixels.
const MOST_IN_ALL: u64 = 210_000_000;

/// Pixels across and down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Size {
    /// Refuses a picture that nobody could look at. A picture has no pages.
    pub(super) fn judged(self) -> Result<Option<u32>, Fault> {
        let Self { width, height } = self;
        if width == 0 || height == 0 {
            return Err(Fault::Damaged);
        }
        if width.min(height) < FEWEST {
            return Err(Fault::Tiny);
        }
        if width.max(height) > MOST || u64::from(width) * u64::from(height) > MOST_IN_ALL {
            return Err(Fault::Huge);
        }
        Ok(None)
    }
}

/// A big-endian number of two bytes at `at`.
pub(super) fn two(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_be_bytes(*two))
}

/// A big-endian number of four bytes at `at`.
pub(super) fn four(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_be_bytes(*four))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_neither_a_dot_nor_larger_than_cameras_make_them() {
        for ((width, height), expected) in [
            ((4032, 3024), Ok(None)),
            ((16_320, 12_240), Ok(None)),
            ((64, 64), Ok(None)),
            ((63, 4000), Err(Fault::Tiny)),
            ((0, 4000), Err(Fault::Damaged)),
            ((20_001, 100), Err(Fault::Huge)),
            ((20_000, 20_000), Err(Fault::Huge)),
            ((u32::MAX, u32::MAX), Err(Fault::Huge)),
        ] {
            assert_eq!(
                Size { width, height }.judged(),
                expected,
                "{width}x{height}"
            );
        }
    }
}
