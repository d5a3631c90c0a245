//! The whole site: its document, its routes, the frames of staff and portal, and pages that combine areas.

pub mod document;
mod help;
pub mod portal;
pub mod routes;
pub mod staff;

#[cfg(not(target_arch = "wasm32"))]
pub mod preferences;
#[cfg(target_arch = "wasm32")]
pub mod wake;

#[cfg(not(target_arch = "wasm32"))]
pub use document::kit;
pub use document::{PageAssets, document};
#[cfg(not(target_arch = "wasm32"))]
pub use routes::PlainApp;
pub use routes::{Half, PAGES, Page, PortalApp, StaffApp};
