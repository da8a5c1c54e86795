//! Search on this device, with the catalogue that the service worker keeps.
//!
//! The search crate and its vocabulary are a file of their own (`#[lazy]`), fetched with
//! the catalogue when someone first turns to the search box ([`prepare`]), or when the
//! portal cannot be reached ([`open`]). Reading and indexing thousands of services takes
//! a slow phone noticeable time, so they are done in idle moments, one piece each.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::{lazy, window};
use motcua_contract::catalogue::Catalogue;
use motcua_contract::search::{ServiceList, Suggestion};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::api;

mod catalogue;
pub(crate) mod facet;
mod suggester;

pub(crate) use suggester::Suggester;

use facet::Filters;

/// Which part of what was found is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    /// How many services stand before it.
    pub(crate) offset: usize,
    /// How many it holds at most.
    pub(crate) limit: usize,
}

/// The catalogue on the device. A trait, so that the code behind it can come later.
pub(crate) trait OnDevice {
    /// Suggestions for what is being typed, best first.
    fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion>;
    /// A page of the services that answer, as the portal would give it. Times and fees
    /// are not in the snapshot.
    fn find(&self, words: &str, filters: &Filters, page: Page) -> ServiceList;
}

/// A piece of work for an idle moment.
type Step = Box<dyn FnOnce() -> Progress>;

enum Progress {
    More(Step),
    Done(Option<Rc<dyn OnDevice>>),
}

thread_local! {
    static READY: RefCell<Option<Rc<dyn OnDevice>>> = const { RefCell::new(None) };
    /// Resolves when the making under way has ended, well or not.
    static COMING: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// The catalogue on the device, if it is ready by now.
pub(crate) fn ready() -> Option<Rc<dyn OnDevice>> {
    READY.with_borrow(Clone::clone)
}

/// Makes it ready in the background, unless the person asked to save data.
pub(crate) fn prepare() {
    if ready().is_none() && !saves_data() {
        let _ = coming();
    }
}

/// Makes it ready and waits for it; none when this device has no copy.
pub(crate) async fn open() -> Option<Rc<dyn OnDevice>> {
    if ready().is_none() {
        let _ = JsFuture::from(coming()).await;
    }
    ready()
}

fn coming() -> Promise {
    COMING.with_borrow_mut(|coming| {
        let start = || {
            future_to_promise(async {
                let made = make().await;
                READY.set(made);
                COMING.set(None);
                Ok(JsValue::UNDEFINED)
            })
        };
        coming.get_or_insert_with(start).clone()
    })
}

async fn make() -> Option<Rc<dyn OnDevice>> {
    // First the catalogue: where there is none, the search code is not needed, and
    // waiting for a file without a network has no end.
    let answer = api::client::get(&api::path::catalogue(), None).await.ok()?;
    idle().await;
    let mut step = device_search(answer.body).await;
    loop {
        idle().await;
        match step() {
            Progress::More(next) => step = next,
            Progress::Done(made) => return made,
        }
    }
}

/// The only entrance to the search code.
#[lazy]
fn device_search(body: String) -> Step {
    Box::new(move || match crate::json::read::<Catalogue>(&body) {
        Err(_) => Progress::Done(None),
        Ok(snapshot) => Progress::More(Box::new(move || {
            Progress::Done(Some(Rc::new(catalogue::DeviceCatalogue::new(snapshot))))
        })),
    })
}

/// Waits for the browser to have nothing better to do, at most a second.
async fn idle() {
    const LATEST_MS: i32 = 1000;
    /// Where there is no `requestIdleCallback` (Safari): time to draw a few frames.
    const INSTEAD_MS: i32 = 100;
    let promise = Promise::new(&mut |resolve, _| {
        let window = window();
        match member(&window, "requestIdleCallback").and_then(|f| f.dyn_into::<Function>().ok()) {
            Some(request) => {
                let options = js_sys::Object::new();
                let _ = Reflect::set(&options, &"timeout".into(), &LATEST_MS.into());
                let _ = request.call2(&window, &resolve, &options);
            }
            None => {
                let _ = window
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, INSTEAD_MS);
            }
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Whether the browser says that the person wants to save data.
fn saves_data() -> bool {
    member(&window().navigator(), "connection")
        .and_then(|connection| member(&connection, "saveData"))
        .is_some_and(|saves| saves.is_truthy())
}

fn member(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}
