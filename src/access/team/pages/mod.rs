//! The team as owner and admins see it, and the page behind a mailed invitation.

mod dialogs;
mod invite_page;
mod invited_table;
mod join_page;
mod member_accounts;
mod member_page;
mod parts;
mod rights_fields;
mod team_page;
mod words;

pub use invite_page::InviteMemberPage;
pub use join_page::JoinPage;
pub use member_page::MemberPage;
pub use team_page::TeamPage;
