//! What the browser may offer to fill in (WCAG 1.3.5): only for what a form says is about
//! the person who fills it in. A child's name must not be offered the parent's.

/// The token for a profile's attribute (`fullName`, `phone` …).
pub(super) fn token(attribute: Option<&str>) -> &'static str {
    match attribute {
        Some("fullName") => "name",
        Some("dateOfBirth") => "bday",
        Some("sex") => "sex",
        Some("phone") => "tel",
        Some("email") => "email",
        _ => "off",
    }
}

/// The tokens of the three boxes of a date.
pub(super) fn date_tokens(token: &'static str) -> [&'static str; 3] {
    match token {
        "bday" => ["bday-day", "bday-month", "bday-year"],
        _ => ["off"; 3],
    }
}

/// The token of the box for house and street, when the address is one's own.
pub(super) fn street_token(attribute: Option<&str>) -> &'static str {
    match attribute {
        Some("permanentResidence" | "currentResidence") => "address-line1",
        _ => "off",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_about_oneself_is_offered() {
        assert_eq!(token(Some("fullName")), "name");
        assert_eq!(token(None), "off");
        assert_eq!(date_tokens(token(Some("dateOfBirth")))[2], "bday-year");
        assert_eq!(date_tokens("off"), ["off"; 3]);
    }
}
