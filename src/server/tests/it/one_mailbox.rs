//! One grammar of addresses and one spelling for a mailbox: what people type, paste and had stored before.

use crate::site::{Answer, Ask, TestSite};
use access::gate::testing as people;
use access::sign_in::DEMO_PASSWORD;
use directory::testing::a_firm;
use kernel::{EmailId, FirmId, Role, Ts, UserId};
use platform::db::Stmt;
use platform::migrate::{Respelled, respell};
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};

/// As it was stored before, and as people read it.
const LETTERS: &str = "x@kanzlei-müller.example";
/// As browsers may post it, and its form for matching.
const PUNYCODE: &str = "x@xn--kanzlei-mller-4ob.example";
/// All of them are one mailbox.
const SPELLINGS: [&str; 8] = [
    LETTERS,
    PUNYCODE,
    "X@KANZLEI-MÜLLER.EXAMPLE",
    "x@kanzlei-mu\u{308}ller.example",
    "x@XN--Kanzlei-mller-4ob.Example",
    "x@kanzlei-müller.example.",
    " Xaver Müller <x@kanzlei-müller.example>; ",
    "\u{FEFF}mailto:x@kanzlei-\u{AD}müller.example",
];

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

/// Staff with a password, under this form for matching.
async fn somebody(cx: &Cx, norm: &str, role: Role, password: &str) -> UserId {
    // An address of their own until the row is what an older version stored.
    let typed = format!("{}-{}@weber.example", role.key(), norm.len());
    let user = people::staff_named(cx, &typed, "Xaver Müller", role, &[]).await.user();
    let hash = cx.hasher.hash(password).await.unwrap();
    run(
        cx,
        vec![sql!(
            "UPDATE portal_user SET email = $2, email_norm = $2, password_hash = $3 WHERE id = $1",
            user,
            norm,
            hash
        )],
    )
    .await;
    user
}

async fn sign_in(site: &TestSite, typed: &str, password: &str) -> Answer {
    site.t.clock.advance(Ts::HOUR);
    site.ask(Ask::post("/login", &[("email", typed), ("password", password)])).await
}

async fn texts(cx: &Cx, statement: Stmt) -> Vec<String> {
    let rows: Vec<(String,)> = statement.all(&mut cx.db.read().await.unwrap()).await.unwrap();
    rows.into_iter().map(|(text,)| text).collect()
}

async fn norms(cx: &Cx) -> Vec<String> {
    texts(cx, sql!("SELECT email_norm FROM portal_user ORDER BY email_norm LIMIT 9")).await
}

/// The data migration, as at the start of a node after an update.
async fn update(t: &TestPlatform) -> Option<Respelled> {
    let ids = t.platform.clone();
    respell(&t.platform.db, t.platform.clock.now(), move || ids.ids.next()).await.unwrap()
}

/// As if nothing had been brought up to date yet.
async fn before_the_update(cx: &Cx) {
    run(cx, vec![sql!("DELETE FROM data_migration")]).await;
}

on_both!(a_mailbox_signs_in_and_is_mailed_however_it_is_spelled, |t| {
    let site = TestSite::standing_on(t);
    let cx = site.cx();
    somebody(&cx, PUNYCODE, Role::Owner, DEMO_PASSWORD).await;
    for typed in SPELLINGS {
        let answer = sign_in(&site, typed, DEMO_PASSWORD).await;
        assert_eq!(answer.status, 303, "{typed:?}");
        site.t.clock.advance(Ts::HOUR);
        let before = resets(&site).await;
        let asked = site.ask(Ask::post("/password/forgot", &[("email", typed)])).await;
        assert_eq!(asked.status, 303, "{typed:?}");
        assert_eq!(platform::work::run_due(&site.t.platform).await.unwrap(), 1);
        assert_eq!(resets(&site).await, before + 1, "{typed:?}");
    }
});

async fn resets(site: &TestSite) -> i64 {
    let cx = site.cx();
    let (count,): (i64,) =
        sql!("SELECT COUNT(*) FROM password_reset").one(&mut cx.db.read().await.unwrap()).await.unwrap();
    count
}

on_both!(spelling_it_differently_gives_no_more_tries, |t| {
    let site = TestSite::standing_on(t);
    let mut asked = Vec::new();
    for typed in SPELLINGS {
        asked.push(site.ask(Ask::post("/password/forgot", &[("email", typed)])).await.status.as_u16());
    }
    assert_eq!(asked, [303, 303, 303, 429, 429, 429, 429, 429]);
});

on_both!(an_unusable_address_of_the_firm_locks_nobody_out, |t| {
    let site = TestSite::standing_on(t);
    let cx = site.cx();
    somebody(&cx, "eva@weber.example", Role::Owner, DEMO_PASSWORD).await;
    for (bad, kind) in [
        ("office@10.0.0.1", "an IP address"),
        ("info@weber.1", "a number"),
        ("info@xn--a.example", "wrong punycode"),
        ("büro@weber.example", "only by SMTPUTF8"),
        ("nonsense", "no address at all"),
    ] {
        run(&cx, vec![sql!("UPDATE firm SET reply_to = $2, email = $2 WHERE id = $1", cx.firm.id, bad)])
            .await;
        assert_eq!(sign_in(&site, "eva@weber.example", DEMO_PASSWORD).await.status, 303);
        site.t.drain_mail().await;
        let sent = site.t.mail.take();
        assert_eq!(sent.len(), 1, "{kind}: the code arrives");
    }
});

on_both!(what_a_form_takes_and_what_it_says, |t| {
    let site = TestSite::standing_on(t);
    let number = "There is a number after the @";
    let letters = "Mail servers do not accept one of the characters";
    let domain = "The name after the @ cannot exist";
    let hidden = "This address contains a space or an invisible character";
    // The input, what the page says (nothing: it is taken), and the kind of trouble.
    for (typed, says, kind) in [
        ("office@10.0.0.1", number, "an IP address"),
        ("info@weber.1", number, "a number as top-level domain"),
        ("a@ex.123", number, "a longer number"),
        ("a@[127.0.0.1]", number, "a literal"),
        ("info@xn--a.example", domain, "wrong punycode"),
        ("a@ex_ample.org", domain, "an underscore"),
        ("ａｎｎａ@mueller.example", letters, "full width"),
        ("😀@mueller.example", letters, "an emoji"),
        ("anna mueller@mueller.example", hidden, "a space"),
        ("an\u{202E}na@mueller.example", hidden, "a change of direction"),
        ("a@b.example, c@d.example", "Please enter just one e-mail address.", "two addresses"),
        ("anna", "Please enter a complete e-mail address", "no address"),
        ("", "", "nothing"),
        ("büro@mueller.example", "", "letters that need SMTPUTF8"),
        ("Anna <a@mueller.example>", "", "a name around it"),
        ("mailto:b@mueller.example", "", "a link"),
        ("c@mueller.example;", "", "a semicolon"),
        ("d@mueller.example,", "", "a comma"),
        ("e@mueller.example.", "", "a dot"),
        ("\u{FEFF}f@mueller\u{200B}.example\u{A0}", "", "invisible characters"),
        (LETTERS, "", "an international domain"),
    ] {
        site.t.clock.advance(Ts::HOUR);
        let answer = site.ask(Ask::post("/password/forgot", &[("email", typed)])).await;
        let is_refused = !says.is_empty() || typed.is_empty();
        assert_eq!(answer.status.as_u16(), if is_refused { 422 } else { 303 }, "{kind}: {typed:?}");
        assert!(answer.body.contains(says), "{kind}: {typed:?}\n{}", answer.body);
    }
});

/// Rows as an older version stored them, in every table that knows addresses.
async fn old_rows(cx: &Cx, norm: &str) {
    let user = somebody(cx, norm, Role::Owner, DEMO_PASSWORD).await;
    let account = a_firm(cx).account("M1").named("Müller GmbH").seed().await.id;
    let seeded = a_firm(cx).contact("Xaver").at(PUNYCODE).seed().await;
    let (contact, email) = (seeded.id, seeded.addresses[0].id);
    let (firm, now) = (cx.firm.id, cx.now());
    run(
        cx,
        vec![
            sql!("UPDATE contact_email SET email = $2, email_norm = $2 WHERE id = $1", email, norm),
            sql!(
                "INSERT INTO link (id, firm_id, kind, of_id, email_norm, token_hash, created_at, expires_at)
                 VALUES ($1, $2, 'invitation', $1, $3, $4, $5, $5)",
                cx.ids.next(),
                firm,
                norm,
                [1u8; 32],
                now
            ),
            sql!(
                "INSERT INTO link (id, firm_id, kind, of_id, email_norm, token_hash, created_at, expires_at)
                 VALUES ($1, $2, 'staff_invitation', $1, $3, $4, $5, $5)",
                cx.ids.next(),
                firm,
                norm,
                [2u8; 32],
                now
            ),
            sql!(
                "INSERT INTO notify_wish (firm_id, account_id, email_norm, item, set_by, set_at)
                 VALUES ($1, $2, $3, 'a', 'x', 1), ($1, $2, $3, 'b', 'x', 1)",
                firm,
                account,
                norm
            ),
            // The same choice under the other spelling, which then stands.
            sql!(
                "INSERT INTO notify_wish (firm_id, account_id, email_norm, item, set_by, set_at)
                 VALUES ($1, $2, $3, 'b', 'x', 2) ON CONFLICT (account_id, email_norm, item) DO NOTHING",
                firm,
                account,
                PUNYCODE
            ),
            sql!(
                "INSERT INTO address_change (id, firm_id, contact_id, old_email_id, new_email_id, old_email, old_norm,
                    new_email, new_norm, state, begun_by_name, created_at, expires_at)
                 VALUES ($1, $2, $3, $4, $4, $5, $5, $5, $5, 'cancelled', '', $6, $6)",
                cx.ids.next(),
                firm,
                contact,
                email,
                norm,
                now
            ),
            sql!(
                "INSERT INTO own_address_change (id, firm_id, user_id, session_id, old_email, old_norm, new_email,
                    new_norm, state, tries, created_at) VALUES ($1, $2, $3, $1, $4, $4, $4, $4, 'void', 0, $5)",
                cx.ids.next(),
                firm,
                user,
                norm,
                now
            ),
        ],
    )
    .await;
}

on_both!(stored_addresses_get_the_one_spelling_once, |t| {
    let cx = t.cx();
    old_rows(&cx, LETTERS).await;
    assert_eq!(update(&t).await, None, "a new database has nothing to bring up to date");
    before_the_update(&cx).await;
    let nodes = futures::future::join_all((0..4).map(|_| update(&t))).await;
    let done: Vec<Respelled> = nodes.into_iter().flatten().collect();
    assert_eq!(done, [Respelled { changed: 1, kept: 0 }], "one of the nodes that start does it");
    let all = texts(
        &cx,
        sql!(
            "SELECT email_norm FROM portal_user UNION ALL SELECT email_norm FROM contact_email
             UNION ALL SELECT email_norm FROM link UNION ALL SELECT email_norm FROM notify_wish UNION ALL SELECT old_norm FROM address_change
             UNION ALL SELECT new_norm FROM address_change UNION ALL SELECT old_norm FROM own_address_change
             UNION ALL SELECT new_norm FROM own_address_change LIMIT 99"
        ),
    )
    .await;
    assert_eq!(all, [PUNYCODE; 10]);
    assert_eq!(texts(&cx, sql!("SELECT email FROM contact_email LIMIT 9")).await, [LETTERS]);
    let site = TestSite::standing_on(t);
    for typed in SPELLINGS {
        assert_eq!(sign_in(&site, typed, DEMO_PASSWORD).await.status, 303, "{typed:?}");
    }
});

on_both!(what_a_browser_posted_in_punycode_is_readable_afterwards, |t| {
    let cx = t.cx();
    old_rows(&cx, PUNYCODE).await;
    run(
        &cx,
        vec![
            sql!("DELETE FROM data_migration"),
            sql!("UPDATE portal_user SET email = 'X@XN--kanzlei-mller-4ob.example'"),
        ],
    )
    .await;
    assert_eq!(update(&t).await, Some(Respelled { changed: 0, kept: 0 }));
    assert_eq!(texts(&cx, sql!("SELECT email FROM contact_email LIMIT 9")).await, [LETTERS]);
    assert_eq!(texts(&cx, sql!("SELECT email FROM portal_user LIMIT 9")).await, ["X@kanzlei-müller.example"]);
});

on_both!(two_logins_of_one_mailbox_are_never_merged_and_both_get_in, |t| {
    let cx = t.cx();
    somebody(&cx, LETTERS, Role::Owner, "the password of the first").await;
    somebody(&cx, PUNYCODE, Role::Employee, "the password of the second").await;
    before_the_update(&cx).await;
    assert_eq!(update(&t).await, Some(Respelled { changed: 0, kept: 1 }));
    assert_eq!(norms(&cx).await, [LETTERS, PUNYCODE]);
    let trail = sql!(
        "SELECT subject FROM audit_event WHERE firm_id = $1 AND event = 'address_spelled_twice'",
        cx.firm.id
    );
    assert_eq!(texts(&cx, trail).await, [LETTERS]);
    let site = TestSite::standing_on(t);
    for (typed, password, status) in [
        (LETTERS, "the password of the first", 303),
        (PUNYCODE, "the password of the second", 303),
        (LETTERS, "the password of the second", 422),
        (PUNYCODE, "the password of the first", 422),
    ] {
        assert_eq!(sign_in(&site, typed, password).await.status.as_u16(), status, "{typed} {password}");
    }
});

on_both!(a_contact_that_has_both_spellings_keeps_them_and_the_login_gets_in_by_either, |t| {
    let cx = t.cx();
    old_rows(&cx, LETTERS).await;
    run(
        &cx,
        vec![
            sql!(
                "INSERT INTO contact_email (id, firm_id, contact_id, email, email_norm, position)
                 SELECT $1, firm_id, contact_id, $2, $2, 1 FROM contact_email",
                EmailId(cx.ids.next()),
                PUNYCODE
            ),
            sql!("DELETE FROM data_migration"),
        ],
    )
    .await;
    assert_eq!(update(&t).await, Some(Respelled { changed: 0, kept: 1 }));
    assert_eq!(norms(&cx).await, [LETTERS]);
    let site = TestSite::standing_on(t);
    for typed in SPELLINGS {
        assert_eq!(sign_in(&site, typed, DEMO_PASSWORD).await.status, 303, "{typed:?}");
    }
});

on_both!(firms_are_looked_at_each_for_itself, |t| {
    let cx = t.cx();
    let other = t.cx_of(&t.other_firm().await);
    somebody(&cx, LETTERS, Role::Owner, DEMO_PASSWORD).await;
    somebody(&other, PUNYCODE, Role::Owner, DEMO_PASSWORD).await;
    before_the_update(&cx).await;
    assert_eq!(update(&t).await, Some(Respelled { changed: 1, kept: 0 }));
    let firms: Vec<(FirmId, String)> = sql!("SELECT firm_id, email_norm FROM portal_user LIMIT 9")
        .all(&mut cx.db.read().await.unwrap())
        .await
        .unwrap();
    assert_eq!(firms.iter().filter(|(_, norm)| norm == PUNYCODE).count(), 2);
});
