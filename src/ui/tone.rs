//! What a coloured thing means. Colour is never the only carrier: each tone brings its icon.

/// The meaning of a badge, a banner or a toast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
    /// Beige, for what rests: an account that nobody can enter.
    Sand,
    /// The amber bar of a session that looks through somebody else's eyes.
    Impersonation,
}

impl Tone {
    /// The class that sets the tone's colours.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tone-neutral",
            Self::Info => "tone-info",
            Self::Success => "tone-success",
            Self::Warning => "tone-warning",
            Self::Danger => "tone-danger",
            Self::Sand => "tone-sand",
            Self::Impersonation => "tone-impersonation",
        }
    }

    /// The icon that carries the meaning without colour.
    pub(crate) fn icon(self) -> &'static str {
        match self {
            Self::Neutral | Self::Info | Self::Sand => "info",
            Self::Success => "circle-check",
            Self::Warning => "triangle-alert",
            Self::Danger => "circle-alert",
            Self::Impersonation => "eye",
        }
    }
}
