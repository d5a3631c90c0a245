//! Who else has access to an account: what a client may know of the other people behind it, and whom to tell when
//! somebody should not be there any more.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{People, PersonWithAccess};
pub use pages::PeoplePage;
#[cfg(not(target_arch = "wasm32"))]
pub use rules::REMEMBERED;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::tell_who_came_meanwhile;
#[cfg(not(target_arch = "wasm32"))]
pub use server::{LetIn, tell_let_in};
