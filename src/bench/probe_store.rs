//! The statements of the bare server: what each page must at least ask, prepared once a thread, with nothing around it.

use crate::work::{LETTERS, NOWHERE, Work, first_words};
use kernel::FirmId;
use platform::search::{Kind, Query};
use rusqlite::{Connection, OpenFlags, Row, params};
use std::fmt::Write as _;
use uuid::Uuid;

/// What is looked at.
#[derive(Clone, Default)]
pub struct Subjects {
    pub firm: Vec<u8>,
    /// Code and id of accounts; contacts; addresses that sign in; beginnings of pages.
    pub accounts: Vec<(String, Vec<u8>)>,
    pub contacts: Vec<Vec<u8>>,
    pub addresses: Vec<String>,
    pub deep: Vec<(String, Vec<u8>)>,
    /// What is typed to find accounts.
    pub names: Vec<String>,
    pub settings: Vec<Vec<u8>>,
}

pub fn open(file: &str, writes: bool) -> rusqlite::Result<Connection> {
    let mode = if writes { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY };
    let conn = Connection::open_with_flags(file, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(std::time::Duration::from_secs(10))?;
    conn.set_prepared_statement_cache_capacity(64);
    if writes {
        conn.pragma_update(None, "synchronous", "FULL")?;
    }
    Ok(conn)
}

/// Some of everything, from the whole file.
pub fn subjects(conn: &Connection) -> rusqlite::Result<Subjects> {
    let firm: Vec<u8> = conn.query_row("SELECT id FROM firm LIMIT 1", [], |row| row.get(0))?;
    let some = "SELECT id FROM account WHERE firm_id = ?1 AND (archived_at IS NOT NULL) = 0
        ORDER BY sort_key, id LIMIT 1 OFFSET ?2";
    let count: i64 =
        conn.query_row("SELECT COUNT(*) FROM account WHERE archived_at IS NULL", [], |row| row.get(0))?;
    let mut all = Subjects { firm, ..Subjects::default() };
    for number in 0..200 {
        let at: Vec<u8> = conn.query_row(some, params![all.firm, count * number / 200], |row| row.get(0))?;
        let (code, sort_key, name): (String, String, String) =
            conn.query_row("SELECT code, sort_key, name FROM account WHERE id = ?1", [&at], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
        all.names.push(first_words(&name).to_owned());
        let mut people = conn.prepare_cached(
            "SELECT s.id, s.contact_id, e.email_norm FROM contact_setting s CROSS JOIN contact_email e
             WHERE s.account_id = ?1 AND e.id = s.email_id LIMIT 1",
        )?;
        let mut rows = people.query([&at])?;
        if let Some(row) = rows.next()? {
            all.settings.push(row.get(0)?);
            all.contacts.push(row.get(1)?);
            all.addresses.push(row.get(2)?);
        }
        all.accounts.push((code, at.clone()));
        if number < 190 {
            all.deep.push((sort_key, at));
        }
    }
    Ok(all)
}

/// A page's statement, its rows written as a table. Nothing for a page that asks nothing; `None` for one whose statement
/// has no like here.
pub fn rows(
    conn: &Connection,
    all: &Subjects,
    work: Work,
    number: usize,
) -> rusqlite::Result<Option<String>> {
    let mut out = String::with_capacity(64 * 1024);
    let nil = Uuid::nil().into_bytes().to_vec();
    match work {
        Work::Login => {}
        Work::List | Work::Deep => {
            let first = (String::new(), nil);
            let after = if work == Work::Deep { &all.deep[number % all.deep.len()] } else { &first };
            let found = (&all.firm, &after.0, &after.1);
            write_rows(conn, LIST, params![found.0, found.1, found.2], 5, &mut out)?;
        }
        Work::Info => {
            let (code, _) = &all.accounts[number % all.accounts.len()];
            write_rows(conn, INFO, params![all.firm, code], 11, &mut out)?;
        }
        Work::Contact => {
            let id = &all.contacts[number % all.contacts.len()];
            write_rows(conn, CONTACT, params![all.firm, id], 8, &mut out)?;
        }
        Work::Contacts => write_rows(conn, CONTACTS, params![all.firm, "", nil], 5, &mut out)?,
        Work::Home => {
            let address = &all.addresses[number % all.addresses.len()];
            write_rows(conn, GRANTS, params![all.firm, address], 4, &mut out)?;
        }
        Work::Hit => search(conn, all, &all.names[number % all.names.len()], &mut out)?,
        Work::NoHit => search(conn, all, NOWHERE[number % NOWHERE.len()], &mut out)?,
        Work::OneLetter => search(conn, all, LETTERS[number % LETTERS.len()], &mut out)?,
        Work::Toggle => return Ok(None),
    }
    Ok(Some(out))
}

fn search(conn: &Connection, all: &Subjects, text: &str, out: &mut String) -> rusqlite::Result<()> {
    let firm = FirmId(Uuid::from_slice(&all.firm).unwrap_or_default());
    let Some(query) = Query::parse(text) else { return Ok(()) };
    write_rows(conn, SEARCH, params![query.tokens(firm, Kind::ActiveAccount)], 5, out)
}

fn write_rows(
    conn: &Connection,
    text: &'static str,
    values: &[&dyn rusqlite::ToSql],
    columns: usize,
    out: &mut String,
) -> rusqlite::Result<()> {
    let mut statement = conn.prepare_cached(text)?;
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        out.push_str("<tr>");
        for column in 0..columns {
            out.push_str("<td class=\"p-3 align-middle\">");
            cell(row, column, out)?;
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    Ok(())
}

fn cell(row: &Row<'_>, column: usize, out: &mut String) -> rusqlite::Result<()> {
    use rusqlite::types::ValueRef;
    match row.get_ref(column)? {
        ValueRef::Null => {}
        ValueRef::Integer(number) => {
            let _ = write!(out, "{number}");
        }
        ValueRef::Real(number) => {
            let _ = write!(out, "{number}");
        }
        ValueRef::Text(text) => {
            for byte in String::from_utf8_lossy(text).chars() {
                match byte {
                    '<' => out.push_str("&lt;"),
                    '&' => out.push_str("&amp;"),
                    '"' => out.push_str("&quot;"),
                    other => out.push(other),
                }
            }
        }
        ValueRef::Blob(bytes) => bytes.iter().for_each(|byte| {
            let _ = write!(out, "{byte:02x}");
        }),
    }
    Ok(())
}

/// A switch, its line in the audit trail and two lines of news.
pub fn toggle(conn: &Connection, all: &Subjects, number: u64) -> rusqlite::Result<()> {
    let setting = &all.settings[usize::try_from(number).unwrap_or(0) % all.settings.len()];
    let mut update =
        conn.prepare_cached("UPDATE contact_setting SET email_sync = NOT email_sync WHERE id = ?1")?;
    update.execute([setting])?;
    let mut act = conn.prepare_cached(
        "INSERT INTO audit_event (id, firm_id, at, event, actor_kind, actor_name, subject_id, subject, detail, ip, place, os,
            browser)
         VALUES (randomblob(16), ?1, 0, 'probed', 'staff', 'Probe <probe@weber.example>', ?2, 'probe@weber.example',
            'off -> on', '127.0.0.1', '', 'Linux', 'Firefox 147')",
    )?;
    act.execute(params![all.firm, setting])?;
    let mut news = conn.prepare_cached(
        "INSERT INTO event (id, firm_id, scope, kind, by_name, origin, at)
         VALUES (randomblob(16), ?1, 'probe', 'probed', '', '', 0)",
    )?;
    news.execute([&all.firm])?;
    news.execute([&all.firm])?;
    Ok(())
}

/// What the toggles left.
pub fn clear(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM event WHERE at = 0", [])?;
    Ok(())
}

const LIST: &str = "WITH page AS (
    SELECT a.id, a.firm_id, a.code, a.name, a.kind, a.sort_key FROM account a
    WHERE a.firm_id = ?1 AND (a.archived_at IS NOT NULL) = 0 AND (a.sort_key, a.id) > (?2, ?3)
    ORDER BY a.sort_key, a.id LIMIT 51)
 SELECT p.code, p.name, p.kind,
    COUNT(DISTINCT CASE WHEN s.login THEN s.contact_id END) AS people,
    MAX(u.last_login_at) AS last_login
 FROM page p
 LEFT JOIN contact_setting s ON s.account_id = p.id
 LEFT JOIN contact_email e ON e.id = s.email_id AND s.login
 LEFT JOIN portal_user u ON u.firm_id = p.firm_id AND u.email_norm = e.email_norm
 GROUP BY p.sort_key, p.id, p.code, p.name, p.kind
 ORDER BY p.sort_key, p.id, p.code, p.name, p.kind";

const SEARCH: &str = "WITH page AS (
    SELECT d.entity_id AS id FROM search_gram(?1) g CROSS JOIN search_doc d
    WHERE d.id = 1099511627776 - g.rowid LIMIT 200)
 SELECT a.code, a.name, a.kind,
    COUNT(DISTINCT CASE WHEN s.login THEN s.contact_id END) AS people,
    MAX(u.last_login_at) AS last_login
 FROM (SELECT p.id FROM page p LIMIT 51) p CROSS JOIN account a
 LEFT JOIN contact_setting s ON s.account_id = a.id
 LEFT JOIN contact_email e ON e.id = s.email_id AND s.login
 LEFT JOIN portal_user u ON u.firm_id = a.firm_id AND u.email_norm = e.email_norm
 WHERE a.id = p.id
 GROUP BY a.id, a.code, a.name, a.kind";

const INFO: &str =
    "SELECT a.code, a.name, c.name, e.email, l.role_text, s.login, s.notify, s.email_sync, s.version,
    u.last_login_at, u.last_login_place
 FROM account a CROSS JOIN contact_setting s CROSS JOIN contact c CROSS JOIN contact_email e
 CROSS JOIN account_contact l LEFT JOIN portal_user u ON u.firm_id = a.firm_id AND u.email_norm = e.email_norm
 WHERE a.firm_id = ?1 AND a.code = ?2 AND s.account_id = a.id AND c.id = s.contact_id AND e.id = s.email_id
   AND l.account_id = a.id AND l.contact_id = c.id
 ORDER BY s.id LIMIT 200";

const CONTACT: &str =
    "SELECT c.name, e.email, e.position, a.code, a.name, l.role_text, u.last_login_at, c.version
 FROM contact c CROSS JOIN contact_email e CROSS JOIN account_contact l CROSS JOIN account a
 LEFT JOIN portal_user u ON u.firm_id = c.firm_id AND u.email_norm = e.email_norm
 WHERE c.id = ?2 AND c.firm_id = ?1 AND e.contact_id = c.id AND l.contact_id = c.id AND a.id = l.account_id
 ORDER BY e.position LIMIT 200";

const CONTACTS: &str = "WITH page AS (
    SELECT c.id, c.name, c.sort_key FROM contact c
    WHERE c.firm_id = ?1 AND (c.sort_key, c.id) > (?2, ?3) ORDER BY c.sort_key, c.id LIMIT 51)
 SELECT p.name, e.email, a.code, a.name, e.position
 FROM page p LEFT JOIN contact_email e ON e.contact_id = p.id LEFT JOIN account_contact l ON l.contact_id = p.id
 LEFT JOIN account a ON a.id = l.account_id
 ORDER BY p.sort_key, p.id";

const GRANTS: &str = "SELECT a.code, a.name, a.kind, s.notify
 FROM contact_email e CROSS JOIN contact_setting s CROSS JOIN account a
 WHERE e.email_norm = ?2 AND e.firm_id = ?1 AND s.email_id = e.id AND s.login AND a.id = s.account_id
   AND a.archived_at IS NULL
 ORDER BY a.sort_key, a.id LIMIT 100";
