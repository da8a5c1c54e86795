//! The kinds of answers, with what each kind states about itself.

use crate::day::Day;
use crate::definition::Field;
use crate::logic::Expression;
use crate::words::Words;

/// What kind of answer a field takes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Kind {
    /// One line.
    ShortText {
        /// In characters.
        max_length: usize,
    },
    /// Several lines.
    LongText {
        /// In characters.
        max_length: usize,
    },
    /// A person's full name in one field, family name first.
    FullName,
    /// A whole number.
    Number {
        /// The least and the most it may be.
        range: Range,
        /// What is counted.
        unit: Option<Words>,
    },
    /// Whole đồng.
    Money {
        /// The least and the most it may be.
        range: Range,
    },
    /// A day.
    Date {
        /// The first day it may be.
        earliest: Option<Limit>,
        /// The last.
        latest: Option<Limit>,
    },
    /// One or several of the options.
    Choice {
        /// How they are offered.
        look: Look,
        /// At least one.
        options: Vec<Choice>,
    },
    /// Yes or no.
    YesNo,
    /// Where somebody lives or something stands.
    Address {
        /// Whether house number and street are asked for.
        detail: bool,
    },
    /// A citizen ID number of 12 digits.
    CitizenId {
        /// The date field it is compared with, as a warning only.
        birth_date: Option<String>,
        /// The choice between `male` and `female` that it is compared with, likewise.
        sex: Option<String>,
    },
    /// A telephone number in Vietnam.
    Phone,
    /// An email address.
    Email,
    /// An account with a bank.
    BankAccount,
    /// A person, by some of these parts.
    Person {
        /// In the order they are asked; never empty.
        parts: Vec<Part>,
    },
    /// Papers for one requirement, handed in beside the answers.
    Papers {
        /// The requirement's id in the catalogue.
        requirement: String,
        /// How many originals, where stated.
        originals: Option<u32>,
        /// How many copies, where stated.
        copies: Option<u32>,
    },
    /// Something one states by ticking it: the label.
    Statement,
    /// Says that the form asks to be signed.
    Signature,
    /// The same questions several times.
    Group(Group),
    /// Words between questions: the label.
    Note,
}

impl Kind {
    /// Whether there is an answer of this kind among the answers at all.
    #[must_use]
    pub fn answers(&self) -> bool {
        !matches!(self, Self::Papers { .. } | Self::Signature | Self::Note)
    }
}

/// The least and the most that a number may be; either may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The least.
    pub min: Option<i64>,
    /// The most.
    pub max: Option<i64>,
}

/// A day that bounds another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// This day.
    On(Day),
    /// So many days after today, or before.
    Days(i32),
    /// So many months after today, or before.
    Months(i32),
    /// So many years after today, or before.
    Years(i32),
}

impl Limit {
    /// Which day that is; none where the calendar ends before.
    #[must_use]
    pub fn day(self, today: Day) -> Option<Day> {
        match self {
            Self::On(day) => Some(day),
            Self::Days(count) => today.add_days(count.into()),
            Self::Months(count) => today.add_months(count.into()),
            Self::Years(count) => today.add_years(count.into()),
        }
    }
}

/// How options are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// One, all in sight.
    Radios,
    /// One, out of a list that opens.
    Select,
    /// Several.
    Checkboxes {
        /// At least so many, once any is ticked.
        minimum: usize,
        /// At most so many.
        maximum: Option<usize>,
    },
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Choice {
    /// The answer it stands for; unique among the options.
    pub value: String,
    /// What it says.
    pub label: Words,
    /// What helps to decide.
    pub hint: Option<Words>,
    /// When it is offered at all; always without.
    pub show: Option<Expression>,
}

/// One part of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// Which.
    pub name: PartName,
    /// Whether one may leave it out.
    pub optional: bool,
}

/// The parts of a person that a form can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartName {
    /// Family name first.
    FullName,
    /// A day, not after today.
    DateOfBirth,
    /// `male` or `female`.
    Sex,
    /// Twelve digits.
    CitizenId,
    /// The name of the ethnic group.
    Ethnicity,
    /// ISO 3166-1 alpha-2.
    Nationality,
    /// An address with its detail.
    Residence,
    /// A telephone number in Vietnam.
    Phone,
}

impl PartName {
    /// All, in the order in which forms usually ask them.
    pub const ALL: [Self; 8] = [
        Self::FullName,
        Self::DateOfBirth,
        Self::Sex,
        Self::CitizenId,
        Self::Ethnicity,
        Self::Nationality,
        Self::Residence,
        Self::Phone,
    ];

    /// Its name in definitions and answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FullName => "fullName",
            Self::DateOfBirth => "dateOfBirth",
            Self::Sex => "sex",
            Self::CitizenId => "citizenId",
            Self::Ethnicity => "ethnicity",
            Self::Nationality => "nationality",
            Self::Residence => "residence",
            Self::Phone => "phone",
        }
    }
}

/// The same questions for each of several things or people.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Group {
    /// What is asked about each; never papers, a signature or another group.
    pub fields: Vec<Field>,
    /// What one is called, with `{n}` for its number from 1 ("Người con thứ {n}").
    pub item: Words,
    /// At least so many.
    pub minimum: usize,
    /// At most so many.
    pub maximum: usize,
}
