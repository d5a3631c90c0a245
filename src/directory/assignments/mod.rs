//! Who of the staff works for which account (`account_assignment`): what an employee without "see all accounts" sees.
//! Server only.

mod server;

pub use server::{assign, assign_all_of, unassign};
