//! Pages about contacts.

mod contact_add;
mod contact_address;
mod contact_fields;
mod contact_link;
mod contact_list;
mod contact_page;

pub use contact_add::ContactAddPage;
pub(crate) use contact_fields::{KnownIsFine, LocaleField};
pub use contact_list::ContactListPage;
pub use contact_page::ContactPage;
