//! What one build is told at run time: `config.json` beside `index.html`.

use serde::Deserialize;

/// The configuration. Every member may be missing; a broken file is the default,
/// because a portal with its standard name beats a blank page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Config {
    /// The portal's base address (`https://portal.example`); empty for the app's own.
    portal: String,
    /// The app's name; empty for its own.
    name: String,
    /// Address of a square picture to stand for the portal; empty for the app's own mark.
    mark: String,
    /// The accent colour on light ground, `#rrggbb`; empty for the app's own.
    accent: String,
}

impl Config {
    /// Reads the file's text.
    pub(crate) fn parse(text: &str) -> Self {
        crate::json::read(text).unwrap_or_default()
    }

    /// The portal's base address without a trailing slash; empty means the app's
    /// own origin. Anything that is not an http(s) address is ignored.
    pub(crate) fn portal(&self) -> &str {
        let address = self.portal.trim().trim_end_matches('/');
        if address.starts_with("https://") || address.starts_with("http://") {
            address
        } else {
            ""
        }
    }

    /// The name to show, as text.
    pub(crate) fn name(&self) -> &str {
        let name = self.name.trim();
        if name.is_empty() { "Một Cửa" } else { name }
    }

    /// The picture's address, when it is one that a page may load: same origin or https.
    pub(crate) fn mark(&self) -> Option<&str> {
        let mark = self.mark.trim();
        let local = mark.starts_with('/') && !mark.starts_with("//");
        (local || mark.starts_with("https://")).then_some(mark)
    }

    /// The accent, when it is a colour on which white text has a contrast of at
    /// least 7:1 (WCAG 1.4.6); a paler one would break every button.
    pub(crate) fn accent(&self) -> Option<&str> {
        let accent = self.accent.trim();
        (contrast_with_white(accent)? >= 7.0).then_some(accent)
    }
}

/// WCAG's contrast ratio of a `#rrggbb` colour with white.
fn contrast_with_white(colour: &str) -> Option<f32> {
    let digits = colour
        .strip_prefix('#')
        .filter(|d| d.len() == 6 && d.is_ascii())?;
    let mut luminance = 0.0;
    for (channel, weight) in [0.2126_f32, 0.7152, 0.0722].into_iter().enumerate() {
        let value = u8::from_str_radix(&digits[channel * 2..channel * 2 + 2], 16).ok()?;
        let value = f32::from(value) / 255.0;
        // WCAG 2.2, "relative luminance". The exponent 2.4 is approximated by
        // x² · x^0.4 ≈ (x² + x³)/2 within 0.01, which spares the wasm `powf`.
        let linear = if value <= 0.040_45 {
            value / 12.92
        } else {
            let base = (value + 0.055) / 1.055;
            f32::midpoint(base * base, base * base * base)
        };
        luminance += weight * linear;
    }
    Some(1.05 / (luminance + 0.05))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn with(member: &str, value: &str) -> Config {
        Config::parse(&serde_json::json!({ member: value }).to_string())
    }

    #[test]
    fn a_broken_file_is_the_default() {
        assert_eq!(Config::parse("<!doctype html>"), Config::default());
        assert_eq!(Config::parse("{\"name\": 3}"), Config::default());
        assert_eq!(Config::default().name(), "Một Cửa");
    }

    #[test]
    fn only_a_web_address_is_a_portal() {
        assert_eq!(
            with("portal", "https://p.example/").portal(),
            "https://p.example"
        );
        assert_eq!(with("portal", "javascript:alert(1)").portal(), "");
    }

    #[test]
    fn a_mark_comes_from_here_or_over_https() {
        assert_eq!(with("mark", "/mark.svg").mark(), Some("/mark.svg"));
        assert_eq!(with("mark", "//other.example/x").mark(), None);
        assert_eq!(with("mark", "javascript:alert(1)").mark(), None);
    }

    #[test]
    fn an_accent_too_pale_for_white_text_is_refused() {
        assert_eq!(with("accent", "#8a1c3b").accent(), Some("#8a1c3b"));
        assert_eq!(with("accent", "#ff9db6").accent(), None);
        assert_eq!(with("accent", "red").accent(), None);
        assert_eq!(with("accent", "#ééé").accent(), None);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC*") {
            let config = with("accent", &text);
            let _ = (config.accent(), Config::parse(&text));
        }
    }
}
