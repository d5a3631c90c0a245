//! From a mailed link to working here: once, in time, completely or not at all.

use super::events::{OfMember, What};
use super::invitation_store::{self, InvitationRow, LoginRow};
use super::store;
use crate::mailed_links::{self, Meanwhile, Standing};
use crate::people::tell_who_came_meanwhile;
use crate::sessions::{self, Started};
use crate::team::model::JoinView;
use directory::people::{self, Beginner};
use directory::staff;
use kernel::{AppError, Rights, Role, UserId};
use platform::Cx;
use platform::audit::Who;
use platform::db::{Conn, Tx};
use platform::keys::token_hash;
use platform::unit::{By, Work};

/// An invitation, where it stands now, and the login that its address has already.
pub(super) struct Found {
    pub row: InvitationRow,
    pub standing: Standing,
    pub login: Option<LoginRow>,
}

/// What the page of this link shows; changes nothing.
///
/// # Errors
/// `NotFound` for a link we never made, `TooMany` after thirty of those from one place.
pub(in crate::team) async fn view(cx: &Cx, token: &str) -> Result<JoinView, AppError> {
    let found = find(cx, token).await?;
    let until = platform::when::show_with_zone(found.row.dates.expires_at, cx.locale, &cx.firm.time_zone);
    let masked = kernel::email::mask(&found.row.email);
    Ok(match found.standing {
        Standing::Open => {
            let mut conn = cx.db.read().await?;
            let inviter = store::member(&mut conn, cx.firm.id, found.row.invited_by).await?;
            JoinView::Open {
                inviter: inviter.filter(|it| it.deactivated_at.is_none()).map(|it| it.name),
                role: found.row.role(),
                has_login: found.login.is_some(),
                email: found.row.email,
                name: found.login.map_or(found.row.name, |login| login.name),
                until,
            }
        }
        Standing::Expired => JoinView::Expired { ended: until, masked },
        Standing::Newer => JoinView::Newer { masked },
        Standing::Used => JoinView::Used,
        Standing::Closed => JoinView::Closed,
    })
}

/// The invitation of this link; links we never made are counted.
///
/// # Errors
/// As [`view`].
pub(super) async fn find(cx: &Cx, token: &str) -> Result<Found, AppError> {
    let found = {
        let mut conn = cx.db.read().await?;
        look(&mut conn, cx, token).await?
    };
    mailed_links::known(cx, found).await
}

pub(super) async fn look(conn: &mut Conn, cx: &Cx, token: &str) -> Result<Option<Found>, AppError> {
    let firm = cx.firm.id;
    let Some(row) = invitation_store::by_token(conn, firm, token_hash(token)).await? else { return Ok(None) };
    // The address belongs to somebody who works here, or did.
    let reached = store::member_at(conn, firm, &row.email_norm).await?.is_some();
    let standing =
        mailed_links::standing(&row.dates, Meanwhile { reached, ..Meanwhile::default() }, cx.now());
    let login = invitation_store::login(conn, firm, &row.email_norm).await?;
    Ok(Some(Found { row, standing, login }))
}

/// Uses the link up, makes the login and signs the person in. `password_hash` was made before, for nothing but the
/// database is awaited here.
///
/// # Errors
/// `Conflict` when the link is not open any more, or somebody has this address meanwhile; its page says how it stands.
pub(super) async fn begin(
    tx: &mut Tx,
    cx: &Cx,
    token: &str,
    name: &str,
    password_hash: &str,
) -> Result<Started, AppError> {
    let row = consume(tx, cx, token).await?;
    let beginner = Beginner {
        id: UserId(cx.ids.next()),
        email: &row.email,
        email_norm: &row.email_norm,
        name,
        locale: cx.locale,
        password_hash,
        now: cx.now(),
    };
    let user = people::activate(tx, cx.firm.id, &beginner).await?.ok_or(AppError::Conflict)?;
    tell_who_came_meanwhile(tx, cx, user, &row.email_norm).await?;
    employ(tx, cx, &row, user, name).await?;
    sessions::start_full(tx, cx, user, "invitation").await
}

/// As [`begin`], for somebody who has a login as a client: it stays as it is, and whoever it belongs to signs in with
/// it. Its sessions end, for those of staff are shorter; nobody is signed in by holding the mail alone.
///
/// # Errors
/// As [`begin`]; also when the login is disabled.
pub(super) async fn add_to_login(tx: &mut Tx, cx: &Cx, token: &str) -> Result<(), AppError> {
    let row = consume(tx, cx, token).await?;
    let login = invitation_store::login(tx, cx.firm.id, &row.email_norm).await?;
    let login = login.filter(|it| it.disabled_at.is_none()).ok_or(AppError::Conflict)?;
    employ(tx, cx, &row, login.id, &login.name).await?;
    sessions::end_all_of_user(tx, cx, login.id, None).await.map(drop)
}

async fn consume(tx: &mut Tx, cx: &Cx, token: &str) -> Result<InvitationRow, AppError> {
    let used = invitation_store::consume(tx, cx.firm.id, token_hash(token), cx.now()).await?;
    used.ok_or(AppError::Conflict)
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
