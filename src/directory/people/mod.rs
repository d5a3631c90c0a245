//! People with a login, clients and staff alike: one row an address and firm (`portal_user`). Server only.
//!
//! Nothing is asked here: whoever calls has seen who acts, and for whom.

mod server;

pub use server::{
    Beginner, NewPerson, Person, ProfileRow, StoredPassword, activate, can_sign_in, hold_password, insert,
    is_staff, may_enter, move_login, password, person, profile, record_login, rehash, rekey,
    remember_account, set_locale, set_password, set_profile, spoken_at, stand_in_line, void_password,
};
