//! How often one may guess: passwords, addresses that have an account, tokens of mailed links (SEC-7, SEC-8). Server only.

mod rules;
mod server;

pub(crate) use rules::MOST_FAILS;
pub use rules::{STAFF_RESET, STAFF_RESET_BY};
pub(crate) use server::{
    Try, begin_anew, forget_browsers, forgot, forgot_helped, ip, password, purge, staff_reset, unknown_token,
};
