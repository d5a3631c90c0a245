//! The page of the first run.

mod setup_page;

pub use setup_page::SetupPage;
