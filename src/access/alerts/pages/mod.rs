//! The page of one's own choices.

mod alerts_page;

pub use alerts_page::AlertsPage;
