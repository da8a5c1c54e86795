//! A new dossier's code, in the shape observed on the national exchange in 2026:
//! `H15.50.05.13-261008-0975` is the unit, the day it was filed, and its number that day.

use jiff::civil::Date;
use motcua_contract::dossier::DossierCode;
use rusqlite::Connection;

/// The next code of a unit on a day. Within a transaction that writes, two dossiers never
/// get the same one.
pub(crate) fn next(
    connection: &Connection,
    unit: &str,
    day: Date,
) -> rusqlite::Result<DossierCode> {
    let number: u32 = connection
        .prepare_cached(
            "INSERT INTO dossier_number (day, last) VALUES (?1, 1)
             ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last",
        )?
        .query_row([day.to_string()], |row| row.get(0))?;
    Ok(DossierCode::new(code(unit, day, number)))
}

/// At least four digits; a busier day has more.
fn code(unit: &str, day: Date, number: u32) -> String {
    format!("{unit}-{}-{number:04}", day.strftime("%y%m%d"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_code_is_written_like_those_observed() {
        let written = code("H15.50.05.13", date(2026, 10, 8), 975);
        assert_eq!(written, "H15.50.05.13-261008-0975");
    }

    proptest! {
        #[test]
        fn every_code_has_the_shape_that_readers_know_and_reads_as_itself(
            number in 1_u32..10_000_000,
            days in 0_i32..20_000,
        ) {
            let day = date(2026, 1, 1).checked_add(jiff::Span::new().days(days)).expect("a day");
            let code = DossierCode::new(code("H15.50.05.13", day, number));
            prop_assert!(code.has_known_shape());
            prop_assert_eq!(DossierCode::read(code.as_str()), Ok(code));
        }
    }
}
