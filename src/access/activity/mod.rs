//! What happened around a person's own sign-in: shown to them and to nobody else (AUD-5). Read from the audit trail.

mod model;
mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{Activity, ActivityPart};
pub use pages::RecentActivity;
pub use rules::Kind;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use rules::name_of;
