//! Choosing a password, changing it, and getting in again without it.
//!
//! One rule everywhere: 12 to 128 characters, nothing that others would try first (SEC-1 to SEC-3). A reset is a
//! mailed token, stored as a hash, used once by a post; opening its page changes nothing (SEC-13 to SEC-16).

mod model;
mod pages;
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod server;
mod server_fns;

#[cfg(not(target_arch = "wasm32"))]
use crate::links::{Kind, LinkKind};
pub use model::ResetState;
pub use pages::{ChangePassword, ForgotPage, NewPassword, ResetPage};
pub use rules::{
    MAX_BYTES, MAX_CHARS, MIN_CHARS, PasswordProblem, SELF_SERVICE_LIFE, STAFF_SENT_LIFE, password_problem,
};
#[cfg(not(target_arch = "wasm32"))]
pub use server::{Target, hash, prove, refuse_weak, send_reset, set, void_resets};

/// The link that a new password is chosen by; about the login.
#[cfg(not(target_arch = "wasm32"))]
pub const LINK: LinkKind =
    LinkKind::new("reset", "reset_link", kernel::paths::RESET, "/password/reset/{token}");

/// Its holder may choose a new password.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug)]
pub enum Reset {}

#[cfg(not(target_arch = "wasm32"))]
impl Kind for Reset {
    const LINK: LinkKind = LINK;
}
