//! Views that are drawn anew rather than compared with what stood there before.
//!
//! For every type of view that may change, Leptos compiles code that compares new
//! with old, attribute by attribute. Most of a screen is drawn once and goes as a
//! whole, so that code never runs but is fetched all the same: a tenth of all the
//! wasm (measured: 55 of 550 kB before compression). A fresh view forgets its
//! type; when it changes, the old nodes go and new ones come. So it is not for
//! what a person may be focused on while it changes.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

/// A view that can be drawn and taken away, and nothing else.
pub(crate) struct Fresh(Box<dyn FnOnce() -> Drawn + Send>);

/// What a [`Fresh`] has drawn.
pub(crate) struct Drawn(Box<dyn Mountable>);

/// Makes a view one that is drawn anew when it changes.
pub(crate) trait IntoFresh {
    /// See the module.
    fn fresh(self) -> AnyView;
}

impl<V> IntoFresh for V
where
    V: IntoView,
    <V::Owned as Render>::State: 'static,
{
    fn fresh(self) -> AnyView {
        let owned = self.into_owned();
        Fresh(Box::new(move || Drawn(Box::new(owned.build())))).into_any()
    }
}

impl Render for Fresh {
    type State = Drawn;

    fn build(self) -> Drawn {
        (self.0)()
    }

    fn rebuild(self, drawn: &mut Drawn) {
        let mut new = self.build();
        drawn.insert_before_this(&mut new);
        drawn.unmount();
        *drawn = new;
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

no_attrs!(Fresh);

/// Leptos asks every view for this; the app is drawn in the browser only, so no
/// HTML is ever written and nothing is taken over from a server.
impl RenderHtml for Fresh {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
