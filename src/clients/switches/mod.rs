//! What follows from a switch: rows that come and go with contacts and addresses, somebody who is let in, and those who
//! hear of it. Server only.
//!
//! Invariant: a row exists for every address of every linked contact. The rows themselves are kept by
//! `directory::switches`; who may turn them, and how, is asked by the Info tab.

mod rules;
mod server;

pub(crate) use server::{
    OfRow, What, demand_proof, ended, invitee, let_in, let_in_unseen, replaced, row, rows_for_address,
    rows_for_link, tell_people,
};
