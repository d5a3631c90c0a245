//! The server's half: readers, and the pieces that their mails are made of.

mod mail;
mod store;
#[cfg(test)]
pub(crate) mod testing;

pub(crate) use mail::{Reader, contact, facts, hello, reader, security};
