//! A JSON text (RFC 8259), taken apart.

use std::borrow::Cow;

/// How deep lists and objects may stand in one another: what `serde_json` allows. Deeper text is
/// nobody's honest answer, and would use up the stack.
const DEEPEST: u32 = 127;

/// One value. Text without escapes is borrowed.
#[derive(Debug, PartialEq)]
pub(super) enum Tree<'a> {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number as written; turned into one by who wants it, since few do.
    Number(&'a str),
    /// Text.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Tree<'a>>),
    /// An object's members in the order written.
    Object(Vec<(Cow<'a, str>, Tree<'a>)>),
}

impl<'a> Tree<'a> {
    /// Takes `text` apart; none if it is not JSON.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let mut rest = Rest { text, at: 0 };
        let tree = rest.value(DEEPEST)?;
        rest.peek().is_none().then_some(tree)
    }
}

/// What is not read yet.
struct Rest<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Rest<'a> {
    /// The next byte, as it is.
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Goes past `byte` if it comes next.
    fn past(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn value(&mut self, deeper: u32) -> Option<Tree<'a>> {
        match self.peek()? {
            b'"' => self.string().map(Tree::Text),
            b'[' => self.list(deeper.checked_sub(1)?),
            b'{' => self.object(deeper.checked_sub(1)?),
            b't' => self.word("true", Tree::Bool(true)),
            b'f' => self.word("false", Tree::Bool(false)),
            b'n' => self.word("null", Tree::Null),
            _ => self.number().map(Tree::Number),
        }
    }

    fn word(&mut self, word: &str, tree: Tree<'a>) -> Option<Tree<'a>> {
        let there = self.text.get(self.at..)?.starts_with(word);
        self.at += word.len();
        there.then_some(tree)
    }

    fn list(&mut self, deeper: u32) -> Option<Tree<'a>> {
        let mut items = Vec::new();
        self.at += 1;
        if self.past(b']') {
            return Some(Tree::List(items));
        }
        loop {
            items.push(self.value(deeper)?);
            if self.past(b']') {
                return Some(Tree::List(items));
            }
            self.past(b',').then_some(())?;
        }
    }

    fn object(&mut self, deeper: u32) -> Option<Tree<'a>> {
        let mut members = Vec::new();
        self.at += 1;
        if self.past(b'}') {
            return Some(Tree::Object(members));
        }
        loop {
            (self.peek()? == b'"').then_some(())?;
            let name = self.string()?;
            self.past(b':').then_some(())?;
            members.push((name, self.value(deeper)?));
            if self.past(b'}') {
                return Some(Tree::Object(members));
            }
            self.past(b',').then_some(())?;
        }
    }

    /// A string, from its opening quotation mark on.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.at += 1;
        let mut text = Cow::Borrowed("");
        loop {
            let from = self.at;
            while !matches!(self.byte()?, b'"' | b'\\' | 0..b' ') {
                self.at += 1;
            }
            // Both ends stand beside an ASCII byte.
            let plain = self.text.get(from..self.at)?;
            if text.is_empty() {
                text = Cow::Borrowed(plain);
            } else {
                text.to_mut().push_str(plain);
            }
            let end = self.byte()?;
            self.at += 1;
            match end {
                b'"' => return Some(text),
                b'\\' => text.to_mut().push(self.escaped()?),
                _ => return None,
            }
        }
    }

    /// The character that stands after a backslash.
    fn escaped(&mut self) -> Option<char> {
        let kind = self.byte()?;
        self.at += 1;
        Some(match kind {
            b'"' | b'\\' | b'/' => char::from(kind),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first);
                }
                // The first half of a character beyond U+FFFF: the second must follow.
                (self.byte()? == b'\\').then_some(())?;
                self.at += 1;
                (self.byte()? == b'u').then_some(())?;
                self.at += 1;
                let second = self
                    .unit()?
                    .checked_sub(0xdc00)
                    .filter(|low| *low < 0x400)?;
                return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second);
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        digits.bytes().try_fold(0, |unit, digit| {
            Some(unit << 4 | char::from(digit).to_digit(16)?)
        })
    }

    fn number(&mut self) -> Option<&'a str> {
        let from = self.at;
        self.at += usize::from(self.byte() == Some(b'-'));
        let zero = self.byte() == Some(b'0');
        let whole = self.digits()?;
        if zero && whole > 1 {
            return None;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        self.text.get(from..self.at)
    }

    /// Goes past digits, at least one; how many.
    fn digits(&mut self) -> Option<usize> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        (self.at > from).then(|| self.at - from)
    }
}
