//! The server's half of the gate.

mod acting;
#[cfg(test)]
mod acting_tests;
mod admitted;
#[cfg(test)]
mod admitted_tests;
mod author;
mod card;
mod command;
mod door;
mod entrance;
#[cfg(test)]
mod grants_tests;
mod guard;
mod locale;
mod may;
mod people;
mod proven;
mod right_password;
#[cfg(test)]
mod right_password_tests;
mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use admitted::{Admitted, DemoGuest};
pub use command::{Again, Answer, Command, Enters, Then, keep, own_page, sender, sent_fields, sent_from};
pub use door::{Call, Confirm, Cookie, Door, Form, Registered, Reply};
pub use entrance::Entrance;
pub use guard::{cx, in_words, visitor};
pub use locale::remember_locale;
pub use may::{May, right};
pub use people::{BY_RESET, Client, ClientOf, Guest, Pending, SignedIn, Staff, Visitor};
pub use proven::{MaybeProven, Proven, Proves};
pub use right_password::RightPassword;
