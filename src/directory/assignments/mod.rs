//! Who of the staff works for which account (ROLE-3).

#[cfg(not(target_arch = "wasm32"))]
mod server;

#[cfg(not(target_arch = "wasm32"))]
pub use server::{put_in_sight, take_out_of_sight};
