//! Opening an account: with its first contact, if that is known, or neither (DM-9).

mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod server;

pub use pages::AccountNewPage;

/// The plain forms of this slice.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn doors() -> Vec<access::gate::Door> {
    server::doors::doors()
}
