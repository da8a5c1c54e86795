//! Records on this device, each encrypted; the key never leaves the browser.
//!
//! AES-GCM with 256 bits. The key is made here, not extractable, and kept in `IndexedDB` as
//! the browser's own object: no script, ours included, can read it, and whoever copies the
//! files of a phone gets only ciphertext once it is destroyed. [`destroy`] does that, at
//! sign-out and when everything is to be forgotten, and empties the stores.
//!
//! A record is `stamp (8 bytes) ‖ nonce (12) ‖ ciphertext`. The stamp is random with each
//! write: who writes says which stamp it builds on, so that two tabs with the same draft
//! cannot silently overwrite each other. Store and key are bound in as additional data: a
//! record moved elsewhere does not open.
//!
//! A write looks at the key again within its own transaction, so that a tab which still
//! holds a destroyed key writes nothing after the destruction.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Array, Object, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

use super::database::Database;
pub(crate) use super::database::{Refusal, Store};
use super::shared;

const KEY: &str = "device";
const STAMP_BYTES: usize = 8;
const NONCE_BYTES: usize = 12;

/// Tells one write of a record from another.
pub(crate) type Stamp = [u8; STAMP_BYTES];

/// Why a record is not kept or not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The browser's reason.
    Browser(Refusal),
    /// The key that the record was written with is destroyed.
    KeyGone,
    /// The record does not open: cut short, or changed from outside.
    Damaged,
    /// Another tab has written it since; it has this stamp now.
    Changed(Option<Stamp>),
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Browser(refusal)
    }
}

impl From<JsValue> for Fault {
    fn from(error: JsValue) -> Self {
        Self::Browser(error.into())
    }
}

/// A record as it was written.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
    /// Which write it is.
    pub(crate) stamp: Stamp,
}

/// Which write a new one builds on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// There must be no record yet.
    None,
    /// The record must still be this one.
    Stamp(Stamp),
    /// Whatever stands there is replaced.
    Any,
}

thread_local! {
    static OPEN: RefCell<Option<Database>> = const { RefCell::new(None) };
    /// Stands in for the database on a shared device.
    static MEMORY: RefCell<BTreeMap<(&'static str, String), Record>> =
        const { RefCell::new(BTreeMap::new()) };
}

/// What stands under `key`; nothing where there is no record.
pub(crate) async fn read(store: Store, key: &str) -> Result<Option<Record>, Fault> {
    if shared::on() {
        let place = (store.name(), key.to_owned());
        return Ok(MEMORY.with_borrow(|memory| memory.get(&place).cloned()));
    }
    let database = database().await?;
    let transaction = database.reading(&[Store::Keys, store])?;
    let sealed = transaction.get(store, key).await?;
    let secret = transaction.get(Store::Keys, KEY).await?;
    if sealed.is_undefined() {
        return Ok(None);
    }
    let secret: CryptoKey = secret.dyn_into().map_err(|_| Fault::KeyGone)?;
    unseal(&secret, store, key, &sealed).await.map(Some)
}

/// Keeps `bytes` under `key`, if `base` still holds.
pub(crate) async fn write(
    store: Store,
    key: &str,
    bytes: &[u8],
    base: Base,
) -> Result<Stamp, Fault> {
    let stamp: Stamp = random()?;
    if shared::on() {
        return MEMORY.with_borrow_mut(|memory| {
            let place = (store.name(), key.to_owned());
            agree(base, memory.get(&place).map(|record| record.stamp))?;
            let bytes = bytes.to_vec();
            memory.insert(place, Record { bytes, stamp });
            Ok(stamp)
        });
    }
    let database = database().await?;
    let secret = secret(&database).await?;
    let sealed = seal(&secret, store, key, bytes, stamp).await?;
    let transaction = database.writing(&[Store::Keys, store])?;
    if transaction.get(Store::Keys, KEY).await?.is_undefined() {
        return Err(Fault::KeyGone);
    }
    let there = transaction.get(store, key).await?;
    agree(base, stamp_of(&there))?;
    transaction.put(store, key, &sealed)?;
    transaction.finish().await?;
    Ok(stamp)
}

/// Every key of a store.
pub(crate) async fn keys(store: Store) -> Result<Vec<String>, Fault> {
    if shared::on() {
        return Ok(MEMORY.with_borrow(|memory| {
            let here = memory.keys().filter(|(name, _)| *name == store.name());
            here.map(|(_, key)| key.clone()).collect()
        }));
    }
    let database = database().await?;
    Ok(database.reading(&[store])?.keys(store).await?)
}

/// Forgets one record.
pub(crate) async fn remove(store: Store, key: &str) -> Result<(), Fault> {
    MEMORY.with_borrow_mut(|memory| memory.remove(&(store.name(), key.to_owned())));
    if shared::on() {
        return Ok(());
    }
    let transaction = database().await?.writing(&[store])?;
    transaction.delete(store, key)?;
    Ok(transaction.finish().await?)
}

/// Forgets a draft and every file of it, wholly or not at all.
pub(crate) async fn remove_draft(id: &str) -> Result<(), Fault> {
    let below = format!("{id}/");
    MEMORY.with_borrow_mut(|memory| {
        memory.retain(|(_, key), _| key != id && !key.starts_with(&below));
    });
    if shared::on() {
        return Ok(());
    }
    let transaction = database().await?.writing(&[Store::Drafts, Store::Files])?;
    transaction.delete(Store::Drafts, id)?;
    transaction.delete_below(Store::Files, &below)?;
    Ok(transaction.finish().await?)
}

/// Destroys the key and every record with it, in memory as well.
pub(crate) async fn destroy() -> Result<(), Fault> {
    MEMORY.with_borrow_mut(BTreeMap::clear);
    let every = [Store::Keys, Store::Drafts, Store::Files];
    let transaction = database().await?.writing(&every)?;
    for store in every {
        transaction.clear(store)?;
    }
    Ok(transaction.finish().await?)
}

/// Random bytes from the browser.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    crypto()?.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

/// The open database; opened anew when another tab made this one close it.
async fn database() -> Result<Database, Fault> {
    let open = OPEN.with_borrow(Clone::clone);
    if let Some(open) = open.filter(|open| open.reading(&[Store::Keys]).is_ok()) {
        return Ok(open);
    }
    let database = Database::open().await?;
    OPEN.set(Some(database.clone()));
    Ok(database)
}

/// The key, made when there is none. Of two tabs that make one the first wins.
async fn secret(database: &Database) -> Result<CryptoKey, Fault> {
    let reading = database.reading(&[Store::Keys])?;
    if let Ok(key) = reading.get(Store::Keys, KEY).await?.dyn_into() {
        return Ok(key);
    }
    let algorithm = Object::new();
    Reflect::set(&algorithm, &"name".into(), &"AES-GCM".into())?;
    Reflect::set(&algorithm, &"length".into(), &256.into())?;
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let making = subtle()?.generate_key_with_object(&algorithm, false, &uses)?;
    let made = JsFuture::from(making).await?;
    let transaction = database.writing(&[Store::Keys])?;
    let first = transaction.get(Store::Keys, KEY).await?;
    if let Ok(key) = first.dyn_into() {
        return Ok(key);
    }
    transaction.put(Store::Keys, KEY, &made)?;
    transaction.finish().await?;
    Ok(made.unchecked_into())
}

async fn seal(
    secret: &CryptoKey,
    store: Store,
    key: &str,
    bytes: &[u8],
    stamp: Stamp,
) -> Result<JsValue, Fault> {
    let nonce: [u8; NONCE_BYTES] = random()?;
    let algorithm = algorithm(&nonce, store, key)?;
    let sealing = subtle()?.encrypt_with_object_and_u8_array(&algorithm, secret, bytes)?;
    let sealed = Uint8Array::new(&JsFuture::from(sealing).await?);
    let head = (STAMP_BYTES + NONCE_BYTES) as u32;
    let record = Uint8Array::new_with_length(head + sealed.length());
    record.set(&Uint8Array::from(&stamp[..]), 0);
    record.set(&Uint8Array::from(&nonce[..]), STAMP_BYTES as u32);
    record.set(&sealed, head);
    Ok(record.into())
}

async fn unseal(
    secret: &CryptoKey,
    store: Store,
    key: &str,
    record: &JsValue,
) -> Result<Record, Fault> {
    let stamp = stamp_of(record).ok_or(Fault::Damaged)?;
    let record: &Uint8Array = record.dyn_ref().ok_or(Fault::Damaged)?;
    let head = (STAMP_BYTES + NONCE_BYTES) as u32;
    let nonce = record.subarray(STAMP_BYTES as u32, head).to_vec();
    let algorithm = algorithm(&nonce, store, key)?;
    let opening = subtle()?.decrypt_with_object_and_buffer_source(
        &algorithm,
        secret,
        &record.subarray(head, record.length()),
    )?;
    let opened = JsFuture::from(opening).await.map_err(|_| Fault::Damaged)?;
    let bytes = Uint8Array::new(&opened).to_vec();
    Ok(Record { bytes, stamp })
}

fn algorithm(nonce: &[u8], store: Store, key: &str) -> Result<Object, Fault> {
    let algorithm = Object::new();
    let bound = format!("{}/{key}", store.name());
    for (member, value) in [
        ("name", JsValue::from("AES-GCM")),
        ("iv", Uint8Array::from(nonce).into()),
        ("additionalData", Uint8Array::from(bound.as_bytes()).into()),
    ] {
        Reflect::set(&algorithm, &member.into(), &value)?;
    }
    Ok(algorithm)
}

/// The stamp of a sealed record; nothing for none, or for one too short to be one.
fn stamp_of(record: &JsValue) -> Option<Stamp> {
    let record: &Uint8Array = record.dyn_ref()?;
    let head = record.subarray(0, STAMP_BYTES as u32).to_vec();
    head.try_into().ok()
}

/// Whether a write that builds on `base` may replace the record that stands there.
fn agree(base: Base, there: Option<Stamp>) -> Result<(), Fault> {
    let agreed = match base {
        Base::Any => true,
        Base::None => there.is_none(),
        Base::Stamp(stamp) => there == Some(stamp),
    };
    agreed.then_some(()).ok_or(Fault::Changed(there))
}

/// The browser's cryptography.
pub(crate) fn subtle() -> Result<SubtleCrypto, Fault> {
    // Absent outside a secure context, whatever the type says.
    let subtle = Reflect::get(&JsValue::from(crypto()?), &"subtle".into())?;
    subtle
        .dyn_into()
        .map_err(|_| Fault::Browser(Refusal::NoStorage))
}

fn crypto() -> Result<Crypto, Fault> {
    Ok(window().crypto()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_that_builds_on_an_older_record_is_refused() {
        let (old, new) = ([1; 8], [2; 8]);
        assert_eq!(agree(Base::Stamp(old), Some(old)), Ok(()));
        assert_eq!(
            agree(Base::Stamp(old), Some(new)),
            Err(Fault::Changed(Some(new)))
        );
        assert_eq!(agree(Base::Stamp(old), None), Err(Fault::Changed(None)));
        assert_eq!(agree(Base::None, Some(old)), Err(Fault::Changed(Some(old))));
        assert_eq!(agree(Base::Any, Some(old)), Ok(()));
    }
}
