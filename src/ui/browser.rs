//! What only a browser can do. On the server every function here does nothing, so that components need no `cfg`.

use leptos::prelude::*;

#[cfg(not(target_arch = "wasm32"))]
#[path = "browser/host.rs"]
mod here;
#[cfg(target_arch = "wasm32")]
#[path = "browser/wasm.rs"]
mod here;

pub use here::{
    choose_own_zone, close_dialog, copy, focus, focus_again, focus_found, focus_unless_typing, go, hand_over,
    here, is_open, keep, kept, leave, make_modal, now, on_escape, on_news, press, random_name, reload,
    reload_without, show_modal, when_arrived,
};

/// False on the server and at first in the browser; true once the page is alive.
pub fn hydrated() -> Signal<bool> {
    let hydrated = RwSignal::new(false);
    Effect::new(move |_| hydrated.set(true));
    hydrated.into()
}
