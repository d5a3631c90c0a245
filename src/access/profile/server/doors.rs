//! The plain form of the profile.

use super::actions::{self, Typed};
use crate::gate::{Call, Cookie, Door, Reply, SignedIn};
use i18n::tl;
use kernel::{AppError, paths};
use platform::net::safe_path;

/// Longest text that is given back after a fault, in characters.
const KEPT: usize = 1000;

/// The doors of this slice.
#[must_use]
pub fn doors() -> Vec<Door> {
    vec![Door::new(paths::MY_PROFILE, save)]
}

async fn save(call: Call, who: SignedIn) -> Result<Reply, AppError> {
    let back = safe_path(call.form.get("back")).unwrap_or_else(|| "/".to_owned());
    let field = |name: &str| call.form.get(name);
    let typed = Typed {
        name: field("name"),
        locale: field("locale"),
        zone: field("zone"),
        account: call.form.has("account").then(|| field("account")),
        session: field("session"),
    };
    match actions::save(&call.cx, &who, &typed).await {
        Ok(locale) => {
            // A browser's own language wins over the person's, so it follows the choice.
            let cookie = Cookie::language(locale);
            let notice = Some(tl!(locale, "common.saved"));
            Ok(Reply::With { to: back, cookies: vec![cookie], notice })
        }
        Err(AppError::NotSignedIn) => Err(AppError::NotSignedIn),
        Err(error) => {
            let kept: Vec<(&str, String)> = ["name", "locale", "zone", "account", "session"]
                .map(|name| (name, field(name).chars().take(KEPT).collect()))
                .to_vec();
            let kept: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
            Ok(Reply::again(&call.cx, back, "profile", error, &kept))
        }
    }
}
