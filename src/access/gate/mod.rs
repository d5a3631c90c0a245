//! Who is at the door, and what each door demands (SEC-43).
//!
//! A server function declares a [`rule!`](crate::rule) and enters by it; a plain form is a [`Door`] in its slice's list. Both
//! declare by the type of whoever they let in ([`Admitted`]), which is what their act demands: somebody of the staff who
//! holds a right is a [`May`]. What is not declared is not reachable: the server refuses to start.

mod card;
mod command;
mod page;
pub mod prelude;
mod problem;
mod rule;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;

pub use card::{FirmCard, GrantedAccount, MailTrouble, Shell, VisitorCard};
pub use command::{ByForm, Done};
pub use page::{CONFIRM, PROBLEM, outcome, shell};
pub use problem::{Problem, StatusSlot, page_status};
pub use rule::Rule;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use rules::LONGEST_KEPT;
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
    Admitted, Again, Answer, Call, Client, ClientOf, Command, Confirm, Cookie, DemoGuest, Door, Enters,
    Entrance, Form, Guest, May, MaybeProven, Pending, Proven, Proves, Registered, Reply, RightPassword,
    SignedIn, Staff, Then, Visitor, cx, in_words, keep, own_page, remember_locale, right, sender,
    sent_fields, sent_from, visitor,
};
