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

/// Every kind of mailed link of this area.
#[cfg(not(target_arch = "wasm32"))]
pub const MAILED_LINKS: [access::mailed_links::MailedLink; 2] = [address_changes::LINK, own_address::LINK];

/// Every plain form of this area.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn doors() -> Vec<access::gate::Door> {
    [
        opening::doors(),
        accounts::doors(),
        address_changes::doors(),
        bulk_invitations::doors(),
        contacts::doors(),
        info::doors(),
        first_steps::doors(),
        notifications::doors(),
        own_address::doors(),
        teammates::doors(),
    ]
    .concat()
}
