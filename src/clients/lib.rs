//! Whom the firm works for: accounts, the people behind them, and what each address of theirs may do and is told.

pub mod accounts;
pub mod address_changes;
pub mod bulk_invitations;
pub mod contacts;
pub mod first_steps;
pub mod info;
pub mod notifications;
pub mod opening;
#[cfg(not(target_arch = "wasm32"))]
pub mod own_address;
mod parts;
#[cfg(not(target_arch = "wasm32"))]
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
mod switches;
pub mod teammates;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod testing;
mod wording;

/// Every kind of link of this area that works without a sign-in.
#[cfg(not(target_arch = "wasm32"))]
pub const LINKS: [access::links::LinkKind; 2] = [address_changes::LINK, own_address::LINK];
