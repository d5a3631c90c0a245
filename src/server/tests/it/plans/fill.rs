//! Fills every table there is by the names and types of its columns, so that a new table is filled as well. The values
//! mean nothing, but as many rows have one in common as do in a real firm.

use super::tables::{grows, is_internal};
use std::fmt::Write as _;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

pub struct Column {
    pub name: String,
    pub kind: String,
    pub nullable: bool,
}

/// Rows of a table that stays small.
const FEW: u32 = 9;

/// Some moment.
const NOW: i64 = 1_772_438_400_000_000;

/// Tables whose rows the program itself reads when it starts, and one that is an index of another.
const LEFT_ALONE: &[&str] = &["data_migration", "master_key"];

/// The statement that fills a table with so many rows.
pub fn statement(engine: Engine, table: &str, columns: &[Column], rows: u32) -> Option<String> {
    if is_internal(table) || LEFT_ALONE.contains(&table) || columns.is_empty() {
        return None;
    }
    let rows = if grows(table) { rows } else { FEW };
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let values: Vec<String> = columns.iter().map(|column| value(engine, table, column, rows)).collect();
    let numbers = match engine {
        Engine::Sqlite => format!(
            "(WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {rows}) SELECT n FROM c)"
        ),
        Engine::Postgres => format!("(SELECT n FROM generate_series(1, {rows}) AS n)"),
    };
    // Also for ids that the engine would number by itself.
    let given = if engine == Engine::Postgres { "OVERRIDING SYSTEM VALUE" } else { "" };
    let (names, values) = (names.join(", "), values.join(", "));
    Some(format!(
        "INSERT INTO {table} ({names}) {given} SELECT {values} FROM {numbers} AS numbers WHERE TRUE ON CONFLICT DO NOTHING"
    ))
}

/// Of rows `n`, the value of this column.
fn value(engine: Engine, table: &str, column: &Column, rows: u32) -> String {
    let name = column.name.as_str();
    let kind = column.kind.to_uppercase();
    let plain = match kind.as_str() {
        "UUID" => id(engine, table, name, rows),
        "BOOLEAN" => format!("(n % 10 {} 3)", if name == "login" || name == "notify" { ">=" } else { "=" }),
        "BYTEA" | "BLOB" => match engine {
            Engine::Sqlite => "CAST(printf('%032d', n) AS BLOB)".to_owned(),
            Engine::Postgres => "decode(md5(n::text) || md5((n + 1)::text), 'hex')".to_owned(),
        },
        "BIGINT" | "INTEGER" => number(name),
        _ if kind.contains("[]") || kind == "ARRAY" => "ARRAY[n % 7, n % 501, n]".to_owned(),
        _ => words(table, name, rows),
    };
    if column.nullable && !always_there(name) {
        // What has not happened to most rows: archived, revoked, used, told.
        format!("CASE WHEN n % 10 < 7 THEN NULL ELSE {plain} END")
    } else {
        plain
    }
}

/// Columns that may be empty and seldom are.
fn always_there(name: &str) -> bool {
    matches!(
        name,
        "activated_at"
            | "password_hash"
            | "account_id"
            | "subject_id"
            | "setting_id"
            | "login_since"
            | "email_norm"
    )
}

fn number(name: &str) -> String {
    if name == "window_start" {
        // Hours of two days.
        format!("({NOW} - (n % 48) * CAST(3600000000 AS BIGINT))")
    } else if name.ends_with("_at") || name.ends_with("_until") || matches!(name, "at" | "since") {
        // A year, an hour apart and less.
        format!("({NOW} - (n * 7919 % 8760) * CAST(3600000000 AS BIGINT))")
    } else if matches!(name, "id" | "doc_id" | "ordinal" | "seq") {
        "n".to_owned()
    } else {
        "n % 5".to_owned()
    }
}

/// The same number for the same thing in every table.
fn id(engine: Engine, table: &str, name: &str, rows: u32) -> String {
    let of = match name {
        "id" => table,
        "account_id" | "last_account_id" | "default_account_id" => "account",
        "contact_id" => "contact",
        "email_id" | "old_email_id" | "new_email_id" => "contact_email",
        "setting_id" | "subject_id" => "contact_setting",
        "session_id" | "of_id" => "session",
        "change_id" => "own_address_change",
        "mail_id" => "outbox",
        "firm_id" => "firm",
        "entity_id" => "account",
        _ if name.ends_with("_id") || name.ends_with("_by") => "portal_user",
        _ => table,
    };
    let which = match name {
        "id" => "n".to_owned(),
        // Nearly all of it belongs to one firm.
        "firm_id" => "CASE WHEN n % 20 = 0 THEN 2 ELSE 1 END".to_owned(),
        // One in a hundred accounts has most of the trail; an account has some contacts, a contact few accounts.
        "account_id" => format!("n % {} + 1", (rows / 3).max(1)),
        "contact_id" => format!("n * 7 % {} + 1", (rows / 2).max(1)),
        _ => format!("n * 13 % {rows} + 1"),
    };
    match engine {
        Engine::Sqlite => format!("CAST(printf('%-6.6s%010d', '{of}', {which}) AS BLOB)"),
        Engine::Postgres => format!("md5('{of}' || ({which}))::uuid"),
    }
}

fn one_of(list: &[&str]) -> String {
    let mut text = format!("CASE n % {}", list.len());
    for (at, word) in list.iter().enumerate() {
        let _ = write!(text, " WHEN {at} THEN '{word}'");
    }
    text + " END"
}

/// One row in a hundred for each of the list.
fn rarely(list: &[&str], mostly: &str) -> String {
    let mut text = "CASE n % 100".to_owned();
    for (at, word) in list.iter().enumerate() {
        let _ = write!(text, " WHEN {} THEN '{word}'", at + 1);
    }
    text + &format!(" ELSE '{mostly}' END")
}

fn words(table: &str, name: &str, rows: u32) -> String {
    let of = |list: &[&str]| one_of(list);
    match (table, name) {
        // Most of them long sent, few on their way.
        ("outbox", "state") => rarely(&["claimed", "handing_off", "pending", "failed", "unknown"], "sent"),
        ("job", "state") => rarely(&["open", "parked"], "done"),
        // Many of each kind.
        ("job", "name") => of(&["password requests", "reminders", "imports", "scans"]),
        ("address_change", "state") => {
            of(&["accepted", "cancelled", "expired", "old_removed", "pending_new"])
        }
        ("own_address_change", "state") => of(&["done", "done", "void", "waiting", "stopped"]),
        ("link", "kind") => of(&["reset", "reset", "invitation", "staff_invitation", "stop_change"]),
        ("session", "stage") => of(&["full", "full", "full", "pending"]),
        ("audit_event", "event") => {
            of(&["login_on", "login_off", "sign_in", "invited", "notify_on", "notify_off"])
        }
        (_, "role") => of(&["employee", "employee", "admin"]),
        (
            _,
            "kind" | "locale" | "event" | "factor" | "os" | "browser" | "place" | "trouble" | "words"
            | "item",
        ) => {
            format!("'{name}' || (n % 5)")
        }
        (_, "scope") => format!("'scope' || (n * 17 % {rows})"),
        (_, "code") => "'A' || n".to_owned(),
        (_, column) if ["email", "email_norm", "to_address", "host", "bare", "domain"].contains(&column) => {
            "'p' || n || '.example'".to_owned()
        }
        (_, column) if column.starts_with("old_") || column.starts_with("new_") => {
            format!("'{column}' || (n * 11 % {rows}) || '.example'")
        }
        _ => format!("'{name} ' || (n * 7919 % {rows})"),
    }
}
