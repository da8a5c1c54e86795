//! What a key does in a text box with a list of suggestions: the editable combobox with
//! list autocompletion of the ARIA Authoring Practices, as a pure state machine.
//!
//! Nothing is selected by itself, so Enter sends what was typed unless a suggestion was
//! chosen on purpose. The text is never written to: composing (Telex, a phone's
//! keyboard) goes on undisturbed.

/// Whether the list is open, how long it is, and which option is marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Combobox {
    options: usize,
    open: bool,
    active: Option<usize>,
}

/// A key that means something here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Down,
    Up,
    /// Alt+Down: opens without marking.
    Open,
    /// Alt+Up: closes without choosing.
    Close,
    Enter,
    Escape,
    Tab,
    /// Home, End and the sideways arrows, which belong to the text.
    Cursor,
}

/// What the box does about a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Response {
    /// Nothing more: the browser does what it does in any text box.
    Native,
    /// The key is used up.
    Taken,
    /// The key is used up, and this option is chosen.
    Choose(usize),
}

impl Key {
    /// Reads a `KeyboardEvent`'s `key`.
    pub(super) fn read(key: &str, alt: bool) -> Option<Self> {
        Some(match (key, alt) {
            ("ArrowDown", false) => Self::Down,
            ("ArrowUp", false) => Self::Up,
            ("ArrowDown", true) => Self::Open,
            ("ArrowUp", true) => Self::Close,
            ("Enter", _) => Self::Enter,
            ("Escape", _) => Self::Escape,
            ("Tab", _) => Self::Tab,
            ("Home" | "End" | "ArrowLeft" | "ArrowRight", _) => Self::Cursor,
            _ => return None,
        })
    }
}

impl Combobox {
    /// Whether the list is on the screen.
    pub(super) fn is_open(self) -> bool {
        self.open
    }

    /// The option that is marked.
    pub(super) fn active(self) -> Option<usize> {
        self.active
    }

    /// Suggestions for the present text have come.
    pub(super) fn offered(&mut self, options: usize) {
        *self = Self {
            options,
            open: options > 0,
            active: None,
        };
    }

    /// The text has changed: nothing is marked until new suggestions come.
    pub(super) fn typed(&mut self) {
        self.active = None;
    }

    /// The box was left, or what it was for is done.
    pub(super) fn closed(&mut self) {
        self.open = false;
        self.active = None;
    }

    /// A key was pressed.
    pub(super) fn pressed(&mut self, key: Key) -> Response {
        match key {
            Key::Down => self.step(|at, last| if at < last { at + 1 } else { 0 }, 0),
            Key::Up => {
                let last = self.options.saturating_sub(1);
                self.step(|at, last| if at > 0 { at - 1 } else { last }, last)
            }
            Key::Open => {
                self.open = self.options > 0;
                Response::Taken
            }
            Key::Close | Key::Escape if self.open => {
                self.closed();
                Response::Taken
            }
            Key::Close | Key::Escape => Response::Native,
            Key::Enter => match self.active {
                Some(option) => {
                    self.closed();
                    Response::Choose(option)
                }
                None => {
                    self.closed();
                    Response::Native
                }
            },
            Key::Tab => {
                self.closed();
                Response::Native
            }
            Key::Cursor => {
                self.active = None;
                Response::Native
            }
        }
    }

    /// Marks the next option by `next(at, last)`, or `first` when none is marked yet.
    fn step(&mut self, next: impl Fn(usize, usize) -> usize, first: usize) -> Response {
        let Some(last) = self.options.checked_sub(1) else {
            return Response::Native;
        };
        self.active = Some(match self.active {
            Some(at) if self.open => next(at, last),
            _ => first,
        });
        self.open = true;
        Response::Taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn offered(options: usize) -> Combobox {
        let mut combobox = Combobox::default();
        combobox.offered(options);
        combobox
    }

    #[test]
    fn suggestions_open_the_list_and_select_nothing() {
        assert!(offered(3).is_open());
        assert_eq!(offered(3).active(), None);
        assert!(!offered(0).is_open());
    }

    #[test]
    fn enter_sends_what_was_typed_unless_a_suggestion_was_marked() {
        let mut combobox = offered(3);
        assert_eq!(combobox.pressed(Key::Enter), Response::Native);
        let mut combobox = offered(3);
        combobox.pressed(Key::Down);
        combobox.pressed(Key::Down);
        assert_eq!(combobox.pressed(Key::Enter), Response::Choose(1));
        assert!(!combobox.is_open());
    }

    #[test]
    fn arrows_go_round() {
        let mut combobox = offered(2);
        combobox.pressed(Key::Up);
        assert_eq!(combobox.active(), Some(1));
        combobox.pressed(Key::Down);
        assert_eq!(combobox.active(), Some(0));
        combobox.pressed(Key::Up);
        assert_eq!(combobox.active(), Some(1));
    }

    #[test]
    fn escape_closes_first_and_only_then_clears_as_the_browser_does() {
        let mut combobox = offered(2);
        assert_eq!(combobox.pressed(Key::Escape), Response::Taken);
        assert!(!combobox.is_open());
        assert_eq!(combobox.pressed(Key::Escape), Response::Native);
    }

    #[test]
    fn an_arrow_opens_a_closed_list_again_at_its_beginning() {
        let mut combobox = offered(3);
        combobox.pressed(Key::Down);
        combobox.pressed(Key::Down);
        combobox.pressed(Key::Escape);
        combobox.pressed(Key::Down);
        assert_eq!((combobox.is_open(), combobox.active()), (true, Some(0)));
        combobox.pressed(Key::Close);
        combobox.pressed(Key::Open);
        assert_eq!((combobox.is_open(), combobox.active()), (true, None));
    }

    #[test]
    fn keys_of_the_text_stay_with_the_text() {
        let mut combobox = offered(3);
        combobox.pressed(Key::Down);
        assert_eq!(combobox.pressed(Key::Cursor), Response::Native);
        assert_eq!((combobox.is_open(), combobox.active()), (true, None));
    }

    #[test]
    fn tab_leaves_the_typed_text_and_closes() {
        let mut combobox = offered(3);
        combobox.pressed(Key::Down);
        assert_eq!(combobox.pressed(Key::Tab), Response::Native);
        assert_eq!((combobox.is_open(), combobox.active()), (false, None));
    }

    #[test]
    fn without_suggestions_every_key_is_the_browsers() {
        let mut combobox = Combobox::default();
        for key in [Key::Down, Key::Up, Key::Enter, Key::Escape, Key::Tab] {
            assert_eq!(combobox.pressed(key), Response::Native);
        }
    }

    fn key() -> impl Strategy<Value = Key> {
        use Key::{Close, Cursor, Down, Enter, Escape, Open, Tab, Up};
        prop::sample::select(vec![Down, Up, Open, Close, Enter, Escape, Tab, Cursor])
    }

    proptest! {
        #[test]
        fn what_is_marked_is_always_on_the_screen(
            lists in prop::collection::vec((0_usize..5, prop::collection::vec(key(), 0..12)), 0..6),
        ) {
            let mut combobox = Combobox::default();
            for (options, keys) in lists {
                combobox.offered(options);
                for key in keys {
                    if let Response::Choose(option) = combobox.pressed(key) {
                        prop_assert!(option < options);
                    }
                    prop_assert!(combobox.active().is_none_or(|at| combobox.is_open() && at < options));
                }
            }
        }
    }
}
