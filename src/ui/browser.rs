//! What only a browser can do. On the server every function here does nothing, so that components need no `cfg`.

use leptos::prelude::*;

#[cfg(not(target_arch = "wasm32"))]
#[path = "browser/host.rs"]
mod here;
#[cfg(target_arch = "wasm32")]
#[path = "browser/wasm.rs"]
mod here;

pub use here::{
    choose_own_zone, close_dialog, copy, focus, focus_again, focus_unless_typing, go, hide_popover,
    hide_popover_after_link, make_modal, menu_toggled, move_in_menu, now, on_escape, open_stream, press,
    random_name, reload, show_modal,
};

/// False on the server and at first in the browser; true once the page is alive.
pub fn hydrated() -> Signal<bool> {
    let hydrated = RwSignal::new(false);
    Effect::new(move |_| hydrated.set(true));
    hydrated.into()
}
