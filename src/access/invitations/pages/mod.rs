//! The page of an invitation, in all its states.

mod activate_form;
mod invitation_page;
mod used;

pub use invitation_page::InvitationPage;
