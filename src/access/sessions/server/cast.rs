//! People, accounts and posts to doors for the tests of getting in.

use crate::gate::{Call, Form, Reply, Visitor, testing};
use kernel::{AccountId, AppError, ContactId, EmailAddress, EmailId, SettingId, UserId};
use platform::Cx;
use platform::db::Tx;
use platform::sql;
use platform::testing::TestPlatform;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// What everybody here types; long enough, and on no list.
pub(crate) const PASSWORD: &str = "Pfefferminz und Eisenbahn";

/// An account with this short id.
pub(crate) async fn account(cx: &Cx, code: &str, name: &str) -> AccountId {
    let (c, code, name) = (cx.clone(), code.to_owned(), name.to_owned());
    cx.write(move |tx| {
            Box::pin(async move {
                let id = AccountId(c.ids.next());
                sql!(
                    "INSERT INTO account (id, firm_id, code, name, kind, search_key, sort_key, version, created_at)
                     VALUES ($1, $2, $3, $4, 'company', $4, $4, 1, $5)",
                    id,
                    c.firm.id,
                    code,
                    name,
                    c.now()
                )
                .run(tx)
                .await?;
                Ok(id)
            })
        })
        .await
        .expect("the account is stored")
}

/// LOGIN on for this address in this account, with a contact that reads German.
pub(crate) async fn grant(cx: &Cx, account: AccountId, email: &str) -> SettingId {
    let address = EmailAddress::parse(email).expect("an address");
    let c = cx.clone();
    let grant = cx.write(move |tx| Box::pin(async move { grant_in(tx, &c, account, &address).await }));
    grant.await.expect("the grant is stored")
}

async fn grant_in(
    tx: &mut Tx,
    cx: &Cx,
    account: AccountId,
    address: &EmailAddress,
) -> Result<SettingId, AppError> {
    let (contact, email) = (ContactId(cx.ids.next()), EmailId(cx.ids.next()));
    let setting = SettingId(cx.ids.next());
    sql!(
        "INSERT INTO contact (id, firm_id, name, locale, search_key, sort_key, version, created_at)
         VALUES ($1, $2, 'Anna', 'de', 'anna', 'anna', 1, $3)",
        contact,
        cx.firm.id,
        cx.now()
    )
    .run(tx)
    .await?;
    sql!(
        "INSERT INTO contact_email (id, firm_id, contact_id, email, email_norm, position) VALUES ($1, $2, $3, $4, $5, 0)",
        email,
        cx.firm.id,
        contact,
        address.shown(),
        address.norm()
    )
    .run(tx)
    .await?;
    sql!(
        "INSERT INTO contact_setting (id, firm_id, account_id, contact_id, email_id, login, notify, email_sync, version,
            changed_at, changed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $6, $6, 1, $7, '')",
        setting,
        cx.firm.id,
        account,
        contact,
        email,
        true,
        cx.now()
    )
    .run(tx)
    .await?;
    Ok(setting)
}

/// Archives an account.
pub(crate) async fn archive(cx: &Cx, account: AccountId) {
    let now = cx.now();
    let done = cx.write(move |tx| {
        Box::pin(async move {
            Ok(sql!("UPDATE account SET archived_at = $2 WHERE id = $1", account, now).run(tx).await?)
        })
    });
    done.await.expect("the account is archived");
}

/// A user with [`PASSWORD`], who may enter nothing yet.
pub(crate) async fn with_password(cx: &Cx, email: &str, name: &str) -> UserId {
    let id = testing::user(cx, email, name).await;
    give_password(cx, id, PASSWORD).await;
    id
}

/// Sets a password without any of what goes along with it.
pub(crate) async fn give_password(cx: &Cx, id: UserId, password: &str) {
    let hash = cx.hasher.hash(password).await.expect("a password is hashed");
    let done = cx.write(move |tx| {
        Box::pin(async move {
            Ok(sql!("UPDATE portal_user SET password_hash = $2 WHERE id = $1", id, hash).run(tx).await?)
        })
    });
    done.await.expect("the password is stored");
}

/// Anna of Mueller GmbH (`M1`), who can sign in.
pub(crate) async fn anna(t: &TestPlatform) -> UserId {
    let cx = t.cx();
    let account = account(&cx, "M1", "Mueller GmbH").await;
    grant(&cx, account, "anna@mueller.example").await;
    with_password(&cx, "anna@mueller.example", "Anna Müller").await
}

/// Takes a user's activation or liberty away, or brings them back.
pub(crate) async fn set_dates(cx: &Cx, id: UserId, activated: bool, disabled: bool) {
    let (activated, disabled) = (activated.then(|| cx.now()), disabled.then(|| cx.now()));
    let done = cx.write(move |tx| {
        Box::pin(async move {
            let set = sql!(
                "UPDATE portal_user SET activated_at = $2, disabled_at = $3 WHERE id = $1",
                id,
                activated,
                disabled
            );
            Ok(set.run(tx).await?)
        })
    });
    done.await.expect("the dates are stored");
}

/// How many rows a table of these tests has.
pub(crate) async fn count(cx: &Cx, table: &str) -> i64 {
    let mut conn = cx.db.read().await.expect("the database answers");
    let counted = match table {
        // To somebody.
        "outbox" => sql!("SELECT COUNT(*) FROM outbox WHERE to_address <> ''"),
        "job" => sql!("SELECT COUNT(*) FROM job"),
        "password_reset" => sql!("SELECT COUNT(*) FROM password_reset"),
        "session" => sql!("SELECT COUNT(*) FROM session"),
        "mailed_code" => sql!("SELECT COUNT(*) FROM mailed_code"),
        "owner" => sql!("SELECT COUNT(*) FROM staff_member WHERE role = 'owner'"),
        "firm" => sql!("SELECT COUNT(*) FROM firm"),
        "portal_user" => sql!("SELECT COUNT(*) FROM portal_user"),
        other => panic!("no statement for {other}"),
    };
    let (n,): (i64,) = counted.one(&mut conn).await.expect("the table is there");
    n
}

/// How often an act stands in the audit trail.
pub(crate) async fn acts(cx: &Cx, event: &str) -> i64 {
    let mut conn = cx.db.read().await.expect("the database answers");
    let (n,): (i64,) = sql!("SELECT COUNT(*) FROM audit_event WHERE event = $1", event)
        .one(&mut conn)
        .await
        .expect("a count");
    n
}

/// A post to a door.
pub(crate) fn post(cx: &Cx, visitor: Visitor, params: &[(&str, &str)], fields: &[(&str, &str)]) -> Call {
    let owned =
        |pairs: &[(&str, &str)]| pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Call { cx: cx.clone(), visitor, params: owned(params), form: Form(owned(fields)) }
}

/// Whoever holds this token.
pub(crate) async fn holder(cx: &Cx, token: &str) -> Visitor {
    Visitor::of_token(cx, Some(token)).await.expect("the database answers")
}

/// Whether this token still opens anything.
pub(crate) async fn is_alive(cx: &Cx, token: &str) -> bool {
    !matches!(holder(cx, token).await, Visitor::Nobody(_))
}

/// The text of the newest mail to this address.
pub(crate) async fn newest_mail(t: &TestPlatform, to: &str) -> platform::mail::Rendered {
    t.drain_mail().await;
    t.mail.sent_to(to).pop().expect("a mail was sent").rendered
}

/// The six digits in the newest mail to this address.
pub(crate) async fn newest_code(t: &TestPlatform, to: &str) -> String {
    let subject = newest_mail(t, to).await.subject;
    let digits: String = subject.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(digits.len(), 6, "{subject}");
    digits
}

/// The token of the link in the newest mail to this address.
pub(crate) async fn newest_token(t: &TestPlatform, to: &str) -> String {
    let text = newest_mail(t, to).await.text;
    let (_, after) = text.split_once("/password/reset/").expect("a link");
    after.chars().take(43).collect()
}

/// What a form was answered, where a page that is shown again means that it was refused.
pub(crate) fn answered(reply: Result<Reply, AppError>) -> Result<(), AppError> {
    match reply {
        Ok(Reply::Again { error, .. }) => Err(error),
        reply => reply.map(drop),
    }
}

/// Comes back when so many transactions on PostgreSQL wait for a row of another, or when this one is over. At once on
/// SQLite, where whoever writes is alone.
pub(crate) async fn until_waiting<T>(cx: &Cx, many: i64, last: &JoinHandle<T>) {
    while cx.db.postgres().is_some() && !last.is_finished() {
        let mut conn = cx.db.read().await.expect("the database answers");
        let (n,): (i64,) = sql!(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        .one(&mut conn)
        .await
        .expect("a count");
        if n >= many {
            return;
        }
        drop(conn);
        tokio::task::yield_now().await;
    }
}

/// Lets two begin, one after the other, and go no further than the first thing either wants that was mailed, printed or begun;
/// then lets both go. On SQLite one follows the other, for whoever writes is alone.
pub(crate) async fn at_once<A, B>(cx: &Cx, one: A, two: B) -> (A::Output, B::Output)
where
    A: Future<Output: Send> + Send + 'static,
    B: Future<Output: Send> + Send + 'static,
{
    if cx.db.postgres().is_none() {
        return (one.await, two.await);
    }
    let ((held, is_held), (go, gone)) = (oneshot::channel(), oneshot::channel::<()>());
    let (c, firm) = (cx.clone(), cx.firm.id);
    let barrier = tokio::spawn(async move {
        let work = c.write(move |tx| {
            Box::pin(async move {
                for rows in [
                    sql!("UPDATE link SET used_at = used_at WHERE firm_id = $1", firm),
                    sql!(
                        "UPDATE session SET revoked_at = revoked_at WHERE firm_id = $1 AND stage = 'pending'",
                        firm
                    ),
                ] {
                    rows.run(tx).await?;
                }
                let _ = held.send(());
                let _ = gone.await;
                Ok(())
            })
        });
        work.await
    });
    is_held.await.expect("the rows are held");
    let one = tokio::spawn(one);
    until_waiting(cx, 1, &one).await;
    let two = tokio::spawn(two);
    until_waiting(cx, 2, &two).await;
    go.send(()).expect("the barrier stands");
    barrier.await.expect("no panic").expect("the barrier held");
    (one.await.expect("no panic"), two.await.expect("no panic"))
}
