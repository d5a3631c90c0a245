//! On PostgreSQL an act gets into the line of its firm's accounts when it waits for nothing else any more: while it waits for
//! rows, whoever holds them can commit, which takes the line as well.

use crate::accounts::server::actions::{self as accounts, Draft};
use crate::address_changes::server::actions as changes;
use crate::contacts::server::{actions as contacts, addresses};
use crate::info::Which;
use crate::testing as story;
use access::gate::testing::{self, proven};
use kernel::{ContactId, EmailAddress, EmailId};
use platform::Cx;
use platform::sql;
use platform::testing::{On, TestPlatform};

const ANNA: &str = "anna@meier.example";
const SECOND: &str = "anna@privat.example";
const BOB: &str = "bob@meier.example";

/// Changes where the people of each account stand who are invited.
const INVITATIONS: &str = "UPDATE link SET expires_at = expires_at + 1 WHERE kind = 'invitation'";
const SWITCHES: &str = "UPDATE contact_setting SET version = version";
const IN_LINE: &str = "SET CONSTRAINTS ALL IMMEDIATE";

/// An account with Anna, and with Bob, who is invited to it.
struct Scene {
    t: TestPlatform,
    cx: Cx,
    eva: story::Manager,
    code: String,
    anna: ContactId,
}

impl Scene {
    async fn new() -> Option<Self> {
        let t = TestPlatform::new(On::Postgres).await?;
        let cx = t.cx();
        let eva = story::eva(&cx).await;
        let code = story::account(&cx, &eva, "Meier").await;
        story::contact(&cx, &eva, &code, "Anna", ANNA).await;
        story::contact(&cx, &eva, &code, "Bob", BOB).await;
        story::invite(&cx, &eva, &code, BOB).await;
        let anna = story::group_of(&cx, &eva, &code, ANNA).await.parse().unwrap();
        Some(Self { t, cx, eva, code, anna })
    }

    /// Anna can sign in.
    async fn active(&self) {
        testing::user(&self.cx, ANNA, "Anna").await;
        story::click(&self.cx, &self.eva, &self.code, ANNA, Which::Login, true).await.unwrap();
    }

    async fn address(&self, email: &str) -> EmailId {
        let mut conn = story::look(&self.cx).await;
        let known = directory::contacts::addresses(&mut conn, self.cx.firm.id, self.anna).await;
        known.unwrap().into_iter().find(|known| known.email == email).unwrap().id
    }

    fn own(&self) -> (Cx, story::Manager, ContactId, String) {
        (self.cx.clone(), self.eva.clone(), self.anna, self.code.clone())
    }
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_leaves_an_account_waits_for_invitations_outside_of_the_line() {
    let Some(scene) = Scene::new().await else { return };
    story::invite(&scene.cx, &scene.eva, &scene.code, ANNA).await;
    let (cx, eva, anna, code) = scene.own();
    let act = async move { contacts::unlink(&cx, &eva, anna, &code, true).await };
    assert_eq!(story::beside(&scene.t, &[INVITATIONS], act).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_takes_an_address_away_waits_for_invitations_outside_of_the_line() {
    let Some(scene) = Scene::new().await else { return };
    let (cx, eva, anna, code) = scene.own();
    addresses::add(&cx, &eva, anna, address(SECOND), false).await.unwrap();
    story::invite(&cx, &eva, &code, SECOND).await;
    let second = scene.address(SECOND).await;
    let act = async move { addresses::remove(&cx, &eva, anna, second).await };
    assert_eq!(story::beside(&scene.t, &[INVITATIONS], act).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_corrects_an_address_waits_for_switches_outside_of_the_line() {
    let Some(scene) = Scene::new().await else { return };
    let (first, (cx, eva, anna, _)) = (scene.address(ANNA).await, scene.own());
    let act = async move { addresses::change(&cx, &proven(&eva), anna, first, address(SECOND), false).await };
    assert!(story::beside(&scene.t, &[SWITCHES, INVITATIONS], act).await.is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_replaces_an_address_waits_for_switches_outside_of_the_line() {
    let Some(scene) = Scene::new().await else { return };
    scene.active().await;
    let (first, (cx, eva, anna, _)) = (scene.address(ANNA).await, scene.own());
    let act = async move { addresses::change(&cx, &proven(&eva), anna, first, address(SECOND), false).await };
    assert!(story::beside(&scene.t, &[SWITCHES, INVITATIONS], act).await.is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_takes_the_old_address_back_waits_for_invitations_outside_of_the_line() {
    let Some(scene) = Scene::new().await else { return };
    scene.active().await;
    story::change(&scene.cx, &scene.eva, &scene.code, ANNA, SECOND).await.unwrap();
    let row = story::tab(&scene.cx, &scene.eva, &scene.code).await.unlinked[0].contact.rows[0].clone();
    let (cx, eva, _, code) = scene.own();
    let act = async move { changes::keep_old(&cx, &proven(&eva), &code, story::id(&row)).await };
    assert_eq!(story::beside(&scene.t, &[INVITATIONS], act).await.as_deref(), Ok(ANNA));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_writes_an_account_is_in_the_line_before() {
    let Some(scene) = Scene::new().await else { return };
    let (cx, eva, _, code) = scene.own();
    let other = story::account(&cx, &eva, "Adler").await;
    story::contact(&cx, &eva, &other, "Carl", "carl@adler.example").await;
    story::invite(&cx, &eva, &other, "carl@adler.example").await;
    let of_carl = "UPDATE link SET expires_at = expires_at + 1 WHERE kind = 'invitation' AND email_norm = 'carl@adler.example'";
    // Whoever is in the line for one account writes the other as well, once somebody waits.
    let pool = scene.t.platform.db.postgres().unwrap();
    let mut first = pool.begin().await.unwrap();
    for text in [of_carl, IN_LINE] {
        sqlx::raw_sql(text).execute(&mut *first).await.unwrap();
    }
    let draft = Draft::parse(&cx, "Meier KG", "company").unwrap();
    let edit = tokio::spawn(async move { accounts::edit(&cx, &eva, &code, 1, draft).await });
    story::until_it_waits(&scene.t, &edit).await;
    assert!(!edit.is_finished());
    sqlx::raw_sql(INVITATIONS).execute(&mut *first).await.expect("nobody holds the account");
    first.commit().await.unwrap();
    assert_eq!(edit.await.unwrap(), Ok(()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_waits_for_the_line_holds_up_no_commit_that_is_numbered() {
    let Some(scene) = Scene::new().await else { return };
    let pool = scene.t.platform.db.postgres().unwrap().clone();
    let mut first = pool.begin().await.unwrap();
    sqlx::raw_sql("SELECT accounts_in_line(id) FROM firm").execute(&mut *first).await.unwrap();
    let db = scene.t.platform.db.clone();
    let act = tokio::spawn(async move {
        let write = db.write(|tx| {
            Box::pin(async move {
                sql!("UPDATE link SET expires_at = expires_at + 1 WHERE kind = 'invitation'").run(tx).await?;
                tx.at_commit(sql!("UPDATE link SET expires_at = expires_at WHERE kind = 'none'")).await?;
                Ok(())
            })
        });
        write.await
    });
    story::until_it_waits(&scene.t, &act).await;
    let mut another = pool.begin().await.unwrap();
    let (is_free,): (bool,) =
        sqlx::query_as("SELECT pg_try_advisory_xact_lock(4970116)").fetch_one(&mut *another).await.unwrap();
    assert!(!act.is_finished(), "it stands in the line");
    assert!(is_free, "and holds nothing that others need");
    another.rollback().await.unwrap();
    first.commit().await.unwrap();
    assert_eq!(act.await.unwrap(), Ok(()));
}

const CONTACTS: &str = "UPDATE contact SET created_at = created_at";
const CHANGES: &str = "UPDATE address_change SET settled_at = settled_at";
const LOGINS: &str = "UPDATE portal_user SET created_at = created_at";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_and_an_account_that_come_at_once_have_switches_for_each_other() {
    let Some(scene) = Scene::new().await else { return };
    let (cx, eva, anna, _) = scene.own();
    let other = story::account(&cx, &eva, "Adler").await;
    let (its, staff, code) = (cx.clone(), eva.clone(), other.clone());
    let both = async move {
        let link = contacts::link(&its, &staff, &code, anna, "");
        let add = addresses::add(&its, &staff, anna, address(SECOND), false);
        tokio::join!(link, add)
    };
    let (linked, added) = story::beside(&scene.t, &[CONTACTS], both).await;
    assert!(linked.is_ok() && added.is_ok(), "{linked:?} {added:?}");
    let tab = story::tab(&cx, &eva, &other).await;
    let mut emails: Vec<_> = tab.contacts[0].rows.iter().map(|row| row.email.as_str()).collect();
    emails.sort_unstable();
    assert_eq!(emails, [ANNA, SECOND]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_replaces_an_address_or_keeps_the_old_one_waits_for_whoever_links() {
    let Some(scene) = Scene::new().await else { return };
    scene.active().await;
    let (first, (cx, eva, anna, _)) = (scene.address(ANNA).await, scene.own());
    let act = async move { addresses::change(&cx, &proven(&eva), anna, first, address(SECOND), false).await };
    assert!(story::beside(&scene.t, &[CONTACTS], act).await.is_ok());
    let row = story::tab(&scene.cx, &scene.eva, &scene.code).await.unlinked[0].contact.rows[0].clone();
    let (cx, eva, _, code) = scene.own();
    let act = async move { changes::keep_old(&cx, &proven(&eva), &code, story::id(&row)).await };
    assert_eq!(story::beside(&scene.t, &[CONTACTS], act).await.as_deref(), Ok(ANNA));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_signs_in_waits_for_whoever_ends_a_change_before_they_hold_their_login() {
    let Some(scene) = Scene::new().await else { return };
    scene.active().await;
    let user = testing::user(&scene.cx, SECOND, "Anna").await;
    story::change(&scene.cx, &scene.eva, &scene.code, ANNA, SECOND).await.unwrap();
    let cx = scene.cx.clone();
    let act = async move { testing::sign_in(&cx, user).await };
    let client = story::beside_whoever_wants(&scene.t, &[CHANGES], &[LOGINS], act).await;
    assert_eq!(client.who().email(), SECOND);
}
