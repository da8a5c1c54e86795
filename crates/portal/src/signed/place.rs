//! Where a PDF keeps its signatures (ISO 32000-2, 12.8): the dictionaries of its signature
//! fields, each with the bytes that it covers and the signature itself.
//!
//! Files come from anybody: this runs in a process apart (`inspector`), and what it reads is
//! bounded. Nothing here says that a signature holds.

use std::ops::Range;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Number, String as Text};
use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::moment::Moment;

/// How many signatures of a file are read.
const SIGNATURES: usize = 16;
/// How many fields of a form are looked at.
const FIELDS: usize = 4096;
/// The longest signature, certificates included, in bytes.
const SIGNATURE_BYTES: usize = 128 << 10;

/// A signature as it lies in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    /// How it is made (`ETSI.CAdES.detached`).
    pub(super) form: String,
    /// Where each of the two covered stretches begins and how long it is; nothing where the file
    /// names anything but two.
    range: Option<[u64; 4]>,
    /// The signature, with the zeros that fill its place up; nothing where it is too long.
    pub(super) contents: Vec<u8>,
    /// When the file says that it was signed, in seconds since 1970 in UTC.
    said_at: Option<i64>,
}

/// How much of a file a signature covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cover {
    /// All of it but the signature itself.
    Whole,
    /// The same of all but the file's end: something stands behind what was signed.
    Beginning,
    /// Anything else.
    Broken,
}

impl Place {
    /// How much of the file it covers.
    pub(super) fn cover(&self, file: &[u8]) -> Cover {
        let Some((gap, end)) = self.stretches(file) else {
            return Cover::Broken;
        };
        if !is_written(&file[gap], &self.contents) {
            Cover::Broken
        } else if end == file.len() {
            Cover::Whole
        } else {
            Cover::Beginning
        }
    }

    /// The two stretches that it covers, where they lie in the file one after the other.
    pub(super) fn bytes<'a>(&self, file: &'a [u8]) -> Option<[&'a [u8]; 2]> {
        let (gap, end) = self.stretches(file)?;
        Some([&file[..gap.start], &file[gap.end..end]])
    }

    /// When the file says that it was signed.
    pub(super) fn said_at(&self) -> Option<Moment> {
        self.said_at.map(Moment::from_unix)
    }

    /// Where the gap between the stretches is, and where the second ends.
    fn stretches(&self, file: &[u8]) -> Option<(Range<usize>, usize)> {
        let [start, first, second, rest] = self.range?.map(usize::try_from);
        let (first, second) = (first.ok()?, second.ok()?);
        let end = second.checked_add(rest.ok()?)?;
        let fits = start == Ok(0) && first < second && second <= end && end <= file.len();
        fits.then_some((first..second, end))
    }
}

/// Whether `gap` is these bytes as a hexadecimal string and not a byte more.
fn is_written(gap: &[u8], bytes: &[u8]) -> bool {
    let Some([b'<', digits @ .., b'>']) = Some(gap) else {
        return false;
    };
    let value = |digit: u8| char::from(digit).to_digit(16);
    let mut pairs = digits.chunks_exact(2);
    !bytes.is_empty()
        && digits.len() == bytes.len() * 2
        && bytes.iter().all(|byte| {
            let pair = pairs
                .next()
                .and_then(|pair| Some((value(pair[0])?, value(pair[1])?)));
            pair.is_some_and(|(high, low)| high << 4 | low == u32::from(*byte))
        })
}

/// The signatures of a document, in the order in which its form has them; nothing where the file
/// cannot be read.
pub(crate) fn find(file: &[u8]) -> Option<Vec<Place>> {
    let document = Pdf::new(file.to_vec()).ok()?;
    let catalogue: Dict<'_> = document.xref().get(document.xref().root_id())?;
    let form: Option<Dict<'_>> = catalogue.get("AcroForm");
    let fields = form.and_then(|form| form.get::<Array<'_>>("Fields"));
    let mut waiting: Vec<Dict<'_>> = fields.iter().flat_map(Array::iter).take(FIELDS).collect();
    waiting.reverse();
    let mut found: Vec<Place> = Vec::new();
    for _ in 0..FIELDS {
        let Some(field) = waiting.pop() else {
            break;
        };
        // Of all fields, only those for signatures have a dictionary for a value.
        if let Some(value) = field.get::<Dict<'_>>("V") {
            let place = read(&value);
            if !found.contains(&place) && found.len() < SIGNATURES {
                found.push(place);
            }
        }
        if let Some(kids) = field.get::<Array<'_>>("Kids") {
            waiting.extend(
                kids.iter::<Dict<'_>>()
                    .take(FIELDS.saturating_sub(waiting.len())),
            );
        }
    }
    Some(found)
}

fn read(value: &Dict<'_>) -> Place {
    let form = value.get::<Name<'_>>("SubFilter");
    let contents = value.get::<Text<'_>>("Contents");
    let contents = contents.filter(|contents| contents.as_bytes().len() <= SIGNATURE_BYTES);
    let said = value.get::<Text<'_>>("M");
    Place {
        form: form.map_or_else(String::new, |form| {
            String::from_utf8_lossy(form.as_ref())
                .chars()
                .take(64)
                .collect()
        }),
        range: value
            .get::<Array<'_>>("ByteRange")
            .and_then(|range| range_of(&range)),
        contents: contents.map_or_else(Vec::new, |contents| contents.as_bytes().to_vec()),
        said_at: said.and_then(|said| time(said.as_bytes())),
    }
}

fn range_of(range: &Array<'_>) -> Option<[u64; 4]> {
    let numbers = range.iter::<Number>().take(5);
    let numbers: Option<Vec<u64>> = numbers
        .map(|number| u64::try_from(number.as_i64()).ok())
        .collect();
    numbers?.try_into().ok()
}

/// `D:20261122204500+07'00'` (ISO 32000-2, 7.9.4) in seconds since 1970; what it leaves out is
/// zero, and a time without a zone no moment.
fn time(text: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(text).ok()?.strip_prefix("D:")?;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count().min(14);
    let (local, zone) = text.split_at(digits);
    let part = |from: usize, to: usize, absent: i64| match local.get(from..to) {
        Some(part) => part.parse().ok(),
        None => Some(absent),
    };
    let year = i16::try_from(part(0, 4, -1)?)
        .ok()
        .filter(|year| *year >= 0)?;
    let small = |from: usize, absent: i64| i8::try_from(part(from, from + 2, absent)?).ok();
    let date = civil::Date::new(year, small(4, 1)?, small(6, 1)?).ok()?;
    let day = date.duration_since(civil::date(1970, 1, 1)).as_secs();
    let (hour, minute, second) = (small(8, 0)?, small(10, 0)?, small(12, 0)?);
    civil::Time::new(hour, minute, second, 0).ok()?;
    let local = day + i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    Some(local - offset(zone)?)
}

/// `+07'00'`, `-05'30` or `Z` in seconds.
fn offset(zone: &str) -> Option<i64> {
    let (sign, rest) = match zone.as_bytes().first()? {
        b'Z' => return Some(0),
        b'+' => (1, &zone[1..]),
        b'-' => (-1, &zone[1..]),
        _ => return None,
    };
    let mut parts = rest.split('\'').filter(|part| !part.is_empty());
    let mut next = |most: i64| match parts.next() {
        Some(part) => part.parse().ok().filter(|value| (0..=most).contains(value)),
        None => Some(0),
    };
    Some(sign * (next(23)? * 3600 + next(59)? * 60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_time_is_read_with_its_zone_and_is_none_without() {
        let noon = Some(1_795_150_800);
        assert_eq!(time(b"D:20261120120000+07'00'"), noon);
        assert_eq!(time(b"D:20261120050000Z"), noon);
        assert_eq!(time(b"D:202611200000-05'00"), noon);
        for none in [
            "20261120120000Z",
            "D:20261120120000",
            "D:20261320Z",
            "D:2026112099Z",
            "D:Z",
        ] {
            assert_eq!(time(none.as_bytes()), None, "{none}");
        }
    }

    #[test]
    fn a_gap_is_the_signature_itself_and_not_a_byte_more() {
        assert!(is_written(b"<0aFF>", &[10, 255]));
        for gap in ["", "<>", "<0aFF00>", "<0aF>", "0aFF", "<0aFG>", " <0aFF>"] {
            assert!(!is_written(gap.as_bytes(), &[10, 255]), "{gap}");
        }
        assert!(!is_written(b"<>", &[]));
    }

    proptest! {
        #[test]
        fn no_range_reaches_out_of_the_file(range: [u64; 4], small in [0_u64..9, 0..9, 0..9, 0..9]) {
            for range in [range, small] {
                let place = Place {
                    form: String::new(),
                    range: Some(range),
                    contents: vec![1],
                    said_at: None,
                };
                let file = b"0<01>5";
                let whole = place.cover(file) == Cover::Whole;
                prop_assert_eq!(whole, range == [0, 1, 5, 1]);
                prop_assert_eq!(place.bytes(file).is_some(), place.stretches(file).is_some());
            }
        }

        #[test]
        fn no_bytes_are_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..400), text: String) {
            find(&bytes);
            time(&bytes);
            time(format!("D:{text}").as_bytes());
            offset(&text);
        }
    }
}
