//! The names a firm answers at (DOM-1 to DOM-4). Links are made of the main one; earlier ones lead to it, so that old links
//! and tokens go on working.
//!
//! Invariants: a host belongs to one firm; the main one and the one a firm began with are never removed; the one it began
//! with lets people in even when the main one does not work.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{HostLine, HostList};
pub use pages::{FirmHostsPage, MainHostPage};

/// The plain forms of this slice.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn doors() -> Vec<access::gate::Door> {
    server::doors::doors()
}
