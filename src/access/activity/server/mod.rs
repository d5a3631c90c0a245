//! The server's half: reads the audit trail, writes nothing.

#[cfg(test)]
mod activity_tests;
mod reading;
mod store;

pub use reading::part;
