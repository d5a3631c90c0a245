//! How much of a list is shown.

mod paging;

pub(crate) use paging::Paging;
