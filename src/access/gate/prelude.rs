//! What a file of commands names: `use access::gate::prelude::*;`. The server's half is left out in the browser.

#[cfg(not(target_arch = "wasm32"))]
pub use super::{
    Again, Client, ClientOf, Command, DemoGuest, Guest, May, MaybeProven, Pending, Proven, SignedIn, Staff,
    right::*,
};
pub use super::{ByForm, Done};
pub use kernel::{AppError, paths};
pub use leptos::prelude::*;
