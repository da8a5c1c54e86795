//! QR codes (ISO/IEC 18004), as far as a receipt needs them: [`encode`] draws one,
//! [`reading`] reads one off a photo.
//!
//! Byte mode, level M (15 % may be damaged), versions 1 to 10: up to 213 bytes, which is
//! more than any code or address on a receipt. Own code, since a general encoder weighs
//! several times as much in wasm. Pure; tests read the result with a decoder of others.
//!
//! [`blocks`] turns the text into the codewords, [`matrix`] lays them out, [`mask`] picks
//! the mask.

mod blocks;
mod mask;
mod matrix;
pub(crate) mod reading;

pub(crate) use matrix::Matrix;

/// The text is too long for a code that a phone still reads off a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLong;

/// Draws `text` as a QR code, with the smallest version that holds it.
///
/// # Errors
/// When it is longer than 213 bytes.
pub(crate) fn encode(text: &str) -> Result<Matrix, TooLong> {
    let (version, codewords) = blocks::codewords(text.as_bytes()).ok_or(TooLong)?;
    let mut matrix = Matrix::with_patterns(version);
    matrix.place(&codewords);
    Ok(mask::apply_best(matrix))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Reads a code as a camera would see it: with its quiet zone, four pixels a module.
    fn read(matrix: &Matrix) -> Option<String> {
        const PIXELS: usize = 4;
        const QUIET: usize = 4;
        let side = (matrix.size() + 2 * QUIET) * PIXELS;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            let at = |pixel: usize| (pixel / PIXELS).checked_sub(QUIET);
            let dark = matches!((at(x), at(y)), (Some(x), Some(y))
                if x < matrix.size() && y < matrix.size() && matrix.is_dark(x, y));
            if dark { 0 } else { 255 }
        });
        let grids = picture.detect_grids();
        let (_, content) = grids.first()?.decode().ok()?;
        Some(content)
    }

    #[test]
    fn a_dossiers_code_is_read_back() {
        let code = "H15.50.05.13-261008-0975";
        assert_eq!(read(&encode(code).unwrap()).as_deref(), Some(code));
    }

    #[test]
    fn every_version_is_read_back() {
        for length in [1, 14, 15, 26, 27, 42, 62, 84, 106, 122, 152, 180, 213] {
            let text: String = (0..length)
                .map(|i| char::from(b'a' + (i % 26) as u8))
                .collect();
            assert_eq!(read(&encode(&text).unwrap()), Some(text), "{length} bytes");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!(encode(&"x".repeat(213)).is_ok());
        assert_eq!(encode(&"x".repeat(214)), Err(TooLong));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn any_address_is_read_back(text in "[a-zA-Z0-9:/.?=_-]{1,150}") {
            prop_assert_eq!(read(&encode(&text).unwrap()), Some(text));
        }
    }
}
