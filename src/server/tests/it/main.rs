//! The whole site over its real router, in memory: stories, guards, and the house's own rules.

mod activation;
mod cast;
mod csrf;
mod database;
mod expected;
mod hardening;
mod matrix;
mod site;
mod tidy;
