//! Durable domain events: slices that follow what happens in others, without the others knowing of them.
//!
//! An event of a kind that somebody follows is written with the act, in its transaction. A follower reads them in the order
//! of the commits, by a cursor of its own that moves in the transaction of whatever it writes: each event has its effect
//! exactly once, on however many nodes. One that fails stands in nobody's way: the cursor passes it, and a job tries it again
//! with growing pauses and is in the end parked with its reason ([`crate::work`]).
//!
//! **The order.** Rows of a sequence commit out of order, and a cursor would pass what commits later with a smaller number. On
//! PostgreSQL the rows are therefore kept back until the transaction is about to commit, and written under an advisory lock
//! that it then holds for its commit alone ([`Tx::at_commit`](crate::db::Tx::at_commit)): numbers are given in the order of
//! the commits, as SQLite's one writer gives them.

mod again;
mod event;
mod follower;
#[cfg(test)]
mod followers_tests;
mod reading;
mod rules;
mod store;

pub use event::Heard;
pub use follower::{Follower, Following};
pub use reading::read_all;

pub(super) use follower::{facts, faults};
pub(super) use store::write_down;
