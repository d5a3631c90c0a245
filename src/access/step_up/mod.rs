//! The password once more, before an act that changes who can get in or what others may do (SEC-29).
//!
//! A session remembers when its person last gave their password. Such an act demands a [`Proven`](crate::gate::Proven);
//! where the password was given longer ago than ten minutes, a page asks for it and keeps the form, and the act is done once it is
//! right. Daily work asks for nothing: switches, invitations and resets to clients. An act that is daily work in most cases and
//! lets somebody in in others takes a [`MaybeProven`](crate::gate::MaybeProven) and demands the password where its own data say so.
//! What cannot be taken back alone takes a [`JustProven`]: its form asks for the password at all times.

mod pages;
mod rules;
mod server;

pub use pages::ConfirmPage;
pub(crate) use rules::PASSWORD;
pub use rules::{BACK, PROOF};
pub use server::JustProven;
#[cfg(test)]
pub(crate) use server::give;
