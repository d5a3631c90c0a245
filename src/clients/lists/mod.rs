//! What the lists of accounts and contacts have in common: they are shown part by part, so is what a search found, their
//! address says how much of them is shown, and rows of them can be chosen.

mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;

pub(crate) use pages::Paging;
pub use rules::{BEST, Choice, Cursor, ListAt, MOST_CHOSEN, MOST_PARTS, Place, list_href, narrowed_href};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{Found, InOrder, PART, ids_text};
