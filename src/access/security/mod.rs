//! A person's own security on one page: the password, where they are signed in, which browsers they trust, and what happened
//! lately (SEC-34, AUTH-5). Each of these is its own slice's matter; here they come together.

mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use pages::SecurityPage;
