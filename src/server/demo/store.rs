//! What the demo stores and asks. Rows are written many at a time (`platform::db::Filling`): here are the columns of each
//! table and what goes into them. Nothing here is asked for by a page.

use super::accounts::QUIET;
use super::model::OWNER;
use super::rows::Batch;
use super::traces_store;
use super::values::values;
use directory::accounts::sort_key;
use kernel::FirmId;
use kernel::names::search_key;
use platform::db::{Arg, Conn, DbError, Rows};
use platform::sql;

/// The rows of a batch; whoever is referred to comes first.
pub(super) fn tables(firm: FirmId, batch: &Batch) -> Vec<Rows> {
    let mut all = vec![
        logins(firm, batch),
        staff(firm, batch),
        accounts(firm, batch),
        contacts(firm, batch),
        emails(firm, batch),
        links(firm, batch),
        settings(firm, batch),
        changes(firm, batch),
        choices(firm, batch),
        assignments(firm, batch),
        numbers(firm, batch),
    ];
    all.extend(traces_store::tables(firm, batch));
    all
}

fn logins(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of(
        "portal_user",
        &[
            "id",
            "firm_id",
            "email",
            "email_norm",
            "name",
            "locale",
            "time_zone",
            "password_hash",
            "password_changed_at",
            "activated_at",
            "created_at",
            "last_login_at",
            "last_login_ip",
            "last_login_place",
            "last_login_os",
            "last_login_browser",
        ],
    );
    for row in &batch.logins {
        let last = row.last.as_ref();
        rows.push(values![
            row.id,
            firm,
            &row.email,
            &row.email_norm,
            &row.name,
            row.locale.map(|locale| locale.tag()),
            row.time_zone,
            &row.password_hash,
            row.activated_at,
            row.activated_at,
            row.activated_at,
            last.map(|last| last.at),
            last.map(|last| last.from.ip.clone()),
            last.map(|last| last.from.place),
            last.map(|last| last.from.os),
            last.map(|last| last.from.browser),
        ]);
    }
    rows
}

fn staff(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of("staff_member", &["user_id", "firm_id", "role", "rights"]);
    for row in &batch.staff {
        rows.push(values![row.user, firm, row.role, &row.rights]);
    }
    rows
}

fn accounts(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of(
        "account",
        &[
            "id",
            "firm_id",
            "code",
            "name",
            "kind",
            "search_key",
            "sort_key",
            "archived_at",
            "version",
            "created_at",
        ],
    );
    for row in &batch.accounts {
        rows.push(values![
            row.id,
            firm,
            &row.code,
            &row.name,
            row.kind,
            search_key(&[&row.name, &row.code]),
            sort_key(&row.name),
            row.archived_at,
            1_i64,
            row.created_at,
        ]);
    }
    rows
}

fn contacts(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of(
        "contact",
        &["id", "firm_id", "name", "locale", "search_key", "sort_key", "version", "created_at"],
    );
    for row in &batch.contacts {
        rows.push(values![
            row.id,
            firm,
            &row.name,
            row.locale.tag(),
            search_key(&[&row.name]),
            sort_key(&row.name),
            1_i64,
            row.created_at,
        ]);
    }
    rows
}

fn emails(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of(
        "contact_email",
        &["id", "firm_id", "contact_id", "email", "email_norm", "position", "unlinked_at"],
    );
    for row in &batch.emails {
        rows.push(values![
            row.id,
            firm,
            row.contact,
            &row.email,
            &row.email_norm,
            row.position,
            row.unlinked_at
        ]);
    }
    rows
}

fn links(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows =
        Rows::of("account_contact", &["firm_id", "account_id", "contact_id", "role_text", "created_at"]);
    for row in &batch.links {
        rows.push(values![firm, row.account, row.contact, row.role, row.at]);
    }
    rows
}

fn settings(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of(
        "contact_setting",
        &[
            "id",
            "firm_id",
            "account_id",
            "contact_id",
            "email_id",
            "login",
            "notify",
            "email_sync",
            "version",
            "changed_at",
            "changed_by",
        ],
    );
    for row in &batch.settings {
        let (login, notify, email_sync) = row.on;
        rows.push(values![
            row.id,
            firm,
            row.account,
            row.contact,
            row.email,
            login,
            notify,
            email_sync,
            1_i64,
            row.at,
            OWNER,
        ]);
    }
    rows
}

fn changes(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of(
        "address_change",
        &[
            "id",
            "firm_id",
            "contact_id",
            "old_email_id",
            "new_email_id",
            "old_email",
            "old_norm",
            "new_email",
            "new_norm",
            "state",
            "begun_by",
            "begun_by_name",
            "created_at",
            "expires_at",
            "settled_at",
            "remove_at",
        ],
    );
    for row in &batch.changes {
        rows.push(values![
            row.id,
            firm,
            row.contact,
            row.old.0,
            row.new.0,
            &row.old.1,
            &row.old.1,
            &row.new.1,
            &row.new.1,
            row.state.key(),
            row.by.0,
            row.by.1,
            row.created_at,
            row.expires_at,
            row.settled_at,
            row.remove_at,
        ]);
    }
    rows
}

fn choices(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows =
        Rows::of("notify_choice", &["firm_id", "setting_id", "item", "enabled", "set_by", "set_at"]);
    for (setting, item, at) in &batch.choices {
        rows.push(values![firm, *setting, item.key(), false, QUIET.set_by, *at]);
    }
    rows
}

fn assignments(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of("account_assignment", &["firm_id", "account_id", "user_id"]);
    for (account, user) in &batch.assignments {
        rows.push(values![firm, *account, *user]);
    }
    rows
}

fn numbers(firm: FirmId, batch: &Batch) -> Rows {
    let mut rows = Rows::of("account_code", &["firm_id", "letters", "last_number"]);
    for (letter, last) in &batch.numbers {
        rows.push([Arg::from(firm), Arg::from(letter.to_string()), Arg::from(*last)]);
    }
    rows
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
