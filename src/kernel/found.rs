//! A text in pieces, as a search found it.

use serde::{Deserialize, Serialize};

/// A piece of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    #[serde(rename = "t")]
    pub text: String,
    /// It is what somebody searched for.
    #[serde(rename = "f", default, skip_serializing_if = "std::ops::Not::not")]
    pub is_found: bool,
}

impl Piece {
    /// The same pieces without their words, which a page has already.
    #[must_use]
    pub fn outline(pieces: &[Self]) -> Vec<Self> {
        pieces.iter().map(|piece| Self { text: String::new(), is_found: piece.is_found }).collect()
    }
}
