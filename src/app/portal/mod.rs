//! The portal: what a client sees, one account at a time (SW-7). The account is in every address.

mod account_banner;
#[cfg(not(target_arch = "wasm32"))]
mod astray;
mod home;
mod index;
mod layout;
mod missing;
mod news;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use astray::Astray;
pub use home::HomePage;
pub use index::PortalIndex;
pub(crate) use layout::PortalFrame;
pub use layout::PortalLayout;
