//! The server has no window: nothing happens.

/// Opens the dialog `id` in front of the page.
pub fn show_modal(_id: &str) {}

/// Makes a dialog that the server rendered open a modal one.
pub fn make_modal(_id: &str) {}

/// Closes the dialog `id`; the focus goes back to what opened it.
pub fn close_dialog(_id: &str) {}

/// Presses the button `id`, as a person does.
pub fn press(_id: &str) {}

/// Puts the focus on the element `id`.
pub fn focus(_id: &str) {}

/// Puts the focus on the element `id` as soon as it is drawn anew.
pub fn focus_again(_id: &str) {}

#[must_use]
pub fn is_open(_id: &str) -> bool {
    false
}

pub fn focus_unless_typing(_id: &str) {}

/// Puts the focus on the first element of this kind, once what is to be drawn is drawn.
pub fn focus_found(_selector: String) {}

/// What was kept for this entry of the tab's history by this person.
#[must_use]
pub fn kept(_what: &str, _whose: &str, _at: &str) -> Option<String> {
    None
}

/// Keeps a text for this entry of the tab's history.
pub fn keep(_what: &str, _whose: &str, _at: &str, _text: &str) {}

/// Copies a text.
pub fn copy(_text: &str) {}

/// Calls `f` on every Esc, as long as the component that called this lives.
pub fn on_escape(_f: impl Fn() + 'static) {}

/// Loads another page as a whole.
pub fn go(_path: &str) {}

/// Loads another page in the place of this one.
pub fn leave(_path: &str) {}

/// Loads the page that an awake client was led to as a whole, and says so; never here.
#[must_use]
pub fn hand_over(_to: &str) -> bool {
    false
}

/// Path and query of this page in the browser; nothing here.
#[must_use]
pub fn here() -> String {
    String::new()
}

/// Loads this page again.
pub fn reload() {}

/// Chooses the browser's own time zone in the list `id`, if it is there and `usual` is still chosen.
pub fn choose_own_zone(_id: &str, _usual: &str) {}

/// Milliseconds since 1970 in the browser; nothing here.
#[must_use]
pub fn now() -> f64 {
    0.0
}

/// A name for this tab; empty on the server.
#[must_use]
pub fn random_name() -> String {
    String::new()
}

/// Hears of news for as long as the page lives.
pub fn on_news(_hear: impl Fn(String) + 'static) {}

/// Calls `then` when the page has become another one.
pub fn when_arrived(_then: impl FnOnce() + 'static) {}

/// Loads this page again, if the element `id` has nothing in it.
pub fn reload_without(_id: &str) {}
