//! The Info tab of an account: its people, and for each address of theirs the switches LOGIN, NOTIFY and EMAIL SYNC (DM-5),
//! which staff turn here. What follows from a switch is `switches`; the rows are kept by `directory::switches`.

mod model;
mod pages;
pub mod rules;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod server;
mod server_fns;

pub use model::{Chip, ContactGroup, HistoryLine, InfoTab, SettingRow, Unlinked, Which};
pub use pages::{
    ChangeAddressPage, HistoryDialogPage, InfoPage, InviteDialogPage, KeepAddressPage, LoginDialogPage,
    ResetDialogPage,
};

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use server::actions::invite;
