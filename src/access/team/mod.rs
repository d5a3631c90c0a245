//! Who works for the firm: inviting colleagues, their roles and rights, the accounts they are assigned to, and leaving
//! (ROLE-1 to ROLE-8).
//!
//! Invariants: a firm has exactly one owner; nobody changes their own role or deactivates themselves; an admin decides
//! about employees only. Rights are read with every request, so a change holds at once. A deactivated member keeps
//! everything, and gets it back.

mod commands;
mod list;
mod model;
mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

#[cfg(not(target_arch = "wasm32"))]
use crate::links::{Kind, LinkKind};
pub use pages::{InviteMemberPage, JoinPage, MemberPage, TeamPage};
pub use rules::{INVITATION_LIFE, MOST_ACCOUNTS};
#[cfg(not(target_arch = "wasm32"))]
pub use server::Assigned;

/// The link that a colleague is invited by.
#[cfg(not(target_arch = "wasm32"))]
pub const LINK: LinkKind =
    LinkKind::new("staff_invitation", "join_link", kernel::paths::JOIN, "/join/{token}").of_address();

/// Its holder was invited to work for the firm.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug)]
pub enum Joins {}

#[cfg(not(target_arch = "wasm32"))]
impl Kind for Joins {
    const LINK: LinkKind = LINK;
}
