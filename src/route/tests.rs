use super::*;
use proptest::prelude::*;

const FIXED: [Route; 16] = [
    Route::Home,
    Route::Results,
    Route::Browse,
    Route::Dossiers,
    Route::Me,
    Route::MyData,
    Route::Notifications,
    Route::Settings,
    Route::Help,
    Route::Accessibility,
    Route::Privacy,
    Route::About,
    Route::Home,
    Route::Feedback,
    Route::WriteFeedback,
    Route::Quality,
];

#[test]
fn every_fixed_address_leads_back_to_its_screen() {
    for route in FIXED {
        assert_eq!(Route::parse(&route.href()), route);
        assert_eq!(Route::parse(&format!("{}/", route.href())), route);
    }
}

#[test]
fn an_unknown_or_broken_address_is_not_found() {
    for path in [
        "/x",
        "/dich-vu/a/b",
        "/dich-vu/a/nop/b",
        "/nop",
        "/nop/a/b/c",
        "/viec",
        "/dich-vu/%zz",
        "/dich-vu/%FF",
        "/dich-vu/%",
        "/phan-anh/a/b",
    ] {
        assert_eq!(Route::parse(path), Route::NotFound, "{path}");
    }
}

#[test]
fn feedback_says_which_dossier_it_is_about() {
    assert_eq!(Route::feedback_on("H15-1"), "/phan-anh/gui?ho-so=H15-1");
    let case = Route::FeedbackCase("PA-7K2M-9QXD-4TRH".into());
    assert_eq!(Route::parse(&case.href()), case);
}

#[test]
fn empty_parameters_stay_out_of_the_address() {
    assert_eq!(Route::results(&[("q", ""), ("field", "")]), "/dich-vu");
    assert_eq!(
        Route::results(&[("q", "bằng lái"), ("field", "duong-bo")]),
        "/dich-vu?q=b%E1%BA%B1ng%20l%C3%A1i&field=duong-bo"
    );
}

#[test]
fn every_step_of_an_application_leads_back_to_itself() {
    let page = Step::Page("child-name".into(), None);
    for step in [Step::Tasks, page, Step::Delivery, Step::Review, Step::Send] {
        let route = Route::Draft("d 1".into(), step);
        assert_eq!(Route::parse(&route.href()), route);
    }
    let apply = Route::Apply("1.001193".into());
    assert_eq!(Route::parse(&apply.href()), apply);
}

#[test]
fn a_question_says_which_item_it_is_about_and_where_to_return() {
    let item = Item {
        group: "children".into(),
        at: 0,
    };
    assert_eq!(
        Route::question("d", "child", Some(&item), true),
        "/nop/d/child?item=children.0&from=review"
    );
    assert_eq!(Route::question("d", "child", None, false), "/nop/d/child");
    let page = |item| Route::Draft("d".into(), Step::Page("child".into(), item));
    assert_eq!(
        Route::read("/nop/d/child", "from=review&item=children.0"),
        page(Some(item))
    );
    for search in ["", "item=", "item=0", "item=a.-1", "item=%zz.1"] {
        assert_eq!(Route::read("/nop/d/child", search), page(None), "{search}");
    }
}

proptest! {
    #[test]
    fn any_code_and_any_id_survive_their_address(text in "\\PC{1,40}") {
        let service = Route::Service(text.clone());
        prop_assert_eq!(Route::parse(&service.href()), service);
        for route in [
            Route::LifeEvent(text.clone()),
            Route::Dossier(text.clone()),
            Route::Payment(text.clone()),
            Route::Supplement(text.clone()),
            Route::Withdrawal(text.clone()),
            Route::Receipt(text.clone()),
            Route::Rating(text.clone()),
            Route::Messages(text.clone()),
            Route::DossierNotices(text),
        ] {
            prop_assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn no_path_panics(path in "\\PC*") {
        let _ = Route::parse(&path);
    }
}
