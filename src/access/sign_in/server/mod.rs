//! The server's half of signing in.

#[cfg(test)]
mod code_tests;
mod codes;
#[cfg(test)]
mod delay_tests;
mod demo;
mod demo_store;
#[cfg(test)]
mod demo_tests;
mod destination;
mod events;
#[cfg(test)]
mod known_tests;
mod limits;
mod locked;
#[cfg(test)]
mod locked_tests;
#[cfg(test)]
mod mail_snapshot_tests;
mod mails;
#[cfg(test)]
mod office_tests;
mod password;
#[cfg(test)]
mod rotation_tests;
#[cfg(test)]
mod sign_in_tests;
mod states;
mod steps;
mod store;

pub(super) use codes::resend;
pub use demo::demo_users;
pub use destination::destination;
pub(super) use destination::page;
pub(crate) use destination::way_on;
pub(crate) use events::{CODES_LOCKED, CodesLocked};
pub(crate) use limits::forget_codes;
pub use states::{code_state, sign_in_state};
pub(super) use steps::{end, first_step, problem, said_of_password, second_step, wait_for_code};
