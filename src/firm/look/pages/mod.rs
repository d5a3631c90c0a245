//! Pages about the firm's look.

mod colours;
mod logo;
mod look_page;

pub use look_page::FirmLookPage;
