//! From bytes to the codewords of a QR code: header, padding, error correction.

/// How level M divides one version's codewords (ISO/IEC 18004, table 9).
struct Division {
    /// Error-correction codewords in each block.
    correction: usize,
    /// Shorter blocks, and the data codewords in each.
    short: (usize, usize),
    /// Blocks with one data codeword more.
    long: usize,
}

const fn division(correction: usize, short: (usize, usize), long: usize) -> Division {
    Division {
        correction,
        short,
        long,
    }
}

/// Versions 1 to 10.
const DIVISIONS: [Division; 10] = [
    division(10, (1, 16), 0),
    division(16, (1, 28), 0),
    division(26, (1, 44), 0),
    division(18, (2, 32), 0),
    division(24, (2, 43), 0),
    division(16, (4, 27), 0),
    division(18, (4, 31), 0),
    division(22, (2, 38), 2),
    division(22, (3, 36), 2),
    division(26, (4, 43), 1),
];

impl Division {
    fn data(&self) -> usize {
        self.short.0 * self.short.1 + self.long * (self.short.1 + 1)
    }
}

/// The smallest version that holds `bytes`, and its codewords in the order in which they
/// are placed; nothing when no version up to 10 does.
pub(super) fn codewords(bytes: &[u8]) -> Option<(usize, Vec<u8>)> {
    let (index, division) = DIVISIONS.iter().enumerate().find(|(index, division)| {
        // Four bits of mode, 8 or 16 of length: two bytes, or three from version 10 on.
        let header = if index + 1 < 10 { 2 } else { 3 };
        bytes.len() + header <= division.data()
    })?;
    let version = index + 1;
    let data = data(bytes, version, division.data());
    Some((version, interleave(&data, division)))
}

/// Mode, length, the bytes, a terminator, and padding up to `room` codewords.
fn data(bytes: &[u8], version: usize, room: usize) -> Vec<u8> {
    const BYTE_MODE: u8 = 0b0100;
    // Everything stands half a byte later than bytes do: nibbles, then pairs of them.
    let mut nibbles = vec![BYTE_MODE];
    let length = bytes.len();
    let digits = if version < 10 { 2 } else { 4 };
    for place in (0..digits).rev() {
        nibbles.push((length >> (4 * place)) as u8 & 0xf);
    }
    for byte in bytes {
        nibbles.extend([byte >> 4, byte & 0xf]);
    }
    nibbles.push(0);
    let mut data: Vec<u8> = nibbles
        .chunks(2)
        .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0))
        .collect();
    for pad in [0xec, 0x11].into_iter().cycle().take(room - data.len()) {
        data.push(pad);
    }
    data
}

/// Blocks side by side: first codeword of each, second of each …, then the corrections.
fn interleave(data: &[u8], division: &Division) -> Vec<u8> {
    let mut blocks = Vec::new();
    let mut rest = data;
    for index in 0..division.short.0 + division.long {
        let length = division.short.1 + usize::from(index >= division.short.0);
        let (block, tail) = rest.split_at(length);
        blocks.push((block, correction(block, division.correction)));
        rest = tail;
    }
    let mut out = Vec::with_capacity(data.len() + blocks.len() * division.correction);
    for place in 0..=division.short.1 {
        out.extend(blocks.iter().filter_map(|(block, _)| block.get(place)));
    }
    for place in 0..division.correction {
        out.extend(blocks.iter().map(|(_, correction)| correction[place]));
    }
    out
}

/// Product in the field of 256 elements with the polynomial x⁸+x⁴+x³+x²+1.
fn times(a: u8, b: u8) -> u8 {
    let mut product = 0;
    for bit in (0..8).rev() {
        let carry = product >> 7;
        product = (product << 1) ^ (carry * 0x1d);
        product ^= ((b >> bit) & 1) * a;
    }
    product
}

/// The `degree` codewords of Reed and Solomon for one block.
fn correction(block: &[u8], degree: usize) -> Vec<u8> {
    // (x - 1)(x - 2)(x - 4) … without its leading one.
    let mut divisor = vec![0; degree];
    divisor[degree - 1] = 1;
    let mut root = 1;
    for _ in 0..degree {
        for place in 0..degree {
            divisor[place] = times(divisor[place], root);
            if let Some(&next) = divisor.get(place + 1) {
                divisor[place] ^= next;
            }
        }
        root = times(root, 2);
    }
    let mut remainder = vec![0; degree];
    for byte in block {
        let factor = byte ^ remainder[0];
        remainder.rotate_left(1);
        remainder[degree - 1] = 0;
        for (place, coefficient) in remainder.iter_mut().zip(&divisor) {
            *place ^= times(*coefficient, factor);
        }
    }
    remainder
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The total of codewords is the standard's (table 1).
    #[test]
    fn each_version_has_as_many_codewords_as_the_standard_says() {
        let totals = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
        for (division, total) in DIVISIONS.iter().zip(totals) {
            let blocks = division.short.0 + division.long;
            assert_eq!(division.data() + blocks * division.correction, total);
        }
    }

    #[test]
    fn padding_alternates_after_the_terminator() {
        let (version, words) = codewords(b"A").unwrap();
        assert_eq!(version, 1);
        assert_eq!(&words[..6], [0x40, 0x14, 0x10, 0xec, 0x11, 0xec]);
    }
}
