//! Files to hand in, made up byte by byte: no paper of anybody's.

use std::io::Write;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

/// A black PNG.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut header = Vec::new();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    // Eight bits of grey, no interlacing.
    header.extend([8, 0, 0, 0, 0]);
    let mut drawn = ZlibEncoder::new(Vec::new(), Compression::fast());
    let row = vec![0; width as usize + 1];
    for _ in 0..height {
        drawn.write_all(&row).expect("memory");
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend(png_chunk(b"IHDR", &header));
    file.extend(png_chunk(b"IDAT", &drawn.finish().expect("memory")));
    file.extend(png_chunk(b"IEND", b""));
    file
}

fn png_chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(name);
    crc.update(data);
    let length = u32::try_from(data.len()).expect("a small chunk");
    [
        &length.to_be_bytes(),
        name.as_slice(),
        data,
        &crc.sum().to_be_bytes(),
    ]
    .concat()
}

/// A grey JPEG: each of its blocks is the same two bits long, so every decoder opens it.
pub(crate) fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut file = b"\xff\xd8".to_vec();
    file.extend(jpeg_segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"));
    file.extend(jpeg_segment(0xdb, &[&[0], [1; 64].as_slice()].concat()));
    let [h1, h0] = height.to_be_bytes();
    let [w1, w0] = width.to_be_bytes();
    file.extend(jpeg_segment(0xc0, &[8, h1, h0, w1, w0, 1, 1, 0x11, 0]));
    for class in [0x00, 0x10] {
        // One code, one bit long, that stands for nothing.
        let table = [&[class, 1], [0; 15].as_slice(), &[0]].concat();
        file.extend(jpeg_segment(0xc4, &table));
    }
    file.extend(jpeg_segment(0xda, &[1, 1, 0, 0, 63, 0]));
    let blocks = usize::from(width.div_ceil(8)) * usize::from(height.div_ceil(8));
    file.extend(std::iter::repeat_n(0, (blocks * 2).div_ceil(8)));
    file.extend(b"\xff\xd9");
    file
}

fn jpeg_segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).expect("a small segment");
    [&[0xff, marker], length.to_be_bytes().as_slice(), data].concat()
}

/// The outline of a lossless WebP.
pub(crate) fn webp(width: u32, height: u32) -> Vec<u8> {
    let size = (width - 1) | (height - 1) << 14;
    let drawn = [&[0x2f], size.to_le_bytes().as_slice(), &[0; 7]].concat();
    let mut chunk = b"WEBPVP8L".to_vec();
    chunk.extend(u32::try_from(drawn.len()).expect("a few").to_le_bytes());
    chunk.extend(drawn);
    let length = u32::try_from(chunk.len()).expect("a few").to_le_bytes();
    [b"RIFF", length.as_slice(), &chunk].concat()
}

/// A PDF with so many empty pages.
pub(crate) fn pdf(pages: usize) -> Vec<u8> {
    pdf_with(pages, "")
}

/// A PDF that asks for a password.
pub(crate) fn locked_pdf() -> Vec<u8> {
    let key = "ab".repeat(32);
    pdf_with(
        1,
        &format!(
            "/ID[<{0}><{0}>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{key}>/U<{key}>>>",
            "cd".repeat(16)
        ),
    )
}

fn pdf_with(pages: usize, trailer: &str) -> Vec<u8> {
    let kids: String = (0..pages)
        .map(|page| format!("{} 0 R ", page + 3))
        .collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {pages}/Kids[{kids}]>>"),
    ];
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";
    objects.extend(std::iter::repeat_n(page.to_owned(), pages));
    let mut file = "%PDF-1.7\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (index, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let start = file.len();
    let size = objects.len() + 1;
    file += &format!(
        "xref\n0 {size}\n{table}trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}

/// An archive of one empty file.
pub(crate) fn zip() -> Vec<u8> {
    let name = b"giay.txt";
    let length = u16::try_from(name.len()).expect("short").to_le_bytes();
    let local = [
        b"PK\x03\x04".as_slice(),
        &[20, 0],
        &[0; 20],
        &length,
        &[0; 2],
        name,
    ]
    .concat();
    let central = [
        b"PK\x01\x02".as_slice(),
        &[20, 0, 20, 0],
        &[0; 20],
        &length,
        &[0; 16],
        name,
    ]
    .concat();
    let size = u32::try_from(central.len()).expect("short").to_le_bytes();
    let at = u32::try_from(local.len()).expect("short").to_le_bytes();
    let end = [
        b"PK\x05\x06".as_slice(),
        &[0; 4],
        &[1, 0, 1, 0],
        &size,
        &at,
        &[0; 2],
    ]
    .concat();
    [local, central, end].concat()
}

/// A Windows program, as far as its first bytes go.
pub(crate) fn program() -> Vec<u8> {
    let mut file = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".to_vec();
    file.resize(4096, 0);
    file
}
