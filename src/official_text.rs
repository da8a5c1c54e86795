//! Official text made readable: paragraphs and nested lists out of plain lines.
//!
//! The source knows no markup; it writes lists with "-", "+", "a)", "(i)" and the
//! like, often several on one line. Here they become lists. **Nothing is lost**: every
//! character but white space comes out again, in order (a property test holds that),
//! and what is not understood stays a paragraph.

mod marker;

use marker::{Kind, Marker};

/// A piece of text, as it is to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// Running text; see [`paragraphs`] for long ones.
    Paragraph(String),
    /// Items that belong together: all of one kind of marker.
    List(Vec<Item>),
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// The marker as the source writes it: "a)", "-".
    pub(crate) marker: Marker,
    /// Its own words; may be empty.
    pub(crate) text: String,
    /// What stands below it.
    pub(crate) children: Vec<Block>,
}

/// Reads official text.
pub(crate) fn read(text: &str) -> Vec<Block> {
    let mut lines = Vec::new();
    let mut open = Open::default();
    for piece in text.lines().flat_map(marker::cut) {
        add(&mut lines, &mut open, piece.trim());
    }
    nest(&mut lines.into_iter().peekable(), 0)
}

/// A line with its place: depth 0 is running text, 1 the outermost list.
struct Line {
    depth: usize,
    marker: Option<Marker>,
    text: String,
}

/// The kinds of markers around the line that was read last, outermost first.
#[derive(Default)]
struct Open(Vec<Kind>);

impl Open {
    /// The depth of an item of `kind`. A kind that is open already returns to its
    /// list; a new one goes below the kinds that usually stand above it, or below
    /// whatever was announced with a colon.
    fn place(&mut self, kind: Kind, announced: bool) -> usize {
        if let Some(at) = self.0.iter().position(|open| *open == kind) {
            self.0.truncate(at);
        } else if !announced {
            while self.0.last().is_some_and(|open| open.rank() >= kind.rank()) {
                self.0.pop();
            }
        }
        self.0.push(kind);
        self.0.len()
    }
}

fn add(lines: &mut Vec<Line>, open: &mut Open, line: &str) {
    if line.is_empty() {
        return;
    }
    let last = lines.last_mut();
    let Some((marker, rest)) = marker::split(line) else {
        match last {
            Some(last) if goes_on(&last.text, line) => {
                // A full stop or a bracket that slid to the next line belongs close.
                if !line.starts_with(CLOSING) {
                    last.text.push(' ');
                }
                last.text.push_str(line);
            }
            _ => {
                open.0.clear();
                lines.push(Line {
                    depth: 0,
                    marker: None,
                    text: line.into(),
                });
            }
        }
        return;
    };
    let announced = last.is_some_and(|last| last.marker.is_some() && last.text.ends_with(':'));
    lines.push(Line {
        depth: open.place(marker.kind, announced),
        marker: Some(marker),
        text: rest.into(),
    });
}

const CLOSING: [char; 4] = ['.', ',', ';', ')'];

/// Whether `line` goes on where `before` was cut: lines of the source are often broken
/// in mid-sentence ("tại Trung / tâm Phục vụ").
fn goes_on(before: &str, line: &str) -> bool {
    let cut = !before.ends_with(['.', ';', ':', '!', '?']);
    let begins_anew = !line.starts_with(|c: char| c.is_lowercase() || c == '(');
    line.starts_with(CLOSING) || before.ends_with(',') || before.is_empty() || (cut && !begins_anew)
}

/// Makes a tree of the lines deeper than `depth`.
fn nest(lines: &mut std::iter::Peekable<std::vec::IntoIter<Line>>, depth: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    while let Some(line) = lines.next_if(|line| line.depth > depth || depth == 0) {
        let Some(marker) = line.marker else {
            blocks.push(Block::Paragraph(line.text));
            continue;
        };
        let kind = marker.kind;
        let item = Item {
            marker,
            text: line.text,
            children: nest(lines, line.depth),
        };
        match blocks.last_mut() {
            Some(Block::List(items)) if items.last().is_some_and(|i| i.marker.kind == kind) => {
                items.push(item);
            }
            _ => blocks.push(Block::List(vec![item])),
        }
    }
    blocks
}

/// From how many bytes on running text is cut into paragraphs, and how short one may be.
const LONG: usize = 700;
const SHORTEST: usize = 240;

/// Cuts long running text into paragraphs at the ends of sentences. The parts put
/// together are the text again.
pub(crate) fn paragraphs(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while rest.len() > LONG {
        let Some(at) = sentence_end(rest) else { break };
        let (part, tail) = rest.split_at(at);
        parts.push(part);
        rest = tail;
    }
    parts.push(rest);
    parts
}

/// The first end of a sentence that leaves two parts worth standing alone.
fn sentence_end(text: &str) -> Option<usize> {
    text.match_indices(". ").map(|(at, _)| at + 1).find(|&at| {
        let (before, after) = text.split_at(at);
        // Not behind "TP." or "Q.": a word of at least three letters, or a bracket.
        let word = before.trim_end_matches('.').rsplit(' ').next();
        let whole = word.is_some_and(|w| w.ends_with(')') || w.chars().count() > 2);
        let sentence = after.trim_start().starts_with(char::is_uppercase);
        whole && sentence && before.len() >= SHORTEST && after.len() >= SHORTEST
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Everything that will be drawn, in order.
    fn drawn(blocks: &[Block]) -> String {
        blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph(text) => paragraphs(text).concat(),
                Block::List(items) => items
                    .iter()
                    .map(|item| {
                        let text = paragraphs(&item.text).concat();
                        format!("{}{text}{}", item.marker.text, drawn(&item.children))
                    })
                    .collect(),
            })
            .collect()
    }

    /// The outline: one line an item, indented.
    fn outline(blocks: &[Block], depth: usize) -> String {
        let mut out = String::new();
        for block in blocks {
            match block {
                Block::Paragraph(text) => out += &format!("{}{text}\n", "  ".repeat(depth)),
                Block::List(items) => {
                    for item in items {
                        let indent = "  ".repeat(depth);
                        out += &format!("{indent}{} {}\n", item.marker.text, item.text);
                        out += &outline(&item.children, depth + 1);
                    }
                }
            }
        }
        out
    }

    fn solid(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    fn outline_of(text: &str) -> String {
        outline(&read(text), 0)
    }

    #[test]
    fn plus_stands_below_dash_and_a_star_above_both() {
        let text = "Nộp hồ sơ:\n- Cán bộ kiểm tra.\n+ Nếu đủ\n++ Nhận\n+ Nếu thiếu\n- Trả kết quả\n* Lưu ý:\n- Mang theo";
        assert_eq!(
            outline_of(text),
            "Nộp hồ sơ:\n- Cán bộ kiểm tra.\n  + Nếu đủ\n    ++ Nhận\n  + Nếu thiếu\n- Trả kết quả\n* Lưu ý:\n  - Mang theo\n"
        );
    }

    #[test]
    fn letters_after_a_colon_stand_below_the_dash_that_announces_them() {
        assert_eq!(
            outline_of("- Hồ sơ gồm:\na) Đơn;\nb) Ảnh.\n- Nơi nộp"),
            "- Hồ sơ gồm:\n  a) Đơn;\n  b) Ảnh.\n- Nơi nộp\n"
        );
    }

    #[test]
    fn numbers_nest_by_their_parts() {
        assert_eq!(
            outline_of("1. Đơn\n1.1. Mẫu số 01\na) Bản chính\n2.Ảnh"),
            "1. Đơn\n  1.1. Mẫu số 01\n    a) Bản chính\n2. Ảnh\n"
        );
    }

    #[test]
    fn a_list_written_on_one_line_becomes_a_list() {
        assert_eq!(
            outline_of("Lưu ý: - Không cần bản giấy; - Mang bản chính. + Trừ trẻ em"),
            "Lưu ý:\n- Không cần bản giấy;\n- Mang bản chính.\n  + Trừ trẻ em\n"
        );
    }

    #[test]
    fn a_number_of_a_law_or_a_date_at_the_start_of_a_line_is_no_marker() {
        for text in [
            "38/2023/NĐ-CP. Nếu đủ",
            "15/09/2023 là ngày",
            "1.000 đồng",
            "2026. Sau đó",
        ] {
            assert_eq!(read(text), [Block::Paragraph(text.into())]);
        }
    }

    #[test]
    fn a_sentence_broken_in_the_middle_is_joined_and_a_list_of_words_is_not() {
        assert_eq!(
            outline_of("tại Trung\ntâm Phục vụ\n."),
            "tại Trung tâm Phục vụ.\n"
        );
        assert_eq!(
            outline_of("sau 03 ngày,\nỦy ban xã"),
            "sau 03 ngày, Ủy ban xã\n"
        );
        assert_eq!(outline_of("gồm:\nđơn;\nảnh"), "gồm:\nđơn;\nảnh\n");
    }

    #[test]
    fn long_running_text_is_cut_at_sentences_but_not_behind_an_abbreviation() {
        let sentence = "Người yêu cầu nộp hồ sơ tại TP. Huế theo quy định của pháp luật ";
        let text = format!("{}. ", sentence.repeat(4).trim()).repeat(4);
        let parts = paragraphs(text.trim());
        assert!(parts.len() > 1);
        assert!(
            parts.iter().all(|part| !part.trim_end().ends_with("TP.")),
            "{parts:?}"
        );
    }

    proptest! {
        #[test]
        fn nothing_is_lost(
            text in "(([-+*•–]{0,3}|[a-zđ1-9]{1,2}[.)/]|\\([ivx1a]{1,3}\\)|[IVX]{1,2}\\.|1\\.2\\.|\u{f0fc})?[ \u{a0}]?[ -~đĐấẾ.;:]{0,24}[\n ;:.]{0,3}){0,12}",
        ) {
            prop_assert_eq!(solid(&drawn(&read(&text))), solid(&text));
        }

        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,200}|(\\s|\\PC){0,80}") {
            prop_assert_eq!(solid(&drawn(&read(&text))), solid(&text));
        }

        #[test]
        fn paragraphs_put_together_are_the_text(text in "([A-ZĐ]?[a-zđấ ]{0,90}[.;)]{0,2} ){0,40}") {
            prop_assert_eq!(paragraphs(&text).concat(), text);
        }
    }
}
