//! The server's half: readers, and the pieces that their mails are made of.

mod mail;
mod store;
#[cfg(test)]
pub(crate) mod testing;

pub(crate) use mail::{Reader, facts, hello, reader, security};
pub use mail::{contact, facts_in};
