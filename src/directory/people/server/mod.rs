//! The server's half: all SQL that writes people.

mod address_store;
mod beginning_store;
mod login_store;
mod password_store;
mod profile_store;

pub use address_store::{move_login, rekey};
pub use beginning_store::{Beginner, NewPerson, activate, insert};
pub use login_store::{Person, can_sign_in, is_staff, may_enter, person, record_login, stand_in_line};
pub use password_store::{StoredPassword, hold_password, password, rehash, set_password, void_password};
pub use profile_store::{ProfileRow, profile, remember_account, set_locale, set_profile, spoken_at};
