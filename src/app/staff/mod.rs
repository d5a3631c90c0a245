//! The staff's half: what the firm's people see.

mod layout;
mod news;

pub use layout::StaffLayout;
