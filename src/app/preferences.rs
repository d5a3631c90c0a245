//! Language and appearance: plain forms that set a cookie, for everybody, signed in or not.

use access::gate::{CHOICE_LIFE, Call, Cookie, Door, Guest, Reply};
use kernel::{AppError, Locale, Ts, paths};
use platform::net::safe_path;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door::new(paths::LANGUAGE, set_language), Door::new(paths::THEME, set_theme)]
}

async fn set_language(call: Call, _: Guest) -> Result<Reply, AppError> {
    let staff = call.visitor.staff().is_ok();
    let locale = Locale::from_tag(call.form.get("locale"))
        .filter(|locale| staff || call.cx.firm.languages.contains(locale))
        .ok_or(AppError::BadRequest)?;
    if let Ok(who) = call.visitor.signed_in() {
        access::gate::remember_locale(&call.cx, who, locale).await?;
    }
    Ok(back(&call, Cookie::language(locale)))
}

async fn set_theme(call: Call, _: Guest) -> Result<Reply, AppError> {
    let theme = call.form.get("theme");
    if !["light", "dark", "system"].contains(&theme) {
        return Err(AppError::BadRequest);
    }
    let age = CHOICE_LIFE / Ts::SECOND;
    Ok(back(&call, Cookie { name: Cookie::THEME.into(), value: Some(theme.to_owned()), max_age: Some(age) }))
}

fn back(call: &Call, cookie: Cookie) -> Reply {
    // The page that the browser comes from; a page that the client drew stands at another address than the form says.
    let from = Some(call.param("page")).filter(|page| *page != "/").map(str::to_owned);
    let to = from.or_else(|| safe_path(call.form.get("back"))).unwrap_or_else(|| "/".to_owned());
    let to = without_language(&to).to_owned();
    Reply::With { to, cookies: vec![cookie], notice: None }
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
