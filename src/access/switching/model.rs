//! What the home of an account may know.

use crate::gate::GrantedAccount;
use serde::{Deserialize, Serialize};

/// Which greeting the hour calls for, in the zone of whoever is greeted; the server knows the hour, so that both sides greet
/// alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Daypart {
    Morning,
    #[default]
    Day,
    Evening,
    /// Late or early: nobody is wished a good anything.
    Night,
}

/// The home of one account, for one of its people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeView {
    pub name: String,
    pub email: String,
    pub daypart: Daypart,
    pub account: GrantedAccount,
    /// The person's other accounts, by name.
    pub others: Vec<GrantedAccount>,
    /// Who at the firm works for this account.
    pub team: Vec<String>,
    /// When, where and with what this person signed in before this time.
    pub last_sign_in: Option<String>,
    /// New here, and nothing chosen yet about which mails to get, where there are any to choose from.
    pub review_notifications: bool,
}
