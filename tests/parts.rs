//! The parts of the app that own an effect on the browser, each against a real one.
//!
//! They are compiled as a test of their own: the app's binary holds screens that only the
//! splitter can link.

#![cfg(target_arch = "wasm32")]
#![allow(dead_code, reason = "a part is more than what is tested here")]

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, HtmlElement, HtmlInputElement};

#[path = "../src/announce.rs"]
mod announce;
#[path = "../src/focus.rs"]
mod focus;
#[path = "../src/storage.rs"]
mod storage;

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    leptos::prelude::document()
}

/// An element of the page that goes when the test ends, also when it fails.
struct Placed(HtmlElement);

impl Placed {
    fn new(tag: &str, id: &str) -> Self {
        let element: HtmlElement = document()
            .create_element(tag)
            .expect("an element")
            .unchecked_into();
        element.set_id(id);
        let body = document().body().expect("a page has a body");
        body.append_child(&element).expect("a place in it");
        Self(element)
    }

    fn is_focused(&self) -> bool {
        document().active_element().as_ref() == Some(self.0.as_ref())
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// What the two live regions hold.
fn said() -> [String; 2] {
    announce::REGIONS.map(|id| {
        let region = document().get_element_by_id(id);
        region
            .and_then(|region| region.text_content())
            .unwrap_or_default()
    })
}

#[wasm_bindgen_test]
async fn a_heading_takes_focus_once_per_navigation_and_not_on_the_first_load() {
    let stone = Placed::new("span", focus::STONE);
    let main = Placed::new("main", "screen");
    main.0.set_inner_html("<h1>Đăng ký khai sinh</h1>");
    let heading = main.0.first_element_child().expect("its heading");
    let heading: HtmlElement = heading.unchecked_into();
    let is_focused = || document().active_element().as_ref() == Some(heading.as_ref());
    focus::heading_appeared();
    assert!(!stone.is_focused() && !is_focused(), "on the first load");
    focus::navigation_began();
    focus::heading_appeared();
    assert!(stone.is_focused(), "first the stone");
    assert!(soon(is_focused).await, "after a navigation");
    heading.blur().expect("focus can be given up");
    focus::heading_appeared();
    assert!(!stone.is_focused() && !is_focused(), "a second time");
}

#[wasm_bindgen_test]
async fn a_text_that_takes_focus_is_no_stop_of_the_keyboard() {
    let text = Placed::new("p", "text");
    focus::focus_id("text");
    assert!(soon(|| text.is_focused()).await);
    assert_eq!(text.0.tab_index(), -1);
}

#[wasm_bindgen_test]
async fn of_two_texts_at_once_the_later_one_takes_focus() {
    let _stone = Placed::new("span", focus::STONE);
    let (first, second) = (Placed::new("p", "first"), Placed::new("p", "second"));
    focus::focus_id("first");
    focus::focus_id("second");
    assert!(soon(|| second.is_focused()).await);
    assert!(!soon(|| first.is_focused()).await);
}

#[wasm_bindgen_test]
async fn who_has_moved_on_is_not_called_back() {
    let _stone = Placed::new("span", focus::STONE);
    let text = Placed::new("p", "text");
    let control = Placed::new("button", "control");
    focus::focus_id("text");
    control.0.focus().expect("the person presses Tab");
    assert!(!soon(|| text.is_focused()).await);
    assert!(control.is_focused());
}

#[wasm_bindgen_test]
fn a_control_that_is_jumped_to_keeps_its_place_for_the_keyboard() {
    let control = Placed::new("button", "control");
    focus::focus_id("control");
    assert!(control.is_focused());
    assert_eq!(control.0.tab_index(), 0);
}

#[wasm_bindgen_test]
fn to_focus_what_is_not_there_changes_nothing() {
    let control = Placed::new("button", "control");
    focus::focus_control("control");
    focus::focus_control("nothing");
    focus::focus_id("nothing");
    assert!(control.is_focused());
}

#[wasm_bindgen_test]
async fn what_was_typed_before_the_app_came_stands_in_its_search_box() {
    let shell = Placed::new("input", "search-input");
    let typed: &HtmlInputElement = shell.0.unchecked_ref();
    typed.set_value("khai sinh");
    shell.0.focus().expect("the shell's box takes focus");
    focus::keep_what_was_typed();
    drop(shell);
    let own = Placed::new("input", "own");
    let input: &HtmlInputElement = own.0.unchecked_ref();
    focus::search_box_appeared(input);
    assert_eq!(input.value(), "", "the view writes its own values first");
    next_frame().await;
    assert_eq!(input.value(), "khai sinh");
    assert!(own.is_focused());
}

/// Whether it comes true within a second's frames.
async fn soon(is_so: impl Fn() -> bool) -> bool {
    for _ in 0..60 {
        if is_so() {
            return true;
        }
        next_frame().await;
    }
    false
}

/// Waits until the browser has drawn.
async fn next_frame() {
    let drawn = Promise::new(&mut |resolve, _| {
        leptos::prelude::request_animation_frame(move || {
            let _ = resolve.call0(&JsValue::NULL);
        });
    });
    JsFuture::from(drawn).await.expect("a frame");
}

#[wasm_bindgen_test]
fn the_same_words_said_twice_are_two_changes_for_a_screen_reader() {
    let _regions = announce::REGIONS.map(|id| Placed::new("div", id));
    announce::say("Đã lưu");
    let first = said();
    announce::say("Đã lưu");
    let second = said();
    assert_ne!(first, second, "they stand in the other region");
    for regions in [first, second] {
        assert_eq!(regions.iter().filter(|text| *text == "Đã lưu").count(), 1);
        assert_eq!(regions.iter().filter(|text| text.is_empty()).count(), 1);
    }
}

#[wasm_bindgen_test]
fn without_its_regions_a_message_is_lost_and_nothing_breaks() {
    announce::say("Đã lưu");
    assert_eq!(said(), ["", ""]);
}

#[wasm_bindgen_test]
fn what_is_kept_is_found_again_until_it_is_forgotten() {
    assert!(storage::write("parts.b", "2"));
    assert!(storage::write("parts.a", "một"));
    assert_eq!(storage::read("parts.a").as_deref(), Some("một"));
    assert_eq!(storage::keys("parts."), ["parts.a", "parts.b"]);
    for key in ["parts.a", "parts.b"] {
        storage::forget(key);
        assert_eq!(storage::read(key), None);
    }
    assert!(storage::keys("parts.").is_empty());
}

#[wasm_bindgen_test]
fn a_full_storage_refuses_and_keeps_what_it_had() {
    assert!(storage::write("parts.kept", "1"));
    // Browsers allow about five million characters for one site.
    assert!(!storage::write("parts.large", &"x".repeat(12_000_000)));
    assert_eq!(storage::read("parts.kept").as_deref(), Some("1"));
    assert_eq!(storage::read("parts.large"), None);
    storage::forget("parts.kept");
}
