//! The only place that sets the window's title: "Screen - Portal".

use std::cell::RefCell;

thread_local! {
    static PORTAL: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Sets the name that ends every title.
pub(crate) fn set_portal(name: &str) {
    PORTAL.set(name.into());
}

/// Titles the window after a screen.
pub(crate) fn set(screen: &str) {
    let title = PORTAL.with_borrow(|portal| compose(screen, portal));
    leptos::prelude::document().set_title(&title);
}

fn compose(screen: &str, portal: &str) -> String {
    match (screen, portal) {
        ("", portal) => portal.into(),
        (screen, "") => screen.into(),
        (screen, portal) => format!("{screen} - {portal}"),
    }
}

#[cfg(test)]
mod tests {
    use super::compose;

    #[test]
    fn the_screen_comes_first_because_tabs_cut_the_end() {
        assert_eq!(
            compose("Đăng ký khai sinh", "Một Cửa"),
            "Đăng ký khai sinh - Một Cửa"
        );
        assert_eq!(compose("", "Một Cửa"), "Một Cửa");
    }
}
