//! Whom the firm works for: accounts, the people behind them, and what each address of theirs may do and is told.

pub mod accounts;
pub mod address_changes;
pub mod bulk_invitations;
pub mod contact_settings;
pub mod contacts;
pub mod notifications;
mod parts;
#[cfg(not(target_arch = "wasm32"))]
pub mod sight;
#[cfg(not(target_arch = "wasm32"))]
mod sight_store;
pub mod teammates;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod testing;
mod wording;

/// Every kind of mailed link of this area.
#[cfg(not(target_arch = "wasm32"))]
pub const MAILED_LINKS: [access::mailed_links::MailedLink; 1] = [address_changes::LINK];

/// Every plain form of this area.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn doors() -> Vec<access::gate::Door> {
    [
        accounts::doors(),
        address_changes::doors(),
        bulk_invitations::doors(),
        contacts::doors(),
        contact_settings::doors(),
        notifications::doors(),
        teammates::doors(),
    ]
    .concat()
}
