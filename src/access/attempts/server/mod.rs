//! The server's half: what is counted, and the rows of passwords that were wrong in a row.

mod limits;
mod streak_store;

pub(crate) use limits::{
    Try, begin_anew, forget_browsers, forgot, forgot_helped, ip, password, purge, staff_reset, unknown_token,
};
