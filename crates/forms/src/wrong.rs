//! What can be wrong with an answer.

mod say;

use crate::day::Day;
use crate::words::Words;

/// One thing that is wrong with an answer, and with which part of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slip {
    /// A JSON pointer from the answer to the part (`/commune`); empty for all of it.
    pub(crate) at: String,
    pub(crate) wrong: Wrong,
}

impl Slip {
    pub(crate) fn here(wrong: Wrong) -> Self {
        let at = String::new();
        Self { at, wrong }
    }

    pub(crate) fn within(mut self, part: &str) -> Self {
        self.at.insert_str(0, part);
        self.at.insert(0, '/');
        self
    }
}

/// What is wrong; [`Wrong::say`] says how to mend it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Wrong {
    /// Nothing is there.
    Needed,
    /// It cannot be worked out from the other answers.
    NotComputed,
    /// It is not even the kind of thing that is asked: a number in place of an address.
    Shape,
    /// So many characters, where there may be at most so many.
    TooLong {
        now: usize,
        most: usize,
    },
    DigitInName,
    SignInName(char),
    NoName,
    NotANumber,
    NotWhole,
    TooManyDigits,
    TooSmall(i64),
    TooLarge(i64),
    NoDate,
    NoDay {
        month: u32,
        year: u32,
    },
    NoMonth,
    NoYear,
    OnlyYear {
        year: u32,
    },
    ShortYear,
    NoSuchMonth,
    NoSuchDay {
        month: u32,
        year: i32,
        days: u32,
    },
    TooEarly(Day),
    TooLate(Day),
    /// No option of the form, or none that is offered now.
    NotOffered,
    NoSuchPlace,
    /// The commune does not lie in the province.
    OtherProvince,
    TooFewChosen(usize),
    TooManyChosen(usize),
    TooFewItems(usize),
    TooManyItems(usize),
    CitizenIdCount(usize),
    CitizenIdSign,
    OldId,
    PhoneSign,
    PhoneStart,
    PhoneCount(usize),
    PhoneAbroad,
    Email,
    EmailWithoutAt,
    AccountNumber,
    /// A rule of the form, in its words.
    Rule(Words),
    /// No province ever gave out numbers that begin so. A warning.
    OddProvince,
    /// The citizen ID says another year of birth. A warning.
    OtherBirthYear {
        stated: i32,
        within: u32,
    },
    /// The citizen ID says another century of birth. A warning.
    OtherCentury {
        stated: i32,
    },
    /// The citizen ID says another sex. A warning.
    OtherSex,
}

impl Wrong {
    /// What it is, for programs.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Needed => "required",
            Self::NotComputed => "notComputed",
            Self::TooLong { .. } => "tooLong",
            Self::TooSmall(_)
            | Self::TooLarge(_)
            | Self::TooManyDigits
            | Self::TooEarly(_)
            | Self::TooLate(_) => "outOfRange",
            Self::NoDay { .. }
            | Self::NoMonth
            | Self::NoYear
            | Self::OnlyYear { .. }
            | Self::ShortYear => "incomplete",
            Self::NotOffered | Self::NoSuchPlace | Self::OtherProvince => "unknown",
            Self::TooFewChosen(_) | Self::TooFewItems(_) => "tooFew",
            Self::TooManyChosen(_) | Self::TooManyItems(_) => "tooMany",
            Self::Rule(_) => "rule",
            Self::OddProvince => "unusual",
            Self::OtherBirthYear { .. } | Self::OtherCentury { .. } | Self::OtherSex => "differs",
            _ => "malformed",
        }
    }
}
