use super::*;
use crate::search::facet::Facet;
use motcua_contract::service::{Named, OnlineLevel};
use proptest::prelude::*;

fn service(number: usize) -> ServiceSummary {
    let named = || Named {
        id: "x".into(),
        name: "X".into(),
    };
    ServiceSummary {
        code: format!("1.{number:06}"),
        name: "Thủ tục".into(),
        field: named(),
        agency: named(),
        levels: Vec::new(),
        audience: Vec::new(),
        online: OnlineLevel::NotStated,
        time: None,
        fee: None,
    }
}

/// What a portal with `total` services answers.
fn list(page: Page, total: usize) -> ServiceList {
    let end = (page.offset + page.limit).min(total);
    ServiceList {
        items: (page.offset..end).map(service).collect(),
        total: total as u32,
        offset: page.offset as u32,
        facets: Facets::default(),
        did_you_mean: None,
        guidance: None,
    }
}

fn query(words: &str) -> ResultsQuery {
    ResultsQuery::about(words)
}

fn ready(words: &str, total: usize) -> Finding {
    let mut finding = Finding::default();
    let page = finding.asked(&query(words)).unwrap();
    finding.answered(&query(words), list(page, total), Source::Portal);
    finding
}

#[test]
fn what_was_found_before_stays_until_the_answer_comes() {
    let mut finding = ready("gplx", 30);
    let narrowed = query("gplx").toggled(Facet::Level, "commune");
    assert!(finding.asked(&narrowed).is_some());
    assert!(finding.answer().is_none());
    assert_eq!(finding.found().unwrap().items.len(), 20);
}

#[test]
fn more_is_asked_for_behind_what_is_there() {
    let mut finding = ready("gplx", 130);
    let more = query("gplx").more();
    let page = finding.asked(&more).unwrap();
    assert_eq!(
        page,
        Page {
            offset: 20,
            limit: 20
        }
    );
    assert!(!finding.answered(&more, list(page, 130), Source::Portal));
    assert_eq!(finding.answer().unwrap().items.len(), 40);
}

#[test]
fn coming_back_to_fewer_asks_for_nothing() {
    let mut finding = ready("gplx", 130);
    let more = query("gplx").more();
    let page = finding.asked(&more).unwrap();
    finding.answered(&more, list(page, 130), Source::Portal);
    assert_eq!(finding.asked(&query("gplx")), None);
    assert!(matches!(finding, Finding::Ready(_)));
}

#[test]
fn when_more_cannot_be_had_the_results_stand() {
    let mut finding = ready("gplx", 130);
    finding.asked(&query("gplx").more());
    finding.failed(Failure::Offline);
    assert_eq!(finding.answer().unwrap().items.len(), 20);
    assert_eq!(
        finding.asked(&query("gplx").more()),
        Some(Page {
            offset: 20,
            limit: 20
        })
    );
}

#[test]
fn a_failure_leaves_the_filters_of_the_question_before() {
    let mut finding = ready("gplx", 30);
    finding.asked(&query("hộ khẩu"));
    finding.failed(Failure::Busy);
    assert!(finding.answer().is_none());
    assert!(finding.found().is_some());
}

#[test]
fn a_portal_that_gives_less_than_it_counts_is_not_asked_for_ever() {
    let mut finding = ready("gplx", 130);
    let more = query("gplx").more();
    finding.asked(&more);
    let mut empty = list(
        Page {
            offset: 20,
            limit: 20,
        },
        130,
    );
    empty.items.clear();
    assert!(!finding.answered(&more, empty, Source::Portal));
    assert_eq!(finding.asked(&more.more()), None);
}

proptest! {
    #[test]
    fn any_number_wanted_arrives_in_order_and_without_doubles(
        total in 0_usize..300,
        shown in 0_usize..20,
    ) {
        let mut wanted = query("a");
        for _ in 0..shown {
            wanted = wanted.more();
        }
        let mut finding = Finding::default();
        let mut rounds = 0;
        while let Some(page) = finding.asked(&wanted) {
            finding.answered(&wanted, list(page, total), Source::Portal);
            rounds += 1;
            prop_assert!(rounds <= 9);
        }
        let Finding::Ready(found) = &finding else { panic!("{finding:?}") };
        let codes: Vec<_> = found.items.iter().map(|one| one.code.clone()).collect();
        let expected: Vec<_> = (0..wanted.shown.min(total)).map(|n| service(n).code).collect();
        prop_assert_eq!(codes, expected);
    }
}
