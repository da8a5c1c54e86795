//! The papers: one page each, with what the catalogue explains about them before.

use motcua_contract::cases;
use motcua_contract::service::{Case, Requirement, Service};
use motcua_search::fold;
use serde_json::{Value, json};

use super::cases::Cases;
use super::{official, words};

/// The longest title of a page, in characters; the whole name stands on the page.
const TITLE: usize = 90;

/// A pause before this many bytes only ends a number or a mark ("2. ", "a) ").
const PAUSE: usize = 12;

/// Words that make a paper depend on circumstances which no answer tells: "trong trường
/// hợp …", "đối với người …", "(nếu có)", "một trong các giấy tờ sau". Folded.
const CIRCUMSTANCES: [&str; 9] = [
    "truong hop",
    "neu ",
    "doi voi",
    "tru ",
    "mot trong",
    "hoac",
    "xuat trinh",
    "truc tiep",
    "tuy ",
];

/// How the names of declarations begin, folded.
const DECLARATIONS: [&str; 7] = [
    "don ",
    "to khai",
    "giay de nghi",
    "van ban de nghi",
    "phieu de nghi",
    "phieu dang ky",
    "giay dang ky",
];

/// Whether a paper is the form in which one asks.
pub(super) fn is_declaration(paper: &Requirement) -> bool {
    let name = fold(paper.name.trim_start_matches(|c: char| !c.is_alphabetic()));
    !paper.form_files.is_empty() || DECLARATIONS.iter().any(|start| name.starts_with(start))
}

/// All papers and notes; none where the catalogue names neither.
pub(super) fn section(service: &Service, cases: &Cases) -> Option<Value> {
    let mut pages = Vec::new();
    for group in cases::all_groups(&service.cases) {
        let show = cases.condition(group);
        pages.extend(notes(group, show.as_ref()));
        let one_of_several = group.requirements.iter().any(offers_a_choice);
        let papers = group.requirements.iter().filter(|line| line.is_paper());
        pages.extend(papers.map(|paper| page(paper, show.as_ref(), one_of_several)));
    }
    if pages.is_empty() {
        return None;
    }
    Some(json!({
        "id": "papers",
        "title": words("Giấy tờ", "Papers"),
        "pages": pages,
    }))
}

/// A line such as "kèm theo một trong những giấy tờ sau".
fn offers_a_choice(line: &Requirement) -> bool {
    !line.is_paper() && fold(&line.name).contains("mot trong")
}

/// What the catalogue explains about a group's papers, on one page before them.
fn notes(group: &Case, show: Option<&Value>) -> Option<Value> {
    let lines = group.requirements.iter().filter(|line| !line.is_paper());
    let notes: Vec<Value> = lines
        .map(|line| {
            json!({
                "id": format!("note-{}", line.id),
                "label": official(&line.name),
                "kind": "note",
            })
        })
        .collect();
    let title = match &group.name {
        Some(name) => title(name),
        None => words("Điều cần biết về giấy tờ", "What to know about the papers"),
    };
    (!notes.is_empty()).then(|| {
        json!({
            "id": format!("notes-{}", group.id),
            "title": title,
            "show": show,
            "fields": notes,
        })
    })
}

fn page(paper: &Requirement, show: Option<&Value>, one_of_several: bool) -> Value {
    let id = format!("paper-{}", paper.id);
    let depends = one_of_several || depends(&paper.name);
    let hint = depends.then(|| {
        words(
            "Bỏ qua nếu trường hợp của bạn không cần giấy này.",
            "Leave it out if your case does not need this paper.",
        )
    });
    json!({
        "id": id,
        "title": title(&paper.name),
        "show": show,
        "fields": [{
            "id": id,
            "label": official(&paper.name),
            "hint": hint,
            "kind": "papers",
            "requirement": paper.id,
            "originals": paper.originals,
            "copies": paper.copies,
            "required": !depends,
        }],
    })
}

/// Whether a paper is needed depends on more than the case: the officer asks for it later
/// rather than the form now, because a form that demands what one need not have is a wall.
fn depends(name: &str) -> bool {
    let name = fold(name);
    CIRCUMSTANCES.iter().any(|word| name.contains(word))
}

/// The beginning of a name, up to its first pause and at most [`TITLE`] characters. A few
/// names at the source are nothing but a mark.
fn title(name: &str) -> Value {
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    if name.is_empty() {
        return words("Giấy tờ khác", "Another paper");
    }
    let mut pauses = name.match_indices([';', '(', '\n', ':']).map(|(at, _)| at);
    let pause = pauses.find(|at| *at >= PAUSE);
    let mut stops = name.match_indices(". ").map(|(at, _)| at);
    let stop = stops.find(|at| *at >= PAUSE);
    let end = pause.into_iter().chain(stop).min().unwrap_or(name.len());
    let first = name[..end].trim_end().trim_end_matches(['.', ',', ';']);
    if first.chars().count() <= TITLE {
        return official(first);
    }
    let cut: String = first.chars().take(TITLE).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    official(&format!("{}…", whole.trim_end_matches([',', ' '])))
}
