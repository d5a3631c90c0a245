//! Pages about the firm's details.

mod details_page;

pub use details_page::FirmDetailsPage;
