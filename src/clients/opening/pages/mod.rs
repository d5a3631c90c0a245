//! The page that opens an account.

mod account_new;

pub use account_new::AccountNewPage;
