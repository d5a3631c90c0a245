//! What a person keeps about themselves, as one form.

mod profile_page;

pub use profile_page::ProfilePage;
