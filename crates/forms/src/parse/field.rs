//! Reads fields and the rules on them.

use serde_json::Value;

use super::kind::kind;
use crate::definition::{Field, Help, Required, Rule};
use crate::kind::Kind;
use crate::logic::Expression;
use crate::members::{Members, id, text, words};
use crate::rejected::{Rejected, Why};
use crate::words::Words;

pub(super) fn field(json: &Value) -> Result<Field, Rejected> {
    let members = Members::of(json)?;
    let field = Field {
        id: members.needed("id", id)?,
        label: members.words("label")?,
        hint: members.optional("hint", words)?,
        help: members.optional("help", help)?,
        official: members.optional("official", official)?,
        kind: kind(members)?,
        required: members
            .optional("required", required)?
            .unwrap_or(Required::Never),
        show: members.condition("show")?,
        compute: members.condition("compute")?,
        prefill: members.optional("prefill", text)?,
        rules: members.list("rules", rule)?,
    };
    let computable =
        field.kind.answers() && !matches!(field.kind, Kind::Group(_) | Kind::Statement);
    if field.compute.is_some() && !computable {
        let why = Why::Misplaced("a computed answer to a question of this kind");
        return Err(Rejected::new(why).within("compute"));
    }
    Ok(field)
}

/// How many answers a field may make, at most.
pub(super) fn answers(field: &Field) -> usize {
    match &field.kind {
        Kind::Group(group) => 1 + group.maximum * group.fields.len(),
        _ => 1,
    }
}

fn help(json: &Value) -> Result<Help, Rejected> {
    let members = Members::of(json)?;
    Ok(Help {
        title: members.words("title")?,
        text: members.words("text")?,
    })
}

/// The official form's words are Vietnamese; text alone stands for both languages.
fn official(json: &Value) -> Result<Words, Rejected> {
    if json.is_object() {
        return words(json);
    }
    let text = text(json)?;
    Ok(Words::new(text.clone(), text))
}

fn required(json: &Value) -> Result<Required, Rejected> {
    Ok(match json {
        Value::Bool(false) => Required::Never,
        Value::Bool(true) => Required::Always,
        condition => Required::When(Expression::read(condition)?),
    })
}

pub(super) fn rule(json: &Value) -> Result<Rule, Rejected> {
    let members = Members::of(json)?;
    Ok(Rule {
        holds: members.needed("holds", Expression::read)?,
        message: members.words("message")?,
    })
}
