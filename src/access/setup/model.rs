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

/// What is typed into the form: the firm and its owner to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundingForm {
    pub firm_name: String,
    pub locale: String,
    pub time_zone: String,
    pub phone: String,
    pub firm_email: String,
    pub name: String,
    pub email: String,
    /// A test mail needs none.
    #[serde(default)]
    pub password: String,
}

/// Which of the form's buttons was pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pressed {
    /// The first, which has no name.
    #[default]
    Found,
    /// A mail to the owner to be, before anything is made.
    Mail,
}
