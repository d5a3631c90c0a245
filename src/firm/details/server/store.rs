//! All SQL about a firm's details.

use kernel::FirmId;
use platform::db::{Conn, DbError};
use platform::sql;

/// The details as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct DetailsRow {
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
    pub version: i64,
}

pub(super) async fn details(conn: &mut Conn, firm: FirmId) -> Result<DetailsRow, DbError> {
    sql!(
        "SELECT name, phone, email, address, website, time_zone, locale, languages, sender_name, reply_to,
            invitation_days, own_address, version
         FROM firm WHERE id = $1",
        firm
    )
    .one(conn)
    .await
}

/// Stores the details, if nobody else did since they were read.
pub(super) async fn update(conn: &mut Conn, firm: FirmId, new: &DetailsRow) -> Result<bool, DbError> {
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
