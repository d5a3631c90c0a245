//! The page of a printed link.

mod sign_in_link_page;

pub use sign_in_link_page::SignInLinkPage;
