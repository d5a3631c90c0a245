//! The demo as it is stored.

use super::planner::link_token;
use super::{refuse_demo_firm, refuse_other_firms, refuse_public, refuse_public_hosts, seed, seed_if_empty};
use kernel::{AppError, Ts};
use platform::db::Row;
use platform::keys::token_hash;
use platform::testing::{On, TestPlatform};
use platform::{on_both, sql};

/// The platform of tests comes with a firm; the demo wants none.
async fn emptied(t: &TestPlatform) {
    let firm = t.firm.id;
    let done = t.platform.db.write(move |tx| {
        Box::pin(async move {
            sql!("DELETE FROM firm_host WHERE firm_id = $1", firm).run(tx).await?;
            sql!("DELETE FROM host_claim WHERE firm_id = $1", firm).run(tx).await?;
            Ok(sql!("DELETE FROM firm WHERE id = $1", firm).run(tx).await?)
        })
    });
    assert_eq!(done.await, Ok(1));
}

async fn demo(t: &TestPlatform) {
    emptied(t).await;
    seed_if_empty(&t.platform).await.unwrap();
}

async fn all<T: Row>(t: &TestPlatform, what: platform::db::Stmt) -> Vec<T> {
    let mut conn = t.platform.db.read().await.unwrap();
    what.all(&mut conn).await.unwrap()
}

async fn counts(t: &TestPlatform) -> (i64, i64, i64, i64) {
    let counts = sql!(
        "SELECT (SELECT COUNT(*) FROM firm), (SELECT COUNT(*) FROM account), (SELECT COUNT(*) FROM contact),
            (SELECT COUNT(*) FROM staff_member) FROM firm LIMIT 1"
    );
    all(t, counts).await[0]
}

/// Names of the open accounts that an address may enter, and how many archived ones it would.
async fn grants(t: &TestPlatform, email: &str) -> (Vec<String>, usize) {
    let rows: Vec<(String, Option<Ts>)> = all(
        t,
        sql!(
            "SELECT a.name, a.archived_at FROM contact_email e
             JOIN contact_setting s ON s.email_id = e.id JOIN account a ON a.id = s.account_id
             WHERE e.email_norm = $1 AND s.login ORDER BY a.sort_key, a.id LIMIT 100",
            email
        ),
    )
    .await;
    let archived = rows.iter().filter(|(_, at)| at.is_some()).count();
    (rows.into_iter().filter(|(_, at)| at.is_none()).map(|(name, _)| name).collect(), archived)
}

/// Activated, language and last login of an address that has a login.
async fn login(t: &TestPlatform, email: &str) -> Option<(bool, Option<String>, Option<Ts>)> {
    let rows: Vec<(Option<Ts>, Option<String>, Option<Ts>)> = all(
        t,
        sql!(
            "SELECT activated_at, locale, last_login_at FROM portal_user WHERE email_norm = $1 LIMIT 2",
            email
        ),
    )
    .await;
    assert!(rows.len() < 2);
    rows.into_iter().next().map(|(activated, locale, last)| (activated.is_some(), locale, last))
}

/// Sent and expiry of the invitations of an address.
async fn invitations(t: &TestPlatform, email: &str) -> Vec<(Ts, Ts)> {
    all(
        t,
        sql!(
            "SELECT created_at, expires_at FROM link WHERE kind = 'invitation' AND email_norm = $1 LIMIT 5",
            email
        ),
    )
    .await
}

on_both!(the_demo_has_sixty_accounts_ninety_people_and_five_colleagues, |t| {
    demo(&t).await;
    assert_eq!(counts(&t).await, (1, 60, 90, 5));
});

on_both!(a_firm_that_is_there_is_left_alone, |t| {
    seed_if_empty(&t.platform).await.unwrap();
    assert_eq!(counts(&t).await, (1, 0, 0, 0), "that firm is not the demo's");
    demo(&t).await;
    seed_if_empty(&t.platform).await.unwrap();
    assert_eq!(counts(&t).await, (1, 60, 90, 5));
    assert!(matches!(seed(&t.platform, 60).await, Err(AppError::Refused(_))));
    assert!(matches!(seed(&t.platform, 59).await, Err(AppError::Refused(_))));
});

on_both!(active_clients_have_the_accounts_that_tests_rely_on, |t| {
    demo(&t).await;
    let three =
        ["Anna Müller", "Müller & Söhne Immobilienverwaltung KG", "Müller GmbH"].map(str::to_owned).to_vec();
    assert_eq!(grants(&t, "anna@mueller.example").await, (three, 0));
    assert_eq!(grants(&t, "kate@smith.example").await, (vec!["Kate Smith".to_owned()], 0));
    assert_eq!(grants(&t, "hana@sato.example").await.0.len(), 12);
    assert_eq!(grants(&t, "old@archive.example").await, (Vec::new(), 2));
    assert_eq!(grants(&t, "mika@weber.example").await, (vec!["Familie Tanaka".to_owned()], 0));
    for email in ["anna@mueller.example", "kate@smith.example", "old@archive.example", "mika@weber.example"] {
        let (active, locale, last) = login(&t, email).await.unwrap();
        assert!(active && last.is_some_and(|at| at <= t.platform.clock.now()), "{email}");
        assert_eq!(locale, None, "{email}");
    }
    assert_eq!(login(&t, "hana@sato.example").await.unwrap().1.as_deref(), Some("ja"));
});

on_both!(clients_on_their_way_stand_where_tests_rely_on, |t| {
    demo(&t).await;
    let now = t.platform.clock.now();
    for email in ["jonas@pending.example", "lea@expired.example", "max@never.example", "nora@new.example"] {
        assert!(login(&t, email).await.is_none(), "{email}");
    }
    let jonas = invitations(&t, "jonas@pending.example").await;
    assert!(
        matches!(jonas[..], [(sent, expires)] if now.since(sent) / Ts::DAY == 3 && expires > now),
        "{jonas:?}"
    );
    let lea = invitations(&t, "lea@expired.example").await;
    assert!(matches!(lea[..], [(_, expires)] if expires < now), "{lea:?}");
    assert_eq!(invitations(&t, "nora@new.example").await, []);
    assert_eq!(grants(&t, "nora@new.example").await.0.len(), 1);
    assert_eq!(grants(&t, "max@never.example").await, (Vec::new(), 0));
    let max: Vec<(bool, bool)> = all(
        &t,
        sql!(
            "SELECT s.login, s.notify FROM contact_setting s JOIN contact_email e ON e.id = s.email_id
             WHERE e.email_norm = 'max@never.example' LIMIT 5"
        ),
    )
    .await;
    assert_eq!(max, [(false, true)]);
});

on_both!(the_greetings_link_is_the_one_that_was_mailed, |t| {
    demo(&t).await;
    let hash = token_hash(&link_token("jonas@pending.example"));
    let found: Vec<(String,)> = all(
        &t,
        sql!(
            "SELECT i.name FROM link k JOIN invitation i ON i.id = k.id WHERE k.token_hash = $1 LIMIT 2",
            hash
        ),
    )
    .await;
    assert_eq!(found, [("Jonas Fischer".to_owned(),)]);
});

on_both!(the_colleagues_have_their_roles_and_jo_eight_accounts, |t| {
    demo(&t).await;
    let staff: Vec<(String, String, String, i64)> = all(
        &t,
        sql!(
            "SELECT u.email, m.role, m.rights,
                (SELECT COUNT(*) FROM account_assignment x WHERE x.user_id = u.id)
             FROM staff_member m JOIN portal_user u ON u.id = m.user_id ORDER BY u.id LIMIT 10"
        ),
    )
    .await;
    let staff: Vec<_> = staff.iter().map(|(e, r, t, n)| (e.as_str(), r.as_str(), t.as_str(), *n)).collect();
    assert_eq!(
        staff,
        [
            ("eva@weber.example", "owner", "", 0),
            ("tom@weber.example", "admin", "", 0),
            (
                "mika@weber.example",
                "employee",
                "view_all_accounts view_all_contacts manage_accounts manage_client_security",
                0
            ),
            ("jo@weber.example", "employee", "manage_accounts manage_client_security", 8),
            ("lou@weber.example", "employee", "", 0),
        ]
    );
});

on_both!(everybody_active_has_the_demo_password, |t| {
    demo(&t).await;
    let hashes: Vec<(Option<String>,)> =
        all(&t, sql!("SELECT DISTINCT password_hash FROM portal_user LIMIT 5")).await;
    let [(Some(hash),)] = &hashes[..] else { panic!("one hash for all: {hashes:?}") };
    let verdict = t.platform.hasher.verify(access::sign_in::DEMO_PASSWORD, Some(hash)).await;
    assert_eq!(verdict, Ok(platform::hashing::Verdict::Right));
});

on_both!(one_client_switched_some_notifications_off, |t| {
    demo(&t).await;
    let off: Vec<(String, i64)> = all(
        &t,
        sql!(
            "SELECT e.email, COUNT(*) FROM notify_choice n JOIN contact_setting s ON s.id = n.setting_id
             JOIN contact_email e ON e.id = s.email_id WHERE NOT n.enabled GROUP BY e.email LIMIT 5"
        ),
    )
    .await;
    assert_eq!(off, [("siobhan@obrien-dental.example".to_owned(), 3)]);
});

on_both!(the_next_account_of_a_letter_gets_the_next_number, |t| {
    emptied(&t).await;
    seed(&t.platform, 400).await.unwrap();
    let wrong: Vec<(String, i64)> = all(
        &t,
        sql!(
            "SELECT n.letters, n.last_number FROM account_code n WHERE n.last_number <> (
                SELECT COUNT(*) FROM account a WHERE a.firm_id = n.firm_id AND SUBSTR(a.code, 1, 1) = n.letters)
             OR NOT EXISTS (SELECT 1 FROM account a WHERE a.firm_id = n.firm_id
                AND a.code = n.letters || CAST(n.last_number AS TEXT)) LIMIT 30"
        ),
    )
    .await;
    assert_eq!(wrong, []);
});

on_both!(the_same_size_gives_the_same_names_and_short_ids_anywhere, |t| {
    let other = TestPlatform::new(On::Sqlite).await.unwrap();
    other.clock.advance(40 * Ts::DAY + 5 * Ts::HOUR);
    let mut both = Vec::new();
    for t in [&t, &other] {
        emptied(t).await;
        seed(&t.platform, 500).await.unwrap();
        assert_eq!(counts(t).await.1, 500);
        let names: Vec<(String, String)> =
            all(t, sql!("SELECT code, name FROM account ORDER BY id LIMIT 1000")).await;
        let people: Vec<(String, String)> = all(
            t,
            sql!(
                "SELECT c.name, e.email FROM contact c JOIN contact_email e ON e.contact_id = c.id
                ORDER BY e.id LIMIT 5000"
            ),
        )
        .await;
        both.push((names, people));
    }
    assert!(both[0] == both[1]);
});

on_both!(one_address_waits_to_be_replaced_and_the_firm_is_asked_about_another, |t| {
    demo(&t).await;
    let changes: Vec<(String, String, String, Option<Ts>)> = all(
        &t,
        sql!("SELECT old_email, new_email, state, remove_at FROM address_change ORDER BY created_at DESC LIMIT 5"),
    )
    .await;
    let now = t.platform.clock.now();
    let [waits, asked] = &changes[..] else { panic!("{changes:?}") };
    assert_eq!(
        (waits.0.as_str(), waits.2.as_str(), waits.3),
        ("kuehn@4you-pflege.example", "pending_new", None)
    );
    assert_eq!((asked.0.as_str(), asked.2.as_str()), ("zoe@atelier-zoe.example", "accepted"));
    assert!(asked.3.is_some_and(|at| at > now), "not before somebody could answer");
    assert_eq!(clients::address_changes::expire_due(&t.platform).await, Ok(0));
    assert_eq!(clients::address_changes::remove_due(&t.platform).await, Ok(0));
    for (email, signs_in) in [(&waits.0, true), (&waits.1, false), (&asked.0, true), (&asked.1, true)] {
        assert_eq!(login(&t, email).await.is_some(), signs_in, "{email}");
        assert_eq!(grants(&t, email).await.0.len(), 1, "{email}");
    }
});

on_both!(the_demo_takes_no_database_of_somebody_else, |t| {
    let said = refuse_other_firms(&t.platform).await.unwrap_err();
    assert!(said.contains("Weber & Partner") && said.contains("data_dir"), "{said}");
    // Nor one where the demo's firm and another are.
    demo(&t).await;
    assert_eq!(refuse_other_firms(&t.platform).await, Ok(()));
    t.other_firm().await;
    assert!(refuse_other_firms(&t.platform).await.unwrap_err().contains("Other & Co"));
});

on_both!(a_demo_that_was_given_a_public_name_does_not_start_again, |t| {
    demo(&t).await;
    let said = refuse_public_hosts(&t.platform).await.unwrap_err();
    assert!(said.contains("portal.weber.example") && said.contains("data_dir"), "{said}");
    let renamed = t.platform.db.write(|tx| {
        Box::pin(async move { Ok(sql!("UPDATE firm_host SET host = $1", "demo.localhost").run(tx).await?) })
    });
    assert_eq!(renamed.await, Ok(1));
    assert_eq!(refuse_public_hosts(&t.platform).await, Ok(()));
});

on_both!(the_demos_firm_is_not_served_to_others_as_a_real_one, |t| {
    assert!(!t.platform.config.is_local());
    assert_eq!(refuse_demo_firm(&t.platform.config, &t.platform.db).await, Ok(()));
    demo(&t).await;
    let said = refuse_demo_firm(&t.platform.config, &t.platform.db).await.unwrap_err();
    assert!(said.contains("known password") && said.contains("portal.weber.example"), "{said}");
    let listening = |listen: &str| {
        let of = |name: &str| (name == "PORTICO_LISTEN").then(|| listen.to_owned());
        platform::config::Config::from_sources("", &of).unwrap()
    };
    assert_eq!(refuse_demo_firm(&listening("127.0.0.1:3000"), &t.platform.db).await, Ok(()));
    let said = refuse_demo_firm(&listening("0.0.0.0:3000"), &t.platform.db).await.unwrap_err();
    assert!(said.contains("0.0.0.0:3000"), "{said}");
});

/// What the index for searches holds of everything.
async fn index(t: &TestPlatform) -> Vec<(uuid::Uuid, String, String, String)> {
    let docs = sql!(
        "SELECT entity_id, kind, COALESCE(exact, '') || ' ' || CAST(COALESCE(number, 0) AS TEXT) || ' ' || lead, hay
         FROM search_doc ORDER BY entity_id LIMIT 10000"
    );
    all(t, docs).await
}

/// How many accounts are found.
async fn found(t: &TestPlatform, text: &str) -> usize {
    let mut conn = t.platform.db.read().await.unwrap();
    let (firm,): (kernel::FirmId,) = sql!("SELECT id FROM firm LIMIT 1").one(&mut conn).await.unwrap();
    let query = platform::search::Query::parse(text).unwrap();
    let kind = platform::search::Kind::ActiveAccount;
    platform::search::find(&mut conn, firm, kind, &query, 200).await.unwrap().hits.len()
}

on_both!(everything_is_found_as_if_its_index_were_made_anew, |t| {
    emptied(&t).await;
    seed(&t.platform, 3_000).await.unwrap();
    let (made, hits) = (index(&t).await, found(&t, "hana@sato").await);
    assert!(made.len() > 7_000 && hits == 12, "{} {hits}", made.len());
    let kept = found(&t, "bergmann").await;
    clients::search::index_all(&t.platform.db, t.platform.clock.now()).await.unwrap();
    let anew = index(&t).await;
    assert_eq!(made.len(), anew.len());
    for (one, other) in made.iter().zip(&anew) {
        assert_eq!(one, other);
    }
    assert_eq!((found(&t, "hana@sato").await, found(&t, "bergmann").await), (hits, kept));
});

/// How many rows the tables hold that grow with use: acts, mails, invitations accepted, sessions, news.
async fn traces(t: &TestPlatform) -> [i64; 5] {
    let counts = sql!(
        "SELECT (SELECT COUNT(*) FROM audit_event), (SELECT COUNT(*) FROM outbox),
            (SELECT COUNT(*) FROM link WHERE used_at IS NOT NULL), (SELECT COUNT(*) FROM session),
            (SELECT COUNT(*) FROM event) FROM firm LIMIT 1"
    );
    let rows: Vec<(i64, i64, i64, i64, i64)> = all(t, counts).await;
    rows[0].into()
}

on_both!(accounts_beyond_the_sixty_have_left_their_traces_and_the_sixty_none, |t| {
    demo(&t).await;
    assert_eq!(traces(&t).await, [0; 5]);
});

on_both!(a_big_firm_is_as_full_as_one_that_was_used, |t| {
    emptied(&t).await;
    // Beyond the size from which indexes are made at the end.
    seed(&t.platform, 3_000).await.unwrap();
    let [acts, mails, accepted, sessions, news] = traces(&t).await;
    assert!(acts > 5_000 && mails > 400 && mails == accepted && sessions > 500 && news > 20);
    let unmarked: Vec<(i64,)> = all(
        &t,
        sql!(
            "SELECT COUNT(*) FROM contact_setting s JOIN account a ON a.id = s.account_id
             WHERE s.login AND a.code NOT IN (SELECT code FROM account ORDER BY id LIMIT 60)
               AND NOT EXISTS (SELECT 1 FROM audit_event x
                WHERE x.account_id = s.account_id AND x.subject_id = s.id AND x.event = 'login_on') LIMIT 1"
        ),
    )
    .await;
    assert_eq!(unmarked, [(0,)]);
    // SQLite was not asked while they went in; PostgreSQL was when its foreign keys were made again.
    let dangling: Vec<(i64,)> = all(
        &t,
        sql!(sqlite: "SELECT COUNT(*) FROM pragma_foreign_key_check LIMIT 1", postgres: "SELECT CAST(0 AS BIGINT)"),
    )
    .await;
    assert_eq!(dangling, [(0,)]);
    // Nobody is told of what happened before the firm was there.
    let waits: Vec<(i64,)> =
        all(&t, sql!("SELECT COUNT(*) FROM outbox WHERE state = 'pending' OR told_at IS NULL AND state = 'failed' LIMIT 1"))
            .await;
    assert_eq!(waits, [(0,)]);
});

#[test]
fn the_demo_is_for_this_machine() {
    for (url, local) in [
        ("http://127.0.0.1:3000", true),
        ("http://localhost:3000", true),
        ("http://[::1]:3000", true),
        ("https://localhost:3443", true),
        ("https://portal.weber.example", false),
        ("https://192.168.0.7", false),
        ("https://localhost.weber.example", false),
        ("https://127.0.0.1.nip.io", false),
    ] {
        let of = |name: &str| (name == "PORTICO_PUBLIC_URL").then(|| url.to_owned());
        let config = platform::config::Config::from_sources("", &of).unwrap();
        assert_eq!(refuse_public(&config).is_ok(), local, "{url}");
    }
}
