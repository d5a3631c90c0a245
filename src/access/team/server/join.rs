//! From a mailed link to working here: once, in time, completely or not at all.

use super::events::{OfMember, What};
use super::invitation_store::{self, InvitationRow, LoginRow};
use super::{invites, store};
use crate::links::{self, ByLink, Meanwhile, Standing};
use crate::people::tell_who_came_meanwhile;
use crate::sessions::{self, Started};
use crate::team::Joins;
use crate::team::model::JoinView;
use directory::people::{self, Beginner};
use directory::staff;
use kernel::{AppError, InvitationId, Rights, Role, UserId};
use platform::Cx;
use platform::audit::Who;
use platform::db::{Conn, Tx};
use platform::unit::{By, Work};

/// An invitation, where it stands now, and the login that its address has already.
pub(super) struct Found {
    pub row: InvitationRow,
    pub standing: Standing,
    pub login: Option<LoginRow>,
    /// Whoever sent it, where it is open.
    inviter: Option<String>,
}

/// What the page of this link shows; changes nothing.
pub(in crate::team) async fn view(cx: &Cx, link: &ByLink<Joins>) -> Result<JoinView, AppError> {
    let mut conn = cx.db.read().await?;
    let found = find(&mut conn, cx, link).await?;
    let until = platform::when::show_with_zone(link.until(), cx.locale, &cx.firm.time_zone);
    let masked = kernel::email::mask(&found.row.email);
    Ok(match found.standing {
        Standing::Open => JoinView::Open {
            inviter: found.inviter,
            role: found.row.role(),
            has_login: found.login.is_some(),
            email: found.row.email,
            name: found.login.map_or(found.row.name, |login| login.name),
            until,
        },
        Standing::Expired => JoinView::Expired { ended: until, masked },
        Standing::Newer => JoinView::Newer { masked },
        Standing::Used => JoinView::Used,
        Standing::Closed => JoinView::Closed,
    })
}

/// The invitation that this link is.
pub(super) async fn find(conn: &mut Conn, cx: &Cx, link: &ByLink<Joins>) -> Result<Found, AppError> {
    let firm = cx.firm.id;
    let row =
        invitation_store::by_id(conn, firm, InvitationId(link.id())).await?.ok_or(AppError::NotFound)?;
    // The address belongs to somebody who works here, or did.
    let reached = store::member_at(conn, firm, link.to()).await?.is_some();
    let standing = link.standing(Meanwhile { reached, ..Meanwhile::default() }, cx.now());
    let login = invitation_store::login(conn, firm, link.to()).await?;
    // One that has lost its use otherwise can be asked for anew, which asks for the inviter itself.
    let (standing, inviter) = match standing {
        Standing::Open => match invites::inviter(conn, cx, &row).await? {
            Some(inviter) => (Standing::Open, Some(inviter.name)),
            None => (Standing::Closed, None),
        },
        other => (other, None),
    };
    Ok(Found { row, standing, login, inviter })
}

/// Uses the link up, makes the login and signs the person in. `password_hash` was made before, for nothing but the
/// database is awaited here.
///
/// # Errors
/// `Conflict` when the link is not open any more, whoever sent it may no longer invite, or somebody has this address meanwhile;
/// its page says how it stands.
pub(super) async fn begin(
    tx: &mut Tx,
    cx: &Cx,
    link: &ByLink<Joins>,
    name: &str,
    password_hash: &str,
) -> Result<Started, AppError> {
    let row = consume(tx, cx, link).await?;
    let beginner = Beginner {
        id: UserId(cx.ids.next()),
        email: &row.email,
        email_norm: link.to(),
        name,
        locale: cx.locale,
        password_hash,
        now: cx.now(),
    };
    let user = people::activate(tx, cx.firm.id, &beginner).await?.ok_or(AppError::Conflict)?;
    tell_who_came_meanwhile(tx, cx, user, link.to()).await?;
    employ(tx, cx, &row, user, name).await?;
    sessions::start_full(tx, cx, user, "invitation").await
}

/// As [`begin`], for somebody who has a login as a client: it stays as it is, and whoever it belongs to signs in with
/// it. Its sessions end, for those of staff are shorter; nobody is signed in by holding the mail alone.
///
/// # Errors
/// As [`begin`]; also when the login is disabled.
pub(super) async fn add_to_login(tx: &mut Tx, cx: &Cx, link: &ByLink<Joins>) -> Result<(), AppError> {
    let row = consume(tx, cx, link).await?;
    let login = invitation_store::login(tx, cx.firm.id, link.to()).await?;
    let login = login.filter(|it| it.disabled_at.is_none()).ok_or(AppError::Conflict)?;
    employ(tx, cx, &row, login.id, &login.name).await?;
    sessions::end_all_of_user(tx, cx, login.id, None).await.map(drop)
}

async fn consume(tx: &mut Tx, cx: &Cx, link: &ByLink<Joins>) -> Result<InvitationRow, AppError> {
    links::use_once(tx, cx, link).await?;
    let row = invitation_store::by_id(tx, cx.firm.id, InvitationId(link.id())).await?;
    let row = row.ok_or(AppError::Conflict)?;
    // The sender may have been deactivated or demoted since the page was looked at.
    invites::inviter(tx, cx, &row).await?.map(|_| row).ok_or(AppError::Conflict)
}

async fn employ(tx: &mut Tx, cx: &Cx, row: &InvitationRow, user: UserId, name: &str) -> Result<(), AppError> {
    let (role, rights): (Role, Rights) = (row.role(), row.rights());
    if !staff::insert(tx, cx.firm.id, user, role, &rights.to_text()).await? {
        return Err(AppError::Conflict);
    }
    let who = Who { kind: "staff", id: Some(user), name: format!("{name} <{}>", row.email) };
    let by = By { who, name: name.to_owned() };
    let joined = OfMember { user, email: row.email.clone(), what: What::Joined { role, rights } };
    Work::on(tx, cx, &by).happened(joined).await
}
