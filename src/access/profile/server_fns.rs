//! The bridge to one's own profile.

use crate::gate::prelude::*;
use crate::profile::Profile;

crate::rule!(MINE = "/api/access/profile", SignedIn);

/// What whoever asks keeps about themselves.
///
/// # Errors
/// `NotSignedIn`.
#[server(prefix = "/api", endpoint = "access/profile")]
pub async fn my_profile() -> Result<Profile, AppError> {
    let (cx, who) = MINE.enter()?;
    super::server::read(&cx, &who).await
}

crate::command!(SaveProfile: SignedIn, again |it, _cx, _error| {
    Again::on(crate::gate::own_page(&it.back), "profile")
        .keeping(&["name", "locale", "zone", "account", "session"])
        .cut_to(crate::gate::LONGEST_KEPT)
});

/// Saves what whoever asks keeps about themselves. Somebody with one account has no choice of it in their form.
#[server(protocol = ByForm, prefix = "", endpoint = "account/profile")]
pub async fn save_profile(
    back: String,
    name: String,
    locale: String,
    zone: String,
    #[server(default)] account: Option<String>,
    session: String,
) -> Result<Done, AppError> {
    let (cx, who) = SaveProfile::enter()?;
    let typed = super::server::Typed {
        name: &name,
        locale: &locale,
        zone: &zone,
        account: account.as_deref(),
        session: &session,
    };
    let locale = super::server::save(&cx, &who, &typed).await?;
    // A browser's own language wins over the person's, so it follows the choice.
    let done = Done::at(crate::gate::own_page(&back)).notice(i18n::tl!(locale, "common.saved"));
    Ok(done.cookies(vec![crate::gate::Cookie::language(locale)]))
}
