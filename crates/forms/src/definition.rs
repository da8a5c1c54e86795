//! A form's definition: sections of pages of fields.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

/// The version of the definition's format that this crate reads.
pub const VERSION: u32 = 1;

/// Words in both languages of the interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Vietnamese, as the official form has them.
    pub vi: String,
    /// English.
    pub en: String,
}

/// A whole form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// The format's version; see [`VERSION`].
    pub version: u32,
    /// The code of the service it files.
    pub service: String,
    /// The official form or circular it is true to.
    pub source: String,
    /// What is asked, in order.
    pub sections: Vec<Section>,
}

/// A part of a form that one can leave and come back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Unique among the form's sections.
    pub id: String,
    /// What the task list calls it.
    pub title: Words,
    /// One thing a page.
    pub pages: Vec<Page>,
}

/// What is asked on one screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Unique among the form's pages; stands in the address.
    pub id: String,
    /// The screen's heading.
    pub title: Words,
    /// The questions, in order.
    pub fields: Vec<Field>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Unique within the form: the answer's name.
    pub id: String,
    /// The question.
    pub label: Words,
    /// What helps to answer it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Words>,
    /// What kind of answer it takes.
    pub kind: FieldKind,
    /// Whether the form can be sent without it.
    #[serde(default)]
    pub required: bool,
}

/// The kinds of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FieldKind {
    /// One line.
    ShortText,
    /// Several lines.
    LongText,
    /// A person's full name in one field, family name first.
    FullName,
    /// A whole number.
    Number,
    /// Whole đồng.
    Money,
    /// Day, month and year.
    Date,
    /// Yes or no.
    YesNo,
    /// A citizen ID number of 12 digits.
    CitizenId,
    /// A telephone number.
    Phone,
    /// An email address.
    Email,
}

/// Why a definition cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// It is not JSON of the right shape; the parser's words.
    Malformed(String),
    /// It is of a version this crate does not read.
    Version(u32),
    /// Two sections, pages or fields share an id.
    Twice(String),
    /// A section, page or field has an empty id.
    Unnamed,
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(why) => write!(f, "not a form definition: {why}"),
            Self::Version(version) => write!(f, "version {version} is not {VERSION}"),
            Self::Twice(id) => write!(f, "the id {id:?} stands twice"),
            Self::Unnamed => f.write_str("an id is empty"),
        }
    }
}

impl std::error::Error for Rejected {}

impl Definition {
    /// Reads a definition from JSON.
    ///
    /// # Errors
    /// See [`Rejected`].
    pub fn parse(json: &str) -> Result<Self, Rejected> {
        let definition: Self =
            serde_json::from_str(json).map_err(|error| Rejected::Malformed(error.to_string()))?;
        if definition.version != VERSION {
            return Err(Rejected::Version(definition.version));
        }
        distinct(definition.sections.iter().map(|section| &section.id))?;
        distinct(definition.pages().map(|page| &page.id))?;
        distinct(definition.fields().map(|field| &field.id))?;
        Ok(definition)
    }

    /// Every page, in order.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.sections.iter().flat_map(|section| &section.pages)
    }

    /// Every field, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.pages().flat_map(|page| &page.fields)
    }
}

fn distinct<'a>(ids: impl Iterator<Item = &'a String>) -> Result<(), Rejected> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if id.is_empty() {
            return Err(Rejected::Unnamed);
        }
        if !seen.insert(id) {
            return Err(Rejected::Twice(id.clone()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn form(fields: &str) -> String {
        format!(
            r#"{{"version":1,"service":"1.001193","source":"Phụ lục","sections":[{{"id":"child",
            "title":{{"vi":"Trẻ","en":"Child"}},"pages":[{{"id":"name","title":{{"vi":"Tên","en":"Name"}},
            "fields":[{fields}]}}]}}]}}"#
        )
    }

    const NAME: &str = r#"{"id":"childName","label":{"vi":"Họ và tên","en":"Full name"},"kind":"fullName","required":true}"#;

    #[test]
    fn a_definition_is_read_with_its_fields_in_order() {
        let definition = Definition::parse(&form(NAME)).unwrap();
        let ids: Vec<_> = definition.fields().map(|field| field.id.as_str()).collect();
        assert_eq!(ids, ["childName"]);
    }

    #[test]
    fn two_answers_cannot_share_a_name() {
        let twice = form(&format!("{NAME},{NAME}"));
        assert_eq!(
            Definition::parse(&twice),
            Err(Rejected::Twice("childName".into()))
        );
    }

    #[test]
    fn another_version_is_refused_rather_than_misread() {
        let newer = form(NAME).replacen("\"version\":1", "\"version\":2", 1);
        assert_eq!(Definition::parse(&newer), Err(Rejected::Version(2)));
    }

    #[test]
    fn an_empty_name_is_refused() {
        let unnamed = form(&NAME.replace("childName", ""));
        assert_eq!(Definition::parse(&unnamed), Err(Rejected::Unnamed));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = Definition::parse(&text);
        }
    }
}
