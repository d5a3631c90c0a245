//! Links that are out in the world when those of every kind move to one table: open, used, expired, superseded or taken back, the
//! same token goes on to stand where it stood, about the same thing.

use super::{OF_POSTGRES, OF_SQLITE, of};
use crate::db::{Db, Stmt};
use crate::sql;
use crate::testing::TestPlatform;
use kernel::Ts;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::types::Uuid;
use tempfile::TempDir;

/// The last migration before it.
const BEFORE: i64 = 47;
const ANNA: &str = "anna@mueller.example";

fn up_to(engine: &Migrator, last: i64) -> Migrator {
    Migrator::with_migrations(of(engine).iter().filter(|one| one.version <= last).cloned().collect())
}

/// Fills a database that is as it was before, and brings it up to date; with the folder that it lies in.
async fn taken_over(t: &TestPlatform, rows: Vec<Stmt>) -> (Db, Option<TempDir>) {
    if let Some(pool) = t.platform.db.postgres() {
        let anew = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;";
        sqlx::raw_sql(anew).execute(pool).await.unwrap();
        up_to(&OF_POSTGRES, BEFORE).run(pool).await.unwrap();
        run(&t.platform.db, rows).await;
        of(&OF_POSTGRES).run(pool).await.unwrap();
        return (t.platform.db.clone(), None);
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("links.db");
    let options = SqliteConnectOptions::new().filename(&file).create_if_missing(true);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap();
    up_to(&OF_SQLITE, BEFORE).run(&pool).await.unwrap();
    let db = Db::open(&format!("sqlite://{}", file.display())).await.unwrap();
    run(&db, rows).await;
    of(&OF_SQLITE).run(&pool).await.unwrap();
    pool.close().await;
    (db, Some(folder))
}

async fn run(db: &Db, statements: Vec<Stmt>) {
    let work = db.write(move |tx| {
        Box::pin(async move {
            for statement in statements {
                statement.run(tx).await?;
            }
            Ok(())
        })
    });
    work.await.unwrap();
}

/// A link as it stands: what is done to it when, by its token.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
struct Standing {
    id: Uuid,
    kind: String,
    of_id: Uuid,
    email_norm: Option<String>,
    mail_id: Option<Uuid>,
    created_at: Ts,
    expires_at: Ts,
    used_at: Option<Ts>,
    superseded_at: Option<Ts>,
    revoked_at: Option<Ts>,
    expiry_told_at: Option<Ts>,
}

async fn standing(db: &Db, token_hash: [u8; 32]) -> Standing {
    let mut conn = db.read().await.unwrap();
    sql!(
        "SELECT id, kind, of_id, email_norm, mail_id, created_at, expires_at, used_at, superseded_at, revoked_at,
            expiry_told_at FROM link WHERE token_hash = $1",
        token_hash
    )
    .one(&mut conn)
    .await
    .unwrap()
}

fn hash(nth: u8) -> [u8; 32] {
    [nth; 32]
}

/// The firm, somebody who signs in, and a contact.
fn people(firm: Uuid, user: Uuid, contact: Uuid) -> Vec<Stmt> {
    vec![
        sql!(
            "INSERT INTO firm (id, name, host, locale, time_zone, invitation_days, created_at)
             VALUES ($1, 'F', 'f.example', 'en', 'UTC', 30, 1)",
            firm
        ),
        sql!(
            "INSERT INTO portal_user (id, firm_id, email, email_norm, name, created_at)
             VALUES ($2, $1, $3, $3, 'Anna', 1)",
            firm,
            user,
            ANNA
        ),
        sql!(
            "INSERT INTO contact (id, firm_id, name, locale, search_key, sort_key, version, created_at)
             VALUES ($2, $1, 'Anna', 'en', 'anna', 'anna', 1, 1)",
            firm,
            contact
        ),
    ]
}

crate::on_both!(invitations_stand_where_they_stood, |t| {
    let id = || t.platform.ids.next();
    let (firm, user, mail) = (id(), id(), id());
    let mut rows = people(firm, user, id());
    let at = |nth: i64| Ts(1_000 * nth);
    // Open, accepted, superseded, taken back, and expired and told.
    let ended = [
        [None, None, None, None],
        [Some(at(5)), None, None, None],
        [None, Some(at(5)), None, None],
        [None, Some(at(4)), Some(at(5)), None],
        [None, None, None, Some(at(9))],
    ];
    let mut wanted = Vec::new();
    for (nth, [used, superseded, revoked, told]) in (1..).zip(ended) {
        let (client, colleague) = (id(), id());
        // One open invitation an address.
        let email = format!("c{nth}@mueller.example");
        rows.push(sql!(
            "INSERT INTO invitation (id, firm_id, email, email_norm, name, token_hash, message, locale, invited_by, created_at,
                expires_at, accepted_at, superseded_at, revoked_at, expiry_told_at, mail_id)
             VALUES ($2, $1, $3, $3, 'C', $4, 'Welcome', 'de', $5, $6, $7, $8, $9, $10, $11, $12)",
            firm,
            client,
            &email,
            hash(nth),
            user,
            at(1),
            at(8),
            used,
            superseded,
            revoked,
            told,
            mail
        ));
        rows.push(sql!(
            "INSERT INTO staff_invitation (id, firm_id, email, email_norm, name, role, rights, locale, token_hash, invited_by,
                created_at, expires_at, accepted_at, superseded_at, revoked_at)
             VALUES ($2, $1, $3, $3, 'S', 'admin', '', 'de', $4, $5, $6, $7, $8, $9, $10)",
            firm,
            colleague,
            &email,
            hash(100 + nth),
            user,
            at(1),
            at(8),
            used,
            superseded,
            revoked
        ));
        let link = Standing {
            id: client,
            kind: "invitation".to_owned(),
            of_id: client,
            email_norm: Some(email),
            mail_id: Some(mail),
            created_at: at(1),
            expires_at: at(8),
            used_at: used,
            superseded_at: superseded,
            revoked_at: revoked,
            expiry_told_at: told,
        };
        let of_staff = Standing {
            id: colleague,
            of_id: colleague,
            kind: "staff_invitation".to_owned(),
            mail_id: None,
            expiry_told_at: None,
            ..link.clone()
        };
        wanted.push((nth, link, of_staff));
    }
    let (db, _folder) = taken_over(&t, rows).await;
    for (nth, link, of_staff) in wanted {
        assert_eq!(standing(&db, hash(nth)).await, link);
        assert_eq!(standing(&db, hash(100 + nth)).await, of_staff);
    }
    let mut conn = db.read().await.unwrap();
    let said: Vec<(String, String)> = sql!(
        "SELECT i.message, i.locale FROM link k JOIN invitation i ON i.id = k.id WHERE k.token_hash = $1",
        hash(1)
    )
    .all(&mut conn)
    .await
    .unwrap();
    assert_eq!(said, [("Welcome".to_owned(), "de".to_owned())]);
    let open: Vec<(String,)> = sql!("SELECT email_norm FROM open_invitation ORDER BY email_norm LIMIT 9")
        .all(&mut conn)
        .await
        .unwrap();
    assert_eq!(open, ["c1@mueller.example", "c5@mueller.example"].map(|email| (email.to_owned(),)));
});

crate::on_both!(links_about_a_login_or_a_change_stand_where_they_stood, |t| {
    let id = || t.platform.ids.next();
    let (firm, user, contact, mail) = (id(), id(), id(), id());
    let [open, used, newer, printed, stops, undoes, waits] = [id(), id(), id(), id(), id(), id(), id()];
    let mut rows = people(firm, user, contact);
    for (reset, nth, used_at, superseded_at) in
        [(open, 1, None, None), (used, 2, Some(Ts(5)), None), (newer, 3, None, Some(Ts(5)))]
    {
        rows.push(sql!(
            "INSERT INTO password_reset (id, firm_id, user_id, token_hash, sent_by, account_code, created_at, expires_at, used_at,
                superseded_at, mail_id)
             VALUES ($2, $1, $3, $4, $3, 'M1', 1, 8, $5, $6, $7)",
            firm,
            reset,
            user,
            hash(nth),
            used_at,
            superseded_at,
            mail
        ));
    }
    rows.push(sql!(
        "INSERT INTO sign_in_link (id, firm_id, user_id, token_hash, created_at, expires_at, used_at)
         VALUES ($2, $1, $3, $4, 1, 8, 5)",
        firm,
        printed,
        user,
        hash(4)
    ));
    rows.push(sql!(
        "INSERT INTO address_change (id, firm_id, contact_id, old_email_id, new_email_id, old_email, old_norm, new_email, new_norm,
            state, stop_hash, begun_by_name, created_at, expires_at)
         VALUES ($2, $1, $3, $2, $3, $4, $4, 'n', 'n', 'pending_new', $5, 'Eva', 1, 8)",
        firm,
        stops,
        contact,
        ANNA,
        hash(5)
    ));
    for (change, state, stop_hash, stop_until) in
        [(undoes, "done", Some(hash(6).to_vec()), Some(Ts(8))), (waits, "waiting", None, None)]
    {
        rows.push(sql!(
            "INSERT INTO own_address_change (id, firm_id, user_id, session_id, old_email, old_norm, new_email, new_norm, state, tries,
                created_at, changed_at, stop_hash, stop_until)
             VALUES ($2, $1, $3, $3, $4, $4, 'n', 'n', $5, 0, 1, 3, $6, $7)",
            firm,
            change,
            user,
            ANNA,
            state,
            stop_hash,
            stop_until
        ));
    }
    let (db, _folder) = taken_over(&t, rows).await;
    let link = Standing {
        id: open,
        kind: "reset".to_owned(),
        of_id: user,
        email_norm: None,
        mail_id: Some(mail),
        created_at: Ts(1),
        expires_at: Ts(8),
        used_at: None,
        superseded_at: None,
        revoked_at: None,
        expiry_told_at: None,
    };
    let to_anna = |id: Uuid, kind: &str, created_at: i64| Standing {
        id,
        kind: kind.to_owned(),
        of_id: id,
        email_norm: Some(ANNA.to_owned()),
        mail_id: None,
        created_at: Ts(created_at),
        ..link.clone()
    };
    for (nth, wanted) in [
        (1, link.clone()),
        (2, Standing { id: used, used_at: Some(Ts(5)), ..link.clone() }),
        (3, Standing { id: newer, superseded_at: Some(Ts(5)), ..link.clone() }),
        (
            4,
            Standing {
                id: printed,
                kind: "sign_in".to_owned(),
                mail_id: None,
                used_at: Some(Ts(5)),
                ..link.clone()
            },
        ),
        (5, to_anna(stops, "stop_change", 1)),
        (6, to_anna(undoes, "undo_change", 3)),
    ] {
        assert_eq!(standing(&db, hash(nth)).await, wanted, "{}", wanted.kind);
    }
    let mut conn = db.read().await.unwrap();
    let (all, changes, sent): (i64, i64, i64) = sql!(
        "SELECT (SELECT COUNT(*) FROM link), (SELECT COUNT(*) FROM own_address_change), (SELECT COUNT(*) FROM password_reset r
            JOIN link k ON k.id = r.id WHERE r.sent_by = $1 AND r.account_code = 'M1')",
        user
    )
    .one(&mut conn)
    .await
    .unwrap();
    assert_eq!((all, changes, sent), (6, 2, 3), "one that waits for its code has no link");
});

crate::on_both!(links_of_banners_give_way_to_the_invitation_or_the_newest, |t| {
    let id = || t.platform.ids.next();
    let (firm, user) = (id(), id());
    let mut rows = people(firm, user, id());
    let mailbox = |name: &str| format!("{name}@mueller.example");
    // Beside an invitation that was mailed, before and after it; two without one; one alone; one that was accepted.
    let links = [
        ("a", true, None, false),
        ("a", false, None, true),
        ("a", true, None, false),
        ("b", true, None, false),
        ("b", true, None, true),
        ("c", true, None, true),
        ("a", true, Some(Ts(5_000)), true),
    ];
    for (nth, (whose, banner, accepted, _)) in (1..).zip(links) {
        rows.push(sql!(
            "INSERT INTO invitation (id, firm_id, email, email_norm, name, token_hash, message, locale, created_at, expires_at,
                accepted_at, banner)
             VALUES ($2, $1, $3, $3, 'C', $4, '', 'de', 1000, 8000, $5, $6)",
            firm,
            id(),
            mailbox(whose),
            hash(nth),
            accepted,
            banner
        ));
    }
    let (db, _folder) = taken_over(&t, rows).await;
    for (nth, (whose, _, accepted, stays)) in (1..).zip(links) {
        let now = standing(&db, hash(nth)).await;
        let superseded = if stays { None } else { Some(Ts(1_000)) };
        assert_eq!((now.used_at, now.superseded_at), (accepted, superseded), "{nth} of {whose}");
        assert_eq!(now.email_norm, Some(mailbox(whose)));
    }
});
