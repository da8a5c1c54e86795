//! Counts of originals that the end of the paper's name was glued to.
//!
//! Where a name ends in a number, the source's pages ran it together with the count behind
//! it: "… ngày 25/6/" with 20241 originals was "… ngày 25/6/2024" with one. That is so
//! wherever more than [`MOST`] originals are stated, 109 papers in all: no procedure asks
//! for that many, and of all of them the digits before the last complete the name.

/// The most originals that a procedure really asks for.
const MOST: u32 = 20;

/// The name and the count as they were before they ran together.
pub(super) fn read(name: &str, originals: u32) -> (String, u32) {
    let name = name.trim();
    if originals <= MOST {
        return (name.into(), originals);
    }
    let joined = name.ends_with(['/', '.', '-']) || name.ends_with(|c: char| c.is_ascii_digit());
    let space = if joined { "" } else { " " };
    (format!("{name}{space}{}", originals / 10), originals % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_or_a_number_goes_back_to_its_name() {
        for (name, count, whole, originals) in [
            (
                "Nghị định số 70/2024/NĐ-CP ngày 25/6/",
                20241,
                "Nghị định số 70/2024/NĐ-CP ngày 25/6/2024",
                1,
            ),
            ("Đơn theo Mẫu số", 181, "Đơn theo Mẫu số 18", 1),
            (
                "Nghị định số 193/2025/NĐ-CP ngày 02/7/",
                20250,
                "Nghị định số 193/2025/NĐ-CP ngày 02/7/2025",
                0,
            ),
            (" Giấy chứng sinh", 1, "Giấy chứng sinh", 1),
        ] {
            assert_eq!(read(name, count), (whole.into(), originals));
        }
    }
}
