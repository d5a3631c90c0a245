//! The staff's half: what the firm's people see.

mod layout;
mod news;

pub(crate) use layout::StaffFrame;
pub use layout::StaffLayout;
