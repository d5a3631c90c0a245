//! Language and appearance: plain forms that set a cookie, for everybody, signed in or not.

use access::gate::prelude::*;
use access::gate::{CHOICE_LIFE, Cookie, own_page, remember_locale, sender, sent_from};
use kernel::{Locale, Ts};
use serde::{Deserialize, Serialize};

access::command!(SetLanguage: Guest, "*" on |it| way_back(&it.back));

/// The language of this browser, and of whoever is signed in. Staff may choose any; others what the firm offers.
#[server(protocol = ByForm, prefix = "", endpoint = "language")]
pub async fn set_language(locale: Locale, back: String) -> Result<Done, AppError> {
    let (cx, _guest) = SetLanguage::enter()?;
    let visitor = sender();
    if visitor.staff().is_err() && !cx.firm.languages.contains(&locale) {
        return Err(AppError::BadRequest);
    }
    if let Ok(who) = visitor.signed_in() {
        remember_locale(&cx, who, locale).await?;
    }
    Ok(Done::at(way_back(&back)).cookies(vec![Cookie::language(locale)]))
}

/// The appearance of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    Light,
    Dark,
    /// As the browser has it.
    System,
}

impl Theme {
    /// As the cookie has it.
    const fn key(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::System => "system",
        }
    }
}

access::command!(SetTheme: Guest, "*" on |it| way_back(&it.back));

/// The appearance of pages in this browser.
#[server(protocol = ByForm, prefix = "", endpoint = "theme")]
pub async fn set_theme(theme: Theme, back: String) -> Result<Done, AppError> {
    SetTheme::enter()?;
    let (value, age) = (theme.key().to_owned(), CHOICE_LIFE / Ts::SECOND);
    let cookie = Cookie { name: Cookie::THEME.into(), value: Some(value), max_age: Some(age) };
    Ok(Done::at(way_back(&back)).cookies(vec![cookie]))
}

fn way_back(back: &str) -> String {
    // The page that the browser comes from; a page that the client drew stands at another address than the form says.
    let from = Some(sent_from()).filter(|page| page != "/");
    without_language(&from.unwrap_or_else(|| own_page(back))).to_owned()
}

/// A link to the help may ask for a language; it gives way to the one that was chosen.
fn without_language(path: &str) -> &str {
    let page = path.split('?').next().unwrap_or_default();
    if paths::is_help(page) { page } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_was_chosen_is_not_undone_by_the_link() {
        assert_eq!(without_language("/help/code?lang=de"), "/help/code");
        assert_eq!(without_language("/help?lang=de"), "/help");
        assert_eq!(without_language("/helpless?lang=de"), "/helpless?lang=de");
        assert_eq!(without_language("/login?next=/help"), "/login?next=/help");
    }
}
