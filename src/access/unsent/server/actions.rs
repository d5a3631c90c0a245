//! Keeping what was typed, and giving it back to whoever typed it.

use super::store::{self, NewForm};
use crate::gate::{CLIENT_IDLE, Door, STAFF_IDLE, SignedIn};
use crate::known_browsers;
use crate::unsent::rules::{KEPT_FOR, MOST, ran_out_lately, worth_keeping};
use kernel::{AppError, UserId, paths};
use platform::keys::token_hash;
use platform::{Cx, Platform};
use serde::{Deserialize, Serialize};
use sqlx::types::Uuid;

/// A form that arrived too late, or is about to.
pub struct Unsent {
    /// The page to come back to, a path of ours without what was kept before.
    pub page: String,
    pub typed: Typed,
}

/// What was typed, and into which form of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// The form's name; `None` where no command of ours takes it.
    pub form: Option<String>,
    pub fields: Vec<(String, String)>,
}

impl Typed {
    /// Of a form that was, or would have been, sent to this address.
    #[must_use]
    pub fn of(cx: &Cx, action: &str, fields: Vec<(String, String)>) -> Self {
        Self { form: Door::form_at(cx, action, &fields), fields }
    }
}

impl Unsent {
    /// The page with what was kept on it.
    fn again(&self, id: Uuid) -> String {
        let with = if self.page.contains('?') { '&' } else { '?' };
        format!("{}{with}{}={id}", self.page, paths::KEPT)
    }
}

/// Keeps a form for whoever held this session; the page to come back to after the sign-in. `None` when there is nothing
/// worth keeping, or nobody to keep it for: the session is unknown, was ended by somebody or ran out long ago, this is no
/// browser of its person's, or the form is not `theirs`. A token alone, which somebody may have stolen, leaves nothing on anybody's page.
pub async fn keep(
    cx: &Cx,
    session: &str,
    unsent: &Unsent,
    theirs: impl Fn(UserId) -> bool + Send,
) -> Result<Option<String>, AppError> {
    if worth_keeping(&unsent.typed.fields).is_none() {
        return Ok(None);
    }
    let holder = store::holder(&mut cx.db.read().await?, cx.firm.id, token_hash(session)).await?;
    let Some(holder) = holder else { return Ok(None) };
    let idle = if holder.is_staff { STAFF_IDLE } else { CLIENT_IDLE };
    let lately = ran_out_lately(holder.last_seen_at, holder.expires_at, idle, cx.now());
    if !lately || !theirs(holder.user_id) {
        return Ok(None);
    }
    keep_for(cx, holder.user_id, unsent).await
}

/// Keeps a form for this person, in the browser it was typed in.
pub(in crate::unsent) async fn keep_for(
    cx: &Cx,
    user: UserId,
    unsent: &Unsent,
) -> Result<Option<String>, AppError> {
    let Some(fields) = worth_keeping(&unsent.typed.fields) else { return Ok(None) };
    let typed = Typed { form: unsent.typed.form.clone(), fields };
    let browser = known_browsers::own_browser(&mut cx.db.read().await?, cx, user).await?;
    let Some(browser) = browser else { return Ok(None) };
    let id = cx.ids.next();
    let plain = serde_json::to_vec(&typed).map_err(|_| AppError::BadRequest)?;
    let row = NewForm {
        id,
        firm: cx.firm.id,
        user,
        page: path_of(&unsent.page).to_owned(),
        sealed: cx.keys.seal(&place(id), &plain, &*cx.rng),
        now: cx.now(),
        browser,
    };
    let firm = row.firm;
    cx.write(move |tx| {
        Box::pin(async move {
            store::insert(tx, row).await?;
            store::forget_but(tx, firm, user, MOST).await?;
            Ok(())
        })
    })
    .await?;
    Ok(Some(unsent.again(id)))
}

/// What this person had typed on this page; nothing when it was another's, on another page, in another browser, or is too old.
pub async fn find(cx: &Cx, who: &SignedIn, id: &str, page: &str) -> Result<Option<Typed>, AppError> {
    let Ok(id) = id.parse::<Uuid>() else { return Ok(None) };
    let since = cx.now().plus(-KEPT_FOR);
    let mut conn = cx.db.read().await?;
    let Some(browser) = known_browsers::own_browser(&mut conn, cx, who.user()).await? else {
        return Ok(None);
    };
    let row = store::find(&mut conn, (who.firm(), who.user()), id, browser, since).await?;
    let typed = row
        .filter(|row| row.page == path_of(page))
        .and_then(|row| cx.keys.open(&place(id), &row.sealed).ok())
        .and_then(|plain| serde_json::from_slice(&plain).ok());
    Ok(typed)
}

platform::recurring!("unsent forms", every: 10 minutes, purge);

/// Deletes what is too old; how many.
pub async fn purge(platform: &Platform) -> Result<u64, AppError> {
    let before = platform.clock.now().plus(-KEPT_FOR);
    platform::chores::sweep(&platform.db, || store::old(before), || store::purge(before)).await
}

fn path_of(page: &str) -> &str {
    page.split('?').next().unwrap_or(page)
}

/// Ties what is sealed to its row.
fn place(id: Uuid) -> String {
    format!("unsent_form/{id}")
}
