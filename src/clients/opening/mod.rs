//! Opening an account: with its first contact, if that is known, or neither (DM-9).

mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use pages::AccountNewPage;
