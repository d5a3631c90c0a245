//! The languages Portico speaks, all of them complete.

use serde::{Deserialize, Serialize};

/// A language of the interface, of mails and of help pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    #[default]
    En,
    De,
    Ja,
}

impl Locale {
    pub const ALL: [Locale; 3] = [Locale::En, Locale::De, Locale::Ja];

    /// BCP 47 tag, also the value of `<html lang>` and of the cookie.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::De => "de",
            Locale::Ja => "ja",
        }
    }

    /// The language's name in itself, as the menu shows it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Locale::En => "English",
            Locale::De => "Deutsch",
            Locale::Ja => "日本語",
        }
    }

    /// `de`, `de-AT` and `DE` are German; anything unknown is `None`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(primary))
    }
}
