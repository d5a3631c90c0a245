//! The browser's side. A missing element is no error: the page may have moved on.

use leptos::{ev, prelude::*};
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, History, HtmlDialogElement, HtmlElement, MessageEvent};

fn element<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Opens the dialog `id` in front of the page.
pub fn show_modal(id: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(id)
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Makes a dialog that the server rendered open a modal one. One that is modal already keeps the focus where it is.
pub fn make_modal(id: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(id)
        && !dialog.matches(":modal").unwrap_or_default()
    {
        dialog.set_open(false);
        let _ = dialog.show_modal();
    }
}

/// Whether the dialog `id` is open.
#[must_use]
pub fn is_open(id: &str) -> bool {
    element::<HtmlDialogElement>(id).is_some_and(|it| it.open())
}

/// Closes the dialog `id`; the focus goes back to what opened it.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(id) {
        dialog.close();
    }
}

/// Presses the button `id`, as a person does.
pub fn press(id: &str) {
    if let Some(button) = element::<HtmlElement>(id) {
        button.click();
    }
}

/// Puts the focus on the element `id`.
pub fn focus(id: &str) {
    if let Some(element) = element::<HtmlElement>(id) {
        let _ = element.focus();
    }
}

/// As [`focus`], unless somebody is typing elsewhere.
pub fn focus_unless_typing(id: &str) {
    let active = document().active_element().map(|it| it.tag_name());
    if !active.is_some_and(|tag| ["INPUT", "TEXTAREA", "SELECT"].contains(&tag.as_str())) {
        focus(id);
    }
}

/// Puts the focus on the element `id` as soon as it is drawn anew, unless somebody has gone on by then: `app/page/held.js`.
pub fn focus_again(id: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(FOCUS_IS_ASKED, id);
    }
}

/// Puts the focus on the first element of this kind, once what is to be drawn is drawn.
pub fn focus_found(selector: String) {
    let look = move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(found) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            let _ = found.focus();
        }
    };
    set_timeout(look, Duration::ZERO);
}

/// Entries of the history for which something is kept; of more, the newest.
const MOST_KEPT: usize = 20;

/// The name of this entry of the tab's history: none until something is kept for it.
fn entry(history: &History) -> Option<String> {
    js_sys::Reflect::get(&history.state().ok()?, &JsValue::from_str("entry")).ok()?.as_string()
}

/// What was kept for this entry of the tab's history by this person, unless the page at `at` is only being drawn and the
/// entry is still that of the page before.
#[must_use]
pub fn kept(what: &str, whose: &str, at: &str) -> Option<String> {
    let window = window();
    let entry = entry(&window.history().ok()?)?;
    let all = window.session_storage().ok()??.get_item(what).ok()??;
    let mut lines = all.lines();
    let is_theirs = lines.next() == Some(whose) && window.location().pathname().ok()? == at;
    let line = lines.filter(|_| is_theirs).find_map(|line| line.strip_prefix(&entry)?.strip_prefix(' '));
    line.map(str::to_owned)
}

/// Keeps a text of one line for this entry of the tab's history, and nothing of anybody else's; unless the page has left `at`.
pub fn keep(what: &str, whose: &str, at: &str, text: &str) {
    let window = window();
    if window.location().pathname().is_ok_and(|path| path != at) {
        return;
    }
    let (Ok(history), Ok(Some(storage))) = (window.history(), window.session_storage()) else { return };
    let name = entry(&history).unwrap_or_else(|| {
        let (name, state) = (random_name(), js_sys::Object::new());
        let _ = js_sys::Reflect::set(&state, &JsValue::from_str("entry"), &JsValue::from_str(&name));
        let _ = history.replace_state(&state, "");
        name
    });
    let all = storage.get_item(what).ok().flatten().unwrap_or_default();
    let mut old = all.lines();
    let theirs = old.next() == Some(whose);
    let others = old.filter(|line| theirs && !line.starts_with(&name)).take(MOST_KEPT);
    let newest = format!("{name} {text}");
    let lines: Vec<&str> = [whose, &newest].into_iter().chain(others).collect();
    let _ = storage.set_item(what, &lines.join("\n"));
}

/// Copies a text. Without a secure connection there is no clipboard, and the text stays selectable.
pub fn copy(text: &str) {
    let window = window();
    if window.is_secure_context() {
        let _ = window.navigator().clipboard().write_text(text);
    }
}

/// Calls `f` on every Esc, as long as the component that called this lives.
pub fn on_escape(f: impl Fn() + 'static) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && !event.is_composing() {
            f();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Loads another page as a whole.
pub fn go(path: &str) {
    let _ = window().location().set_href(path);
}

/// Loads another page in the place of this one: nothing of it stays on the screen meanwhile, and Back does not lead to it.
pub fn leave(path: &str) {
    if let Some(body) = document().body() {
        body.set_hidden(true);
    }
    let _ = window().location().replace(path);
}

/// Loads the page that an awake client was led to as a whole, and says so. While a page is being woken up it is the
/// server's own, and stays.
#[must_use]
pub fn hand_over(to: &str) -> bool {
    let state = document().document_element().and_then(|it| it.get_attribute("data-hydrated"));
    if state.as_deref() != Some("true") {
        return false;
    }
    let to = to.to_owned();
    // By then the router has written the address down, and Back leads to the page before.
    set_timeout(move || if here() == to { reload() } else { go(&to) }, Duration::ZERO);
    true
}

/// Path and query of this page.
#[must_use]
pub fn here() -> String {
    let at = window().location();
    at.pathname().unwrap_or_default() + &at.search().unwrap_or_default()
}

/// Loads this page again.
pub fn reload() {
    let _ = window().location().reload();
}

/// Milliseconds since 1970 by this machine's clock.
#[must_use]
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// A name for this tab; nothing secret, only unlikely to be another's.
#[must_use]
pub fn random_name() -> String {
    format!("{:08x}{:08x}", (js_sys::Math::random() * 4e9) as u32, (js_sys::Math::random() * 4e9) as u32)
}

/// Hears of news for as long as the page lives; `app/page/live.js` listens for all tabs.
pub fn on_news(hear: impl Fn(String) + 'static) {
    let _ = window_event_listener_untyped("news", move |event| {
        if let Some(text) = event.unchecked_into::<MessageEvent>().data().as_string() {
            hear(text);
        }
    });
}

thread_local! {
    /// The path of the page that was drawn last.
    static PAGE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Holds the id of the element that wants the focus as soon as it is there.
const FOCUS_IS_ASKED: &str = "data-focus";

/// Calls `then` when the page has become another one without being loaded. `app/page/arrive.js` puts the focus on its
/// heading, unless [`focus_again`] puts it elsewhere.
pub fn when_arrived(then: impl FnOnce() + 'static) {
    // The address follows the page.
    request_animation_frame(move || {
        let here = window().location().pathname().unwrap_or_default();
        let before = PAGE.replace(here.clone());
        if before.is_empty() || before == here {
            return;
        }
        let asked = document().document_element().and_then(|it| it.get_attribute(FOCUS_IS_ASKED));
        // Whoever has put the focus elsewhere by then cancels it, as `app/back.js` does.
        let init = web_sys::EventInit::new();
        init.set_cancelable(true);
        if asked.and_then(|id| element::<Element>(&id)).is_none()
            && let Ok(arrived) = web_sys::Event::new_with_event_init_dict("arrived", &init)
        {
            let _ = window().dispatch_event(&arrived);
        }
        then();
    });
}

/// Loads this page again, if the element `id` has nothing in it: what is drawn by the server alone (`still`) comes with it.
pub fn reload_without(id: &str) {
    if element::<Element>(id).is_some_and(|it| it.child_element_count() == 0) {
        reload();
    }
}

/// Chooses the browser's own time zone in the list `id`, if it is there and `usual` is still chosen.
pub fn choose_own_zone(id: &str, usual: &str) {
    let value = JsValue::from_str("value");
    let options =
        js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new()).resolved_options();
    let (Some(list), Ok(zone)) =
        (element::<HtmlElement>(id), js_sys::Reflect::get(&options, &JsValue::from_str("timeZone")))
    else {
        return;
    };
    if js_sys::Reflect::get(&list, &value).ok().and_then(|it| it.as_string()).as_deref() != Some(usual) {
        return;
    }
    let _ = js_sys::Reflect::set(&list, &value, &zone);
    // A list forgets its choice when it is told one that it does not have.
    if js_sys::Reflect::get(&list, &value).ok().and_then(|it| it.as_string()).is_none_or(|it| it.is_empty()) {
        let _ = js_sys::Reflect::set(&list, &value, &JsValue::from_str(usual));
    }
}
