//! The server's half of signing in.

#[cfg(test)]
mod code_tests;
mod codes;
#[cfg(test)]
mod delay_tests;
mod doors;
#[cfg(test)]
mod known_tests;
mod lead;
pub(crate) mod limits;
mod mails;
mod password;
#[cfg(test)]
mod rotation_tests;
#[cfg(test)]
mod sign_in_tests;
mod states;
mod store;
mod streak_store;

pub use doors::doors;
pub use lead::destination;
pub use states::{code_state, demo_users, sign_in_state};
