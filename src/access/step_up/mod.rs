//! The password once more, before an act that changes who can get in or what others may do (SEC-29).
//!
//! A session remembers when its person last gave their password. Such an act demands a [`Proven`](crate::gate::Proven)
//! of its [`door`]; where the password was given longer ago than ten minutes, that asks for it on a page that keeps the
//! form, and does the act once it is right. Daily work asks for nothing: switches, invitations and resets to clients. An act
//! that is daily work in most cases and opens a door in others takes a [`MaybeProven`](crate::gate::MaybeProven) and
//! demands the password where its own data say so ([`door_on_demand`]).

mod pages;
mod rules;
mod server;

pub use pages::ConfirmPage;
pub(crate) use rules::PASSWORD;
pub use rules::{BACK, PROOF};
pub use server::{JustProven, door, door_on_demand, give};
