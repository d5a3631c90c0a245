//! The server's half of the upkeep.

mod purge;

#[cfg(test)]
pub(crate) use purge::purge;
