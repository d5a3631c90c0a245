//! Help for clients who are stuck at the door (HELP-1), public and with a link for each topic; and the same topics from
//! the firm's side, with texts to send (HELP-2).
//!
//! A topic is data: its words are in the catalogs, its page is drawn from a table, so that the client carries no prose.

mod model;
mod pages;
mod server_fns;
#[cfg(not(target_arch = "wasm32"))]
mod texts;
mod topics;

/// Whether there is a topic of this name.
#[must_use]
pub fn is_topic(slug: &str) -> bool {
    topics::find(slug).is_some()
}

pub use pages::{ClientHelpPage, HelpIndexPage, HelpTopicPage};
