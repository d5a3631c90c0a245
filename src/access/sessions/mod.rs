//! A browser signed in, or on its way to be: a row with the hash of its cookie.
//!
//! A new token at every stage, the old one dead at once (SEC-32). Ending is an update that nothing undoes
//! (SEC-35). What a session may do is the gate's business; a person sees theirs on the page of `security`.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{Device, Devices, Left};
pub(crate) use pages::{DeviceList, TrustedList};
#[cfg(not(target_arch = "wasm32"))]
pub use rules::END_WARNING;
#[cfg(not(target_arch = "wasm32"))]
pub use server::{
    Started, afterwards, end, end_all_of_user, end_others, left, promote, renew, renew_proven, start_full,
    start_full as start, start_pending, start_unproven, touch,
};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{
    answered, close_banner, count_try, end_pending, held, purge, stand_in_line_to_enter, wait_on,
};
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) use server::{devices, fixtures};
pub(crate) use server_fns::my_devices;
