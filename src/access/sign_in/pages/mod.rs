//! The pages of a sign-in.

mod closed_page;
mod code_page;
mod demo_users;
mod sign_in_page;

pub use closed_page::ClosedPage;
pub use code_page::CodePage;
use demo_users::DemoUsers;
pub use sign_in_page::SignInPage;
