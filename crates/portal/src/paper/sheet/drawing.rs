//! Draws what was laid out, page by page, and ties it to the structure.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TagGroup, TagTree};
use krilla::text::TextDirection;

use super::{LEFT, Mark, Node, PAGE, Piece, Sheet, weight};

impl Sheet {
    /// The file; `title` is what a reader shows in place of the file's name.
    pub(in crate::paper) fn finish(self, title: &str) -> Result<Vec<u8>, KrillaError> {
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
