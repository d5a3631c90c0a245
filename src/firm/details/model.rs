//! What crosses the wire about a firm's details.

use kernel::Locale;
use serde::{Deserialize, Serialize};

/// The details as they are stored, and what to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirmDetails {
    /// Raised by every change, so that two who edit at once do not undo each other.
    pub version: i64,
    pub name: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub website: String,
    pub time_zone: String,
    /// Every zone of the database in use.
    pub zones: Vec<String>,
    pub locale: Locale,
    pub languages: Vec<Locale>,
    pub sender_name: String,
    pub reply_to: String,
    /// The address that all mail is sent from; whoever runs the server sets it.
    pub sender_address: String,
    pub invitation_days: i64,
    /// Clients may change the address they sign in with themselves.
    pub own_address: bool,
}

/// What is typed into the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedDetails {
    pub name: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub website: String,
    pub time_zone: String,
    pub locale: String,
    pub sender_name: String,
    pub reply_to: String,
    pub invitation_days: String,
}
