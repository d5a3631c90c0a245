//! What the pages of all mailed links share.

mod again;
mod ask_firm;
mod link_page;
mod not_held;

pub(crate) use again::Again;
pub use ask_firm::AskFirm;
pub use link_page::{LinkName, page};
