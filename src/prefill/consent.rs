//! The text of a consent: which data, from where, for what, for how long. In both
//! languages, since what was shown goes on record as it was shown.

use motcua_contract::profile::attribute;
use motcua_contract::text::LocalText;

use crate::i18n::{Language, fill, in_language, prefill as words};

/// What one agrees to.
pub(super) fn text(source: &LocalText, attributes: &[&str]) -> LocalText {
    let of = |language: Language| {
        in_language(language, || {
            let names: Vec<&str> = attributes.iter().map(|attribute| name(attribute)).collect();
            let (source, _) = source.for_language(language.tag());
            fill(
                words::consent(),
                &[("source", source), ("what", &names.join(", "))],
            )
        })
    };
    LocalText::new(of(Language::Vietnamese), of(Language::English))
}

/// What an attribute is called; a portal's own stands under its name.
fn name(attribute: &str) -> &str {
    match attribute {
        attribute::FULL_NAME => words::full_name(),
        attribute::DATE_OF_BIRTH => words::date_of_birth(),
        attribute::SEX => words::sex(),
        attribute::CITIZEN_ID => words::citizen_id(),
        attribute::ETHNICITY => words::ethnicity(),
        attribute::NATIONALITY => words::nationality(),
        attribute::PERMANENT_RESIDENCE => words::permanent_residence(),
        attribute::CURRENT_RESIDENCE => words::current_residence(),
        attribute::PHONE => words::phone(),
        attribute::EMAIL => words::email(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consent_names_the_data_and_the_register_in_both_languages() {
        let source = LocalText::new(
            "Cơ sở dữ liệu quốc gia về dân cư",
            "National population database",
        );
        let text = text(&source, &[attribute::FULL_NAME, "bloodGroup"]);
        assert!(
            text.vi.contains("Cơ sở dữ liệu quốc gia về dân cư") && text.vi.contains("họ và tên")
        );
        let en = text.en.unwrap();
        assert!(en.contains("National population database") && en.contains("full name"));
        assert!(
            en.contains("bloodGroup"),
            "a portal's own attribute is not hidden: {en}"
        );
    }
}
