//! Joins photos into one PDF: each page holds one JPEG as it is (PDF 1.4, ISO 32000).
//!
//! No decoding and no second loss: the JPEG's bytes stand in the file unchanged
//! (`/DCTDecode`), and a page that was turned says so (`/Rotate`).

use std::io::Write as _;

use super::jpeg;
use super::paper::Turn;

/// A4 in points, upright.
const A4: (f32, f32) = (595.28, 841.89);

/// One photo.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page<'a> {
    /// The JPEG.
    pub(super) jpeg: &'a [u8],
    /// How it is turned to be read.
    pub(super) turn: Turn,
}

/// What cannot be a page: its place among the pages, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotAPhoto(pub(super) usize);

/// Writes the PDF.
pub(super) fn join(pages: &[Page<'_>]) -> Result<Vec<u8>, NotAPhoto> {
    let mut file = File::begin();
    let kids: Vec<String> = (0..pages.len())
        .map(|index| format!("{} 0 R", page_object(index)))
        .collect();
    file.object(CATALOG, format_args!("<</Type/Catalog/Pages {PAGES} 0 R>>"));
    let (kids, count) = (kids.join(" "), pages.len());
    file.object(
        PAGES,
        format_args!("<</Type/Pages/Kids[{kids}]/Count {count}>>"),
    );
    for (index, page) in pages.iter().enumerate() {
        let frame = jpeg::frame(page.jpeg).ok_or(NotAPhoto(index))?;
        let (width, height) = on_paper(frame);
        let (object, content, image) = (
            page_object(index),
            page_object(index) + 1,
            page_object(index) + 2,
        );
        let turn = page.turn.degrees();
        file.object(
            object,
            format_args!(
                "<</Type/Page/Parent {PAGES} 0 R/MediaBox[0 0 {width:.2} {height:.2}]/Rotate {turn}\
             /Resources<</XObject<</P {image} 0 R>>>>/Contents {content} 0 R>>"
            ),
        );
        let drawing = format!("q {width:.2} 0 0 {height:.2} 0 0 cm /P Do Q");
        file.stream(content, format_args!(""), drawing.as_bytes());
        let space = if frame.components == 1 { "Gray" } else { "RGB" };
        let (across, down) = (frame.width, frame.height);
        file.stream(
            image,
            format_args!(
                "/Type/XObject/Subtype/Image/Width {across}/Height {down}/ColorSpace/Device{space}\
                 /BitsPerComponent 8/Filter/DCTDecode"
            ),
            page.jpeg,
        );
    }
    Ok(file.end())
}

const CATALOG: usize = 1;
const PAGES: usize = 2;

/// The number of a page's object; its drawing and its image follow.
fn page_object(index: usize) -> usize {
    3 + 3 * index
}

/// The size in points at which a photo fits an A4 sheet, upright or lying as it is itself.
fn on_paper(frame: jpeg::Frame) -> (f32, f32) {
    let (width, height) = (f32::from(frame.width), f32::from(frame.height));
    let (across, down) = if width > height { (A4.1, A4.0) } else { A4 };
    let scale = (across / width).min(down / height);
    (width * scale, height * scale)
}

/// A PDF being written: its bytes, and where each object begins.
struct File {
    bytes: Vec<u8>,
    offsets: Vec<usize>,
}

impl File {
    fn begin() -> Self {
        Self {
            // Four bytes above 127 tell transfer programs that the file is not text.
            bytes: b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec(),
            offsets: Vec::new(),
        }
    }

    fn print(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to memory does not fail.
        let _ = self.bytes.write_fmt(text);
    }

    /// Objects come in the order of their numbers, which is what the table of [`Self::end`] relies on.
    fn begin_object(&mut self, number: usize) {
        self.offsets.push(self.bytes.len());
        debug_assert_eq!(self.offsets.len(), number);
        self.print(format_args!("{number} 0 obj\n"));
    }

    fn object(&mut self, number: usize, body: std::fmt::Arguments<'_>) {
        self.begin_object(number);
        self.print(body);
        self.print(format_args!("\nendobj\n"));
    }

    fn stream(&mut self, number: usize, members: std::fmt::Arguments<'_>, body: &[u8]) {
        self.begin_object(number);
        self.print(format_args!(
            "<<{members}/Length {}>>\nstream\n",
            body.len()
        ));
        self.bytes.extend_from_slice(body);
        self.print(format_args!("\nendstream\nendobj\n"));
    }

    /// The table of objects and where it stands. Each entry has exactly 20 bytes.
    fn end(mut self) -> Vec<u8> {
        let (table, size) = (self.bytes.len(), self.offsets.len() + 1);
        self.print(format_args!("xref\n0 {size}\n0000000000 65535 f \n"));
        for offset in std::mem::take(&mut self.offsets) {
            self.print(format_args!("{offset:010} 00000 n \n"));
        }
        self.print(format_args!(
            "trailer\n<</Size {size}/Root {CATALOG} 0 R>>\nstartxref\n{table}\n%%EOF\n"
        ));
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::super::jpeg::samples::jpeg;
    use super::*;

    fn text(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| char::from(*byte)).collect()
    }

    fn joined(photos: &[(Vec<u8>, Turn)]) -> Vec<u8> {
        let pages: Vec<Page<'_>> = photos
            .iter()
            .map(|(jpeg, turn)| Page { jpeg, turn: *turn })
            .collect();
        join(&pages).unwrap()
    }

    #[test]
    fn every_offset_in_the_table_is_where_the_object_begins() {
        let file = joined(&[
            (jpeg(800, 1200, 3), Turn::None),
            (jpeg(1200, 800, 1), Turn::Right),
        ]);
        let (_, start) = file.split_at(file.len() - 40);
        let start = text(start);
        let (_, start) = start.split_once("startxref\n").unwrap();
        let table: usize = start.lines().next().unwrap().parse().unwrap();
        let table = text(&file[table..]);
        assert!(table.starts_with("xref\n0 9\n"));
        for (number, entry) in table.lines().skip(3).take(8).enumerate() {
            assert_eq!(
                entry.len() + 1,
                20,
                "an entry has 20 bytes with its line's end"
            );
            let offset: usize = entry[..10].parse().unwrap();
            let begin = format!("{} 0 obj\n", number + 1);
            assert!(
                file[offset..].starts_with(begin.as_bytes()),
                "object {}",
                number + 1
            );
        }
    }

    #[test]
    fn photos_stand_in_it_byte_for_byte_in_order_and_turned() {
        let (first, second) = (jpeg(800, 1200, 3), jpeg(1200, 800, 1));
        let file = joined(&[(first.clone(), Turn::None), (second.clone(), Turn::Left)]);
        let at = |needle: &[u8]| file.windows(needle.len()).position(|w| w == needle);
        assert!(at(&first).unwrap() < at(&second).unwrap());
        let read = text(&file);
        assert!(read.contains("/Count 2"));
        assert!(read.contains("/Rotate 270"));
        assert!(read.contains(&format!("/Length {}>>\nstream\n", first.len())));
        assert!(read.contains("/DeviceGray") && read.contains("/DeviceRGB"));
    }

    #[test]
    fn a_page_is_never_larger_than_a4() {
        for (width, height) in [(800, 1200), (1200, 800), (100, 4000), (4000, 100), (1, 1)] {
            let (x, y) = on_paper(jpeg::Frame {
                width,
                height,
                components: 3,
            });
            let (long, short) = (x.max(y), x.min(y));
            assert!(
                long <= A4.1 + 0.01 && short <= A4.0 + 0.01,
                "{width}×{height}: {x}×{y}"
            );
        }
    }

    #[test]
    fn something_else_than_a_photo_is_named_by_its_place() {
        let good = jpeg(9, 9, 3);
        let pages = [&good[..], b"GIF89a"].map(|jpeg| Page {
            jpeg,
            turn: Turn::None,
        });
        assert_eq!(join(&pages), Err(NotAPhoto(1)));
    }
}
