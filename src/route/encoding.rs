//! Percent-encoding of what stands in an address. Small, since the browser's `URL` would have to
//! be asked across the wasm's border for each link.

use std::fmt::Write as _;

/// `?a=b&c=d` with percent-encoding, or nothing when every value is empty.
pub(crate) fn query(parameters: &[(&str, &str)]) -> String {
    let mut out = String::new();
    for (name, value) in parameters.iter().filter(|(_, value)| !value.is_empty()) {
        out.push(if out.is_empty() { '?' } else { '&' });
        out.push_str(name);
        out.push('=');
        out.push_str(&encode(value));
    }
    out
}

/// Percent-encodes all but RFC 3986's unreserved characters.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Undoes percent-encoding; nothing for an empty, malformed or non-UTF-8 text.
pub(super) fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |i: usize| char::from(*tail.get(i)?).to_digit(16);
        bytes.push(u8::try_from(digit(0)? * 16 + digit(1)?).ok()?);
        rest = &tail[2..];
    }
    String::from_utf8(bytes)
        .ok()
        .filter(|text| !text.is_empty())
}

/// Undoes the encoding of a form's value, where a plus is a space; nothing for a
/// malformed or non-UTF-8 text.
pub(crate) fn decode_form(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some(String::new());
    }
    decode(&text.replace('+', " "))
}
