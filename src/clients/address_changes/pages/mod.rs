//! The pages about a replaced address.

mod old_address;
mod steps;
mod stop_page;

pub(crate) use old_address::{ChangeWords, RemoveQuestion};
pub(crate) use steps::ReplaceSteps;
pub use stop_page::StopChangePage;
