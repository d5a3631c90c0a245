//! The whole site: its document, its routes, the frames of staff and portal, and pages that combine areas.

mod begin;
#[cfg(not(target_arch = "wasm32"))]
pub mod document;
pub mod help;
#[cfg(not(target_arch = "wasm32"))]
mod module;
#[cfg(not(target_arch = "wasm32"))]
mod page_assets;
#[cfg(not(target_arch = "wasm32"))]
mod plain;
pub mod portal;
#[cfg(not(target_arch = "wasm32"))]
pub mod preferences;
pub mod routes;
#[cfg(not(target_arch = "wasm32"))]
mod session_end;
mod sidebar_foot;
pub mod staff;
#[cfg(target_arch = "wasm32")]
pub mod wake;

#[cfg(not(target_arch = "wasm32"))]
pub use document::{NewsAfter, document, kit, script};
#[cfg(not(target_arch = "wasm32"))]
pub use page_assets::{PageAssets, clients, modules};
#[cfg(not(target_arch = "wasm32"))]
pub use plain::PlainApp;
pub use routes::{PAGES, Page, Part, PortalApp, StaffApp};
#[cfg(not(target_arch = "wasm32"))]
pub use session_end::DrawnFor;
