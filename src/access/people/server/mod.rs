//! The server's half: reads switches and names, and tells of new ones.

mod events;
#[cfg(test)]
mod mail_snapshot_tests;
mod meanwhile;
#[cfg(test)]
mod people_tests;
mod reading;
mod store;
mod telling;

pub(crate) use meanwhile::tell_who_came_meanwhile;
pub use reading::people;
pub use telling::{LetIn, tell_let_in};
