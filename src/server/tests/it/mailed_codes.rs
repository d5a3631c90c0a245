//! Codes that were mailed before all of them came into one table (migration 47) count after it as they did before.

use crate::own_address::{self, NEW, PAGE};
use crate::site::{Answer, Ask, TestSite};
use access::sign_in::DEMO_PASSWORD;
use directory::testing::a_firm;
use kernel::{Ts, UserId};
use platform::db::{Arg, Stmt};
use platform::keys::Purpose;
use platform::{Cx, on_both};
use sqlx::types::Uuid;

const UPDATE: &str = include_str!("../../../../migrations/0047_mailed_code.sql");
const SIGN_INS: &str = include_str!("../../../../migrations/0002_access.sql");
const CHANGES: &str = include_str!("../../../../migrations/0019_own_address.sql");

/// A row as an older version stored it.
struct Old {
    code: &'static str,
    /// Seconds since it was sent.
    age: i64,
    voided: bool,
}

fn sent(code: &'static str, age: i64) -> Old {
    Old { code, age, voided: false }
}

/// What the row belongs to, and with what it was hashed.
#[derive(Clone, Copy)]
enum Of {
    Session(Uuid),
    Change(Uuid),
}

impl Of {
    fn hmac(self, cx: &Cx, code: &str) -> [u8; 32] {
        match self {
            Self::Session(id) => cx.keys.hmac(Purpose::Code, &[id.as_bytes(), code.as_bytes()]),
            Self::Change(id) => {
                cx.keys.hmac(Purpose::Code, &[b"own-address", id.as_bytes(), code.as_bytes()])
            }
        }
    }
}

fn plain(text: &'static str) -> Stmt {
    Stmt::new(text, vec![])
}

/// The statement that makes a table, as it stands in an old migration.
fn made(migration: &'static str, table: &str) -> Stmt {
    let begin = migration.find(&format!("CREATE TABLE {table} (")).expect("the table was made there");
    plain(migration[begin..].split(';').next().unwrap())
}

fn stored(cx: &Cx, of: Of, old: &Old) -> Stmt {
    let at = cx.now().plus(-old.age * Ts::SECOND);
    let hmac = Arg::Bytes(Some(of.hmac(cx, old.code).to_vec()));
    let common = |id: Uuid| -> Vec<Arg> {
        vec![
            cx.ids.next().into(),
            cx.firm.id.0.into(),
            id.into(),
            hmac.clone(),
            at.into(),
            at.plus(15 * Ts::MINUTE).into(),
        ]
    };
    match of {
        Of::Session(id) => {
            let voided = old.voided.then(|| cx.now()).into();
            Stmt::new(
                "INSERT INTO sign_in_code (id, firm_id, session_id, code_hmac, created_at, expires_at, voided_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                [common(id), vec![voided]].concat(),
            )
        }
        Of::Change(id) => Stmt::new(
            "INSERT INTO own_address_code (id, firm_id, change_id, code_hmac, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            common(id),
        ),
    }
}

/// Goes back to the tables of before, with these codes and none else, and updates.
async fn update_with(cx: &Cx, of: Of, codes: &[Old]) {
    let mut statements = vec![
        plain("DROP TABLE mailed_code"),
        made(SIGN_INS, "sign_in_code"),
        made(CHANGES, "own_address_code"),
    ];
    statements.extend(codes.iter().map(|old| stored(cx, of, old)));
    statements.extend(UPDATE.split(';').filter(|text| text.contains(char::is_alphabetic)).map(plain));
    run(cx, statements).await;
}

async fn run(cx: &Cx, statements: Vec<Stmt>) {
    cx.db
        .write(move |tx| {
            Box::pin(async move {
                for statement in statements {
                    statement.run(tx).await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
}

async fn only_id(cx: &Cx, statement: Stmt) -> Uuid {
    let (id,): (Uuid,) = statement.one(&mut cx.db.read().await.unwrap()).await.unwrap();
    id
}

/// Somebody who may sign in.
async fn somebody(cx: &Cx, email: &str) -> UserId {
    a_firm(cx).person(email).named("Somebody").employee(&[]).password(DEMO_PASSWORD).seed().await
}

/// A sign-in under way, with these codes and so many attempts made; the cookie.
async fn signing_in(site: &TestSite, name: &str, attempts: i64, codes: &[Old]) -> String {
    let (cx, email) = (site.cx(), format!("{name}@weber.example"));
    let user = somebody(&cx, &email).await;
    let asked = site.ask(Ask::post("/login", &[("email", &email), ("password", DEMO_PASSWORD)])).await;
    assert_eq!((asked.status.as_u16(), asked.location()), (303, "/login/code"), "{name}");
    let its = "SELECT id FROM session WHERE user_id = $1 AND stage = 'pending'";
    let session = only_id(&cx, Stmt::new(its, vec![user.0.into()])).await;
    let counted = "UPDATE session SET code_tries = $2 WHERE id = $1";
    run(&cx, vec![Stmt::new(counted, vec![session.into(), attempts.into()])]).await;
    update_with(&cx, Of::Session(session), codes).await;
    asked.session().expect("a sign-in under way")
}

async fn give(site: &TestSite, pending: &str, code: &str) -> Answer {
    site.ask(Ask::post("/login/code", &[("code", code)]).by(pending)).await
}

on_both!(codes_of_sign_ins_count_as_before, |t| {
    let site = TestSite::standing_on(t);
    let fresh = signing_in(&site, "fresh", 0, &[sent("111111", 18)]).await;
    let early = site.ask(Ask::post("/login/code/resend", &[]).by(&fresh)).await;
    assert!(early.body.contains("Please wait 42 s"), "{}", early.body);
    assert_eq!(give(&site, &fresh, "111111").await.status, 303);

    let three = [sent("111111", 300), sent("222222", 200), sent("333333", 100)];
    let older = signing_in(&site, "older", 0, &three).await;
    assert_eq!(give(&site, &older, "111111").await.status, 303, "the oldest of three");

    let expired = signing_in(&site, "expired", 0, &[sent("111111", 900), sent("222222", 899)]).await;
    let late = give(&site, &expired, "111111").await;
    assert!(late.body.contains("4 tries left."), "{}", late.body);
    assert_eq!(give(&site, &expired, "222222").await.status, 303, "a second before its end");

    let voided = [Old { voided: true, ..sent("111111", 90) }, sent("222222", 80)];
    let replaced = signing_in(&site, "replaced", 0, &voided).await;
    assert!(give(&site, &replaced, "111111").await.body.contains("4 tries left."));
    assert_eq!(give(&site, &replaced, "222222").await.status, 303);
});

on_both!(attempts_at_codes_of_sign_ins_count_as_before, |t| {
    let site = TestSite::standing_on(t);
    let last = signing_in(&site, "last", 4, &[sent("111111", 90), sent("222222", 80)]).await;
    assert!(give(&site, &last, "000000").await.body.contains("Too many wrong codes."));
    assert!(give(&site, &last, "222222").await.body.contains("Too many wrong codes."));
    let right = signing_in(&site, "right", 4, &[sent("111111", 90)]).await;
    assert_eq!(give(&site, &right, "111111").await.status, 303, "one was left");

    let none = [Old { voided: true, ..sent("111111", 90) }];
    let none = signing_in(&site, "none", 5, &none).await;
    assert!(give(&site, &none, "111111").await.body.contains("Too many wrong codes."));
    let page = site.ask(Ask::get("/login/code").by(&none)).await;
    assert!(page.body.contains("The codes we sent no longer work."), "{}", page.body);
    let resent = site.ask(Ask::post("/login/code/resend", &[]).by(&none)).await;
    assert_eq!(resent.status, 303, "{}", resent.body);
    site.t.drain_mail().await;
    let subject = site.t.mail.sent_to("none@weber.example").pop().expect("a mail").rendered.subject;
    let code: String = subject.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(give(&site, &none, &code).await.status, 303);
});

/// A wish for another address, with these codes and so many attempts made.
async fn wishing(site: &TestSite, token: &str, attempts: i64, codes: &[Old]) {
    let cx = site.cx();
    let wish = [("step", "ask"), ("current", DEMO_PASSWORD), ("email", NEW)];
    let asked = site.ask(Ask::post(PAGE, &wish).by(token)).await;
    assert_eq!(asked.status, 303, "{}", asked.body);
    let change = only_id(&cx, plain("SELECT id FROM own_address_change WHERE state = 'waiting'")).await;
    let counted = "UPDATE own_address_change SET tries = $2 WHERE id = $1";
    run(&cx, vec![Stmt::new(counted, vec![change.into(), attempts.into()])]).await;
    update_with(&cx, Of::Change(change), codes).await;
}

async fn confirm(site: &TestSite, token: &str, code: &str) -> Answer {
    site.ask(Ask::post(PAGE, &[("step", "code"), ("code", code)]).by(token)).await
}

on_both!(codes_for_ones_own_address_count_as_before, |t| {
    let site = TestSite::standing_on(t);
    let (_, token) = own_address::anna(&site).await;
    let void = "This code no longer works.";

    wishing(&site, &token, 0, &[sent("111111", 900)]).await;
    assert!(confirm(&site, &token, "111111").await.body.contains(void), "it expired");
    let page = site.ask(Ask::get(PAGE).by(&token)).await;
    assert!(page.body.contains("Send code"), "and one begins anew: {}", page.body);

    wishing(&site, &token, 4, &[sent("111111", 90)]).await;
    assert!(confirm(&site, &token, "000000").await.body.contains(void), "one try was left");
    assert!(confirm(&site, &token, "111111").await.body.contains(void));

    // More were never void: the newest three counted, and count.
    let four = [sent("111111", 48), sent("222222", 38), sent("333333", 28), sent("444444", 18)];
    wishing(&site, &token, 0, &four).await;
    let early = site.ask(Ask::post(PAGE, &[("step", "again")]).by(&token)).await;
    assert_eq!((early.status.as_u16(), early.headers["retry-after"].to_str().unwrap()), (429, "42"));
    assert!(confirm(&site, &token, "111111").await.body.contains("4 tries left."));
    let done = confirm(&site, &token, "222222").await;
    assert_eq!((done.status.as_u16(), done.location()), (303, PAGE), "{}", done.body);
    let fresh = done.session().expect("a new token");
    assert!(site.ask(Ask::get(PAGE).by(&fresh)).await.body.contains(NEW));
});
