//! Conditions that many statements share, each with one text: who sees an account, what LOGIN opens, who is active.
//!
//! A fragment is a macro that becomes a literal, which is all that a statement is made of (`platform::sql!`, SEC-65). It is
//! handed the names that the statement gave its tables, and the numbers of its values. It stands in parentheses, or is one
//! `EXISTS (…)`, so that it means the same whatever stands before and after it. `tests/it/tidy/fragments.rs` finds copies by
//! hand.
//!
//! What is joined by an id is the same firm's: a fragment names the firm where it finds rows by an address, and in
//! [`open_to!`](crate::open_to), which says why. Where braces stand around its pieces, `rustfmt` leaves
//! their lines as they are, to be read as the SQL that they become.

#[cfg(not(target_arch = "wasm32"))]
mod server;
