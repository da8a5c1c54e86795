//! Reads a QR code off a photo. Fetched only when somebody takes one.
//!
//! The browser decodes the photo and a canvas shrinks it: a receipt held before a phone fills
//! the picture, and a code of 29 modules is legible at a tenth of what cameras give. Finding
//! and decoding is `rqrr`'s, the same that the tests of our own codes use.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, CanvasRenderingContext2d, ImageBitmap};

use crate::papers::photo;

/// The long sides in pixels that are tried, one after the other: most codes are found in the
/// first, small or distant ones in the second.
const LONG_SIDES: [u32; 2] = [800, 1800];

/// The modules of the smallest code there is; in a smaller picture the decoder looks past its edge.
const SMALLEST: usize = 21;

/// Why nothing was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotRead {
    /// The browser cannot decode the picture.
    Picture,
    /// There is no code on it, or it is blurred.
    NoCode,
}

/// What the code on `picture` says.
///
/// # Errors
/// See [`NotRead`].
pub(crate) async fn read(picture: Blob) -> Result<String, NotRead> {
    let read = reading_part().await;
    let bitmap = photo::decode(&picture)
        .await
        .map_err(|_| NotRead::Picture)?;
    let found = LONG_SIDES
        .into_iter()
        .find_map(|side| read(&bitmap, side).ok().flatten());
    bitmap.close();
    found.ok_or(NotRead::NoCode)
}

/// Looks for a code in the picture, shrunk to so many pixels; none when there is none.
type Read = fn(&ImageBitmap, u32) -> Result<Option<String>, wasm_bindgen::JsValue>;

/// The only entrance to the decoder.
#[lazy]
fn reading_part() -> Read {
    |bitmap, side| {
        let (width, height) = photo::shrunk(bitmap.width(), bitmap.height(), side);
        let canvas = photo::draw(bitmap, width, height)?;
        let context = canvas
            .get_context("2d")?
            .ok_or(wasm_bindgen::JsValue::NULL)?;
        let context: CanvasRenderingContext2d = context.dyn_into()?;
        let pixels = context.get_image_data(0.0, 0.0, width.into(), height.into())?;
        let pixels = pixels.data();
        canvas.set_width(0);
        let (width, height) = (width as usize, height as usize);
        Ok(decode(width, height, &pixels.0))
    }
}

/// The text of the first legible code in a picture of red, green, blue and opacity.
fn decode(width: usize, height: usize, pixels: &[u8]) -> Option<String> {
    if width.min(height) < SMALLEST {
        return None;
    }
    let grey = |x: usize, y: usize| {
        let at = (y * width + x) * 4;
        let [red, green, blue] = [0, 1, 2].map(|part| {
            let value = pixels.get(at + part).copied().unwrap_or(255);
            u32::from(value)
        });
        // Rec. 601, in thousandths.
        u8::try_from((red * 299 + green * 587 + blue * 114) / 1000).unwrap_or(255)
    };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    let grids = picture.detect_grids();
    grids
        .into_iter()
        .find_map(|grid| Some(grid.decode().ok()?.1))
}

/// The dossier's code in what a QR code says: the text itself, or the last part of an address.
/// Receipts of other systems carry an address of theirs.
pub(crate) fn code_in(text: &str) -> &str {
    let text = text.trim();
    if !text.contains("://") {
        return text;
    }
    let text = text.split('#').next().unwrap_or(text);
    let last = |separators: &[char]| text.rsplit(|c| separators.contains(&c)).next();
    last(&['/', '=', '?', '&'])
        .filter(|last| !last.is_empty())
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CODE: &str = "H15.50.05.13-261008-0975";

    /// A code on grey paper, somewhere in a larger picture, so many pixels a module.
    fn picture(text: &str, module: usize, (left, top): (usize, usize)) -> (usize, usize, Vec<u8>) {
        let matrix = crate::qr::encode(text).expect("short enough");
        let side = matrix.size() * module;
        let (width, height) = (left + side + 40, top + side + 60);
        let mut pixels = vec![210; width * height * 4];
        for y in 0..side {
            for x in 0..side {
                if matrix.is_dark(x / module, y / module) {
                    let at = ((top + y) * width + left + x) * 4;
                    pixels[at..at + 3].copy_from_slice(&[40, 30, 60]);
                }
            }
        }
        (width, height, pixels)
    }

    #[test]
    fn a_code_is_read_wherever_it_is_on_the_picture() {
        for (module, place) in [(3, (40, 40)), (6, (300, 55)), (9, (41, 210))] {
            let (width, height, pixels) = picture(CODE, module, place);
            assert_eq!(decode(width, height, &pixels).as_deref(), Some(CODE));
        }
    }

    #[test]
    fn a_picture_without_a_code_says_so() {
        assert_eq!(decode(80, 60, &vec![200; 80 * 60 * 4]), None);
        assert_eq!(decode(0, 0, &[]), None);
    }

    #[test]
    fn an_address_ends_with_the_code() {
        for text in [
            CODE.to_owned(),
            format!("  {CODE}\n"),
            format!("https://cong.example/tra-cuu?ma={CODE}"),
            format!("https://cong.example/ho-so/{CODE}#x"),
        ] {
            assert_eq!(code_in(&text), CODE);
        }
    }

    proptest! {
        #[test]
        fn no_picture_panics(width in 0_usize..90, height in 0_usize..90, seed: u8) {
            let pixels: Vec<u8> = (0..width * height * 4).map(|at| (at as u8).wrapping_mul(seed)).collect();
            let _ = decode(width, height, &pixels);
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = code_in(&text);
        }
    }
}
