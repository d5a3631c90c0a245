//! The server's half: how mail fares in the reader's words, and the test mail.

#[cfg(test)]
mod mail_snapshot_tests;
mod state;
mod test_mail;

pub use state::{said, said_outside, trouble, trouble_of};
pub use test_mail::send_test;
