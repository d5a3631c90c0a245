//! The first run: one firm, one owner, however many try.

use super::{create_firm, create_owner, ensure_link, setup_state};
use crate::gate::{Reply, Visitor};
use crate::sessions::fixtures::{self, acts, count, post};
use crate::setup::SetupState;
use kernel::{AppError, FirmId, Locale, Ts};
use platform::Cx;
use platform::firm_profile::FirmProfile;
use platform::mail::Trouble;
use platform::on_both;
use platform::testing::TestPlatform;
use std::sync::Arc;

const FIELDS: [(&str, &str); 8] = [
    ("firm_name", "Kanzlei Weber & Söhne"),
    ("time_zone", "Europe/Berlin"),
    ("locale", "de"),
    ("phone", "+49 30 555 0100"),
    ("firm_email", "kanzlei@weber.example"),
    ("name", "Eva Weber"),
    ("email", "eva@weber.example"),
    ("password", "Neun Kraniche im Nebel"),
];

/// A platform on which nothing was set up, and a request to it.
async fn bare(t: &TestPlatform) -> Cx {
    let firm = t.firm.id;
    let gone = t.platform.db.write(move |tx| {
        Box::pin(async move {
            platform::sql!("DELETE FROM firm_host WHERE firm_id = $1", firm).run(tx).await?;
            platform::sql!("DELETE FROM host_claim WHERE firm_id = $1", firm).run(tx).await?;
            Ok(platform::sql!("DELETE FROM firm WHERE id = $1", firm).run(tx).await?)
        })
    });
    gone.await.unwrap();
    let nobody =
        FirmProfile { id: FirmId(Default::default()), name: "Portico".to_owned(), ..(*t.firm).clone() };
    t.cx_of(&Arc::new(nobody))
}

async fn link(t: &TestPlatform) -> String {
    let url = ensure_link(&t.platform).await.unwrap().expect("nothing was set up yet");
    url.strip_prefix("https://portal.weber.example/setup/").expect("our own origin").to_owned()
}

async fn set_up(cx: &Cx, token: &str, fields: &[(&str, &str)]) -> Result<Reply, AppError> {
    post(cx, Visitor::nobody(), &format!("/setup/{token}"), fields).await
}

async fn is_open(cx: &Cx, token: &str) -> bool {
    matches!(setup_state(cx, token).await, Ok(SetupState::Open { .. }))
}

/// The fields with one of them changed.
fn but(field: &'static str, value: &str) -> Vec<(&'static str, String)> {
    FIELDS.iter().map(|(k, v)| (*k, if *k == field { value.to_owned() } else { (*v).to_owned() })).collect()
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    fields.iter().map(|(k, v)| (*k, v.as_str())).collect()
}

on_both!(the_link_makes_the_firm_and_signs_its_owner_in, |t| {
    let cx = bare(&t).await;
    let token = link(&t).await;
    assert!(is_open(&cx, &token).await);
    let Ok(Reply::With { to, cookies, .. }) = set_up(&cx, &token, &FIELDS).await else {
        panic!("set-up is open")
    };
    assert_eq!(to, "/app/accounts");
    let now = cx.now();
    let firm =
        t.platform.firms.by_host(&t.platform.db, &t.platform.config, "portal.weber.example", now).await;
    let firm = firm.unwrap().expect("the firm answers at the public address");
    assert_eq!(
        (firm.name.as_str(), firm.locale, firm.invitation_days),
        ("Kanzlei Weber & Söhne", Locale::De, 30)
    );
    let visitor = fixtures::holder(&t.cx_of(&firm), cookies[0].value.as_deref().unwrap()).await;
    assert_eq!(visitor.staff().unwrap().name(), "Eva Weber");
    assert_eq!((acts(&cx, "owner_created").await, acts(&cx, "signed_in").await), (1, 1));
    assert_eq!(setup_state(&cx, &token).await, Ok(SetupState::Done));
    assert_eq!(ensure_link(&t.platform).await.unwrap(), None);
});

on_both!(fifty_at_once_make_one_owner, |t| {
    let cx = bare(&t).await;
    let token = link(&t).await;
    let tries: Vec<_> = (0..50)
        .map(|n| {
            let (cx, token) = (cx.clone(), token.clone());
            tokio::spawn(async move {
                let fields = but("email", &format!("eva{n}@weber.example"));
                matches!(set_up(&cx, &token, &borrowed(&fields)).await, Ok(Reply::With { .. }))
            })
        })
        .collect();
    let mut done = 0;
    for one in tries {
        done += usize::from(one.await.unwrap());
    }
    assert_eq!(done, 1);
    assert_eq!(
        (count(&cx, "owner").await, count(&cx, "firm").await, count(&cx, "portal_user").await),
        (1, 1, 1)
    );
});

on_both!(the_link_works_for_an_hour_and_a_newer_one_replaces_it, |t| {
    let cx = bare(&t).await;
    let first = link(&t).await;
    t.clock.advance(Ts::HOUR - Ts::SECOND);
    assert!(is_open(&cx, &first).await);
    t.clock.advance(2 * Ts::SECOND);
    assert_eq!(setup_state(&cx, &first).await, Ok(SetupState::Expired));
    assert!(matches!(
        set_up(&cx, &first, &FIELDS).await,
        Ok(Reply::Again { error: AppError::Refused(_), .. })
    ));
    let second = link(&t).await;
    let third = link(&t).await;
    assert_eq!(setup_state(&cx, &second).await, Ok(SetupState::Expired));
    assert!(is_open(&cx, &third).await);
    assert_eq!(count(&cx, "owner").await, 0);
});

on_both!(made_up_links_are_not_found, |t| {
    let cx = bare(&t).await;
    link(&t).await;
    for token in ["", "x", &"x".repeat(10_000)] {
        assert_eq!(setup_state(&cx, token).await, Err(AppError::NotFound));
        assert_eq!(set_up(&cx, token, &FIELDS).await.err(), Some(AppError::NotFound));
    }
    assert_eq!(count(&cx, "firm").await, 0);
});

on_both!(an_installation_with_a_firm_prints_no_link, |t| {
    assert_eq!(ensure_link(&t.platform).await.unwrap(), None);
});

on_both!(whatever_is_wrong_is_said_at_its_field_and_the_link_stays_good, |t| {
    let cx = bare(&t).await;
    let token = link(&t).await;
    let long = "x".repeat(10_000);
    for (field, value) in [
        ("firm_name", ""),
        ("firm_name", "Weber\r\nBcc: x@example.org"),
        ("firm_name", "Weber\u{202E}rebeW"),
        ("firm_name", long.as_str()),
        ("name", "Eva\u{200B}"),
        ("email", "eva"),
        ("email", "eva@weber.example\r\nBcc: x@example.org"),
        ("firm_email", "kanzlei\u{202E}@weber.example"),
        ("phone", "call me"),
        ("phone", "+49 30\r\n5550100"),
        ("time_zone", "Europe/Atlantis"),
        ("time_zone", "../../etc/passwd"),
        ("time_zone", "europe/berlin"),
        ("time_zone", ""),
        ("time_zone", "Europe/Berlin\u{0}"),
        ("time_zone", long.as_str()),
        ("locale", "fr"),
        ("password", "short"),
        ("password", "Kanzlei Weber & Söhne"),
        ("password", long.as_str()),
    ] {
        let fields = but(field, value);
        let Ok(Reply::Again { outcome, error, .. }) = set_up(&cx, &token, &borrowed(&fields)).await else {
            panic!("{field} {value:.30} is wrong")
        };
        assert_eq!(error.status(), 422);
        assert!(outcome.on("setup", field).is_some(), "{field} {value:.30}: {:?}", outcome.faults);
        assert_eq!(outcome.faults.len(), 1, "{field} {value:.30}: {:?}", outcome.faults);
        assert!(outcome.value("setup", "password").is_none());
    }
    assert_eq!(count(&cx, "firm").await, 0);
    assert!(matches!(set_up(&cx, &token, &FIELDS).await, Ok(Reply::With { .. })));
});

on_both!(the_command_line_adds_firms_and_their_owners_once, |t| {
    let p = &t.platform;
    let firm = create_firm(p, "Other & Co", "Portal.Other.Example", Locale::Ja, "Asia/Tokyo").await.unwrap();
    for host in ["portal.other.example", "www.portal.other.example"] {
        let Err(AppError::Refused(said)) = create_firm(p, "X", host, Locale::En, "UTC").await else {
            panic!("{host} is another firm's")
        };
        for piece in ["Other & Co (portal.other.example)", "portico host confirm --host", host] {
            assert!(said.contains(piece), "{host}: {said}");
        }
    }
    for host in ["", "https://x.example", "x.example:80", "a b", "x..example"] {
        assert!(create_firm(p, "X", host, Locale::En, "UTC").await.is_err(), "{host}");
    }
    assert!(create_firm(p, "X", "x.example", Locale::En, "Nowhere").await.is_err());
    let owner = |email: &'static str, password: &'static str| {
        create_owner(p, "portal.other.example", "Hana Sato", email, password)
    };
    assert!(owner("hana@other.example", "short").await.is_err());
    assert!(owner("hana", "Neun Kraniche im Nebel").await.is_err());
    let id = owner("hana@other.example", "Neun Kraniche im Nebel").await.unwrap();
    assert_eq!(owner("jun@other.example", "Neun Kraniche im Nebel").await, Err(AppError::Conflict));
    let absent = create_owner(p, "nowhere.example", "H", "h@other.example", "Neun Kraniche im Nebel").await;
    assert_eq!(absent, Err(AppError::NotFound));
    assert_ne!(firm.0, id.0);
});

on_both!(no_firm_joins_the_demo, |t| {
    let t = t.in_demo().await;
    for host in ["portal.other.example", "kanzlei.localhost"] {
        let made = create_firm(&t.platform, "Other & Co", host, Locale::En, "UTC").await;
        assert!(matches!(made, Err(AppError::Refused(text)) if text.contains("data_dir")), "{host}");
    }
    assert_eq!(count(&t.cx(), "firm").await, 1);
});

on_both!(every_zone_there_is_is_offered_and_may_be_chosen, |t| {
    let cx = bare(&t).await;
    let token = link(&t).await;
    let Ok(SetupState::Open { zones, .. }) = setup_state(&cx, &token).await else { panic!("not open") };
    assert_eq!(zones, platform::when::zones());
    for zone in ["Europe/Berlin", "Asia/Tokyo", "America/Argentina/Ushuaia", "Pacific/Kiritimati", "UTC"] {
        assert!(zones.iter().any(|it| it == zone), "{zone}");
    }
    let fields = but("time_zone", "America/Argentina/Ushuaia");
    assert!(matches!(set_up(&cx, &token, &borrowed(&fields)).await, Ok(Reply::With { .. })));
    let mut conn = cx.db.read().await.unwrap();
    let (zone,): (String,) =
        platform::sql!("SELECT time_zone FROM firm LIMIT 1").one(&mut conn).await.unwrap();
    assert_eq!(zone, "America/Argentina/Ushuaia");
});

on_both!(the_test_mail_greets_without_a_name_while_there_is_none, |t| {
    let cx = bare(&t).await;
    let token = link(&t).await;
    let eva = "eva@weber.example";
    let nameless = but("name", "");
    let nameless = [borrowed(&nameless), vec![("test", "mail")]].concat();
    let Ok(Reply::Shown { .. }) = set_up(&cx, &token, &nameless).await else { panic!("sent") };
    let text = t.mail.sent_to(eva).pop().unwrap().rendered.text;
    assert!(text.contains("\nHello,\n"), "{text}");
    let named = [&FIELDS[..7], &[("test", "mail")]].concat();
    let Ok(Reply::Shown { .. }) = set_up(&cx, &token, &named).await else { panic!("sent") };
    let text = t.mail.sent_to(eva).pop().unwrap().rendered.text;
    assert!(text.contains("\nHello Eva Weber,\n"), "{text}");
});

on_both!(the_test_mail_says_what_the_server_said_and_makes_nothing, |t| {
    let cx = bare(&t).await;
    let token = link(&t).await;
    let eva = "eva@weber.example";
    let with_test = [&FIELDS[..7], &[("test", "mail"), ("password", "Neun Kraniche im Nebel")]].concat();
    let Ok(Reply::Shown { page, outcome }) = set_up(&cx, &token, &with_test).await else { panic!("sent") };
    assert_eq!(page, format!("/setup/{token}"));
    assert!(outcome.notice.unwrap().contains(eva));
    assert_eq!(t.mail.sent_to(eva).len(), 1);
    let kept = |field: &str| outcome.values.iter().find(|(name, _)| name == field).map(|(_, v)| v.as_str());
    assert_eq!((kept("firm_name"), kept("password")), (Some("Kanzlei Weber & Söhne"), None));

    t.mail.be_in_trouble(eva, Trouble::SignIn, "535 5.7.8 authentication of portal@weber.example failed");
    let Ok(Reply::Again { outcome, .. }) = set_up(&cx, &token, &with_test).await else { panic!("refused") };
    let problem = outcome.problem.unwrap();
    assert!(problem.contains("535 5.7.8") && !problem.contains("portal@weber.example"), "{problem}");
    let Ok(SetupState::Open { mail: Some(trouble), .. }) = setup_state(&cx, &token).await else {
        panic!("the page says so, too")
    };
    assert!(trouble.words.contains("535 5.7.8"), "{trouble:?}");

    let no_address = but("email", "nonsense");
    let no_address = [borrowed(&no_address), vec![("test", "mail")]].concat();
    let Ok(Reply::Again { error: AppError::Invalid(_), .. }) = set_up(&cx, &token, &no_address).await else {
        panic!("the address is named")
    };
    assert!(is_open(&cx, &token).await, "nothing was made");
    assert_eq!(count(&cx, "outbox").await, 0);
    let unknown = "t".repeat(43);
    assert_eq!(set_up(&cx, &unknown, &with_test).await.err(), Some(AppError::NotFound));
});
