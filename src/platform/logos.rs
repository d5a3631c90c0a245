//! Logos of firms: as pages show them, and as mails carry them along.

use crate::db::{Conn, DbError};
use crate::firm_profile::{self, FirmProfile};
use crate::mail::Picture;
use crate::pictures::{self, MailPicture, PictureProblem};
use crate::{Platform, sql};
use kernel::{AppError, FirmId, Ts};

/// Puts this logo in the place of any other.
pub async fn put_up(
    conn: &mut Conn,
    firm: FirmId,
    name: &str,
    bytes: Vec<u8>,
    in_mails: MailPicture,
    now: Ts,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO firm_logo (firm_id, name, bytes, created_at, mail_png, mail_width, mail_height)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (firm_id, name) DO UPDATE SET mail_png = excluded.mail_png, mail_width = excluded.mail_width,
            mail_height = excluded.mail_height",
        firm,
        name,
        bytes,
        now,
        in_mails.png,
        i64::from(in_mails.width),
        i64::from(in_mails.height)
    )
    .run(conn)
    .await?;
    firm_profile::set_logo(conn, firm, name).await?;
    sql!("DELETE FROM firm_logo WHERE firm_id = $1 AND name <> $2", firm, name).run(conn).await.map(drop)
}

/// Takes the firm's logo down.
pub async fn take_down(conn: &mut Conn, firm: FirmId) -> Result<(), DbError> {
    firm_profile::remove_logo(conn, firm).await?;
    sql!("DELETE FROM firm_logo WHERE firm_id = $1", firm).run(conn).await.map(drop)
}

/// The bytes of a firm's logo.
pub async fn bytes(conn: &mut Conn, firm: FirmId, name: &str) -> Result<Option<Vec<u8>>, DbError> {
    let row: Option<(Vec<u8>,)> =
        sql!("SELECT bytes FROM firm_logo WHERE firm_id = $1 AND name = $2", firm, name)
            .optional(conn)
            .await?;
    Ok(row.map(|(bytes,)| bytes))
}

/// What a logo of this name is; `None` for a name that we did not give.
#[must_use]
pub fn mime(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "png" => Some("image/png"),
        "jpg" => Some("image/jpeg"),
        "webp" => Some("image/webp"),
        _ => None,
    }
}

/// A logo as it is stored for mails.
#[derive(sqlx::FromRow)]
pub struct MailLogoRow {
    name: String,
    /// The logo itself, where no picture for mails was made of it yet.
    bytes: Option<Vec<u8>>,
    /// Empty where none can be made.
    mail_png: Option<Vec<u8>>,
    mail_width: Option<i64>,
    mail_height: Option<i64>,
}

/// The firm's logo as it is when the mail leaves, as it is stored; [`drawn`] makes a picture of it.
pub async fn for_mails(conn: &mut Conn, firm: &FirmProfile) -> Result<Option<MailLogoRow>, DbError> {
    let Some(name) = &firm.logo else { return Ok(None) };
    sql!(
        "SELECT name, CASE WHEN mail_png IS NULL THEN bytes END AS bytes, mail_png, mail_width, mail_height
         FROM firm_logo WHERE firm_id = $1 AND name = $2",
        firm.id,
        name
    )
    .optional(conn)
    .await
}

/// The picture for mails. One that was stored before there were such pictures is drawn now, once, and left out where that
/// cannot be: the firm's name stands below it.
///
/// # Errors
/// `Busy` while too many others are drawn: whoever sends a mail does so later.
pub async fn drawn(
    platform: &Platform,
    firm: FirmId,
    row: Option<MailLogoRow>,
) -> Result<Option<Picture>, AppError> {
    let Some(row) = row else { return Ok(None) };
    let made = match row {
        MailLogoRow { mail_png: Some(png), mail_width: Some(width), mail_height: Some(height), .. } => {
            let size = u32::try_from(width).ok().zip(u32::try_from(height).ok());
            size.map(|(width, height)| MailPicture { png, width, height })
        }
        MailLogoRow { name, bytes: Some(bytes), .. } => Some(made_anew(platform, firm, name, bytes).await?),
        _ => None,
    };
    let picture =
        |it: MailPicture| Picture { mime: "image/png", bytes: it.png, width: it.width, height: it.height };
    Ok(made.filter(|it| !it.png.is_empty()).map(picture))
}

/// The picture, kept for the next mail, or an empty one that says that there is none.
async fn made_anew(
    platform: &Platform,
    firm: FirmId,
    name: String,
    bytes: Vec<u8>,
) -> Result<MailPicture, AppError> {
    let made = match pictures::for_mails(bytes).await {
        Ok((_, made)) => made,
        Err(PictureProblem::Busy) => return Err(AppError::Busy),
        Err(_) => MailPicture { png: Vec::new(), width: 0, height: 0 },
    };
    let picture = made.clone();
    let kept =
        platform.db.write(move |tx| Box::pin(async move { Ok(keep(tx, firm, &name, picture).await?) }));
    // The next mail draws it again.
    if let Err(error) = kept.await {
        tracing::error!(%error, "a logo for mails could not be kept");
    }
    Ok(made)
}

async fn keep(conn: &mut Conn, firm: FirmId, name: &str, made: MailPicture) -> Result<(), DbError> {
    let (width, height) = (i64::from(made.width), i64::from(made.height));
    sql!(
        "UPDATE firm_logo SET mail_png = $3, mail_width = $4, mail_height = $5
         WHERE firm_id = $1 AND name = $2 AND mail_png IS NULL",
        firm,
        name,
        made.png,
        width,
        height
    )
    .run(conn)
    .await
    .map(drop)
}
