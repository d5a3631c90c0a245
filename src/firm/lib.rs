//! The firm itself: what it says of itself, how it looks, and the names it answers at.

pub mod details;
pub mod hosts;
pub mod look;
mod parts;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod testing;
#[cfg(not(target_arch = "wasm32"))]
mod told;
