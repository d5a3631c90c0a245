//! The one error that crosses the wire (SEC-67): a code and words for the person, never a database message.

use serde::{Deserialize, Serialize};
use server_fn::codec::JsonEncoding;
use server_fn::error::{FromServerFnError, ServerFnErrorErr};
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// Something said to a person, with its code: decisions are made by that and never on words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The name of the text in the catalogs, the same in all languages; empty for words that are put together.
    pub code: Cow<'static, str>,
    /// In the reader's language.
    pub text: String,
}

impl Said {
    /// A text of the catalogs; see `i18n::said!`.
    #[must_use]
    pub const fn of(code: &'static str, text: String) -> Self {
        Self { code: Cow::Borrowed(code), text }
    }
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Self::of("", text)
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Deref for Said {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The field's name in the form; empty for the form as a whole.
    pub field: String,
    pub said: Said,
}

impl Fault {
    #[must_use]
    pub fn at(field: impl Into<String>, said: impl Into<Said>) -> Self {
        Self { field: field.into(), said: said.into() }
    }
}

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppError {
    /// Sign in first (401).
    NotSignedIn,
    /// The password is asked for once more first; the plain form does that and keeps what was typed (403, SEC-29).
    ProofNeeded,
    /// Signed in, but this takes a right one does not have (403).
    NotAllowed,
    /// Not there, or not for this person: the two look the same (404, SEC-44).
    NotFound,
    /// The form needs mending (422).
    Invalid(Vec<Fault>),
    /// A rule says no; the text says which (409).
    Refused(Said),
    /// Too much at once; try again after so many seconds (429).
    TooMany(u32),
    /// Too busy to take this on right now (503).
    Busy,
    /// The database does not answer (503).
    Away,
    /// Somebody else changed it meanwhile (409).
    Conflict,
    /// The request itself makes no sense (400).
    BadRequest,
    /// The server did not answer; only made in the browser.
    Offline,
    /// Something answered, but nothing that this page can read: a proxy, or a newer server; only made in the browser.
    Unreadable,
    /// Ours to mend; the id finds it in the log (500).
    Internal(String),
}

impl AppError {
    /// The HTTP status that goes with it.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            AppError::NotSignedIn => 401,
            AppError::NotAllowed | AppError::ProofNeeded => 403,
            AppError::NotFound => 404,
            AppError::Invalid(_) => 422,
            AppError::Refused(_) | AppError::Conflict => 409,
            AppError::TooMany(_) => 429,
            AppError::Busy | AppError::Away | AppError::Offline => 503,
            AppError::Unreadable => 502,
            AppError::BadRequest => 400,
            AppError::Internal(_) => 500,
        }
    }

    /// One field's fault.
    #[must_use]
    pub fn field(field: &str, said: impl Into<Said>) -> Self {
        AppError::Invalid(vec![Fault::at(field, said)])
    }

    /// A rule says no.
    #[must_use]
    pub fn refused(said: impl Into<Said>) -> Self {
        AppError::Refused(said.into())
    }

    /// What is said about this field, if anything.
    #[must_use]
    pub fn on(&self, field: &str) -> Option<String> {
        match self {
            AppError::Invalid(faults) => {
                faults.iter().find(|f| f.field == field).map(|f| f.said.text.clone())
            }
            _ => None,
        }
    }
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for AppError {}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) => AppError::Offline,
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::UnsupportedRequestMethod(_) => AppError::BadRequest,
            _ => AppError::Unreadable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_page_can_read_is_told_from_what_did_not_arrive() {
        let text = || "expected value at line 1 column 1".to_owned();
        for (error, wanted) in [
            (ServerFnErrorErr::Deserialization(text()), AppError::Unreadable),
            (ServerFnErrorErr::Response(text()), AppError::Unreadable),
            (ServerFnErrorErr::ServerError(text()), AppError::Unreadable),
            (ServerFnErrorErr::Request(text()), AppError::Offline),
            (ServerFnErrorErr::Args(text()), AppError::BadRequest),
        ] {
            assert_eq!(AppError::from_server_fn_error(error), wanted);
        }
    }
}
