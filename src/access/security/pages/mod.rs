//! The page of a person's own security.

mod security_page;

pub use security_page::SecurityPage;
