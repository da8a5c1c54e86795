//! The marks that begin an item of a list in official text.

/// A marker as the source writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// The source's characters: "a)", "++", "(ii)".
    pub(crate) text: String,
    /// What it is.
    pub(crate) kind: Kind,
}

impl Marker {
    /// Whether it is a name by which text refers to the item ("theo điểm a"), and so
    /// has to be seen and heard; the others only separate.
    pub(crate) fn is_name(&self) -> bool {
        !matches!(
            self.kind,
            Kind::Star(_) | Kind::Bullet | Kind::Dash(_) | Kind::Plus(_)
        )
    }
}

/// A kind of marker; items of one list share it. A figure says how often a sign is
/// repeated, or how many parts a number has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `I.`, `B.`
    Capital,
    /// `1.`, `1)`, `1/`, `1.2.`
    Number(u8),
    /// `(1)`
    BracketedNumber,
    /// `a)`, `đ.`
    Letter,
    /// `*`
    Star(u8),
    /// `(a)`
    BracketedLetter,
    /// `-`, `–`
    Dash(u8),
    /// `+`, `++`
    Plus(u8),
    /// `•`, and the private-use signs that word processors leave behind.
    Bullet,
    /// `(ii)`
    Roman,
}

impl Kind {
    /// How deep it usually stands; counted over the catalogue, where "-" has "+" below
    /// it 4,463 times, "+" has "++", and "*" begins a part of its own.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Capital => 0,
            Self::Number(parts) => parts,
            Self::BracketedNumber => 10,
            Self::Letter => 11,
            Self::Star(times) => 11 + times,
            Self::BracketedLetter => 20,
            Self::Dash(times) => 20 + times,
            Self::Plus(times) => 30 + times,
            Self::Bullet => 40,
            Self::Roman => 41,
        }
    }
}

/// More repetitions or parts than these are counted as these.
const MOST: u8 = 6;

/// The marker at the start of `line` and what follows it.
pub(super) fn split(line: &str) -> Option<(Marker, &str)> {
    let (kind, length) = sign(line).or_else(|| name(line))?;
    let (text, rest) = line.split_at(length);
    let text = text.into();
    Some((Marker { text, kind }, rest.trim_start()))
}

/// A marker made of signs alone. The minus of "-5 °C" is none.
fn sign(line: &str) -> Option<(Kind, usize)> {
    let first = line.chars().next()?;
    let same = |c: char| c == first || (is_dash(c) && is_dash(first));
    let end = line.find(|c| !same(c)).unwrap_or(line.len());
    let times = u8::try_from(line[..end].chars().count())
        .unwrap_or(MOST)
        .min(MOST);
    let kind = match first {
        c if is_dash(c) => Kind::Dash(times),
        '+' => Kind::Plus(times),
        '*' => Kind::Star(times),
        '•' | '●' | '▪' | '➢' | '\u{f000}'..='\u{f0ff}' => Kind::Bullet,
        _ => return None,
    };
    let figure = line[end..].starts_with(|c: char| c.is_ascii_digit());
    (!figure || matches!(kind, Kind::Bullet)).then_some((kind, end))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

/// A marker that names the item: number, letter, Roman number, bracketed or not.
fn name(line: &str) -> Option<(Kind, usize)> {
    if let Some(inside) = line.strip_prefix('(') {
        let end = inside.find(')')?;
        let kind = match &inside[..end] {
            "*" => Kind::Star(1),
            word if is_roman(word, "ivx") => Kind::Roman,
            word if is_number(word) => Kind::BracketedNumber,
            word if is_letter(word, char::is_lowercase) => Kind::BracketedLetter,
            _ => return None,
        };
        return Some((kind, end + 2));
    }
    let Some(end) = line.find(|c: char| !c.is_alphanumeric() && c != '.') else {
        return glued_number(line);
    };
    // "1.2." and "a." end with the dot itself, "a)" and "1/" with the sign behind.
    let closed = matches!(line[end..].chars().next(), Some(')' | '/'));
    let (word, length) = match line[..end].strip_suffix('.') {
        Some(word) => (word, end),
        None if closed => (&line[..end], end + 1),
        None => return glued_number(line),
    };
    let slash_of_a_law = line[length..].starts_with(|c: char| c.is_ascii_digit());
    if slash_of_a_law {
        return None;
    }
    let parts = word.split('.').filter(|part| is_number(part)).count();
    let kind = if parts > 0 && parts == word.split('.').count() {
        Kind::Number(u8::try_from(parts).unwrap_or(MOST).min(MOST))
    } else if is_roman(word, "IVX") || is_letter(word, char::is_uppercase) {
        Kind::Capital
    } else if is_letter(word, char::is_lowercase) {
        Kind::Letter
    } else {
        return None;
    };
    Some((kind, length))
}

/// "1.Trình tự": a number whose dot is followed by a capital without a space.
fn glued_number(line: &str) -> Option<(Kind, usize)> {
    let dot = line.find('.')?;
    let capital = line[dot + 1..].starts_with(char::is_uppercase);
    (is_number(&line[..dot]) && capital).then_some((Kind::Number(1), dot + 1))
}

/// At most two digits: "2026." at the start of a line ends a sentence.
fn is_number(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

fn is_roman(word: &str, digits: &str) -> bool {
    (1..=4).contains(&word.len()) && word.chars().all(|c| digits.contains(c))
}

fn is_letter(word: &str, case: fn(char) -> bool) -> bool {
    let mut chars = word.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if case(c))
}

/// Cuts a line before each marker that stands inside it after the end of a phrase
/// ("gồm: - Đơn; - Ảnh"). Only white space goes at a cut.
pub(super) fn cut(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let line = rest?;
        let at = line.match_indices(char::is_whitespace).find_map(|(at, _)| {
            let begins = begins_item(line[..at].chars().next_back()?, line[at..].trim_start());
            begins.then_some(at)
        });
        let (piece, tail) = line.split_at(at.unwrap_or(line.len()));
        rest = at.map(|_| tail.trim_start());
        Some(piece)
    })
}

fn begins_item(before: char, text: &str) -> bool {
    let Some((marker, rest)) = split(text) else {
        return false;
    };
    let phrase_ends = matches!(before, ';' | ':');
    match marker.kind {
        // "theo Điều 5. A." and "khoản 1, 2." are no lists.
        Kind::Capital => false,
        Kind::Number(_) => phrase_ends && rest.starts_with(char::is_uppercase),
        _ => phrase_ends || before == '.',
    }
}
