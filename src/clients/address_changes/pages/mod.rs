//! The pages about a replaced address.

mod keep_dialog;
mod steps;
mod stop_page;

pub use keep_dialog::KeepAddressPage;
pub(crate) use steps::ReplaceSteps;
pub use stop_page::StopChangePage;
