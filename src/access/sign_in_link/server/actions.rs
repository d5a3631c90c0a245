//! Printing a link, looking at it, and using it once.

use super::events::SignInLink;
use super::{mails, store};
use crate::links::{self, ByLink, Link, Meanwhile, Printed, Standing};
use crate::sessions::{self, Started};
use crate::sign_in;
use crate::sign_in_link::{LIFE, LINK, SignInLinkState};
use directory::people;
use i18n::said;
use kernel::{AppError, EmailAddress, Locale, SessionId, UserId, paths};
use platform::request::Source;
use platform::unit::By;
use platform::{Cx, Platform};
use std::net::Ipv4Addr;

/// A link that signs this member of staff in once; earlier ones are worthless from here on. For the command line.
///
/// # Errors
/// `NotFound` without such a firm, or without such a member of staff in it; `Refused` for what is no address.
pub async fn issue(platform: &Platform, host: &str, email: &str) -> Result<String, AppError> {
    let host = host.trim().to_ascii_lowercase();
    let firm = platform.firms.by_host(&platform.db, &platform.config, &host, platform.clock.now()).await?;
    let cx = Cx::without_browser(platform, firm.ok_or(AppError::NotFound)?, Source::at(Ipv4Addr::LOCALHOST));
    let mut cx = cx;
    cx.locale = Locale::En;
    let no_address = |_| AppError::refused("the e-mail is no address".to_owned());
    let norm = EmailAddress::parse(email).map_err(no_address)?.norm().to_owned();
    let new = links::draw(&cx);
    let link = format!("{}{}", cx.firm.origin, paths::sign_in_link(new.token()));
    cx.work(&By::system(), async move |w, _| {
        let cx = w.cx();
        let (user, email) = store::staff_of(w, cx.firm.id, &norm).await?.ok_or(AppError::NotFound)?;
        people::stand_in_line(w, cx.firm.id, user).await?;
        let printed = Link { kind: LINK, of: Some(user.0), to: None, until: cx.now().plus(LIFE) };
        links::make(w, cx, &new, printed).await?;
        w.happened(SignInLink::Made { user, email }).await?;
        let mail = mails::made(w, cx, user).await?;
        w.mail(&mail, None).await.map(drop)
    })
    .await?;
    Ok(link)
}

/// How this link stands. Changes nothing.
pub async fn state(cx: &Cx, link: &ByLink<Printed>) -> Result<SignInLinkState, AppError> {
    if link.standing(Meanwhile::default(), cx.now()) != Standing::Open {
        return Ok(SignInLinkState::Ended);
    }
    let (firm, user) = (cx.firm.id, UserId(link.of()));
    let mut conn = cx.db.read().await?;
    let owner = store::owner(&mut conn, firm, user).await?;
    let may = people::may_enter(&mut conn, firm, user).await?;
    Ok(match owner.filter(|_| may) {
        Some(owner) => SignInLinkState::Open { name: owner.name, email: owner.email },
        None => SignInLinkState::Ended,
    })
}

/// Signs in, once; and where that leads. `replaced` is the session this browser held, perhaps somebody else's.
///
/// # Errors
/// `Refused` when the link is used up.
pub(in crate::sign_in_link) async fn enter(
    cx: &Cx,
    link: &ByLink<Printed>,
    replaced: Option<(UserId, SessionId)>,
) -> Result<(Started, String), AppError> {
    if state(cx, link).await? == SignInLinkState::Ended {
        return Err(gone(cx));
    }
    let link = link.clone();
    let guest = By::guest();
    let entered = cx.work(&guest, async move |w, _| {
        let (cx, user) = (w.cx(), UserId(link.of()));
        sessions::stand_in_line_to_enter(w, cx, user).await?;
        let used = links::use_once(w, cx, &link).await;
        used.map_err(|error| if error == AppError::Conflict { gone(cx) } else { error })?;
        // Whoever was deactivated meanwhile is not let in.
        let owner = store::owner(w, cx.firm.id, user).await?;
        let Some(owner) = owner.filter(|it| it.active > 0) else { return Err(gone(cx)) };
        let email = owner.email;
        if let Some((before, session)) = replaced {
            sessions::end(w, cx, before, session).await?;
        }
        w.happened(SignInLink::Used { user, email }).await?;
        sessions::start_unproven(w, cx, user, "link").await
    });
    let started = entered.await?;
    let to = sign_in::way_on(cx, &started, None).await;
    Ok((started, to))
}

fn gone(cx: &Cx) -> AppError {
    AppError::Refused(said!(cx.locale, "sign_in_link.ended"))
}
