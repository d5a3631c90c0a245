//! What comes with the session: the accounts that are open to its person, and how mail fares for those who can mend it.

use super::{Visitor, testing};
use crate::gate::VisitorCard;
use crate::mail_state;
use crate::sessions::fixtures::{account, anna, archive, grant, holder};
use directory::testing::{a_firm, seed_all};
use kernel::{AppError, Role, SettingId};
use platform::db::Tx;
use platform::{Cx, on_both, sql};

const ANNA: &str = "anna@mueller.example";

/// Short ids of the accounts that a page shows.
fn codes(visitor: &Visitor) -> Vec<String> {
    visitor.card().accounts().iter().map(|card| card.code.clone()).collect()
}

on_both!(the_accounts_come_with_the_session_in_one_statement, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let own = account(&cx, "A1", "Anna").await;
    grant(&cx, own, ANNA).await;
    // Two people share the mailbox, and both are in this account.
    grant(&cx, own, ANNA).await;
    let gone = account(&cx, "G1", "Gone").await;
    grant(&cx, gone, ANNA).await;
    archive(&cx, gone).await;
    account(&cx, "X1", "Somebody else").await;
    let other = t.cx_of(&t.other_firm().await);
    let theirs = account(&other, "Z1", "Theirs").await;
    grant(&other, theirs, ANNA).await;
    let token = testing::session(&cx, user).await;

    let before = cx.db.statements();
    let visitor = holder(&cx, &token).await;
    assert_eq!(codes(&visitor), ["A1", "M1"]);
    let (_, client) = visitor.client_of(&cx, "A1").await.unwrap();
    assert_eq!((client.account(), client.card().name.as_str()), (own, "Anna"));
    for code in ["G1", "X1", "Z1", "a1"] {
        assert_eq!(visitor.client_of(&cx, code).await.err(), Some(AppError::NotFound), "{code}");
    }
    assert_eq!(cx.db.statements() - before, 1);
});

on_both!(what_was_known_at_the_beginning_of_a_request_lets_no_write_pass_that_is_refused_by_now, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let own = account(&cx, "A1", "Anna").await;
    let setting = grant(&cx, own, ANNA).await;
    let visitor = holder(&cx, &testing::session(&cx, user).await).await;
    cx.write(move |tx| Box::pin(async move { Ok(login_off(tx, setting).await?) })).await.unwrap();
    let (acting, client) = visitor.client_of(&cx, "A1").await.expect("as the request found it");
    let written = acting.write(|_| Box::pin(async { Ok(()) })).await;
    assert_eq!((written, client.card().code.as_str()), (Err(AppError::NotFound), "A1"));
    assert_eq!(codes(&holder(&cx, &testing::session(&cx, user).await).await), ["M1"]);
});

async fn login_off(tx: &mut Tx, setting: SettingId) -> Result<u64, platform::db::DbError> {
    sql!("UPDATE contact_setting SET login = $2 WHERE id = $1", setting, false).run(tx).await
}

on_both!(whoever_has_more_accounts_than_come_with_the_session_enters_the_last_one_too, |t| {
    let cx = t.cx();
    let user = testing::user(&cx, "agent@mueller.example", "Agent").await;
    many(&cx, "agent@mueller.example", 503).await;
    let visitor = holder(&cx, &testing::session(&cx, user).await).await;
    assert_eq!(codes(&visitor).len(), 500);
    assert!(visitor.client_of(&cx, "N502").await.is_ok());
    assert_eq!(visitor.client_of(&cx, "N503").await.err(), Some(AppError::NotFound));
});

/// So many accounts, `N0` on, that this address may enter.
async fn many(cx: &Cx, email: &str, n: usize) {
    let f = a_firm(cx);
    let account = |n: usize| f.account(&format!("N{n}")).named(&format!("N{n:04}"));
    let first = account(0).contact(email).login().seed().await;
    seed_all((1..n).map(|n| account(n).known(first.contact()).login())).await;
}

on_both!(how_mail_fares_comes_with_the_session_of_those_who_can_mend_it, |t| {
    let cx = t.cx();
    let admin = testing::staff(&cx, Role::Admin, &[]).await;
    let employee = testing::staff(&cx, Role::Employee, &[]).await;
    let [admin, employee] = [admin.user(), employee.user()];
    let client = anna(&t).await;
    let other = t.cx_of(&t.other_firm().await);
    for (scope, words) in [(cx.firm.id, "550 ours; <Öl> \"x\""), (other.firm.id, "550 theirs")] {
        let now = cx.now();
        let failing = cx.write(move |tx| {
            Box::pin(async move {
                sql!(
                    "INSERT INTO mail_health (scope, firm_id, state, since, trouble, words, silent)
                     VALUES ($1, $2, 'failing', $3, 'sender', $4, 0)",
                    scope.to_string(),
                    scope,
                    now,
                    words
                )
                .run(tx)
                .await?;
                Ok(())
            })
        });
        failing.await.unwrap();
    }
    let visitor = holder(&cx, &testing::session(&cx, admin).await).await;
    let said = mail_state::trouble_of(&cx, &visitor);
    assert_eq!(said.as_ref().map(|it| it.words.as_str()), Some("550 ours; <Öl> \"x\""));
    assert_eq!(said, mail_state::trouble(&cx).await.unwrap(), "as everybody else is told of it");
    for user in [employee, client] {
        let visitor = holder(&cx, &testing::session(&cx, user).await).await;
        assert!(matches!(visitor.card(), VisitorCard::SignedIn { .. }));
        assert_eq!(mail_state::trouble_of(&cx, &visitor), None);
    }
    assert_eq!(mail_state::trouble_of(&cx, &Visitor::nobody()), None);
});
