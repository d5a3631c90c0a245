//! The chooser as a page and as a dialog, the two sides of somebody who is staff and client, and no account at all.

mod account_cards;
mod choose_page;
mod choose_side_page;
mod chooser_dialog;
mod chooser_form;
mod closed_access;

pub use choose_page::ChoosePage;
pub use choose_side_page::ChooseSidePage;
pub use chooser_dialog::{ChooserDialog, show_chooser};
pub use closed_access::ClosedAccess;
