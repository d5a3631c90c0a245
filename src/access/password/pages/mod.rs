//! The pages about passwords, and the field that chooses one.

mod change_password;
mod forgot_page;
mod new_password;
mod reset_page;

pub use change_password::ChangePassword;
pub use forgot_page::ForgotPage;
pub use new_password::NewPassword;
pub use reset_page::ResetPage;
