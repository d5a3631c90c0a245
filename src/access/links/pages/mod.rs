//! What the pages of all mailed links share.

mod ask_firm;
mod dead_ends;
mod link_page;
mod not_held;
mod parts;

use ask_firm::AskFirm;
pub(crate) use dead_ends::{Closed, Expired, Newer};
pub use link_page::{LinkName, page};
pub(crate) use parts::{OwnAddress, Until};
