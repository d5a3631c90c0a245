//! Pages about notifications: for staff over the Info tab, for clients among their settings.

mod back_form;
mod matrix;
mod notifications_dialog;
mod settings_page;
mod words;

pub use notifications_dialog::NotificationsDialogPage;
pub use settings_page::NotificationSettingsPage;
