//! The server has no window: nothing happens.

use leptos::ev::{KeyboardEvent, MouseEvent};

/// Opens the dialog `id` in front of the page.
pub fn show_modal(_id: &str) {}

/// Makes a dialog that the server rendered open a modal one.
pub fn make_modal(_id: &str) {}

/// Closes the dialog `id`; the focus goes back to what opened it.
pub fn close_dialog(_id: &str) {}

/// Presses the button `id`, as a person does.
pub fn press(_id: &str) {}

/// Closes the popover `id`, if it is open.
pub fn hide_popover(_id: &str) {}

/// Closes the popover `id`, if the click in it was on a link.
pub fn hide_popover_after_link(_id: &str, _event: &MouseEvent) {}

/// Puts the focus on the element `id`.
pub fn focus(_id: &str) {}

/// Puts the focus on the element `id` as soon as it is drawn anew.
pub fn focus_again(_id: &str) {}

pub fn focus_unless_typing(_id: &str) {}

/// Copies a text.
pub fn copy(_text: &str) {}

/// Focus and place of a menu that has just been opened.
pub fn menu_toggled(_id: &str) {}

/// Arrows, Home, End and first letters in the menu `id`.
pub fn move_in_menu(_id: &str, _event: &KeyboardEvent) {}

/// Calls `f` on every Esc, as long as the component that called this lives.
pub fn on_escape(_f: impl Fn() + 'static) {}

/// Loads another page as a whole.
pub fn go(_path: &str) {}

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

/// Opens a stream of server-sent events for as long as the page lives.
pub fn open_stream(_url: &str, _on_event: impl Fn(String) + 'static, _on_state: impl Fn(bool) + 'static) {}
