//! A browser signed in, or on its way to be: a row with the hash of its cookie.
//!
//! A new token at every stage, the old one dead at once (SEC-32). Ending is an update that nothing undoes
//! (SEC-35). What a session may do is the gate's business; what a person sees of theirs is the security page.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;
mod wording;

pub use model::{Device, Devices, Left};
pub use pages::SecurityPage;
#[cfg(not(target_arch = "wasm32"))]
pub use server::{
    Started, doors, end, end_all_of_user, end_others, left, may_enter, promote, purge, renew, renew_proven,
    start_full, start_full as start, start_pending, start_unproven, touch,
};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{
    begin_anew, held, is_staff, known_for, letter, own_browser, stand_in_line, stand_in_line_to_enter,
};
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) use server::{cast, devices};
pub(crate) use wording::device;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use wording::device_in;
