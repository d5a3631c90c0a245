//! What a person keeps about themselves: how they want to be addressed, language, time zone, which account opens after
//! the sign-in (SW-10), how long a sign-in lasts (AUTH-4).

mod model;
mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::Profile;
pub use pages::ProfilePage;
