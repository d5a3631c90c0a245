//! Pages about accounts.

mod access_filter;
mod account_edit;
mod account_fields;
mod account_list;
mod account_table;
mod code_badge;
mod invite_bar;

pub use account_edit::AccountEditPage;
pub(crate) use account_fields::{AccountFields, kind_label};
pub use account_list::AccountListPage;
pub(crate) use code_badge::CodeBadge;
