//! One body's figures: sentences, a chart, and the table that says the same.

use leptos::prelude::*;
use motcua_contract::quality::{QualityFigures, Share};

use super::figures::{Figure, Group, groups, points};
use crate::components::contact::local;
use crate::components::fresh::IntoFresh;
use crate::components::share_bar::share_bar;
use crate::format;
use crate::i18n::{fill, quality as words};

/// The section of a body; `lang` is the language of its name, empty for the interface's own.
pub(super) fn board(id: &str, name: &str, lang: &'static str, all: &QualityFigures) -> AnyView {
    let groups = groups(all);
    let lang = (!lang.is_empty()).then_some(lang);
    let received = match all.received {
        0 => words::received_none().into(),
        n => fill(words::received(), &[("n", &format::number(n.into()))]),
    };
    let figures = || groups.iter().flat_map(|group| &group.figures);
    let sentences = figures().filter_map(Figure::sentence);
    let sentences = sentences
        .map(|says| view! { <li>{says}</li> })
        .collect_view();
    let absent: Vec<&str> = figures()
        .filter(|figure| figure.share.is_none())
        .map(|figure| figure.name)
        .collect();
    let absent = (!absent.is_empty()).then(|| {
        let says = fill(words::absent_says(), &[("figures", &absent.join(", "))]);
        view! { <li>{says}</li> }
    });
    view! {
        <section class="section board" aria-labelledby=id.to_owned()>
            <h2 id=id.to_owned() lang=lang>{name.to_owned()}</h2>
            <ul class="plain-list read">
                <li>{received}</li>
                {sentences}
                {absent}
            </ul>
            <div class="board__sides">
                {chart(&groups)}
                {table(name, &groups)}
            </div>
        </section>
    }
    .fresh()
}

/// A bar for whatever has a share; nothing where there is none.
fn chart(groups: &[Group]) -> Option<AnyView> {
    let row = |name: &'static str, share: &Share, value: String| {
        view! {
            <div class="chart__row">
                <span>{name}</span><span class="chart__value">{value}</span>
                {share_bar(share.part, share.of)}
            </div>
        }
        .fresh()
    };
    let rows: Vec<AnyView> = groups
        .iter()
        .flat_map(|group| {
            let whole = group
                .points
                .iter()
                .map(|share| row(group.name, share, points(share)));
            let figures = group.figures.iter().filter_map(|figure| {
                let share = figure.share.as_ref()?;
                Some(row(figure.name, share, format::share(share.part, share.of)))
            });
            whole.chain(figures).collect::<Vec<_>>()
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! { <div class="chart" aria-hidden="true"><p class="hint">{words::chart()}</p>{rows}</div> }
            .fresh()
    })
}

fn table(name: &str, groups: &[Group]) -> AnyView {
    let bodies = groups.iter().map(|group| {
        let reached = group.reached.as_ref().map(|reached| format!(" · {reached}"));
        let note = group
            .note
            .as_ref()
            .map(|note| view! { <tr><td colspan="4">{local(note)}</td></tr> });
        let rows = group.figures.iter().map(line).collect_view();
        view! {
            <tbody>
                <tr><th class="board__group" scope="rowgroup" colspan="4">{group.name}{reached}</th></tr>
                {note}
                {rows}
            </tbody>
        }
        .fresh()
    });
    view! {
        <table class="board__table">
            <caption>{fill(words::table(), &[("name", name)])}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::column_figure()}</th>
                    <th scope="col">{words::column_part()}</th>
                    <th scope="col">{words::column_of()}</th>
                    <th scope="col">{words::column_share()}</th>
                </tr>
            </thead>
            {bodies.collect_view()}
        </table>
    }
    .fresh()
}

fn line(figure: &Figure) -> AnyView {
    let cells = match &figure.share {
        Some(share) => view! {
            <td>{format::number(share.part.into())}</td>
            <td>{format::number(share.of.into())}</td>
            <td>{format::share(share.part, share.of)}</td>
        }
        .fresh(),
        None => view! { <td colspan="3">{words::absent()}</td> }.fresh(),
    };
    view! { <tr><th scope="row">{figure.name}</th>{cells}</tr> }.fresh()
}
