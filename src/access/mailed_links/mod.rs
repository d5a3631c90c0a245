//! Links in mails: what invitations, invitations to the team, resets and the link that stops a change have in common.
//!
//! A mail holds an address with a token; the database holds the token's hash (SEC-13). Opening the address changes nothing
//! and uses nothing up (SEC-16): it hands the token to a cookie of this kind of link and leads to the page without it, so
//! that no history, log or `Referer` has it (SEC-20). Page, forms and server function read the cookie. A browser holds one
//! link of a kind; each form carries its link's name, so that what was typed for one is never taken for another.
//!
//! What is stored with a link, and what it does, is its slice's own.

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
pub(crate) use rules::{Dates, Meanwhile, Standing, may_renew, standing};
#[cfg(not(target_arch = "wasm32"))]
pub use rules::{HELD_FOR, MAIL_INTERVAL, MAIL_WINDOW, MOST_MAILS};
#[cfg(all(not(target_arch = "wasm32"), any(test, feature = "testing")))]
pub use server::testing;
#[cfg(not(target_arch = "wasm32"))]
pub use server::{MailedLink, known};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{mailed_in_time, sent_meanwhile};

/// Names the outcome of a form that belongs to another link than the one this browser holds.
const MIXED_UP: &str = "link";
