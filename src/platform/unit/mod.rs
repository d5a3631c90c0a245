//! The unit of work: a write transaction on behalf of somebody, and the domain events that happen in it.
//!
//! [`Cx::work`](crate::Cx::work) hands out a [`Work`], which stores take as the transaction that it is. What happened is said
//! once, as a value of the slice's `server/events.rs`: [`Work::happened`] writes its row of the audit trail, the live news
//! that follow, and, where anybody follows it, the durable event that a [`Follower`] reads; all of it in the same transaction.
//! No slice can write one of them without the others.

mod author;
mod fact;
mod followers;
mod kind;
#[cfg(test)]
mod unit_tests;
mod work;

pub use author::{Author, By};
pub use fact::{Change, DomainEvent, Told};
pub use followers::{Follower, Following, Heard, read_all};
pub use kind::{Declared, Kind};
pub use work::{Piece, Work};

/// What is wrong with what is declared: a kind of event, or a name of a follower, that stands twice.
#[must_use]
pub fn faults() -> Vec<String> {
    [kind::faults(), followers::faults()].concat()
}
