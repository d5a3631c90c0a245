//! The page of invitations to many.

mod invite_many;
mod plan_table;

pub use invite_many::InviteManyPage;
