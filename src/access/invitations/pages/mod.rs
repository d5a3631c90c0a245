//! The page of an invitation, in all its states.

mod activate_form;
mod dead_ends;
mod invitation_page;

pub use invitation_page::InvitationPage;
