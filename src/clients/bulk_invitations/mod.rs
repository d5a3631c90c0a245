//! Invitations to many accounts at once (INV-6): chosen in the list, shown address by address, sent on confirmation.
//!
//! Invariants: what will be written to is decided anew when it is sent; each address is a transaction of its own, so
//! that one that cannot be written to holds nobody else up; whoever can sign in is never disturbed (INV-7).

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{Chosen, LeftOut, Plan, PlanLine};
pub use pages::InviteManyPage;
