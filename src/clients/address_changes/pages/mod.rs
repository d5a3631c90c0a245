//! The pages about a replaced address.

mod keep_dialog;
mod old_address;
mod steps;
mod stop_page;

pub use keep_dialog::KeepAddressPage;
pub(crate) use old_address::{ChangeWords, RemoveQuestion};
pub(crate) use steps::ReplaceSteps;
pub use stop_page::StopChangePage;
