//! The whole site over its real router, in memory: stories, guards, and the house's own rules.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may say so by panicking")]

mod activation;
mod alerts;
mod away;
mod bodies;
mod cast;
mod config;
mod connections;
mod csrf;
mod database;
mod errors;
mod expected;
mod firm;
mod hardening;
mod held_back;
mod help;
mod let_in;
mod live;
mod mail_state;
mod mailed_links;
mod matrix;
mod one_mailbox;
mod own_address;
mod proxy;
mod reports;
mod restart;
mod sight;
mod sign_in;
mod site;
mod step_up;
mod storm;
mod team;
mod tidy;
mod timing;
mod unsent;
mod watchdog;
mod wire;
mod wishes;
mod words;
mod worker;
