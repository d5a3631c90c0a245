//! What the set-up page knows.

use crate::gate::MailTrouble;
use serde::{Deserialize, Serialize};

/// How the link stands. Whoever asks holds its token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SetupState {
    /// With every time zone there is, by IANA name, and whether mail goes.
    Open { zones: Vec<String>, mail: Option<MailTrouble> },
    /// An hour has passed, or a newer link was printed.
    Expired,
    /// The firm is there.
    Done,
}

/// What is typed into the set-up form, without the password.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewFirm {
    pub firm_name: String,
    pub time_zone: String,
    pub locale: String,
    pub phone: String,
    pub firm_email: String,
    /// The owner's.
    pub name: String,
    pub email: String,
}
