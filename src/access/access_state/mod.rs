//! Where somebody stands with their access to an account, in one word that is the same wherever it is said: in the lists of
//! accounts and contacts, on the Info tab, before invitations are sent, and in the portal.
//!
//! Invariants: the state is decided by [`state`] alone, from a switch, a login and an open invitation; who was only
//! invited, however long ago, is never said to be able to sign in. The database keeps a summary for the filter of the list
//! of accounts (`account_standing`), which a test holds against the rule.

mod model;
mod pages;
mod rules;

pub use model::{AccessCounts, AccessState};
pub use pages::{AccessBadge, AccessBadges, access_icon, access_tone, access_word};
pub use rules::{AccessFacts, AccessSummary, OpenInvitation, counted, state, told};
