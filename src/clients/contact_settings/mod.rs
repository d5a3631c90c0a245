//! The switches LOGIN, NOTIFY and EMAIL SYNC of one (account, contact, address) (DM-5), and the Info tab that shows them.
//!
//! Invariants: a row exists for every address of every linked contact; every change raises the row's version, so that
//! of two conflicting clicks one wins and the other sees it; LOGIN on is the grant itself, there is no second copy of
//! it, so LOGIN off ends access with the commit (ACC-4).

mod model;
mod pages;
pub mod rules;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod server;
mod server_fns;

pub use crate::notifications::NotificationsDialogPage;
pub use model::{Chip, ContactGroup, HistoryLine, InfoTab, SettingRow, Unlinked, Which};
pub(crate) use pages::screen;
pub use pages::{
    ChangeAddressPage, HistoryDialogPage, InfoPage, InviteDialogPage, LoginDialogPage, ResetDialogPage,
};

/// The plain forms of this slice.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn doors() -> Vec<access::gate::Door> {
    server::doors::doors()
}
