//! The portal: what a client sees, one account at a time (SW-7). The account is in every address.

mod account_banner;
mod home;
mod index;
mod layout;
mod missing;
mod news;
pub(crate) mod sidebar_foot;

pub use home::HomePage;
pub use index::PortalIndex;
pub use layout::PortalLayout;
