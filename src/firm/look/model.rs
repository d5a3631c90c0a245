//! What crosses the wire about a firm's look.

use serde::{Deserialize, Serialize};

/// Our own colours, for a firm that has chosen none; as in `style/tokens.css`.
pub const ACCENT: &str = "#1f4fd8";
pub const SIDEBAR: &str = "#1b3a8a";

/// The look as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirmLook {
    pub accent: Option<String>,
    pub sidebar: Option<String>,
    /// Address of the logo.
    pub logo: Option<String>,
}
