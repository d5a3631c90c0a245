//! Who there is: accounts, contacts, their addresses and switches, which address takes another one's place, the people who
//! sign in, and who of the staff is assigned to what.
//!
//! The only writer of these tables. It keeps records and decides nothing: rights are asked for in `access::gate`,
//! mails, audit and news are the business of whoever acts.

pub mod accounts;
pub mod address_changes;
#[cfg(not(target_arch = "wasm32"))]
pub mod assignments;
pub mod contacts;
mod fragments;
#[cfg(not(target_arch = "wasm32"))]
pub mod people;
#[cfg(not(target_arch = "wasm32"))]
pub mod sight;
#[cfg(not(target_arch = "wasm32"))]
pub mod staff;
pub mod switches;
#[cfg(all(not(target_arch = "wasm32"), any(test, feature = "testing")))]
pub mod testing;
