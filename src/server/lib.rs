//! The binary's parts: HTTP around the app, the worker, the command line. No business rules here.

pub mod check;
pub mod cli;
pub mod crash;
pub mod demo;
pub mod http;
pub mod worker;
