//! The page that asks for the password.

mod confirm_page;

pub use confirm_page::ConfirmPage;
