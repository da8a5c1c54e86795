//! A small, fast, fixed hash: the same order in every run, and no random seed, which
//! a browser would have to be asked for.

use core::hash::{BuildHasherDefault, Hasher};
use std::collections::HashMap;

pub(crate) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Mix>>;

/// Multiply and rotate, one step a word. Keys come from the catalogue and from short
/// queries (bounded in number), so flooding the table with collisions gains nothing.
#[derive(Default)]
pub(crate) struct Mix(u64);

impl Mix {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, n: u8) {
        self.mix(n.into());
    }

    fn write_u32(&mut self, n: u32) {
        self.mix(n.into());
    }

    fn write_u64(&mut self, n: u64) {
        self.mix(n);
    }

    fn finish(&self) -> u64 {
        // The table takes its bucket from the low bits, which a product leaves poor.
        self.0 ^ (self.0 >> 32)
    }
}
