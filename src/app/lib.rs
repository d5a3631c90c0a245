//! The whole site: its document, its routes, the frames of staff and portal, and pages that combine areas.

pub mod document;
pub mod portal;
pub mod routes;
pub mod staff;

#[cfg(not(target_arch = "wasm32"))]
pub mod preferences;

pub use document::{PageAssets, document};
pub use routes::{App, PAGES, Page};
