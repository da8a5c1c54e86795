//! A4 pages that fill up from top to bottom, every piece of them tagged.
//!
//! Blocks are laid out first, into pieces that know their page and their place in the
//! structure; drawing then goes page by page and collects the identifiers that tie what is
//! seen to what is read.

use std::num::NonZeroU16;

use krilla::geom::Rect;
use krilla::tagging::{BBox, TableHeaderScope, Tag, TagKind};

use super::font::{PLAIN, STRONG, Typeface};

mod drawing;
mod lines;

use lines::lines;

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
