//! One's own settings: kept, checked, obeyed.

use super::read;
use crate::gate::{Reply, SignedIn, Visitor, testing};
use crate::profile::Profile;
use crate::security_mails;
use crate::sessions::{self, fixtures};
use crate::sign_in;
use kernel::{AppError, Locale, Role, Ts, UserId, paths};
use platform::{Cx, on_both};

const ANNA: &str = "anna@mueller.example";

/// Anna, signed in, with access to `A1` and `M1`.
async fn anna(cx: &Cx) -> (UserId, String) {
    for (code, name) in [("A1", "Anna Müller"), ("M1", "Mueller GmbH")] {
        let account = fixtures::account(cx, code, name).await;
        fixtures::grant(cx, account, ANNA).await;
    }
    fixtures::account(cx, "X1", "Somebody Else").await;
    let user = fixtures::with_password(cx, ANNA, "Anna Müller").await;
    (user, testing::session(cx, user).await)
}

async fn who(cx: &Cx, token: &str) -> SignedIn {
    fixtures::holder(cx, token).await.signed_in().expect("signed in").clone()
}

async fn save(cx: &Cx, token: &str, fields: &[(&str, &str)]) -> Result<Reply, AppError> {
    let visitor = fixtures::holder(cx, token).await;
    fixtures::post(cx, visitor, paths::MY_PROFILE, fields).await
}

async fn stored(cx: &Cx, token: &str) -> Profile {
    read(cx, &who(cx, token).await).await.expect("a profile")
}

fn fields<'a>(
    name: &'a str,
    locale: &'a str,
    zone: &'a str,
    account: &'a str,
    session: &'a str,
) -> Vec<(&'a str, &'a str)> {
    let back = ("back", "/portal/M1/settings/profile");
    vec![back, ("name", name), ("locale", locale), ("zone", zone), ("account", account), ("session", session)]
}

on_both!(what_is_saved_is_shown_kept_in_the_trail_and_spoken_by_mails, |t| {
    let cx = t.cx();
    let (user, token) = anna(&cx).await;
    let reply =
        save(&cx, &token, &fields("  Anna  Sofie Müller ", "ja", "Asia/Tokyo", "M1", "240")).await.unwrap();
    let Reply::With { to, cookies, notice } = reply else { panic!("it redirects") };
    assert_eq!(to, "/portal/M1/settings/profile");
    assert!(cookies.iter().any(|it| it.name == "lang" && it.value.as_deref() == Some("ja")));
    assert_eq!(notice.as_deref(), Some("保存しました。"), "in the language just chosen");
    let now = stored(&cx, &token).await;
    assert_eq!(
        (now.name.as_str(), now.locale.as_str(), now.zone.as_str(), now.account.as_str(), now.session),
        ("Anna Sofie Müller", "ja", "Asia/Tokyo", "M1", Some(240))
    );
    assert_eq!(fixtures::acts(&cx, "profile_changed").await, 1);
    let mut conn = cx.db.read().await.unwrap();
    let reader = security_mails::reader(&mut conn, &cx.firm, user).await.unwrap();
    assert_eq!(
        (reader.name.as_str(), reader.locale, reader.zone.as_str()),
        ("Anna Sofie Müller", Locale::Ja, "Asia/Tokyo")
    );
    drop(conn);
    // The same once more changes nothing.
    save(&cx, &token, &fields("Anna Sofie Müller", "ja", "Asia/Tokyo", "M1", "240")).await.unwrap();
    assert_eq!(fixtures::acts(&cx, "profile_changed").await, 1);
    // Empty again: the firm's zone, the question, the longest time.
    save(&cx, &token, &fields("Anna", "en", "", "", "")).await.unwrap();
    let now = stored(&cx, &token).await;
    assert_eq!((now.zone.as_str(), now.account.as_str(), now.session), ("", "", None));
});

on_both!(what_makes_no_sense_is_said_at_its_field_and_nothing_is_stored, |t| {
    let cx = t.cx();
    let (_, token) = anna(&cx).await;
    let before = stored(&cx, &token).await;
    let long = "x".repeat(10_000);
    for (name, field) in [
        ("", "name"),
        ("  \t ", "name"),
        (long.as_str(), "name"),
        ("Anna\r\nBcc: x@y.example", "name"),
        ("Anna\u{0}", "name"),
        ("Anna\u{202e}", "name"),
    ] {
        expect_fault(&cx, &token, &fields(name, "de", "", "", ""), field).await;
    }
    for (locale, zone, account, session, field) in [
        ("xx", "", "", "", "locale"),
        ("", "", "", "", "locale"),
        ("de-AT", "", "", "", "locale"),
        ("de", "Europe/Atlantis", "", "", "zone"),
        ("de", "../../etc/passwd", "", "", "zone"),
        ("de", "Europe/Berlin\r\n", "", "", "zone"),
        ("de", long.as_str(), "", "", "zone"),
        ("de", "", "X1", "", "account"),
        ("de", "", "Z9", "", "account"),
        ("de", "", "M1\u{0}", "", "account"),
        ("de", "", long.as_str(), "", "account"),
        ("de", "", "", "1440", "session"),
        ("de", "", "", "-1", "session"),
        ("de", "", "", "forever", "session"),
    ] {
        expect_fault(&cx, &token, &fields("Anna", locale, zone, account, session), field).await;
    }
    assert_eq!(stored(&cx, &token).await, before);
    assert_eq!(fixtures::acts(&cx, "profile_changed").await, 0);
});

async fn expect_fault(cx: &Cx, token: &str, fields: &[(&str, &str)], field: &str) {
    let Ok(Reply::Again { page, outcome, .. }) = save(cx, token, fields).await else { panic!("{fields:?}") };
    assert_eq!(page, "/portal/M1/settings/profile");
    assert!(outcome.on("profile", field).is_some(), "{field}");
    assert_eq!(outcome.faults.len(), 1, "{field}");
    assert!(outcome.value("profile", "locale").is_some(), "what was typed comes back");
}

on_both!(a_form_without_an_account_leaves_the_choice_alone, |t| {
    let cx = t.cx();
    let (_, token) = anna(&cx).await;
    save(&cx, &token, &fields("Anna", "en", "", "M1", "")).await.unwrap();
    let without: Vec<_> =
        fields("Anna", "en", "", "", "").into_iter().filter(|(name, _)| *name != "account").collect();
    save(&cx, &token, &without).await.unwrap();
    assert_eq!(stored(&cx, &token).await.account, "M1");
});

on_both!(the_chosen_account_opens_after_the_sign_in_until_it_is_closed, |t| {
    let cx = t.cx();
    let (user, token) = anna(&cx).await;
    let lead = |token: String| {
        let cx = cx.clone();
        async move { sign_in::destination(&who(&cx, &token).await, None) }
    };
    assert_eq!(lead(token.clone()).await, paths::CHOOSE, "asked until it is set");
    save(&cx, &token, &fields("Anna", "en", "", "M1", "")).await.unwrap();
    let fresh = testing::session(&cx, user).await;
    assert_eq!(lead(fresh.clone()).await, "/portal/M1");
    let card = fixtures::holder(&cx, &fresh).await.card();
    assert_eq!(
        crate::switching::portal_destination(&card).as_deref(),
        Some("/portal/M1"),
        "and no question in front"
    );
    // A link to another account still wins.
    let linked = sign_in::destination(&who(&cx, &fresh).await, Some("/portal/A1"));
    assert_eq!(linked, "/portal/A1");
    close(&cx, "M1").await;
    fixtures::grant(&cx, fixtures::account(&cx, "B1", "Bolt").await, ANNA).await;
    assert_eq!(lead(testing::session(&cx, user).await).await, paths::CHOOSE, "closed meanwhile: asked again");
    assert_eq!(stored(&cx, &fresh).await.account, "");
});

async fn close(cx: &Cx, code: &str) {
    let (now, code) = (cx.now(), code.to_owned());
    let done = cx.write(move |tx| {
        Box::pin(async move {
            Ok(platform::sql!("UPDATE account SET archived_at = $1 WHERE code = $2", now, code)
                .run(tx)
                .await?)
        })
    });
    done.await.unwrap();
}

on_both!(a_sign_in_lasts_as_long_as_was_chosen_and_not_a_moment_longer, |t| {
    let cx = t.cx();
    let (user, token) = anna(&cx).await;
    save(&cx, &token, &fields("Anna", "en", "", "", "30")).await.unwrap();
    let (c, id) = (cx.clone(), user);
    let started =
        cx.write(move |tx| Box::pin(async move { sessions::start(tx, &c, id, "code").await })).await.unwrap();
    let secret = started.token.expose().clone();
    t.clock.advance(30 * Ts::MINUTE - 1);
    assert!(fixtures::is_alive(&cx, &secret).await);
    t.clock.advance(1);
    assert!(!fixtures::is_alive(&cx, &secret).await, "also for somebody who kept clicking");
});

on_both!(staff_have_a_profile_too_and_a_guest_has_none, |t| {
    let cx = t.cx();
    let eva = testing::staff(&cx, Role::Owner, &[]).await;
    let profile = read(&cx, eva.who()).await.unwrap();
    assert_eq!((profile.longest, profile.accounts.len()), (12, 0));
    let form = fields("Eve", "en", "", "", "");
    let refused = fixtures::post(&cx, Visitor::nobody(), paths::MY_PROFILE, &form).await;
    assert!(matches!(refused, Err(AppError::NotSignedIn)));
});
