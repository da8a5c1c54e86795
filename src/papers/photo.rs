//! A photo made fit to be a page: turned as it was taken, shrunk to a legible size, a JPEG.
//!
//! Phones take 12 to 50 million pixels, 3 to 12 MB; a page of A4 at 200 dots per inch, which
//! is what offices scan at, is 1654 by 2339. The browser decodes and turns (EXIF), a canvas
//! shrinks and encodes; nothing leaves the device.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

use super::bytes;

/// The long side in pixels: 189 dots per inch on A4, legible for 8 point print.
const LONG_SIDE: u32 = 2200;
/// First the better one; the second for a page heavier than [`HEAVY`]: noise, which a
/// phone in bad light makes plenty of, costs most of the bytes and carries no letters.
const QUALITIES: [f64; 2] = [0.82, 0.62];
/// Bytes of a page past which it is encoded more thriftily.
const HEAVY: f64 = 900_000.0;

/// Why a photo cannot be a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotReadable {
    /// This browser does not know the format (HEIC, RAW), or the file is damaged.
    Format,
    /// The device has not enough memory for it.
    Memory,
}

/// The photo as a JPEG.
pub(super) async fn legible(photo: &Blob) -> Result<Vec<u8>, NotReadable> {
    let bitmap = decode(photo).await.map_err(|_| NotReadable::Format)?;
    let (width, height) = shrunk(bitmap.width(), bitmap.height(), LONG_SIDE);
    let canvas = draw(&bitmap, width, height).map_err(|_| NotReadable::Memory)?;
    bitmap.close();
    for quality in QUALITIES {
        let jpeg = encode(&canvas, quality).await?;
        let last = Some(&quality) == QUALITIES.last();
        if last || jpeg.size() <= HEAVY {
            // Gives the canvas's memory back now: several pages follow each other.
            canvas.set_width(0);
            return bytes::read(&jpeg).await.ok_or(NotReadable::Memory);
        }
    }
    Err(NotReadable::Memory)
}

/// The size with the long side at most `most`; never larger than it is.
pub(crate) fn shrunk(width: u32, height: u32, most: u32) -> (u32, u32) {
    let long = width.max(height);
    if long <= most {
        return (width, height);
    }
    let scale = |side: u32| (u64::from(side) * u64::from(most)).div_ceil(u64::from(long));
    // At most `most` each.
    (scale(width) as u32, scale(height) as u32)
}

/// Decodes it and turns it as its EXIF says. By hand: the function takes options that
/// bindings of older browsers do not know.
pub(crate) async fn decode(photo: &Blob) -> Result<ImageBitmap, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"imageOrientation".into(), &"from-image".into())?;
    let decode: Function = Reflect::get(&window(), &"createImageBitmap".into())?.dyn_into()?;
    let decoding: Promise = decode.call2(&window(), photo, &options)?.dyn_into()?;
    JsFuture::from(decoding).await?.dyn_into()
}

/// The picture on a canvas of this size.
pub(crate) fn draw(
    bitmap: &ImageBitmap,
    width: u32,
    height: u32,
) -> Result<HtmlCanvasElement, JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into())?;
    // A JPEG knows no transparency: what shows through is paper.
    context.set_fill_style_str("#fff");
    let (x, y) = (f64::from(width), f64::from(height));
    context.fill_rect(0.0, 0.0, x, y);
    context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, x, y)?;
    Ok(canvas)
}

async fn encode(canvas: &HtmlCanvasElement, quality: f64) -> Result<Blob, NotReadable> {
    let encoding = Promise::new(&mut |resolve, _| {
        let _ =
            canvas.to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &quality.into());
    });
    let encoded = JsFuture::from(encoding).await;
    // Null when the canvas is too large for the device.
    let encoded = encoded.ok().and_then(|blob| blob.dyn_into().ok());
    encoded.ok_or(NotReadable::Memory)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_phones_photo_becomes_a_legible_page() {
        assert_eq!(shrunk(4000, 3000, LONG_SIDE), (2200, 1650));
        assert_eq!(shrunk(3000, 4000, LONG_SIDE), (1650, 2200));
        assert_eq!(
            shrunk(800, 600, LONG_SIDE),
            (800, 600),
            "nothing is blown up"
        );
    }

    proptest! {
        #[test]
        fn no_side_vanishes_or_exceeds_the_limit(width in 1..100_000_u32, height in 1..100_000_u32) {
            let (x, y) = shrunk(width, height, LONG_SIDE);
            prop_assert!((1..=LONG_SIDE).contains(&x) && (1..=LONG_SIDE).contains(&y));
        }
    }
}
