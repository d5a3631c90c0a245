//! Links that work without a sign-in, of every kind: invitations, invitations to the team, resets, printed sign-ins, and those
//! that stop or undo a change of address. Below the sessions, whose end voids what was printed.
//!
//! A mail holds an address with a token; the database holds the token's hash (SEC-13). Opening the address changes nothing
//! and uses nothing up (SEC-16): it hands the token to a cookie that has the link's name, and leads to a page whose address has
//! it too, so that no history, log or `Referer` has the token (SEC-20). Page, forms and server function say the name and read
//! that cookie: links of one kind, and people at one browser, work side by side, and what was typed for one is never taken for
//! another.
//!
//! Here a link is made, stored, replaced, limited, opened, used once and taken back; what a kind differs in is a [`LinkKind`]. Its
//! user says what the link is about, what its mail and page say, and what it does: its acts take a [`ByLink`], which only this
//! slice makes. What a kind keeps besides stands in a table of its slice, in a row with the link's id.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;

pub use model::Opened;
pub(crate) use pages::{Closed, Expired, Newer, OwnAddress, Until};
pub use pages::{LinkName, page};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use rules::may_renew;
#[cfg(not(target_arch = "wasm32"))]
pub use rules::{
    HELD_FOR, MAIL_INTERVAL, MAIL_WINDOW, MOST_HELD, MOST_MAILS, Meanwhile, SIGN_IN_LIFE, Standing,
};
#[cfg(all(not(target_arch = "wasm32"), any(test, feature = "testing")))]
pub use server::testing;
#[cfg(not(target_arch = "wasm32"))]
pub use server::{
    ByLink, Kind, Link, LinkKind, New, Printed, Replaces, Whose, draw, make, opened, revoke_all, supersede,
    use_once,
};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{claim_expired, expired, mailed, newest_open};

/// Names the outcome of a form that belongs to a link that this browser does not hold.
const MIXED_UP: &str = "link";
/// The field of forms, and the piece of addresses, that has a link's name.
const LINK: &str = "link";
