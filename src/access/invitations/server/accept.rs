//! Accepting: the one way from an invitation to a login. All of it happens, or nothing.

use super::actions;
use super::events::{Activated, Addressee, AtItsRows, Seen};
use super::store;
use crate::invitations::{Invited, LINK};
use crate::links::{self, ByLink, Whose};
use crate::login_moves::{self, Shown};
use crate::people::tell_who_came_meanwhile;
use crate::sessions::{self, Started};
use directory::address_changes as records;
use directory::people::{self, Beginner};
use kernel::{AppError, InvitationId, Locale, UserId, paths};
use platform::Cx;
use platform::audit::Who;
use platform::db::Tx;
use platform::unit::{By, Work};

/// Somebody who has just begun.
pub(super) struct Begun {
    pub session: Started,
    /// The account, or the choice among several.
    pub to: String,
}

/// With what somebody begins. Proofs and hashes are made before, for nothing but the database is awaited in accepting.
#[derive(Clone, Debug)]
pub(super) enum Way {
    /// A new password, hashed, and the language that they chose, if they were asked.
    Anew(String, Option<Locale>),
    /// The login of the address that this one replaces.
    GoingOn(Shown),
}

/// Uses the link up, makes or fills in the login, or moves the old one, and signs the person in. The grants are the
/// switches LOGIN of this address, so they open by themselves.
///
/// # Errors
/// `Conflict` when the link is not open any more; its page says why. That of a wrong password, if another was set meanwhile.
pub(super) async fn accept(
    tx: &mut Tx,
    cx: &Cx,
    link: &ByLink<Invited>,
    way: &Way,
) -> Result<Begun, AppError> {
    let (firm, now) = (cx.firm.id, cx.now());
    let norm = link.to();
    // First of all this: whoever stops or cancels a change takes it first, and then the invitation that it ends.
    records::stand_in_line_at(tx, firm, norm).await?;
    links::use_once(tx, cx, link).await?;
    let used = store::by_id(tx, firm, InvitationId(link.id())).await?.ok_or(AppError::Conflict)?;
    let wanting = store::wanting(tx, firm, norm).await?;
    if wanting.is_empty() {
        return Err(AppError::Conflict);
    }
    let user = match way {
        Way::GoingOn(shown) => login_moves::take_over(tx, cx, &used.email, &used.name, shown).await?,
        Way::Anew(password_hash, locale) => {
            let beginner = Beginner {
                id: UserId(cx.ids.next()),
                email: &used.email,
                email_norm: norm,
                name: &used.name,
                // Not that of the browser: whoever was not asked keeps what the firm chose for them.
                locale: locale.or(Locale::from_tag(&used.locale)).unwrap_or(cx.firm.locale),
                password_hash,
                now,
            };
            let user = people::activate(tx, firm, &beginner).await?.ok_or(AppError::Conflict)?;
            tell_who_came_meanwhile(tx, cx, user, norm).await?;
            user
        }
    };
    links::supersede(tx, cx, LINK, Whose::At(norm)).await?;
    let accounts = actions::accounts(&wanting);
    let to = match accounts.as_slice() {
        [only] => {
            people::remember_account(tx, firm, user, only.account_id).await?;
            paths::portal_home(&only.code)
        }
        _ => paths::CHOOSE.to_owned(),
    };
    let name = format!("{} <{}>", used.name, used.email);
    let by = By { who: Who { kind: "client", id: Some(user), name }, name: used.name.clone() };
    let w = &mut Work::on(tx, cx, &by);
    for (nth, account) in accounts.iter().enumerate() {
        let (account, invited) = (account.account_id, Addressee::of(&used, norm));
        w.happened(Activated { id: used.id, account, invited, first: nth == 0 }).await?;
    }
    w.happened(AtItsRows::of(&wanting, Seen::Activated(used.name.clone()))).await?;
    let session = begin(tx, cx, user, way).await?;
    Ok(Begun { session, to })
}

async fn begin(tx: &mut Tx, cx: &Cx, user: UserId, way: &Way) -> Result<Started, AppError> {
    match way {
        // A session is no password: one that was left open or stolen must not make itself a proof (SEC-29).
        Way::GoingOn(Shown::BySession(_)) => sessions::start_unproven(tx, cx, user, "invitation").await,
        Way::GoingOn(Shown::ByPassword(_)) | Way::Anew(..) => {
            sessions::start_full(tx, cx, user, "invitation").await
        }
    }
}
