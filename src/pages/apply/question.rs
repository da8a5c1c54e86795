//! A page of questions.
//!
//! Announces: on a navigation its heading, the page's title; what is wrong only after
//! "Continue", by the summary that takes focus. The window's title then begins with "Lỗi:".
//! Focus: on the heading after a navigation; on the summary when something has to be
//! mended or looked at again; by its links on the controls. Going back never loses
//! anything: every answer is kept as it is typed.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_forms::{Field, Kind, Page};

use super::open::Application;
use super::saved::saved_line;
use crate::address;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::form::{About, Remark, Sheet, draw, group, item_name, said, summary};
use crate::i18n::{apply as words, fill};
use crate::route::{FROM, Item, REVIEW, Route, Step};

/// Where the page stands: what its links and its heading follow from.
#[derive(Clone)]
struct Place {
    application: Application,
    page: String,
    item: Option<Item>,
    /// One came from the review and returns to it.
    review: bool,
}

impl Place {
    fn href(&self, item: Option<&Item>) -> String {
        Route::question(&self.application.draft.id(), &self.page, item, self.review)
    }

    /// Where "Continue" leads.
    fn next(&self) -> String {
        if self.item.is_some() {
            return self.href(None);
        }
        let path = self.application.filling.path();
        let step = match path.next(&self.page) {
            _ if self.review => Step::Review,
            Some(page) => Step::Page(page.into(), None),
            None if self.delivers() => Step::Delivery,
            None => Step::Review,
        };
        self.application.href(step)
    }

    /// Whether one chooses how to get the result.
    fn delivers(&self) -> bool {
        let about = self.application.about;
        about.with_value(|about| !about.delivery.is_empty())
    }

    /// Where "Back" leads.
    fn previous(&self) -> String {
        if self.item.is_some() {
            return self.href(None);
        }
        let path = self.application.filling.path();
        let step = match path.previous(&self.page) {
            _ if self.review => Step::Review,
            Some(page) => Step::Page(page.into(), None),
            None => Step::Tasks,
        };
        self.application.href(step)
    }

    /// The pointer below which all answers of this page lie, when it is about one item.
    fn within(&self) -> Option<String> {
        let item = self.item.as_ref()?;
        Some(format!("/{}/{}/", item.group, item.at))
    }

    /// What is said about the answers of this page, and of no other.
    fn remarks(&self, all: Vec<Remark>) -> Vec<Remark> {
        match self.within() {
            Some(within) => all
                .into_iter()
                .filter(|remark| remark.pointer.starts_with(&within))
                .collect(),
            None => all,
        }
    }

    /// The item's page, for a remark about one of its answers on the list's page.
    fn elsewhere(&self, pointer: &str) -> Option<String> {
        let mut parts = pointer.split('/').skip(1);
        let (group, at, answer) = (parts.next()?, parts.next()?, parts.next());
        let item = Item {
            group: group.into(),
            at: at.parse().ok()?,
        };
        (self.item.is_none() && answer.is_some()).then(|| self.href(Some(&item)))
    }
}

/// The page with this id.
pub(super) fn question(application: Application, id: &str, item: Option<Item>) -> AnyView {
    // Further than the next one to add there is nothing: an old link leads to that one,
    // since what is typed for any other would have no place.
    let item = item.map(|item| Item {
        at: item
            .at
            .min(application.filling.items(&format!("/{}", item.group)).len()),
        ..item
    });
    let place = Place {
        application,
        page: id.into(),
        item,
        review: address::parameter(FROM).as_deref() == Some(REVIEW),
    };
    let asked = application.filling.path().has(id);
    match application.filling.page(id).filter(|_| asked) {
        Some(page) => asked_page(place, page),
        None => not_asked(application),
    }
}

/// A page that this person need not answer: from an old link, or hidden by now.
fn not_asked(application: Application) -> AnyView {
    let href = application.href(Step::Tasks);
    view! {
        <PageHeading title=words::nothing_asked() />
        <div class="actions"><a class="button" href=href>{words::all_parts()}</a></div>
    }
    .fresh()
}

fn asked_page(place: Place, page: Page) -> AnyView {
    let application = place.application;
    let sheet = Sheet::new(application.filling);
    let title = title(&place, &page);
    let window_title = {
        let name = format!("{title} - {}", application.title());
        Signal::derive(move || {
            if sheet.faults.read().is_empty() {
                name.clone()
            } else {
                fill(words::error_prefix(), &[("title", &name)])
            }
        })
    };
    let lead = page
        .lead
        .as_ref()
        .filter(|_| place.item.is_none())
        .map(said);
    let way = way(&place);
    let all_parts = application.href(Step::Tasks);
    let back = place.previous();
    let back_words = match place.review && place.item.is_none() {
        true => words::back_to_review(),
        false => words::back(),
    };
    let summaries = summaries(&place, sheet);
    let on_submit = on_submit(place.clone(), sheet);
    // What another part of the app fills in (a profile's values) is drawn anew.
    let fields = move || {
        application.filling.begin_page();
        fields(&place, &page, sheet)
    };
    view! {
        {way}
        {summaries}
        <PageHeading title window_title />
        {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
        <form novalidate on:submit=on_submit>
            {fields}
            <div class="actions">
                <button type="submit" class="button">{words::next()}</button>
                <a class="button button--quiet" href=back>{back_words}</a>
            </div>
        </form>
        {saved_line(application.draft)}
        <p><a class="more" href=all_parts>{words::all_parts()}</a></p>
    }
    .fresh()
}

fn title(place: &Place, page: &Page) -> String {
    let group = place.item.as_ref().and_then(|item| {
        let field = page.fields.iter().find(|field| field.id == item.group)?;
        match &field.kind {
            Kind::Group(group) => Some(item_name(group, item.at)),
            _ => None,
        }
    });
    group.unwrap_or_else(|| said(&page.title))
}

/// "Phần 2 trên 5: Cha và mẹ", with a bar that repeats it for the eye.
fn way(place: &Place) -> Option<AnyView> {
    let path = place.application.filling.path();
    let (number, part) = path.part_of(&place.page)?;
    let total = path.parts().len();
    let (n, of) = (number.to_string(), total.to_string());
    let values = [("n", n.as_str()), ("total", &of), ("title", &part.title)];
    let share = format!("{}%", number * 100 / total);
    Some(
        view! {
            <p class="apply__way">{fill(words::part_of(), &values)}</p>
            <div class="way" aria-hidden="true"><div class="way__done" style:width=share></div></div>
        }
        .fresh(),
    )
}

fn summaries(place: &Place, sheet: Sheet) -> AnyView {
    let place = place.clone();
    (move || {
        let box_of = |about, remarks: &Vec<Remark>| {
            (!remarks.is_empty())
                .then(|| summary(about, remarks, |pointer| place.elsewhere(pointer)))
        };
        let errors = sheet.faults.with(|faults| box_of(About::Errors, faults));
        match errors {
            Some(errors) => Some(errors),
            None => sheet.warnings.with(|all| box_of(About::Warnings, all)),
        }
    })
    .into_any()
}

fn fields(place: &Place, page: &Page, sheet: Sheet) -> AnyView {
    let fields: Vec<AnyView> = match &place.item {
        Some(item) => {
            let group = page.fields.iter().find(|field| field.id == item.group);
            let within = place.within().unwrap_or_default();
            let fields = match group.map(|field| &field.kind) {
                Some(Kind::Group(group)) => &group.fields[..],
                _ => &[],
            };
            fields
                .iter()
                .map(|field| draw(field, &format!("{within}{}", field.id), sheet))
                .collect()
        }
        None => page
            .fields
            .iter()
            .map(|field| one(place, field, sheet))
            .collect(),
    };
    fields.into_any()
}

fn one(place: &Place, field: &Field, sheet: Sheet) -> AnyView {
    match &field.kind {
        Kind::Group(asked) => {
            let (place, id) = (place.clone(), field.id.clone());
            group(field, asked, sheet, move |at| {
                let group = id.clone();
                place.href(Some(&Item { group, at }))
            })
        }
        _ => draw(field, &format!("/{}", field.id), sheet),
    }
}

/// "Continue": says what is wrong, or once what to look at again, or goes on.
fn on_submit(place: Place, sheet: Sheet) -> impl Fn(web_sys::SubmitEvent) + 'static {
    let navigate = use_navigate();
    move |event| {
        event.prevent_default();
        let filling = place.application.filling;
        let faults = place.remarks(filling.faults(&place.page));
        let warnings = place.remarks(filling.warnings(&place.page));
        let seen = sheet.warnings.with_untracked(|seen| *seen == warnings);
        let goes_on = faults.is_empty() && (seen || warnings.is_empty());
        sheet.faults.set(faults);
        sheet.warnings.set(warnings);
        if goes_on {
            filling.passed(&place.page);
            place.application.draft.save_soon();
            navigate(&place.next(), NavigateOptions::default());
        }
    }
}
