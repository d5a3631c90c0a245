//! What the firm's side of the help is told.

use serde::{Deserialize, Serialize};

/// A text for a client about one topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpText {
    /// The topic, as its address names it.
    pub topic: String,
    pub text: String,
}

/// The texts in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpTexts {
    /// The language's tag.
    pub lang: String,
    pub texts: Vec<HelpText>,
}
