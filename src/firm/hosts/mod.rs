//! The names a firm answers at (DOM-1 to DOM-4). Links are made of the main one; earlier ones lead to it, so that old links
//! and tokens go on working.
//!
//! Where several firms share an installation, a name answers as a firm's only after the firm has shown, by a text in the
//! DNS, that the name is its own; until then it is wanted, by anybody who likes.
//!
//! Invariants: a host belongs to one firm, with and without `www.`; the main one and the one a firm began with are never
//! removed; the one it began with lets people in even when the main one does not work.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{HostLine, HostList, Proof};
pub use pages::{FirmHostsPage, MainHostPage};

#[cfg(not(target_arch = "wasm32"))]
pub use server::confirm::confirm;
