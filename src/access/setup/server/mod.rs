//! The server's half of the first run.

mod actions;
mod doors;
mod events;
mod founding;
#[cfg(test)]
mod setup_tests;
mod store;

pub use actions::{create_firm, create_owner, ensure_link, setup_state};
pub use doors::doors;
