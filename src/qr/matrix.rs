//! The square of modules: fixed patterns, format, and where the data goes.

/// Centres of the alignment patterns, by version (ISO/IEC 18004, annex E).
const ALIGNMENTS: [&[usize]; 10] = [
    &[],
    &[6, 18],
    &[6, 22],
    &[6, 26],
    &[6, 30],
    &[6, 34],
    &[6, 22, 38],
    &[6, 24, 42],
    &[6, 26, 46],
    &[6, 28, 50],
];

/// One square of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Module {
    /// Part of a pattern, the format or the version: no mask changes it.
    Fixed(bool),
    /// Data or its correction.
    Data(bool),
}

/// A QR code, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Matrix {
    size: usize,
    modules: Vec<Module>,
}

impl Matrix {
    /// How many modules a side has, without the quiet zone of four around it.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    /// Whether the module in column `x` and row `y` is dark.
    pub(crate) fn is_dark(&self, x: usize, y: usize) -> bool {
        match self.modules[y * self.size + x] {
            Module::Fixed(dark) | Module::Data(dark) => dark,
        }
    }

    /// The dark modules as the data of an SVG path, one unit a module: runs in a row are
    /// joined, which keeps the text short and shows no hairlines.
    pub(crate) fn path(&self) -> String {
        use std::fmt::Write as _;
        let mut path = String::new();
        for y in 0..self.size {
            let mut x = 0;
            while x < self.size {
                let run = (x..self.size).take_while(|&x| self.is_dark(x, y)).count();
                if run > 0 {
                    let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
                }
                x += run + 1;
            }
        }
        path
    }

    /// A code of `version` with everything that does not depend on the data.
    pub(super) fn with_patterns(version: usize) -> Self {
        let size = 17 + 4 * version;
        let mut matrix = Self {
            size,
            modules: vec![Module::Data(false); size * size],
        };
        for i in 0..size {
            matrix.fix(6, i, i % 2 == 0);
            matrix.fix(i, 6, i % 2 == 0);
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] {
            matrix.finder(x, y);
        }
        let centres = ALIGNMENTS[version - 1];
        for &x in centres {
            for &y in centres {
                let last = size - 7;
                // Finders stand in three of the corners.
                if !matches!((x, y), (6, 6)) && (x, y) != (6, last) && (x, y) != (last, 6) {
                    matrix.alignment(x, y);
                }
            }
        }
        if version >= 7 {
            matrix.version(version);
        }
        matrix.format(0);
        matrix
    }

    fn fix(&mut self, x: usize, y: usize, dark: bool) {
        self.modules[y * self.size + x] = Module::Fixed(dark);
    }

    /// A finder with the light line around it, cut where the code ends.
    fn finder(&mut self, centre_x: usize, centre_y: usize) {
        for y in (centre_y + 5).saturating_sub(9)..(centre_y + 5).min(self.size) {
            for x in (centre_x + 5).saturating_sub(9)..(centre_x + 5).min(self.size) {
                let distance = x.abs_diff(centre_x).max(y.abs_diff(centre_y));
                self.fix(x, y, distance != 2 && distance != 4);
            }
        }
    }

    fn alignment(&mut self, centre_x: usize, centre_y: usize) {
        for y in centre_y - 2..=centre_y + 2 {
            for x in centre_x - 2..=centre_x + 2 {
                let distance = x.abs_diff(centre_x).max(y.abs_diff(centre_y));
                self.fix(x, y, distance != 1);
            }
        }
    }

    /// The version's number with its correction, twice.
    fn version(&mut self, version: usize) {
        let bits = version << 12 | remainder(version, 12, 0x1f25);
        for i in 0..18 {
            let (near, far) = (i / 3, self.size - 11 + i % 3);
            let dark = bits >> i & 1 == 1;
            self.fix(far, near, dark);
            self.fix(near, far, dark);
        }
    }

    /// Level M and the mask's number with their correction, twice.
    pub(super) fn format(&mut self, mask: usize) {
        const LEVEL_M: usize = 0b00;
        let data = LEVEL_M << 3 | mask;
        let bits = (data << 10 | remainder(data, 10, 0x537)) ^ 0x5412;
        let bit = |i: usize| bits >> i & 1 == 1;
        for i in 0..15 {
            let (x, y) = match i {
                0..=5 => (8, i),
                6 => (8, 7),
                7 => (8, 8),
                8 => (7, 8),
                _ => (14 - i, 8),
            };
            self.fix(x, y, bit(i));
            let (x, y) = if i < 8 {
                (self.size - 1 - i, 8)
            } else {
                (8, self.size - 15 + i)
            };
            self.fix(x, y, bit(i));
        }
        self.fix(8, self.size - 8, true);
    }

    /// Writes the codewords in pairs of columns from the right, up and down by turns.
    pub(super) fn place(&mut self, codewords: &[u8]) {
        let mut bits = codewords
            .iter()
            .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1));
        let mut upward = true;
        for right in (1..self.size).rev().step_by(2) {
            // The column of the timing pattern is skipped.
            let right = if right <= 6 { right - 1 } else { right };
            for step in 0..self.size {
                let y = if upward { self.size - 1 - step } else { step };
                for x in [right, right - 1] {
                    let module = &mut self.modules[y * self.size + x];
                    if let Module::Data(dark) = module {
                        *dark = bits.next().unwrap_or(false);
                    }
                }
            }
            upward = !upward;
        }
    }

    /// Turns over the data modules for which `mask` holds.
    pub(super) fn mask(&mut self, mask: fn(usize, usize) -> bool) {
        for y in 0..self.size {
            for x in 0..self.size {
                if let Module::Data(dark) = &mut self.modules[y * self.size + x] {
                    *dark ^= mask(x, y);
                }
            }
        }
    }
}

/// The remainder of `value`, moved up by `degree` bits, by the polynomial `divisor`.
fn remainder(value: usize, degree: u32, divisor: usize) -> usize {
    let mut remainder = value;
    for _ in 0..degree {
        remainder = (remainder << 1) ^ (((remainder >> (degree - 1)) & 1) * divisor);
    }
    remainder & ((1 << degree) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two examples of the standard: level M with mask 5 (annex C), version 7 (annex D).
    #[test]
    fn format_and_version_carry_the_corrections_of_the_standard() {
        let format = (0b00101 << 10 | remainder(0b00101, 10, 0x537)) ^ 0x5412;
        assert_eq!(format, 0b100_0000_1100_1110);
        assert_eq!(7 << 12 | remainder(7, 12, 0x1f25), 0x07c94);
    }

    #[test]
    fn a_path_draws_each_dark_module_once() {
        let matrix = Matrix::with_patterns(1);
        let dark = (0..21 * 21)
            .filter(|i| matrix.is_dark(i % 21, i / 21))
            .count();
        let drawn: usize = matrix
            .path()
            .split('h')
            .filter_map(|part| part.split('v').next()?.parse::<usize>().ok())
            .sum();
        assert_eq!(drawn, dark);
    }
}
