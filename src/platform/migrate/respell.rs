//! Brings stored addresses to the one spelling in which they are compared (DECISIONS.md, "one mailbox, one spelling").
//! SQL knows no punycode, so this runs once, after the schema, in one transaction that also records it.

use crate::db::{Conn, Db, DbError, Tx};
use crate::{audit, sql};
use kernel::{AppError, EmailAddress, EmailId, FirmId, Ts, UserId};
use uuid::Uuid;

/// What the data migration is recorded as.
const NAME: &str = "one_spelling";
/// Spellings read at once.
const PAGE: usize = 500;

/// How it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Respelled {
    /// Spellings that were replaced by their mailbox's.
    pub changed: i64,
    /// Spellings that were left, because two rows that may differ in rights would have become one.
    pub kept: i64,
}

#[derive(sqlx::FromRow)]
struct Spelling {
    firm_id: FirmId,
    norm: String,
}

/// How many rows of each kind would stand under one spelling.
#[derive(sqlx::FromRow)]
struct Clash {
    users: i64,
    contacts: i64,
    invitations: i64,
    staff: i64,
}

/// Replaces stored spellings, unless that was done before; then it answers nothing. Several nodes may start at once: the
/// row that records it makes the others wait.
///
/// Where two rows of one kind turn out to be one mailbox, nothing is merged: both keep their spelling in every table, so
/// that either login and all it may see stay as they were, and the audit trail says so.
///
/// # Errors
/// What the database says; then nothing was changed.
pub async fn respell(
    db: &Db,
    now: Ts,
    fresh: impl Fn() -> Uuid + Send + Sync + 'static,
) -> Result<Option<Respelled>, AppError> {
    db.write(move |tx| {
        Box::pin(async move {
            if !claim(tx, now).await? {
                return Ok(None);
            }
            let mut done = Respelled::default();
            let mut after = Spelling { firm_id: FirmId(Uuid::nil()), norm: String::new() };
            loop {
                let found = page(tx, &after).await?;
                let is_last = found.len() < PAGE;
                for spelling in &found {
                    one(tx, spelling, now, &fresh, &mut done).await?;
                }
                match found.into_iter().next_back() {
                    Some(last) if !is_last => after = last,
                    _ => break,
                }
            }
            record(tx, done).await?;
            if done.kept > 0 {
                tracing::warn!(
                    kept = done.kept,
                    "mailboxes stored under two spellings were left; see the audit trail"
                );
            }
            Ok(Some(done))
        })
    })
    .await
}

async fn one(
    tx: &mut Tx,
    old: &Spelling,
    now: Ts,
    fresh: &(impl Fn() -> Uuid + Sync),
    done: &mut Respelled,
) -> Result<(), DbError> {
    // What today's grammar does not know keeps its spelling; a look-up finds it under exactly that.
    let Ok(address) = EmailAddress::parse(&old.norm) else { return Ok(()) };
    let (firm, new) = (old.firm_id, address.norm());
    if new != old.norm {
        let clash = clash(tx, firm, &old.norm, new).await?;
        if clash.users > 1 || clash.contacts > 0 || clash.invitations > 1 || clash.staff > 1 {
            audit::record_of_system(tx, fresh(), firm, now, "address_spelled_twice", &old.norm, new).await?;
            done.kept += 1;
            return Ok(());
        }
        rename(tx, firm, &old.norm, new).await?;
        done.changed += 1;
    }
    readable(tx, firm, new).await
}

async fn claim(tx: &mut Tx, now: Ts) -> Result<bool, DbError> {
    let mine = sql!(
        "INSERT INTO data_migration (name, done_at, changed, kept) VALUES ($1, $2, 0, 0) ON CONFLICT (name) DO NOTHING",
        NAME,
        now
    );
    Ok(mine.run(tx).await? == 1)
}

async fn record(tx: &mut Tx, done: Respelled) -> Result<(), DbError> {
    sql!("UPDATE data_migration SET changed = $2, kept = $3 WHERE name = $1", NAME, done.changed, done.kept)
        .run(tx)
        .await
        .map(drop)
}

/// Spellings that may have another form: their domain is in punycode or in letters that are not ASCII.
async fn page(conn: &mut Conn, after: &Spelling) -> Result<Vec<Spelling>, DbError> {
    sql!(
        "SELECT s.firm_id, s.norm FROM (
            SELECT firm_id, email_norm AS norm FROM portal_user
            UNION SELECT firm_id, email_norm FROM contact_email
            UNION SELECT firm_id, email_norm FROM link WHERE email_norm IS NOT NULL
            UNION SELECT firm_id, email_norm FROM notify_wish
            UNION SELECT firm_id, old_norm FROM address_change
            UNION SELECT firm_id, new_norm FROM address_change
            UNION SELECT firm_id, old_norm FROM own_address_change
            UNION SELECT firm_id, new_norm FROM own_address_change) s
         WHERE (s.norm LIKE '%xn--%' OR OCTET_LENGTH(s.norm) <> LENGTH(s.norm))
           AND (s.norm > $1 OR (s.norm = $1 AND s.firm_id > $2))
         ORDER BY s.norm, s.firm_id LIMIT 500",
        &after.norm,
        after.firm_id
    )
    .all(conn)
    .await
}

async fn clash(conn: &mut Conn, firm: FirmId, old: &str, new: &str) -> Result<Clash, DbError> {
    sql!(
        "SELECT (SELECT COUNT(*) FROM portal_user WHERE firm_id = $1 AND email_norm IN ($2, $3)) AS users,
            (SELECT COUNT(*) FROM contact_email a JOIN contact_email b ON b.contact_id = a.contact_id
                WHERE a.firm_id = $1 AND a.email_norm = $2 AND b.email_norm = $3) AS contacts,
            (SELECT COUNT(*) FROM link WHERE firm_id = $1 AND email_norm IN ($2, $3) AND kind = 'invitation'
                AND used_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL) AS invitations,
            (SELECT COUNT(*) FROM link WHERE firm_id = $1 AND email_norm IN ($2, $3) AND kind = 'staff_invitation'
                AND used_at IS NULL AND superseded_at IS NULL AND revoked_at IS NULL) AS staff",
        firm,
        old,
        new
    )
    .one(conn)
    .await
}

async fn rename(conn: &mut Conn, firm: FirmId, old: &str, new: &str) -> Result<(), DbError> {
    // A remembered choice of somebody who had both: the mailbox's own one stands.
    sql!(
        "DELETE FROM notify_wish WHERE firm_id = $1 AND email_norm = $2 AND EXISTS (SELECT 1 FROM notify_wish w
            WHERE w.account_id = notify_wish.account_id AND w.item = notify_wish.item AND w.email_norm = $3)",
        firm,
        old,
        new
    )
    .run(conn)
    .await?;
    for statement in [
        sql!("UPDATE portal_user SET email_norm = $3 WHERE firm_id = $1 AND email_norm = $2", firm, old, new),
        sql!(
            "UPDATE contact_email SET email_norm = $3 WHERE firm_id = $1 AND email_norm = $2",
            firm,
            old,
            new
        ),
        sql!("UPDATE link SET email_norm = $3 WHERE firm_id = $1 AND email_norm = $2", firm, old, new),
        sql!("UPDATE notify_wish SET email_norm = $3 WHERE firm_id = $1 AND email_norm = $2", firm, old, new),
        sql!("UPDATE address_change SET old_norm = $3 WHERE firm_id = $1 AND old_norm = $2", firm, old, new),
        sql!("UPDATE address_change SET new_norm = $3 WHERE firm_id = $1 AND new_norm = $2", firm, old, new),
        sql!(
            "UPDATE own_address_change SET old_norm = $3 WHERE firm_id = $1 AND old_norm = $2",
            firm,
            old,
            new
        ),
        sql!(
            "UPDATE own_address_change SET new_norm = $3 WHERE firm_id = $1 AND new_norm = $2",
            firm,
            old,
            new
        ),
    ] {
        statement.run(conn).await?;
    }
    Ok(())
}

/// People read the domain in its letters: some browsers had posted it in punycode.
async fn readable(conn: &mut Conn, firm: FirmId, norm: &str) -> Result<(), DbError> {
    let users: Vec<(UserId, String)> = sql!(
        "SELECT id, email FROM portal_user WHERE firm_id = $1 AND email_norm = $2 AND LOWER(email) LIKE '%xn--%' LIMIT 1",
        firm,
        norm
    )
    .all(conn)
    .await?;
    for (id, email) in users {
        let shown = EmailAddress::stored(&email);
        sql!("UPDATE portal_user SET email = $3 WHERE firm_id = $1 AND id = $2", firm, id, shown.shown())
            .run(conn)
            .await?;
    }
    let addresses: Vec<(EmailId, String)> = sql!(
        "SELECT id, email FROM contact_email
         WHERE firm_id = $1 AND email_norm = $2 AND LOWER(email) LIKE '%xn--%' LIMIT 1000",
        firm,
        norm
    )
    .all(conn)
    .await?;
    for (id, email) in addresses {
        let shown = EmailAddress::stored(&email);
        sql!("UPDATE contact_email SET email = $3 WHERE firm_id = $1 AND id = $2", firm, id, shown.shown())
            .run(conn)
            .await?;
    }
    Ok(())
}
