//! The operations by name.

/// What an expression can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    Var,
    Missing,
    MissingSome,
    If,
    Equal,
    StrictlyEqual,
    Unequal,
    StrictlyUnequal,
    Not,
    Truth,
    Or,
    And,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Max,
    Min,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Map,
    Filter,
    Reduce,
    All,
    None,
    Some,
    Merge,
    In,
    Cat,
    Substr,
    Log,
    Age,
    Days,
    AddYears,
}

const NAMES: [(&str, Operation); 38] = [
    ("var", Operation::Var),
    ("missing", Operation::Missing),
    ("missing_some", Operation::MissingSome),
    ("if", Operation::If),
    ("?:", Operation::If),
    ("==", Operation::Equal),
    ("===", Operation::StrictlyEqual),
    ("!=", Operation::Unequal),
    ("!==", Operation::StrictlyUnequal),
    ("!", Operation::Not),
    ("!!", Operation::Truth),
    ("or", Operation::Or),
    ("and", Operation::And),
    (">", Operation::Greater),
    (">=", Operation::GreaterOrEqual),
    ("<", Operation::Less),
    ("<=", Operation::LessOrEqual),
    ("max", Operation::Max),
    ("min", Operation::Min),
    ("+", Operation::Add),
    ("-", Operation::Subtract),
    ("*", Operation::Multiply),
    ("/", Operation::Divide),
    ("%", Operation::Remainder),
    ("map", Operation::Map),
    ("filter", Operation::Filter),
    ("reduce", Operation::Reduce),
    ("all", Operation::All),
    ("none", Operation::None),
    ("some", Operation::Some),
    ("merge", Operation::Merge),
    ("in", Operation::In),
    ("cat", Operation::Cat),
    ("substr", Operation::Substr),
    ("log", Operation::Log),
    ("age", Operation::Age),
    ("days", Operation::Days),
    ("addYears", Operation::AddYears),
];

impl Operation {
    pub(super) fn named(name: &str) -> Option<Self> {
        let found = NAMES.iter().find(|(known, _)| *known == name)?;
        Some(found.1)
    }

    /// Whether its second argument is worked out for each item of its first.
    pub(super) fn goes_through_items(self) -> bool {
        matches!(
            self,
            Self::Map | Self::Filter | Self::Reduce | Self::All | Self::None | Self::Some
        )
    }
}
