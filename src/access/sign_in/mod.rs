//! Address and password, then a code by mail: one form for staff and clients.
//!
//! Every failure looks the same and takes the same time (AUTH-2, SEC-9, SEC-10); only a right password is told more.

mod model;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

pub use model::{CodeMail, CodeState, DEMO_PASSWORD, DemoUser, SignInState};
pub use pages::{ClosedPage, CodePage, SignInPage};
#[cfg(not(target_arch = "wasm32"))]
pub use server::destination;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::{CODES_LOCKED, CodesLocked, forget_codes, way_on};
