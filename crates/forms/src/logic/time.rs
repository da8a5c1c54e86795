//! The operations on days, which `JsonLogic` does not have.

use serde_json::Value;

use super::datum::Datum;
use crate::day::Day;

/// `{"age": [day]}`: whole years until today. Of what is no day, and of a day to come, it is
/// not a number, so that nothing compared with it holds: nobody is under age, nor of age,
/// before the date of birth is known.
pub(super) fn age<'a>(born: &Datum<'_>, today: Option<Day>) -> Datum<'a> {
    let age = day(born).and_then(|born| born.age(today?));
    Datum::Number(age.map_or(f64::NAN, f64::from))
}

/// `{"days": [from, to]}`: days between two; not a number unless both are days.
pub(super) fn days<'a>(from: &Datum<'_>, to: &Datum<'_>) -> Datum<'a> {
    match (day(from), day(to)) {
        (Some(from), Some(to)) => Datum::owned(from.days_until(to)),
        _ => Datum::Number(f64::NAN),
    }
}

/// `{"addYears": [day, n]}`: so many years later, or earlier; `null` where that is no day.
pub(super) fn add_years<'a>(from: &Datum<'_>, years: &Datum<'_>) -> Datum<'a> {
    let count = years.number();
    let whole = count.abs() < 10_000.0 && count.trunc() == count && !years.is_null();
    let later = day(from)
        .filter(|_| whole)
        .and_then(|day| day.add_years(count as i64));
    later.map_or(Datum::NULL, |day| {
        Datum::owned(Value::String(day.to_string()))
    })
}

fn day(datum: &Datum<'_>) -> Option<Day> {
    Day::parse(datum.text()?)
}
