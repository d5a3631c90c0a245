//! The server's half of the first run.

mod actions;
mod buttons;
mod events;
mod founding;
#[cfg(test)]
mod setup_tests;
mod store;

pub use actions::{create_firm, create_owner, ensure_link, setup_state};
pub(super) use buttons::{set_up, test_mail};
