//! The server's half of the upkeep.

mod purge;

pub use purge::purge;
