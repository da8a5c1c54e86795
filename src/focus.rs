//! The only place that moves focus.
//!
//! The router moves none: after a navigation focus would stay on the clicked
//! link or fall to `<body>`. So the heading of the new screen takes it, which a
//! screen reader speaks as "name, heading level 1" (measured with Orca); no live
//! region repeats it. The first load leaves focus alone, as any page does.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::{document, request_animation_frame, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// The stepping stone: an element at the start of the main region that is always there. It holds one
/// space: what is empty has no place in the text, and the reader goes on from the next that has.
///
/// What was pressed is often gone by the time words take focus. A screen reader that finds the old
/// place dead moves to the new one without a word: Orca 43 with Chromium 156 said no heading from
/// one question to the next, whether focus came at once or a moment later. From a place that is
/// alive it says each of them, so focus steps here first (`tests/listening` holds it to that).
pub(crate) const STONE: &str = "stone";
/// How long it stays there: long enough for the browser to tell of both steps apart. Nobody presses
/// Tab sooner; who does comes to the first control of the main region.
const PAUSE: Duration = Duration::from_millis(150);

thread_local! {
    static NAVIGATED: Cell<bool> = const { Cell::new(false) };
    /// Counts what was to take focus by way of the stone: of two at once the later one does.
    static STEPS: Cell<u32> = const { Cell::new(0) };
}

/// A navigation within the app has begun: the next heading to appear takes focus.
pub(crate) fn navigation_began() {
    NAVIGATED.set(true);
}

/// A screen's heading has appeared. It takes focus once per navigation; scrolling is
/// left to [`crate::scroll`], which knows whether the person came back.
pub(crate) fn heading_appeared() {
    if NAVIGATED.replace(false) {
        later(heading);
    }
}

/// The heading of the screen that is already there now says something else, because
/// the person asked for it: it takes focus as a new screen's would, and comes into view
/// where the button that was pressed stood far below it.
pub(crate) fn heading_changed() {
    later(|| {
        let heading = heading()?;
        if heading.get_bounding_client_rect().top() < 0.0 {
            heading.scroll_into_view();
        }
        Some(heading)
    });
}

fn heading() -> Option<HtmlElement> {
    let heading = document().query_selector("main h1").ok()??;
    heading.dyn_into().ok()
}

/// Focuses words by way of the [`STONE`], unless the person has moved on meanwhile. They are looked
/// for only then: a screen may have been drawn anew.
fn later(words: impl FnOnce() -> Option<HtmlElement> + 'static) {
    if let Some(stone) = by_id(STONE) {
        focus_text(&stone);
    }
    let step = STEPS.get().wrapping_add(1);
    STEPS.set(step);
    let focus = move || {
        if STEPS.get() != step {
            return;
        }
        let active = document().active_element();
        let waits = active.is_none_or(|active| active.id() == STONE || active.tag_name() == "BODY");
        if let Some(words) = words().filter(|_| waits) {
            focus_text(&words);
        }
    };
    set_timeout(focus, PAUSE);
}

/// Focuses the control with this id; the page scrolls only if it is out of sight.
pub(crate) fn focus_control(id: &str) {
    let control = document().get_element_by_id(id);
    if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
        let _ = control.focus();
    }
}

/// Focuses an element that is not a control (a heading, an error summary, the
/// main region) without scrolling to it.
pub(crate) fn focus_text(element: &HtmlElement) {
    let _ = element.set_attribute("tabindex", "-1");
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Focuses a box of its own (an error summary) and brings it into view.
pub(crate) fn focus_box(element: &HtmlElement) {
    element.scroll_into_view();
    focus_text(element);
}

/// Focuses the control of an answer, or the first one of its set, and brings its label
/// into view: above the control it would stay out of sight, and some readers would say
/// no more than "edit".
pub(crate) fn focus_answer(id: &str) {
    let first_of_set = || {
        let set = document().get_element_by_id(&format!("{id}-set"))?;
        set.query_selector("input, select, textarea, button").ok()?
    };
    let control = document().get_element_by_id(id).or_else(first_of_set);
    let Some(control) = control else { return };
    if let Ok(Some(question)) = control.closest("fieldset, .q") {
        question.scroll_into_view();
    }
    if let Ok(control) = control.dyn_into::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = control.focus_with_options(&options);
    }
}

/// Focuses the element with this id and brings it into view. For skip links and
/// the like: the router swallows the browser's own jump to a fragment.
pub(crate) fn focus_id(id: &str) {
    let Some(element) = by_id(id) else { return };
    element.scroll_into_view();
    if element.tab_index() >= 0 {
        let _ = element.focus();
    } else {
        let id = id.to_owned();
        later(move || by_id(&id));
    }
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Focuses the text with this id if the focused element has just gone from the page.
pub(crate) fn focus_if_lost(id: &str) {
    let active = document().active_element();
    if active.is_none_or(|active| active.tag_name() == "BODY") {
        focus_id(id);
    }
}

/// Changes the page without taking focus from anybody: where the focused control is drawn
/// anew, the new one takes it over; where it has gone, the heading of its section does.
pub(crate) fn keep_through(change: impl FnOnce()) {
    let place = FocusPlace::now();
    change();
    if let Some(place) = place {
        request_animation_frame(move || place.restore());
    }
}

/// Where focus is, in words that outlive the element.
struct FocusPlace {
    id: String,
    href: Option<String>,
    heading: Option<String>,
}

impl FocusPlace {
    fn now() -> Option<Self> {
        let active = document().active_element()?;
        let section = active.closest("section[aria-labelledby]").ok().flatten();
        (active.tag_name() != "BODY").then(|| Self {
            id: active.id(),
            href: active.get_attribute("href"),
            heading: section.and_then(|section| section.get_attribute("aria-labelledby")),
        })
    }

    fn restore(&self) {
        let lost = document()
            .active_element()
            .is_none_or(|active| active.tag_name() == "BODY");
        if !lost {
            return;
        }
        let by_id = |id: &str| document().get_element_by_id(id);
        let by_href = |href: &String| {
            let links = document().query_selector_all("main a[href]").ok()?;
            (0..links.length())
                .filter_map(|at| links.get(at)?.dyn_into::<web_sys::Element>().ok())
                .find(|link| link.get_attribute("href").as_ref() == Some(href))
        };
        let found = by_id(&self.id)
            .or_else(|| self.href.as_ref().and_then(by_href))
            .or_else(|| self.heading.as_deref().and_then(by_id))
            .or_else(|| document().query_selector("main h1").ok().flatten());
        let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        if found.tab_index() >= 0 {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = found.focus_with_options(&options);
        } else {
            focus_text(&found);
        }
    }
}

/// What a person had typed into the prerendered search box before the app came.
struct Typed {
    text: String,
    focused: bool,
}

const SEARCH_INPUT: &str = "search-input";

thread_local! {
    static TYPED: Cell<Option<Typed>> = const { Cell::new(None) };
}

/// Remembers what stands in the search box of the prerendered shell, so that nothing
/// typed is lost when the app takes its place.
pub(crate) fn keep_what_was_typed() {
    let input = document().get_element_by_id(SEARCH_INPUT);
    let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    let active = document().active_element();
    TYPED.set(Some(Typed {
        text: input.value(),
        focused: active.is_some_and(|active| active.id() == SEARCH_INPUT),
    }));
}

/// The app's own search box has appeared: the first one takes over what was typed,
/// and the cursor.
pub(crate) fn search_box_appeared(input: &HtmlInputElement) {
    let Some(typed) = TYPED.take() else { return };
    let input = input.clone();
    // Once the view has written its own values, which would overwrite this.
    request_animation_frame(move || take_over(&input, &typed));
}

fn take_over(input: &HtmlInputElement, typed: &Typed) {
    if !typed.text.is_empty() {
        input.set_value(&typed.text);
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        if let Ok(event) = web_sys::Event::new_with_event_init_dict("input", &options) {
            let _ = input.dispatch_event(&event);
        }
    }
    if typed.focused {
        let _ = input.focus();
    }
}
