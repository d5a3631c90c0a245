//! The languages Portico speaks, all of them complete (decisions.md, 4).

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

    /// The best of an `Accept-Language` header (RFC 9110, 12.5.4), if we have it.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(f32, Locale)> = None;
        for part in header.split(',').take(20) {
            let mut pieces = part.split(';');
            let Some(locale) = pieces.next().and_then(Self::from_tag) else { continue };
            let quality = pieces
                .find_map(|p| p.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.trim().parse::<f32>().unwrap_or(0.0));
            if quality > 0.0 && best.is_none_or(|(top, _)| quality > top) {
                best = Some((quality, locale));
            }
        }
        best.map(|(_, locale)| locale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wanted_language_wins_over_its_place_in_the_header() {
        assert_eq!(Locale::from_accept_language("fr, en;q=0.5, de-AT;q=0.9"), Some(Locale::De));
        assert_eq!(Locale::from_accept_language("ja"), Some(Locale::Ja));
        assert_eq!(Locale::from_accept_language("fr-FR, *"), None);
        assert_eq!(Locale::from_accept_language("de;q=0"), None);
    }
}
