//! How much of a list is shown.

mod paging;

pub use paging::Paging;
