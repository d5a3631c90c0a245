//! What a reset's page knows.

use kernel::When;
use serde::{Deserialize, Serialize};

/// How a reset we once sent stands. Whoever asks holds its token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResetState {
    /// A new password may be set.
    Open {
        email: String,
        name: String,
        /// Setting it signs in; whoever works for the firm signs in with it afterwards.
        signs_in: bool,
    },
    Used,
    Expired {
        at: When,
    },
    /// A newer mail counts; `newest` says at what time it was sent, if it is still good.
    Superseded {
        newest: Option<String>,
    },
}
