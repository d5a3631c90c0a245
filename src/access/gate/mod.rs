//! Who is at the door, and what each door demands (SEC-43).
//!
//! A server function declares a [`rule!`](crate::rule) and asks the guard made of it; a plain form is a
//! [`Door`] in its slice's list. What is not declared is not reachable: the server refuses to start.

mod card;
mod page;
mod problem;
mod rule;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;

pub use card::{FirmCard, GrantedAccount, MailTrouble, Shell, VisitorCard};
pub use page::{CONFIRM, PROBLEM, outcome, shell};
pub use problem::{Problem, StatusSlot, page_status};
pub use rule::Rule;
pub use rules::{
    BROWSER_LIFE, CHOICE_LIFE, CLIENT_IDLE, CLIENT_LIFE, DEVICE_LIFE, LONGEST_DELAY, PENDING_LIFE,
    PROOF_LIFE, STAFF_IDLE, STAFF_LIFE,
};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::BY_RESET;
#[cfg(all(not(target_arch = "wasm32"), any(test, feature = "testing")))]
pub use server::testing;
#[cfg(not(target_arch = "wasm32"))]
pub use server::{
    Call, Client, ClientOf, Confirm, Cookie, Door, Form, Guest, MaybeProven, Pending, Proven, Proves, Reply,
    RightPassword, SignedIn, Staff, Visitor, back, cx, in_words, remember_locale, visitor,
};
