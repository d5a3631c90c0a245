//! What the pages of a sign-in know.

use kernel::Role;
use serde::{Deserialize, Serialize};

/// The password of everybody in the demo firm, shown on its sign-in page and never used elsewhere.
pub const DEMO_PASSWORD: &str = "portico-demo-2026";

/// What a visit to the sign-in page leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInState {
    /// The form; the path is where the sign-in will lead, if one was wanted and is one of ours.
    Form { next: Option<String> },
    /// Already signed in: on to this path.
    On { to: String },
}

/// What the page for the code shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodeState {
    Waiting {
        /// The address the code went to, masked.
        masked: String,
        /// When the newest code was sent, in the firm's zone.
        sent: String,
        /// Seconds until another may be asked for.
        wait: u32,
        /// How many of the codes that were sent still work.
        works: i64,
        mail: CodeMail,
    },
    /// No sign-in is under way in this browser.
    Nobody,
    /// Already signed in: on to this path.
    On { to: String },
}

/// How the mail with the code fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodeMail {
    Sent,
    /// It was refused for good (AUTH-12).
    Refused,
    /// It waits, for no mail goes at the moment.
    Waiting,
    /// It was offered and not taken, and is tried again; other mail may go.
    NotTaken,
}

/// Somebody of the demo firm, to sign in as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoUser {
    pub email: String,
    pub name: String,
    /// Set for staff.
    pub role: Option<Role>,
    /// Names of the accounts that a client may enter.
    pub accounts: Vec<String>,
    /// They chose a password that is not the demo's.
    pub own_password: bool,
}
