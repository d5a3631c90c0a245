//! Lists: what somebody wants to see of one ([`Wanted`]: search, filters, order, place, parts), which of its rows they chose
//! ([`Selected`]), and how its rows are read part by part ([`read`]).
//!
//! A list is a type that says its filters and orders ([`List`]). Its state is a value, read once from the address and written
//! in one way; what is stored for later and what a server function is handed is the same text. Knows no table and no right:
//! a slice hands in a [`Rows`] that reads them for somebody.

mod cursor;
mod filter;
mod pages;
mod part;
mod rules;
mod selected;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod wanted;
#[cfg(test)]
mod wanted_tests;

pub use cursor::Cursor;
pub use filter::{Filter, Filters, NoFilter, OneOrder, Sort};
pub use pages::Paging;
pub use part::Part;
pub use rules::{BEST, MOST_CHOSEN, MOST_PARTS, PART};
pub use selected::{Selectable, Selected};
#[cfg(not(target_arch = "wasm32"))]
pub use server::{Behind, Fetched, Places, Reason, Rows, read, reasons, unsaid};
pub use wanted::{List, Wanted};
