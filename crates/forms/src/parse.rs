//! Reads a definition from JSON, strictly.

mod field;
mod kind;
mod limit;

use serde_json::{Map, Value};

use crate::definition::{Definition, Page, PageRule, Section, VERSION};
use crate::members::{Members, distinct, expected, id, text, words};
use crate::rejected::{Rejected, Why};

/// The most fields a form may have, those in groups counted once for each possible item.
const FIELDS: usize = 5000;

/// The most pages.
const PAGES: usize = 1000;

/// Reads the shape; what conditions refer to is looked at afterwards.
pub(crate) fn definition(json: &Map<String, Value>) -> Result<Definition, Rejected> {
    let members = Members::of_map(json);
    if members.needed("version", Ok)?.as_u64() != Some(VERSION.into()) {
        return Err(Rejected::new(Why::Version).within("version"));
    }
    let definition = Definition {
        service: members.needed("service", text)?,
        source: members.needed("source", text)?,
        sections: members.some("sections", section)?,
    };
    distinct(
        definition
            .sections
            .iter()
            .map(|section| section.id.as_str()),
    )?;
    distinct(definition.pages().map(|page| page.id.as_str()))?;
    distinct(definition.fields().map(|field| field.id.as_str()))?;
    if definition.pages().count() > PAGES {
        return Err(Rejected::new(Why::TooMany("pages", PAGES)));
    }
    if definition.fields().map(field::answers).sum::<usize>() > FIELDS {
        return Err(Rejected::new(Why::TooMany("fields", FIELDS)));
    }
    after_earlier_ones(&definition)?;
    Ok(definition)
}

fn section(json: &Value) -> Result<Section, Rejected> {
    let members = Members::of(json)?;
    Ok(Section {
        id: members.needed("id", id)?,
        title: members.words("title")?,
        show: members.condition("show")?,
        after: members.list("after", text)?,
        pages: members.some("pages", page)?,
    })
}

fn page(json: &Value) -> Result<Page, Rejected> {
    let members = Members::of(json)?;
    Ok(Page {
        id: members.needed("id", id)?,
        title: members.words("title")?,
        lead: members.optional("lead", words)?,
        show: members.condition("show")?,
        fields: members.list("fields", field::field)?,
        rules: members.list("rules", page_rule)?,
    })
}

fn page_rule(json: &Value) -> Result<PageRule, Rejected> {
    let members = Members::of(json)?;
    let rule = field::rule(json)?;
    Ok(PageRule {
        holds: rule.holds,
        message: rule.message,
        fields: members.some("fields", text)?,
    })
}

/// A section can only wait for sections before it, so that some order of filling in exists.
fn after_earlier_ones(definition: &Definition) -> Result<(), Rejected> {
    for (index, section) in definition.sections.iter().enumerate() {
        let earlier = &definition.sections[..index];
        for (at, id) in section.after.iter().enumerate() {
            if !earlier.iter().any(|before| before.id == *id) {
                let why = expected("the id of an earlier section");
                return Err(why
                    .at_item(at)
                    .within("after")
                    .at_item(index)
                    .within("sections"));
            }
        }
    }
    Ok(())
}
