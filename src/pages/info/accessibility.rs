//! The accessibility statement: what is aimed at, how it is tested, what is not known.
//!
//! Announces: on a navigation its heading; the portal's part as [`RemoteView`] does.
//! Focus: on the heading after a navigation.

use leptos::prelude::*;
use motcua_contract::portal::Portal;

use super::prose::{points, section};
use crate::api;
use crate::components::contact::contact;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::i18n::{common, info};
use crate::route::Route;

/// The screen.
#[component]
pub(super) fn Accessibility() -> impl IntoView {
    let portal = api::load::<Portal>(api::path::portal);
    view! {
        <PageHeading title=common::accessibility() />
        <p class="lead">{info::a11y_lead()}</p>
        {section(info::a11y_aim, &[info::a11y_aim_aa, info::a11y_aim_aaa])}
        {points(info::a11y_does, &[
            info::a11y_does_keyboard, info::a11y_does_reader, info::a11y_does_looks,
            info::a11y_does_zoom, info::a11y_does_words,
        ])}
        <p><a class="more" href=Route::Settings.href()>{info::a11y_settings()}</a></p>
        {points(info::a11y_tested, &[info::a11y_tested_engines, info::a11y_tested_layout, info::a11y_tested_listening, info::a11y_not_tested])}
        {points(info::a11y_gaps, &[info::a11y_gap_official, info::a11y_gap_language, info::a11y_gap_readers])}
        {points(info::a11y_law, &[
            info::a11y_law_act, info::a11y_law_portals, info::a11y_law_standard, info::a11y_law_decree,
        ])}
        <section class="section section--read" aria-labelledby="report">
            <h2 id="report">{info::a11y_report()}</h2>
            <p>{info::a11y_report_how()}</p>
            <RemoteView state=portal.state on_retry=move |()| portal.retry()
                ready=|portal: Portal| contact(&portal) />
        </section>
    }
}
