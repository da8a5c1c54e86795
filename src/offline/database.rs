//! `IndexedDB`, and nothing that knows what is kept in it.
//!
//! A request's `onsuccess` is handed a promise's own `resolve`. What waits for that promise
//! goes on in a microtask, in which the transaction is still open; so within a transaction
//! never await anything but its own requests.

use js_sys::{Array, Promise};
use leptos::prelude::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbKeyRange, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

const NAME: &str = "motcua";
const VERSION: u32 = 1;

/// A store: values under keys of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Store {
    /// The vault's key.
    Keys,
    /// Applications, by their local id.
    Drafts,
    /// Bytes of papers, by `{draft}/{file}`; letters that are being written, by `message/{code}`
    /// and `feedback-on/{code}`; receipts, by `receipt/{code}`.
    Files,
}

impl Store {
    const ALL: [Self; 3] = [Self::Keys, Self::Drafts, Self::Files];

    /// Its name in the database.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Keys => "keys",
            Self::Drafts => "drafts",
            Self::Files => "files",
        }
    }
}

/// Why the browser does not keep or give something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// No room left on the device.
    Full,
    /// The browser keeps nothing here: a private window, a policy, broken storage.
    NoStorage,
}

impl From<JsValue> for Refusal {
    fn from(error: JsValue) -> Self {
        let name = error.dyn_ref::<DomException>().map(DomException::name);
        match name.as_deref() {
            Some("QuotaExceededError") => Self::Full,
            _ => Self::NoStorage,
        }
    }
}

/// The open database.
#[derive(Clone)]
pub(super) struct Database(IdbDatabase);

impl Database {
    /// Opens it, and makes it first where there is none.
    pub(super) async fn open() -> Result<Self, Refusal> {
        let factory = window().indexed_db()?.ok_or(Refusal::NoStorage)?;
        let request = factory.open_with_u32(NAME, VERSION)?;
        let upgrade = Closure::once_into_js({
            let request = request.clone();
            move || make_stores(&request)
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase = result(&request).await?.unchecked_into();
        // A newer app in another tab, or the erasing of everything, must not wait for this one.
        let close = Closure::once_into_js({
            let database = database.clone();
            move || database.close()
        });
        database.set_onversionchange(Some(close.unchecked_ref()));
        Ok(Self(database))
    }

    /// Begins a transaction that reads `stores`.
    pub(super) fn reading(&self, stores: &[Store]) -> Result<Transaction, Refusal> {
        self.transaction(stores, IdbTransactionMode::Readonly)
    }

    /// Begins a transaction that changes `stores`: wholly or not at all.
    pub(super) fn writing(&self, stores: &[Store]) -> Result<Transaction, Refusal> {
        self.transaction(stores, IdbTransactionMode::Readwrite)
    }

    fn transaction(
        &self,
        stores: &[Store],
        mode: IdbTransactionMode,
    ) -> Result<Transaction, Refusal> {
        let names: Array = stores.iter().map(|s| JsValue::from(s.name())).collect();
        let transaction = self
            .0
            .transaction_with_str_sequence_and_mode(&names, mode)?;
        let done = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        Ok(Transaction { transaction, done })
    }
}

/// One transaction.
pub(super) struct Transaction {
    transaction: IdbTransaction,
    done: Promise,
}

impl Transaction {
    /// What is kept under `key`; undefined for nothing.
    pub(super) async fn get(&self, store: Store, key: &str) -> Result<JsValue, Refusal> {
        let request = self.store(store)?.get(&key.into())?;
        result(&request).await
    }

    /// Every key of a store, in order.
    pub(super) async fn keys(&self, store: Store) -> Result<Vec<String>, Refusal> {
        let request = self.store(store)?.get_all_keys()?;
        let keys: Array = result(&request).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// Keeps `value` under `key`.
    pub(super) fn put(&self, store: Store, key: &str, value: &JsValue) -> Result<(), Refusal> {
        self.store(store)?.put_with_key(value, &key.into())?;
        Ok(())
    }

    /// Forgets `key`.
    pub(super) fn delete(&self, store: Store, key: &str) -> Result<(), Refusal> {
        self.store(store)?.delete(&key.into())?;
        Ok(())
    }

    /// Forgets every key that begins with `prefix`.
    pub(super) fn delete_below(&self, store: Store, prefix: &str) -> Result<(), Refusal> {
        // No text that begins with the prefix sorts behind this one.
        let last = format!("{prefix}\u{ffff}");
        let range = IdbKeyRange::bound(&prefix.into(), &last.into())?;
        self.store(store)?.delete(&range)?;
        Ok(())
    }

    /// Empties a store.
    pub(super) fn clear(&self, store: Store) -> Result<(), Refusal> {
        self.store(store)?.clear()?;
        Ok(())
    }

    /// Waits until everything asked for is kept, or nothing of it.
    pub(super) async fn finish(self) -> Result<(), Refusal> {
        match JsFuture::from(self.done).await {
            Ok(_) => Ok(()),
            Err(_) => Err(cause(self.transaction.error())),
        }
    }

    fn store(&self, store: Store) -> Result<web_sys::IdbObjectStore, Refusal> {
        Ok(self.transaction.object_store(store.name())?)
    }
}

/// Waits for a request. What it answered, or why it failed.
async fn result(request: &IdbRequest) -> Result<JsValue, Refusal> {
    let settled = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(settled).await {
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(request.error().map_or(Refusal::NoStorage, cause)),
    }
}

fn cause(error: Option<DomException>) -> Refusal {
    error.map_or(Refusal::NoStorage, |error| JsValue::from(error).into())
}

fn make_stores(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result() else {
        return;
    };
    let database: IdbDatabase = database.unchecked_into();
    for store in Store::ALL {
        let _ = database.create_object_store(store.name());
    }
}
