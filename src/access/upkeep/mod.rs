//! What the worker does around sessions as it goes by: each slice deletes its own rows, and here is when, and in which order.
//! Server only.

mod rules;
mod server;

#[cfg(test)]
pub(crate) use server::purge;
