//! A4 pages that fill up from top to bottom, every piece of them tagged.
//!
//! Blocks are laid out first, into pieces that know their page and their place in the
//! structure; drawing then goes page by page and collects the identifiers that tie what is
//! seen to what is read.

use std::num::NonZeroU16;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup,
    TagKind, TagTree,
};
use krilla::text::TextDirection;

use super::font::{PLAIN, STRONG, Typeface};

/// A4 and its margins in points; left wider than right as Decree 30/2020 has it.
const PAGE: (f32, f32) = (595.28, 841.89);
const LEFT: f32 = 85.0;
const RIGHT: f32 = 50.0;
const TOP: f32 = 57.0;
const BOTTOM: f32 = 57.0;
const WIDTH: f32 = PAGE.0 - LEFT - RIGHT;
/// Running text, in points.
const SIZE: f32 = 12.0;
/// From one baseline to the next, in sizes.
const LEADING: f32 = 1.35;
/// Between the rule of a table's cell and its text.
const PADDING: f32 = 4.0;

/// Where lines begin.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
}

/// Pages under construction.
pub(super) struct Sheet {
    nodes: Vec<Node>,
    pieces: Vec<Piece>,
    outline: Vec<(String, usize, f32)>,
    page: usize,
    y: f32,
}

/// A place in the structure; children are those whose parent it is, in order.
struct Node {
    tag: TagKind,
    parent: Option<usize>,
}

/// Something to draw, and what it belongs to: nothing, for a rule.
struct Piece {
    page: usize,
    node: Option<usize>,
    what: Mark,
}

enum Mark {
    Line {
        x: f32,
        y: f32,
        size: f32,
        text: String,
        strong: bool,
    },
    Boxes(Vec<Rect>),
}

/// A table's column: its heading, and its share of the width.
pub(super) struct Column {
    pub(super) title: &'static str,
    pub(super) share: f32,
}

impl Sheet {
    pub(super) fn new() -> Self {
        Self {
            nodes: Vec::new(),
            pieces: Vec::new(),
            outline: Vec::new(),
            page: 0,
            y: TOP,
        }
    }

    /// A heading; it stands in the outline too.
    pub(super) fn heading(&mut self, level: u16, text: &str, align: Align) {
        let text = STRONG.writable(text);
        let size = if level == 1 { 15.0 } else { 12.5 };
        self.y += size * 0.6;
        // A heading never ends a page.
        self.make_room(4.0 * size * LEADING);
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        let node = self.node(Tag::Hn(level, Some(text.clone())), None);
        self.outline.push((text.clone(), self.page, self.y));
        self.write(node, &text, size, true, align);
        self.y += size * 0.3;
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, text: &str, strong: bool, align: Align) {
        let node = self.node(Tag::P, None);
        self.write(node, text, SIZE, strong, align);
        self.y += SIZE * 0.3;
    }

    /// Names and values in two columns, each name the header of its row.
    pub(super) fn facts(&mut self, rows: &[(&str, String)]) {
        let table = self.node(Tag::Table, None);
        let body = self.node(Tag::TBody, Some(table));
        for (name, value) in rows {
            let row = self.node(Tag::TR, Some(body));
            let cells = [
                (
                    TagKind::from(Tag::TH(TableHeaderScope::Row)),
                    *name,
                    0.36,
                    true,
                ),
                (Tag::TD.into(), value.as_str(), 0.64, false),
            ];
            self.row(
                row,
                cells.map(|(tag, text, share, strong)| Cell {
                    tag,
                    text,
                    share,
                    strong,
                }),
            );
        }
        self.y += SIZE * 0.4;
    }

    /// A table with a row of headings.
    pub(super) fn table<const N: usize>(&mut self, columns: &[Column; N], rows: &[[String; N]]) {
        let table = self.node(Tag::Table, None);
        let head = self.node(Tag::THead, Some(table));
        let titles = self.node(Tag::TR, Some(head));
        self.row(
            titles,
            std::array::from_fn::<_, N, _>(|at| Cell {
                tag: Tag::TH(TableHeaderScope::Column).into(),
                text: columns[at].title,
                share: columns[at].share,
                strong: true,
            }),
        );
        let body = self.node(Tag::TBody, Some(table));
        for cells in rows {
            let row = self.node(Tag::TR, Some(body));
            self.row(
                row,
                std::array::from_fn::<_, N, _>(|at| Cell {
                    tag: Tag::TD.into(),
                    text: &cells[at],
                    share: columns[at].share,
                    strong: false,
                }),
            );
        }
        self.y += SIZE * 0.4;
    }

    /// A square of dark and light modules, row by row, with what it says in words.
    pub(super) fn squares(&mut self, dark: &[bool], across: usize, side: f32, words: &str) {
        self.make_room(side + SIZE);
        let module = side / across as f32;
        let (left, top) = (LEFT, self.y);
        let boxes: Vec<Rect> = dark
            .iter()
            .enumerate()
            .filter(|(_, dark)| **dark)
            .filter_map(|(at, _)| {
                let (column, row) = (at % across, at / across);
                let (x, y) = (left + column as f32 * module, top + row as f32 * module);
                Rect::from_xywh(x, y, module, module)
            })
            .collect();
        let bounds = Rect::from_xywh(left, top, side, side).map(|all| BBox::new(self.page, all));
        let figure = Tag::Figure(Some(PLAIN.writable(words))).with_bbox(bounds);
        let node = self.node(figure, None);
        self.pieces.push(Piece {
            page: self.page,
            node: Some(node),
            what: Mark::Boxes(boxes),
        });
        self.y += side + SIZE * 0.5;
    }

    /// Room between blocks.
    pub(super) fn space(&mut self, lines: f32) {
        self.y += lines * SIZE;
    }

    fn node(&mut self, tag: impl Into<TagKind>, parent: Option<usize>) -> usize {
        self.nodes.push(Node {
            tag: tag.into(),
            parent,
        });
        self.nodes.len() - 1
    }

    /// Goes on on the next page unless `height` fits on this one.
    fn make_room(&mut self, height: f32) {
        if self.y + height > PAGE.1 - BOTTOM {
            self.page += 1;
            self.y = TOP;
        }
    }

    /// Lines from margin to margin.
    fn write(&mut self, node: usize, text: &str, size: f32, strong: bool, align: Align) {
        for text in lines(text, WIDTH, size, weight(strong)) {
            self.make_room(size * LEADING);
            let unused = WIDTH - weight(strong).width(text.trim_end(), size);
            let x = match align {
                Align::Left => LEFT,
                Align::Centre => LEFT + unused / 2.0,
            };
            self.line(node, text, x, self.y + size, size, strong);
            self.y += size * LEADING;
        }
    }

    fn line(&mut self, node: usize, text: String, x: f32, y: f32, size: f32, strong: bool) {
        let what = Mark::Line {
            x,
            y,
            size,
            text,
            strong,
        };
        self.pieces.push(Piece {
            page: self.page,
            node: Some(node),
            what,
        });
    }

    /// One row of a table, on one page if it fits on any.
    fn row<const N: usize>(&mut self, row: usize, cells: [Cell<'_>; N]) {
        let texts: Vec<Vec<String>> = cells
            .iter()
            .map(|cell| {
                let width = cell.share * WIDTH - 2.0 * PADDING;
                lines(cell.text, width, SIZE, weight(cell.strong))
            })
            .collect();
        let tallest = texts.iter().map(Vec::len).max().unwrap_or(0);
        let whole = tallest as f32 * SIZE * LEADING + 2.0 * PADDING;
        self.make_room(whole.min(PAGE.1 - TOP - BOTTOM));
        self.rule(self.y);
        let nodes: Vec<usize> = cells
            .iter()
            .map(|cell| self.node(cell.tag.clone(), Some(row)))
            .collect();
        let mut texts: Vec<_> = texts.into_iter().map(Vec::into_iter).collect();
        self.y += PADDING;
        for _ in 0..tallest {
            self.make_room(SIZE * LEADING);
            let mut x = LEFT;
            for (at, cell) in cells.iter().enumerate() {
                if let Some(text) = texts[at].next() {
                    self.line(
                        nodes[at],
                        text,
                        x + PADDING,
                        self.y + SIZE,
                        SIZE,
                        cell.strong,
                    );
                }
                x += cell.share * WIDTH;
            }
            self.y += SIZE * LEADING;
        }
        self.y += PADDING;
        self.rule(self.y);
    }

    /// A thin line across the page; it means nothing to who listens.
    fn rule(&mut self, y: f32) {
        let bar = Rect::from_xywh(LEFT, y, WIDTH, 0.5);
        let what = Mark::Boxes(bar.into_iter().collect());
        self.pieces.push(Piece {
            page: self.page,
            node: None,
            what,
        });
    }

    /// The file; `title` is what a reader shows in place of the file's name.
    pub(super) fn finish(self, title: &str) -> Result<Vec<u8>, KrillaError> {
        let configuration = ConfigurationBuilder::new()
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .expect("PDF/UA-1 alone goes with any version that has it");
        let mut document = Document::new_with(SerializeSettings {
            configuration,
            enable_tagging: true,
            ..Default::default()
        });
        document.set_metadata(
            Metadata::new()
                .title(title.into())
                .language("vi".into())
                .creator("Một Cửa".into()),
        );
        let mut leaves: Vec<Vec<Identifier>> = self.nodes.iter().map(|_| Vec::new()).collect();
        for number in 0..=self.page {
            let size = PageSettings::from_wh(PAGE.0, PAGE.1).expect("A4 is a size");
            let mut page = document.start_page_with(size);
            let mut surface = page.surface();
            surface.set_fill(Some(Fill {
                paint: luma::Color::black().into(),
                ..Fill::default()
            }));
            for piece in self.pieces.iter().filter(|piece| piece.page == number) {
                let identifier = draw(&mut surface, piece);
                if let Some(node) = piece.node {
                    leaves[node].push(identifier);
                }
            }
            surface.finish();
            page.finish();
        }
        let mut outline = Outline::new();
        for (text, page, y) in self.outline {
            let place = XyzDestination::new(page, Point::from_xy(LEFT, y));
            outline.push_child(OutlineNode::new(text, place));
        }
        document.set_outline(outline);
        document.set_tag_tree(tree(self.nodes, leaves));
        document.finish()
    }
}

struct Cell<'a> {
    tag: TagKind,
    text: &'a str,
    share: f32,
    strong: bool,
}

fn weight(strong: bool) -> &'static Typeface {
    if strong { &STRONG } else { &PLAIN }
}

fn draw(surface: &mut Surface<'_>, piece: &Piece) -> Identifier {
    let tag = match (&piece.what, piece.node) {
        (_, None) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
        (Mark::Line { .. }, _) => ContentTag::Span(SpanTag::empty()),
        (Mark::Boxes(_), _) => ContentTag::Other,
    };
    let identifier = surface.start_tagged(tag);
    match &piece.what {
        Mark::Line {
            x,
            y,
            size,
            text,
            strong,
        } => {
            let font = weight(*strong).font.clone();
            let start = Point::from_xy(*x, *y);
            surface.draw_text(start, font, *size, text, false, TextDirection::LeftToRight);
        }
        Mark::Boxes(boxes) => {
            let mut path = PathBuilder::new();
            for one in boxes {
                path.push_rect(*one);
            }
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
    }
    surface.end_tagged();
    identifier
}

/// The structure, from the flat lists of what belongs where.
fn tree(nodes: Vec<Node>, leaves: Vec<Vec<Identifier>>) -> TagTree {
    let mut groups: Vec<(Option<usize>, TagGroup)> = nodes
        .into_iter()
        .zip(leaves)
        .map(|(node, leaves)| {
            let children = leaves.into_iter().map(Into::into).collect();
            (node.parent, TagGroup::with_children(node.tag, children))
        })
        .collect();
    // Every child stands behind its parent: from the end, each is whole when it moves up.
    let mut roots = Vec::new();
    while let Some((parent, group)) = groups.pop() {
        match parent {
            Some(parent) => groups[parent].1.children.insert(0, group.into()),
            None => roots.push(group),
        }
    }
    let mut tree = TagTree::new().with_lang(Some("vi".into()));
    for root in roots.into_iter().rev() {
        tree.push(root);
    }
    tree
}

/// Breaks a text into lines. All but the last keep the space that ends them, so that words
/// stay apart for who copies or listens; a word wider than a line is cut.
fn lines(text: &str, width: f32, size: f32, weight: &Typeface) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in weight
        .writable(text)
        .split(' ')
        .filter(|word| !word.is_empty())
    {
        let mut rest = word;
        while !rest.is_empty() {
            let line = lines.last_mut().expect("there is always a line");
            let joined = if line.is_empty() {
                rest.to_owned()
            } else {
                format!("{line} {rest}")
            };
            if weight.width(&joined, size) <= width {
                *line = joined;
                break;
            }
            if !line.is_empty() {
                line.push(' ');
                lines.push(String::new());
                continue;
            }
            let fits = rest
                .char_indices()
                .map(|(at, c)| at + c.len_utf8())
                .take_while(|end| weight.width(&rest[..*end], size) <= width)
                .last();
            let end = fits.unwrap_or_else(|| rest.chars().next().map_or(0, char::len_utf8));
            line.push_str(&rest[..end]);
            rest = &rest[end..];
            if !rest.is_empty() {
                lines.push(String::new());
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn breaking_into_lines_loses_no_letter_and_no_line_is_too_wide(
            text in "[a-zA-ZàạữĐ ]{0,200}",
            width in 30.0_f32..300.0,
        ) {
            let broken = lines(&text, width, SIZE, &PLAIN);
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(letters(&broken.concat()), letters(&text));
            for line in &broken {
                prop_assert!(PLAIN.width(line.trim_end(), SIZE) <= width, "{line:?}");
            }
        }
    }
}
