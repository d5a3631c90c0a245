//! The staff's half: what the firm's people see.

mod layout;

pub use layout::StaffLayout;
