//! Putting things in order, with one sort for the whole crate.
//!
//! Every type sorted by the standard library brings its own copy of the sort: ten of
//! them weighed 45 kB of wasm. Here things are put in order by a number instead.

/// Puts items in order of their numbers, the smallest first; equal ones stay in order.
pub(crate) fn ascending<T: Clone>(items: &[T], number: impl Fn(&T) -> u32) -> Vec<T> {
    let keys = items
        .iter()
        .enumerate()
        .map(|(at, item)| u64::from(number(item)) << 32 | at as u64);
    let keys = sorted(keys.collect(), usize::MAX);
    picked(items, &keys)
}

/// The `most` items with the greatest scores, the greatest first.
pub(crate) fn greatest<T: Clone>(items: &[T], most: usize, score: impl Fn(&T) -> f32) -> Vec<T> {
    let key = |(at, item)| u64::from(!number_of(score(item))) << 32 | at as u64;
    let keys = sorted(items.iter().enumerate().map(key).collect(), most);
    picked(items, &keys)
}

/// A number that orders as the float does.
pub(crate) fn number_of(float: f32) -> u32 {
    let bits = float.to_bits();
    if bits >> 31 == 0 {
        bits | 1 << 31
    } else {
        !bits
    }
}

/// The `most` smallest keys in order.
fn sorted(mut keys: Vec<u64>, most: usize) -> Vec<u64> {
    if most < keys.len() {
        keys.select_nth_unstable(most);
        keys.truncate(most);
    }
    keys.sort_unstable();
    keys
}

/// The items whose places stand in the lower halves of the keys, in that order.
fn picked<T: Clone>(items: &[T], keys: &[u64]) -> Vec<T> {
    keys.iter()
        .map(|key| items[(key & u64::from(u32::MAX)) as usize].clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let ordered: String = ascending(&items, |item| item.0)
            .iter()
            .map(|item| item.1)
            .collect();
        assert_eq!(ordered, "bdac");
    }

    #[test]
    fn the_greatest_come_first_and_no_more_than_asked() {
        assert_eq!(
            greatest(&[0.5, -1.0, 2.0, 0.0, -3.0], 3, |score| *score),
            [2.0, 0.5, 0.0]
        );
    }

    #[test]
    fn floats_order_as_their_numbers() {
        let floats = [-2.0_f32, -0.5, 0.0, 0.5, 3.0];
        assert!(
            floats
                .windows(2)
                .all(|two| number_of(two[0]) < number_of(two[1]))
        );
    }
}
