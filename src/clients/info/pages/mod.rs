//! The Info tab and its dialogs. A dialog has an address of its own and stands over the tab (ux.md, 2).

mod add_address;
mod change_dialog;
mod contact_table;
mod history_dialog;
mod info_page;
mod invite_dialog;
mod keep_dialog;
mod live_info;
mod login_dialog;
mod login_page;
mod off_dialog;
mod reset_dialog;
mod row_line;
mod row_menu;
mod state_chip;
mod switch_cell;
mod unlinked_table;
mod words;

pub use change_dialog::ChangeAddressPage;
pub use history_dialog::HistoryDialogPage;
pub use info_page::InfoPage;
pub use invite_dialog::InviteDialogPage;
pub use keep_dialog::KeepAddressPage;
pub use login_page::LoginDialogPage;
pub use reset_dialog::ResetDialogPage;
