//! The browser's side. A missing element is no error: the page may have moved on.

use leptos::{
    ev,
    ev::{KeyboardEvent, MouseEvent},
    prelude::*,
};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventSource, HtmlDialogElement, HtmlElement, MessageEvent, css};

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

/// Makes a dialog that the server rendered open a modal one.
pub fn make_modal(id: &str) {
    if let Some(dialog) = element::<HtmlDialogElement>(id) {
        dialog.set_open(false);
        let _ = dialog.show_modal();
    }
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

/// Closes the popover `id`, if it is open.
pub fn hide_popover(id: &str) {
    if let Some(popover) = element::<HtmlElement>(id)
        && is_open(&popover)
    {
        let _ = popover.hide_popover();
    }
}

/// Closes the popover `id`, if the click in it was on a link.
pub fn hide_popover_after_link(id: &str, event: &MouseEvent) {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    if target.and_then(|it| it.closest("a[href]").ok().flatten()).is_some() {
        hide_popover(id);
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

/// Puts the focus on the element `id` as soon as it is drawn anew, within two seconds, unless it is somewhere by then.
pub fn focus_again(id: &str) {
    look_for(id.to_owned(), 40);
}

fn look_for(id: String, times: u8) {
    let look = move || {
        let active = document().active_element();
        let lost = active.as_ref().is_none_or(|it| it.tag_name() == "BODY");
        if lost {
            focus(&id);
        }
        // What has just been found may itself be drawn anew.
        if times > 0 && (lost || active.is_some_and(|it| it.id() == id)) {
            look_for(id, times - 1);
        }
    };
    set_timeout(look, Duration::from_millis(50));
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

fn is_open(popover: &HtmlElement) -> bool {
    popover.matches(":popover-open").unwrap_or(false)
}

fn items(menu: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(found) = menu.query_selector_all("[role=menuitem]") else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Focus and place of a menu that has just been opened.
pub fn menu_toggled(id: &str) {
    let Some(menu) = element::<HtmlElement>(id).filter(is_open) else { return };
    if !css::supports_with_value("position-area", "block-end").unwrap_or(false) {
        place_below_button(id, &menu);
    }
    if let Some(first) = items(&menu).first() {
        let _ = first.focus();
    }
}

/// For browsers that cannot anchor a popover in CSS.
fn place_below_button(id: &str, menu: &HtmlElement) {
    let Some(button) = element::<HtmlElement>(&format!("{id}-button")) else { return };
    let button = button.get_bounding_client_rect();
    let size = menu.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(0.0);
    let below = button.bottom() + 4.0;
    let top = if below + size.height() > height { button.top() - size.height() - 4.0 } else { below };
    let left = (button.right() - size.width()).max(8.0);
    let style = menu.style();
    for (name, value) in [("inset", "auto".to_owned()), ("margin", "0".to_owned())] {
        let _ = style.set_property(name, &value);
    }
    let _ = style.set_property("top", &format!("{}px", top.max(8.0)));
    let _ = style.set_property("left", &format!("{left}px"));
}

/// Arrows, Home, End and first letters in the menu `id`.
pub fn move_in_menu(id: &str, event: &KeyboardEvent) {
    let Some(menu) = element::<HtmlElement>(id) else { return };
    let items = items(&menu);
    if items.is_empty() || event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let active = document().active_element();
    let at = items.iter().position(|it| active.as_ref() == Some(it.as_ref()));
    let target = match event.key().as_str() {
        "ArrowDown" => at.map_or(0, |at| (at + 1) % items.len()),
        "ArrowUp" => at.map_or(items.len() - 1, |at| (at + items.len() - 1) % items.len()),
        "Home" => 0,
        "End" => items.len() - 1,
        "Tab" => return hide_popover(id),
        key if key.chars().count() == 1 && key != " " => match starting_with(&items, at, key) {
            Some(target) => target,
            None => return,
        },
        _ => return,
    };
    event.prevent_default();
    let _ = items[target].focus();
}

/// The next item whose text starts with `key`, after the one that has the focus.
fn starting_with(items: &[HtmlElement], at: Option<usize>, key: &str) -> Option<usize> {
    let first = at.map_or(0, |at| at + 1);
    (0..items.len()).map(|step| (first + step) % items.len()).find(|&it| {
        let text = items[it].text_content().unwrap_or_default().trim().to_lowercase();
        text.starts_with(&key.to_lowercase())
    })
}

/// Loads another page as a whole.
pub fn go(path: &str) {
    let _ = window().location().set_href(path);
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

/// What hears a stream of server-sent events, over all its connections.
struct Stream {
    url: RefCell<String>,
    on_event: Box<dyn Fn(String)>,
    on_state: Box<dyn Fn(bool)>,
    /// How often it failed since it was open.
    failed: Cell<u32>,
}

/// Opens a stream of server-sent events for as long as the page lives. The browser itself connects again after a break and
/// says which event it heard last; but an answer that is no stream, such as a proxy's 502 while we restart, is final to it.
pub fn open_stream(url: &str, on_event: impl Fn(String) + 'static, on_state: impl Fn(bool) + 'static) {
    listen(Rc::new(Stream {
        url: RefCell::new(url.to_owned()),
        on_event: Box::new(on_event),
        on_state: Box::new(on_state),
        failed: Cell::new(0),
    }));
}

fn listen(stream: Rc<Stream>) {
    let Ok(source) = EventSource::new(&stream.url.borrow()) else { return };
    let here = stream.clone();
    let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        // The next connection begins after it.
        here.url.replace_with(|url| {
            let path = url.split('?').next().unwrap_or_default();
            format!("{path}?after={}", event.last_event_id())
        });
        if let Some(text) = event.data().as_string() {
            (here.on_event)(text);
        }
    });
    let here = stream.clone();
    let open = Closure::<dyn Fn()>::new(move || {
        here.failed.set(0);
        (here.on_state)(true);
    });
    let error = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        (stream.on_state)(false);
        let given_up = |it: EventSource| it.ready_state() == EventSource::CLOSED;
        if event.target().and_then(|it| it.dyn_into().ok()).is_some_and(given_up) {
            let again = stream.clone();
            set_timeout(move || listen(again), pause(&stream.failed));
        }
    });
    // The browser keeps them as long as the connection.
    source.set_onmessage(Some(message.into_js_value().unchecked_ref()));
    source.set_onopen(Some(open.into_js_value().unchecked_ref()));
    source.set_onerror(Some(error.into_js_value().unchecked_ref()));
}

/// From two seconds to a minute, longer each time, and not the same for all the pages that lost their server at once.
fn pause(failed: &Cell<u32>) -> Duration {
    let least = (2_000 << failed.get().min(4)).min(30_000);
    failed.set(failed.get() + 1);
    Duration::from_millis((f64::from(least) * (1.0 + js_sys::Math::random())) as u64)
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
