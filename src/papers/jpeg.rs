//! What a PDF must know of a JPEG: its size in pixels and its kind of colour.

/// The frame header of a JPEG (ITU-T T.81, B.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// Pixels across.
    pub(super) width: u16,
    /// Pixels down.
    pub(super) height: u16,
    /// 1 for grey, 3 for colour; a canvas writes nothing else.
    pub(super) components: u8,
}

/// Reads the frame header; nothing when `bytes` are no JPEG that a PDF can hold as it is.
pub(super) fn frame(bytes: &[u8]) -> Option<Frame> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    loop {
        // A marker may be preceded by any number of fill bytes.
        rest = rest.strip_prefix(&[0xff])?;
        let (&marker, tail) = rest.split_first()?;
        if marker == 0xff {
            continue;
        }
        let length = usize::from(u16::from_be_bytes(*tail.first_chunk()?));
        let segment = tail.get(2..length)?;
        // Frames of Huffman-coded JPEGs, baseline to progressive: what /DCTDecode takes.
        if matches!(marker, 0xc0..=0xc2) {
            let &[8, h1, h0, w1, w0, components, ..] = segment else {
                return None;
            };
            let frame = Frame {
                width: u16::from_be_bytes([w1, w0]),
                height: u16::from_be_bytes([h1, h0]),
                components,
            };
            let fits = frame.width > 0 && frame.height > 0 && matches!(components, 1 | 3);
            return fits.then_some(frame);
        }
        // The scan begins, or the picture ends, without a frame.
        if matches!(marker, 0xda | 0xd9) {
            return None;
        }
        rest = tail.get(length..)?;
    }
}

#[cfg(test)]
pub(super) mod samples {
    /// The headers of a JPEG of this size; enough for everything that does not decode it.
    pub(crate) fn jpeg(width: u16, height: u16, components: u8) -> Vec<u8> {
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xe0, 0, 4, b'J', b'F'];
        bytes.extend([0xff, 0xc0, 0, 8 + 3 * components, 8]);
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.push(components);
        for id in 1..=components {
            bytes.extend([id, 0x11, 0]);
        }
        bytes.extend([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::samples::jpeg;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_size_stands_in_the_frame_header_behind_other_segments() {
        let frame = frame(&jpeg(1654, 2339, 3)).unwrap();
        assert_eq!(
            (frame.width, frame.height, frame.components),
            (1654, 2339, 3)
        );
    }

    #[test]
    fn what_a_pdf_cannot_hold_is_no_frame() {
        assert_eq!(frame(&jpeg(0, 10, 3)), None, "no pixels");
        assert_eq!(frame(&jpeg(10, 10, 4)), None, "printers' colours");
        assert_eq!(frame(b"\x89PNG\r\n\x1a\n"), None);
        assert_eq!(frame(&[0xff, 0xd8, 0xff, 0xda, 0, 2]), None, "no frame");
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80), cut in 0..40_usize) {
            let _ = frame(&bytes);
            let whole = jpeg(9, 9, 1);
            let _ = frame(&whole[..cut.min(whole.len())]);
        }
    }
}
