//! What has to be mended before going on, at the top of the page.
//!
//! Announces: its heading and links, because it takes focus. Not with `role="alert"` on top, as
//! GOV.UK's error summary has it: Orca then says each line twice, in an order that changes from
//! one time to the next (heard in six of six tries; `tests/listening`).
//! Focus: on the box when "Continue" found something. A link focuses the control itself
//! and brings its label into view; the router must not take it for a navigation.

use leptos::html::Div;
use leptos::prelude::*;

use super::question::id_of;
use super::sheet::Remark;
use crate::components::fresh::IntoFresh;
use crate::focus;
use crate::i18n::{apply as words, fill};

/// What a summary is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum About {
    /// What must be mended.
    Errors,
    /// What one may leave as it is.
    Warnings,
}

impl About {
    fn heading(self, count: usize) -> String {
        let (one, many) = match self {
            Self::Errors => (words::to_mend_one(), words::to_mend()),
            Self::Warnings => (words::to_check_one(), words::to_check()),
        };
        match count {
            1 => one.into(),
            count => fill(many, &[("n", &count.to_string())]),
        }
    }
}

/// The box; takes focus as it appears. `href` leads to an answer that is not on this page.
pub(crate) fn summary(
    about: About,
    remarks: &[Remark],
    href: impl Fn(&str) -> Option<String>,
) -> AnyView {
    let node = NodeRef::<Div>::new();
    node.on_load(|node| request_animation_frame(move || focus::focus_box(&node)));
    let items = remarks.iter().map(|remark| {
        let pointer = remark.pointer.clone();
        let link = match href(&pointer) {
            Some(href) => view! { <a href=href>{remark.message.clone()}</a> }.fresh(),
            None => {
                let go = move |event: web_sys::MouseEvent| {
                    event.prevent_default();
                    focus::focus_answer(&id_of(&pointer));
                };
                let anchor = format!("#{}", id_of(&remark.pointer));
                view! { <a href=anchor on:click=go>{remark.message.clone()}</a> }.fresh()
            }
        };
        view! { <li>{link}</li> }
    });
    let errors = about == About::Errors;
    let hint = (!errors).then(|| view! { <p>{words::to_check_hint()}</p> });
    view! {
        <div class="summary" class:summary--check=!errors node_ref=node tabindex="-1">
            <div class="summary__title">{about.heading(remarks.len())}</div>
            <ul class="summary__list">{items.collect_view()}</ul>
            {hint}
        </div>
    }
    .fresh()
}

#[cfg(test)]
mod tests {
    use super::About;

    #[test]
    fn one_thing_is_not_many() {
        assert_eq!(About::Errors.heading(1), "Có 1 chỗ cần sửa");
        assert_eq!(About::Errors.heading(3), "Có 3 chỗ cần sửa");
        assert_eq!(About::Warnings.heading(1), "Bạn xem lại 1 chỗ");
    }
}
