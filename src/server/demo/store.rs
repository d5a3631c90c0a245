//! All SQL of the demo: one statement a table. Nothing here is asked for by a page.

use super::accounts::QUIET;
use super::model::OWNER;
use super::rows::{
    AccountRow, Batch, ChangeRow, ContactRow, EmailRow, InvitationRow, LinkRow, LoginRow, SettingRow,
};
use clients::accounts::rules::sort_key;
use kernel::names::search_key;
use kernel::{FirmId, UserId};
use platform::db::{Conn, DbError};
use platform::sql;

/// Stores a batch; whoever is referred to comes first.
pub(super) async fn insert(conn: &mut Conn, firm: FirmId, batch: &Batch) -> Result<(), DbError> {
    for row in &batch.logins {
        login(conn, firm, row).await?;
    }
    people(conn, firm, batch).await?;
    for row in &batch.accounts {
        account(conn, firm, row).await?;
    }
    for row in &batch.contacts {
        contact(conn, firm, row).await?;
    }
    for row in &batch.emails {
        email(conn, firm, row).await?;
    }
    for row in &batch.links {
        link(conn, firm, row).await?;
    }
    for row in &batch.settings {
        setting(conn, firm, row).await?;
    }
    for row in &batch.changes {
        change(conn, firm, row).await?;
    }
    extras(conn, firm, batch).await
}

async fn people(conn: &mut Conn, firm: FirmId, batch: &Batch) -> Result<(), DbError> {
    for row in &batch.staff {
        sql!(
            "INSERT INTO staff_member (user_id, firm_id, role, rights) VALUES ($1, $2, $3, $4)",
            row.user,
            firm,
            row.role,
            &row.rights
        )
        .run(conn)
        .await?;
    }
    let inviter = owner(conn, firm).await?;
    for row in &batch.invitations {
        invitation(conn, firm, inviter, row).await?;
    }
    Ok(())
}

async fn extras(conn: &mut Conn, firm: FirmId, batch: &Batch) -> Result<(), DbError> {
    for (setting, item, at) in &batch.choices {
        sql!(
            "INSERT INTO notify_choice (firm_id, setting_id, item, enabled, set_by, set_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            firm,
            *setting,
            item.key(),
            false,
            QUIET.set_by,
            *at
        )
        .run(conn)
        .await?;
    }
    for (account, user) in &batch.assignments {
        sql!(
            "INSERT INTO account_assignment (firm_id, account_id, user_id) VALUES ($1, $2, $3)",
            firm,
            *account,
            *user
        )
        .run(conn)
        .await?;
    }
    for (letter, last) in &batch.numbers {
        sql!(
            "INSERT INTO account_code (firm_id, letters, last_number) VALUES ($1, $2, $3)
             ON CONFLICT (firm_id, letters) DO UPDATE SET last_number = excluded.last_number",
            firm,
            letter.to_string(),
            *last
        )
        .run(conn)
        .await?;
    }
    Ok(())
}

async fn owner(conn: &mut Conn, firm: FirmId) -> Result<Option<UserId>, DbError> {
    let row: Option<(UserId,)> =
        sql!("SELECT user_id FROM staff_member WHERE firm_id = $1 AND role = 'owner'", firm)
            .optional(conn)
            .await?;
    Ok(row.map(|(id,)| id))
}

async fn login(conn: &mut Conn, firm: FirmId, row: &LoginRow) -> Result<(), DbError> {
    let last = row.last.as_ref();
    sql!(
        "INSERT INTO portal_user (id, firm_id, email, email_norm, name, locale, time_zone, password_hash,
            password_changed_at, activated_at, created_at, last_login_at, last_login_ip, last_login_place,
            last_login_os, last_login_browser)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $9, $10, $11, $12, $13, $14)",
        row.id,
        firm,
        &row.email,
        &row.email_norm,
        &row.name,
        row.locale.map(|locale| locale.tag()),
        row.time_zone,
        &row.password_hash,
        row.activated_at,
        last.map(|last| last.at),
        last.map(|last| last.ip.clone()),
        last.map(|last| last.place),
        last.map(|last| last.os),
        last.map(|last| last.browser)
    )
    .run(conn)
    .await
    .map(drop)
}

async fn invitation(
    conn: &mut Conn,
    firm: FirmId,
    by: Option<UserId>,
    row: &InvitationRow,
) -> Result<(), DbError> {
    sql!(
        "INSERT INTO invitation (id, firm_id, email, email_norm, name, token_hash, message, locale, invited_by,
            created_at, expires_at, banner)
         VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, $9, $10, $11)",
        row.id,
        firm,
        &row.email,
        &row.email_norm,
        &row.name,
        row.token_hash,
        row.locale.tag(),
        by,
        row.created_at,
        row.expires_at,
        false
    )
    .run(conn)
    .await
    .map(drop)
}

async fn account(conn: &mut Conn, firm: FirmId, row: &AccountRow) -> Result<(), DbError> {
    sql!(
        "INSERT INTO account (id, firm_id, code, name, kind, search_key, sort_key, archived_at, version, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)",
        row.id,
        firm,
        &row.code,
        &row.name,
        row.kind,
        search_key(&[&row.name, &row.code]),
        sort_key(&row.name),
        row.archived_at,
        row.created_at
    )
    .run(conn)
    .await
    .map(drop)
}

async fn contact(conn: &mut Conn, firm: FirmId, row: &ContactRow) -> Result<(), DbError> {
    sql!(
        "INSERT INTO contact (id, firm_id, name, locale, search_key, sort_key, version, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, 1, $7)",
        row.id,
        firm,
        &row.name,
        row.locale.tag(),
        search_key(&[&row.name]),
        sort_key(&row.name),
        row.created_at
    )
    .run(conn)
    .await
    .map(drop)
}

async fn email(conn: &mut Conn, firm: FirmId, row: &EmailRow) -> Result<(), DbError> {
    sql!(
        "INSERT INTO contact_email (id, firm_id, contact_id, email, email_norm, position, unlinked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        row.id,
        firm,
        row.contact,
        &row.email,
        &row.email_norm,
        row.position,
        row.unlinked_at
    )
    .run(conn)
    .await
    .map(drop)
}

async fn link(conn: &mut Conn, firm: FirmId, row: &LinkRow) -> Result<(), DbError> {
    sql!(
        "INSERT INTO account_contact (firm_id, account_id, contact_id, role_text, created_at)
         VALUES ($1, $2, $3, $4, $5)",
        firm,
        row.account,
        row.contact,
        row.role,
        row.at
    )
    .run(conn)
    .await
    .map(drop)
}

async fn setting(conn: &mut Conn, firm: FirmId, row: &SettingRow) -> Result<(), DbError> {
    let (login, notify, email_sync) = row.on;
    sql!(
        "INSERT INTO contact_setting (id, firm_id, account_id, contact_id, email_id, login, notify, email_sync,
            version, changed_at, changed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)",
        row.id,
        firm,
        row.account,
        row.contact,
        row.email,
        login,
        notify,
        email_sync,
        row.at,
        OWNER
    )
    .run(conn)
    .await
    .map(drop)
}

async fn change(conn: &mut Conn, firm: FirmId, row: &ChangeRow) -> Result<(), DbError> {
    sql!(
        "INSERT INTO address_change (id, firm_id, contact_id, old_email_id, new_email_id, old_email, old_norm,
            new_email, new_norm, state, stop_hash, begun_by, begun_by_name, created_at, expires_at, settled_at, remove_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        row.id,
        firm,
        row.contact,
        row.old.0,
        row.new.0,
        &row.old.1,
        &row.new.1,
        row.state.key(),
        row.stop_hash,
        row.by.0,
        row.by.1,
        row.created_at,
        row.expires_at,
        row.settled_at,
        row.remove_at
    )
    .run(conn)
    .await
    .map(drop)
}

/// From here on the demo knows the firm as its own.
pub(super) async fn mark_as_demo(conn: &mut Conn, firm: FirmId) -> Result<(), DbError> {
    sql!("UPDATE firm SET demo = $2 WHERE id = $1", firm, true).run(conn).await.map(drop)
}

/// The name of a firm that the demo did not make.
pub(super) async fn another_firm(conn: &mut Conn) -> Result<Option<String>, DbError> {
    let row: Option<(String,)> =
        sql!("SELECT name FROM firm WHERE demo = $1 ORDER BY created_at, id LIMIT 1", false)
            .optional(conn)
            .await?;
    Ok(row.map(|(name,)| name))
}

/// The names at which the firm answers.
pub(super) async fn hosts(conn: &mut Conn) -> Result<Vec<String>, DbError> {
    let rows: Vec<(String,)> = sql!("SELECT host FROM firm_host ORDER BY host LIMIT 50").all(conn).await?;
    Ok(rows.into_iter().map(|(host,)| host).collect())
}
