//! The whole site: its document, its routes, the frames of staff and portal, and pages that combine areas.

mod area;
mod begin;
#[cfg(not(target_arch = "wasm32"))]
pub mod document;
pub mod help;
#[cfg(not(target_arch = "wasm32"))]
mod module;
#[cfg(not(target_arch = "wasm32"))]
mod page_assets;
#[cfg(not(target_arch = "wasm32"))]
pub mod parts;
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

pub use area::AreaApp;
#[cfg(not(target_arch = "wasm32"))]
pub use document::{NewsAfter, document, kit, script};
#[cfg(not(target_arch = "wasm32"))]
pub use page_assets::{Client, PageAssets, clients, modules};
#[cfg(not(target_arch = "wasm32"))]
pub use parts::{PARTS, Part};
pub use routes::{PAGES, Page, PortalApp, StaffApp};
#[cfg(not(target_arch = "wasm32"))]
pub use session_end::DrawnFor;
