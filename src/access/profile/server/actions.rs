//! Reading and saving what a person keeps about themselves.

use super::events::ProfileChanged;
use crate::gate::{CLIENT_LIFE, STAFF_LIFE, SignedIn, Visitor};
use crate::profile::Profile;
use crate::profile::rules::session_choice;
use directory::people::{self, ProfileRow};
use i18n::said;
use kernel::names::parse_name;
use kernel::{AccountId, AppError, Fault, Locale, Said, Ts};
use platform::names::name_fault;
use platform::{Cx, when};

/// What somebody typed; `account` is `None` when the form had no such field.
pub(in crate::profile) struct Typed<'a> {
    pub name: &'a str,
    pub locale: &'a str,
    pub zone: &'a str,
    pub account: Option<&'a str>,
    pub session: &'a str,
}

/// What is stored for this person, and what they can choose.
pub async fn read(cx: &Cx, who: &SignedIn) -> Result<Profile, AppError> {
    let row = {
        let mut conn = cx.db.read().await?;
        people::profile(&mut conn, who.firm, who.user).await?.ok_or(AppError::NotSignedIn)?
    };
    let grants = who.grants();
    let account = grants.iter().find(|(id, _)| Some(*id) == row.default_account_id);
    let longest = if who.is_staff() { STAFF_LIFE } else { CLIENT_LIFE };
    Ok(Profile {
        name: row.name,
        email: who.email.clone(),
        locale: row.locale.unwrap_or_else(|| cx.locale.tag().to_owned()),
        zone: row.time_zone.unwrap_or_default(),
        firm_zone: cx.firm.time_zone.clone(),
        zones: when::zones(),
        account: account.map(|(_, card)| card.code.clone()).unwrap_or_default(),
        accounts: grants.iter().map(|(_, card)| card.clone()).collect(),
        session: row.session_minutes,
        longest: longest / Ts::HOUR,
    })
}

/// Saves all of it or nothing; the language from now on. What did not change is not written down.
///
/// # Errors
/// `Invalid` at each field that cannot be kept so.
pub(in crate::profile) async fn save(cx: &Cx, who: &SignedIn, typed: &Typed<'_>) -> Result<Locale, AppError> {
    let account = match typed.account {
        None => Ok(None),
        Some("") => Ok(Some(None)),
        Some(code) => granted(cx, who, code).await?.map(|id| Some(Some(id))).ok_or(()),
    };
    let new = check(cx, typed, account)?;
    let locale = new.locale;
    cx.work(who, async move |w, who| {
        let old = people::profile(w, who.firm, who.user).await?.ok_or(AppError::NotSignedIn)?;
        let row = ProfileRow {
            name: new.name,
            locale: Some(locale.tag().to_owned()),
            time_zone: new.zone,
            default_account_id: new.account.unwrap_or(old.default_account_id),
            session_minutes: new.session,
        };
        if row == old {
            return Ok(());
        }
        people::set_profile(w, who.firm, who.user, &row).await?;
        let changes = changes(&old, &row);
        w.happened(ProfileChanged { user: who.user, email: who.email, changes }).await
    })
    .await?;
    Ok(locale)
}

/// What is to be kept.
struct Checked {
    name: String,
    locale: Locale,
    zone: Option<String>,
    /// `None` leaves it as it is.
    account: Option<Option<AccountId>>,
    session: Option<i64>,
}

fn check(
    cx: &Cx,
    typed: &Typed<'_>,
    account: Result<Option<Option<AccountId>>, ()>,
) -> Result<Checked, AppError> {
    let l = cx.locale;
    let mut faults = Vec::new();
    let mut fault = |field: &str, said: Said| faults.push(Fault::at(field, said));
    let name = parse_name(typed.name).map_err(|problem| fault("name", name_fault(l, problem)));
    let locale = Locale::ALL.into_iter().find(|it| it.tag() == typed.locale);
    if locale.is_none() {
        fault("locale", said!(l, "profile.no_choice"));
    }
    let zone = (!typed.zone.is_empty()).then(|| typed.zone.to_owned());
    if zone.as_ref().is_some_and(|zone| !when::zones().contains(zone)) {
        fault("zone", said!(l, "profile.no_choice"));
    }
    let session = session_choice(typed.session);
    if session.is_none() {
        fault("session", said!(l, "profile.no_choice"));
    }
    if account.is_err() {
        fault("account", said!(l, "profile.no_account"));
    }
    match (name, locale, session, account) {
        (Ok(name), Some(locale), Some(session), Ok(account)) if faults.is_empty() => {
            Ok(Checked { name, locale, zone, account, session })
        }
        _ => Err(AppError::Invalid(faults)),
    }
}

/// The account of this short id, if it is open to this person.
async fn granted(cx: &Cx, who: &SignedIn, code: &str) -> Result<Option<AccountId>, AppError> {
    match Visitor::SignedIn(who.clone()).client_of(cx, code).await {
        Ok((_, client)) => Ok(Some(client.account())),
        Err(AppError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// For the audit trail: what was changed, and the name from what to what.
fn changes(old: &ProfileRow, new: &ProfileRow) -> String {
    let mut changes = Vec::new();
    if old.name != new.name {
        changes.push(format!("name: {} -> {}", old.name, new.name));
    }
    for (changed, what) in [
        (old.locale != new.locale, "language"),
        (old.time_zone != new.time_zone, "time zone"),
        (old.default_account_id != new.default_account_id, "default account"),
        (old.session_minutes != new.session_minutes, "session length"),
    ] {
        if changed {
            changes.push(what.to_owned());
        }
    }
    changes.join(", ")
}
