//! Getting in and being let in: who is there, how they proved it, and what they may touch.
//!
//! `gate` decides; the other rooms are the ways through it. `Guest`, `Staff` and `Client` can only be made here, and
//! every action of every area asks for one of them, so an act without a check does not compile.

pub mod access_state;
pub mod activity;
pub mod address_acceptance;
pub mod alerts;
#[cfg(not(target_arch = "wasm32"))]
pub mod attempts;
pub mod codes;
pub mod frame;
pub mod gate;
pub mod invitations;
#[cfg(not(target_arch = "wasm32"))]
mod known_browsers;
pub mod links;
#[cfg(not(target_arch = "wasm32"))]
pub mod login_moves;
pub mod mail_state;
pub mod password;
pub mod people;
pub mod profile;
#[cfg(not(target_arch = "wasm32"))]
mod reset_requests;
pub mod security;
pub mod security_mails;
pub mod sessions;
pub mod setup;
pub mod sign_in;
pub mod sign_in_link;
#[cfg(not(target_arch = "wasm32"))]
pub mod step_up;
pub mod switching;
pub mod team;
#[cfg(not(target_arch = "wasm32"))]
pub mod trusted_devices;
#[cfg(not(target_arch = "wasm32"))]
pub mod unsent;
#[cfg(not(target_arch = "wasm32"))]
mod upkeep;

/// Every kind of link of this area that works without a sign-in.
#[cfg(not(target_arch = "wasm32"))]
pub const LINKS: [links::LinkKind; 4] = [invitations::LINK, team::LINK, password::LINK, sign_in_link::LINK];
