//! People, accounts and posts to doors for the tests of getting in.

pub(crate) use crate::gate::testing::account;
use crate::gate::{Reply, Visitor, testing};
use crate::links::LinkKind;
use directory::testing::a_firm;
use kernel::{AccountId, AppError, Locale, SettingId, UserId};
use platform::Cx;
use platform::sql;
use platform::testing::TestPlatform;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// What everybody here types; long enough, and on no list.
pub(crate) const PASSWORD: &str = "Pfefferminz und Eisenbahn";

/// LOGIN on for this address in this account, with a contact that reads German.
pub(crate) async fn grant(cx: &Cx, account: AccountId, email: &str) -> SettingId {
    let contact = a_firm(cx).more_of(account).contact(email).reads(Locale::De);
    contact.login().email_sync().seed().await.setting()
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
    a_firm(cx).person(email).named(name).password(PASSWORD).seed().await
}

/// Sets a password without any of what goes along with it.
pub(crate) async fn give_password(cx: &Cx, id: UserId, password: &str) {
    a_firm(cx).give_password(id, password).await;
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

/// Takes a table away, as if the database failed where an act is done already.
pub(crate) async fn mislay(cx: &Cx, table: &'static str) {
    renamed(cx, table, true).await;
}

/// Brings it back.
pub(crate) async fn find_again(cx: &Cx, table: &'static str) {
    renamed(cx, table, false).await;
}

async fn renamed(cx: &Cx, table: &'static str, away: bool) {
    let done = cx.write(move |tx| {
        Box::pin(async move {
            let statement = match (table, away) {
                // What only rate limits look at.
                ("limit_counter", true) => sql!("ALTER TABLE limit_counter RENAME TO mislaid_counter"),
                ("limit_counter", false) => sql!("ALTER TABLE mislaid_counter RENAME TO limit_counter"),
                // What reading a session looks at, and beginning one does not.
                ("mail_health", true) => sql!("ALTER TABLE mail_health RENAME TO mislaid_health"),
                ("mail_health", false) => sql!("ALTER TABLE mislaid_health RENAME TO mail_health"),
                (other, _) => panic!("no statement for {other}"),
            };
            Ok(statement.run(tx).await?)
        })
    });
    done.await.expect("the table is renamed");
}

/// A post to a command.
pub(crate) async fn post(
    cx: &Cx,
    visitor: Visitor,
    path: &str,
    fields: &[(&str, &str)],
) -> Result<Reply, AppError> {
    testing::post(cx, visitor, path, fields).await
}

/// As [`post`], by whoever opened this mailed link.
pub(crate) async fn post_with(
    cx: &Cx,
    visitor: Visitor,
    path: &str,
    link: (LinkKind, &str),
    fields: &[(&str, &str)],
) -> Result<Reply, AppError> {
    crate::links::testing::post(cx, visitor, path, link, fields).await
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
