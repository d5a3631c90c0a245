//! Everything that is written of a firm itself.

use super::FirmProfile;
use crate::db::{Conn, DbError};
use crate::{hosts, sql};
use kernel::{FirmId, Ts};

/// Adds a firm with the host it begins with. The rest of its profile is set later, by its own people.
///
/// # Errors
/// A duplicate when its host is taken, with or without `www.`.
pub async fn create(conn: &mut Conn, firm: &FirmProfile, now: Ts) -> Result<(), DbError> {
    sql!(
        "INSERT INTO firm (id, name, host, locale, time_zone, phone, email, invitation_days, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        firm.id,
        &firm.name,
        &firm.host,
        firm.locale.tag(),
        &firm.time_zone,
        firm.phone.clone(),
        firm.email.clone(),
        firm.invitation_days,
        now
    )
    .run(conn)
    .await?;
    hosts::begin(conn, &firm.host, firm.id, now).await
}

/// What a firm's own people set, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Details {
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
    pub website: Option<String>,
    pub time_zone: String,
    pub locale: String,
    pub languages: String,
    pub sender_name: Option<String>,
    pub reply_to: Option<String>,
    pub invitation_days: i64,
    pub own_address: bool,
    /// Of the row that was read.
    pub version: i64,
}

/// Stores the details, if nobody else did since they were read; whether they are stored.
pub async fn set_details(conn: &mut Conn, firm: FirmId, new: &Details) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE firm SET name = $3, phone = $4, email = $5, address = $6, website = $7, time_zone = $8, locale = $9,
            languages = $10, sender_name = $11, reply_to = $12, invitation_days = $13, own_address = $14,
            version = version + 1
         WHERE id = $1 AND version = $2",
        firm,
        new.version,
        &new.name,
        new.phone.clone(),
        new.email.clone(),
        new.address.clone(),
        new.website.clone(),
        &new.time_zone,
        &new.locale,
        &new.languages,
        new.sender_name.clone(),
        new.reply_to.clone(),
        new.invitation_days,
        new.own_address
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// The colours that the firm chose, or none.
pub async fn set_colours(
    conn: &mut Conn,
    firm: FirmId,
    accent: Option<String>,
    sidebar: Option<String>,
) -> Result<(), DbError> {
    sql!("UPDATE firm SET accent = $2, sidebar = $3 WHERE id = $1", firm, accent, sidebar)
        .run(conn)
        .await
        .map(drop)
}

/// The firm's logo has this name. Its pictures are kept by [`crate::logos`].
pub(crate) async fn set_logo(conn: &mut Conn, firm: FirmId, name: &str) -> Result<(), DbError> {
    sql!("UPDATE firm SET logo = $2 WHERE id = $1", firm, name).run(conn).await.map(drop)
}

/// The firm has no logo any more.
pub(crate) async fn remove_logo(conn: &mut Conn, firm: FirmId) -> Result<(), DbError> {
    sql!("UPDATE firm SET logo = NULL WHERE id = $1", firm).run(conn).await.map(drop)
}

/// Makes one of the firm's hosts the main one, in the place of `old`; whether it is.
pub async fn set_main_host(conn: &mut Conn, firm: FirmId, old: &str, host: &str) -> Result<bool, DbError> {
    let touched = sql!(
        "UPDATE firm SET host = $3 WHERE id = $1 AND host = $2
           AND EXISTS (SELECT 1 FROM firm_host h WHERE h.firm_id = $1 AND h.host = $3)",
        firm,
        old,
        host
    )
    .run(conn)
    .await?;
    Ok(touched == 1)
}

/// A test mail left just now. Before a firm is set up there is none to note it for.
pub async fn mail_tested(conn: &mut Conn, firm: FirmId, at: Ts) -> Result<(), DbError> {
    sql!("UPDATE firm SET mail_tested_at = $2 WHERE id = $1", firm, at).run(conn).await.map(drop)
}

/// The list of first steps is over; whether it was not before.
pub async fn end_first_steps(conn: &mut Conn, firm: FirmId) -> Result<bool, DbError> {
    let ended = sql!(
        "UPDATE firm SET first_steps_over = $2 WHERE id = $1 AND first_steps_over = $3",
        firm,
        true,
        false
    )
    .run(conn)
    .await?;
    Ok(ended == 1)
}

/// From here on the demo knows the firm as its own.
pub async fn mark_as_demo(conn: &mut Conn, firm: FirmId) -> Result<(), DbError> {
    sql!("UPDATE firm SET demo = $2, first_steps_over = $2 WHERE id = $1", firm, true)
        .run(conn)
        .await
        .map(drop)
}
