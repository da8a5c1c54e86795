//! Amounts of money in whole đồng, as people read them.

/// `135000` as Vietnamese write it.
pub(crate) fn dong(amount: u64) -> String {
    let digits = amount.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push('.');
        }
        written.push(digit);
    }
    written + "\u{a0}đồng"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dong_stand_in_groups_of_three() {
        for (amount, written) in [
            (0, "0"),
            (999, "999"),
            (8_000, "8.000"),
            (1_234_567, "1.234.567"),
        ] {
            assert_eq!(dong(amount), format!("{written}\u{a0}đồng"));
        }
    }
}
