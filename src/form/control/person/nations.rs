//! Nationalities by ISO 3166-1 alpha-2. Their names are the browser's own
//! (`Intl.DisplayNames`), in the language of the interface.

use std::cmp::Ordering;

use wasm_bindgen::prelude::*;

use crate::form::control::choice::Choice;
use crate::i18n::language;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &js_sys::Object) -> Result<DisplayNames, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
}

/// The 193 member states of the United Nations, its two observers, and the territories
/// whose people travel on papers of their own (HK, MO, TW, XK), two letters each.
const CODES: &str = "AFALDZADAOAGARAMAUATAZBSBHBDBBBYBEBZBJBTBOBABWBRBNBGBFBICVKHCMCACFTDCLCNCOKM\
CGCDCRCIHRCUCYCZDKDJDMDOECEGSVGQEREESZETFJFIFRGAGMGEDEGHGRGDGTGNGWGYHTHNHUISINIDIRIQIEILITJMJPJO\
KZKEKIKPKRKWKGLALVLBLSLRLYLILTLUMGMWMYMVMLMTMHMRMUMXFMMDMCMNMEMAMZMMNANRNPNLNZNINENGMKNOOMPKPWPA\
PGPYPEPHPLPTQARORURWKNLCVCWSSMSTSASNRSSCSLSGSKSISBSOZASSESLKSDSRSECHSYTJTZTHTLTGTOTTTNTRTMTVUGUA\
AEGBUSUYUZVUVAVEVNYEZMZWPSHKMOTWXK";

fn codes() -> impl Iterator<Item = &'static str> {
    (0..CODES.len() / 2).map(|index| &CODES[index * 2..index * 2 + 2])
}

fn names() -> Option<DisplayNames> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
    DisplayNames::new(language().tag(), &options).ok()
}

/// A nation's name; its code in a browser that knows no names.
pub(crate) fn name(code: &str) -> String {
    let name = names().and_then(|names| names.of(code).ok().flatten());
    name.unwrap_or_else(|| code.into())
}

/// All of them, Vietnam first, the others by name.
pub(super) fn all() -> Vec<Choice> {
    let names = names();
    let named = |code: &'static str| {
        let name = names
            .as_ref()
            .and_then(|names| names.of(code).ok().flatten());
        (
            code,
            js_sys::JsString::from(name.unwrap_or_else(|| code.into())),
        )
    };
    let mut all: Vec<_> = codes().map(named).collect();
    let (locales, options) = (
        js_sys::Array::of1(&language().tag().into()),
        js_sys::Object::new(),
    );
    all.sort_by(|(a, a_name), (b, b_name)| match (*a == "VN", *b == "VN") {
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        _ => a_name
            .locale_compare(&String::from(b_name), &locales, &options)
            .cmp(&0),
    });
    all.into_iter()
        .map(|(code, name)| Choice::new(code, String::from(name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::codes;

    #[test]
    fn every_code_has_two_letters_and_stands_once() {
        let all: Vec<_> = codes().collect();
        assert_eq!(all.len(), 199);
        assert!(
            all.iter()
                .all(|code| code.bytes().all(|byte| byte.is_ascii_uppercase()))
        );
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        assert!(all.contains(&"VN"));
    }
}
