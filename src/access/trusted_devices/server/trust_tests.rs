//! A trusted browser: asked for its password alone, for thirty days, by one person, until something ends it.

use super::store;
use super::trust::{purge, trust};
use crate::gate::{Cookie, Reply, Visitor, testing};
use crate::sessions::fixtures::{self, PASSWORD, acts, anna, newest_code, newest_token, post};
use crate::sessions::{self, Device};
use crate::{invitations, login_moves, password};
use directory::people;
use kernel::{AppError, EmailAddress, Role, Ts, UserId, paths};
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};
use tokio::sync::oneshot;

const ANNA: &str = "anna@mueller.example";
const BEN: &str = "ben@mueller.example";
const NEW: &str = "Kuckuck und Uhrenladen 3";

/// A browser, by what its cookies say.
#[derive(Clone)]
struct Browser {
    cx: Cx,
    session: Option<String>,
}

impl Browser {
    fn new(cx: &Cx) -> Self {
        Self { cx: cx.clone(), session: None }
    }

    async fn visitor(&self) -> Visitor {
        Visitor::of_token(&self.cx, self.session.as_deref()).await.unwrap()
    }

    /// Posts a form, keeps the cookies of the answer, and says where it leads.
    async fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<String, AppError> {
        let visitor = self.visitor().await;
        self.keep(testing::post_acting(&self.cx, visitor, path, fields).await?)
    }

    fn keep(&mut self, reply: Reply) -> Result<String, AppError> {
        match reply {
            Reply::With { to, cookies, .. } => {
                for Cookie { name, value, .. } in cookies {
                    match &*name {
                        Cookie::SESSION => self.session = value,
                        Cookie::BROWSER => self.cx.browser_token = value,
                        Cookie::DEVICE => self.cx.device_token = value,
                        _ => {}
                    }
                }
                Ok(to)
            }
            Reply::Again { error, .. } => Err(error),
            _ => panic!("another answer was wanted"),
        }
    }

    /// Gives address and password; whether a code is asked for.
    async fn is_asked(&mut self, email: &str, password: &str) -> bool {
        let to = self.send(paths::SIGN_IN, &[("email", email), ("password", password)]).await.unwrap();
        let asked = to == paths::SIGN_IN_CODE;
        assert_eq!(self.visitor().await.signed_in().is_ok(), !asked, "{to}");
        asked
    }

    /// Signs in with a code, and trusts the browser by it or not.
    async fn with_code(&mut self, t: &TestPlatform, email: &str, trust: bool) {
        assert!(self.is_asked(email, PASSWORD).await, "{email} is asked for a code");
        let code = newest_code(t, email).await;
        let fields = [("code", code.as_str()), ("trust", "true")];
        self.send(paths::SIGN_IN_CODE, &fields[..1 + usize::from(trust)]).await.unwrap();
        assert!(self.visitor().await.signed_in().is_ok());
    }

    async fn trusted(&self) -> Vec<Device> {
        let visitor = self.visitor().await;
        sessions::devices(&self.cx, visitor.signed_in().unwrap()).await.unwrap().trusted
    }
}

/// A browser that Anna trusts, in which she is signed in.
async fn annas(t: &TestPlatform) -> (UserId, Browser) {
    let user = anna(t).await;
    let mut browser = Browser::new(&t.cx());
    browser.with_code(t, ANNA, true).await;
    (user, browser)
}

on_both!(a_trusted_browser_is_asked_for_the_password_alone_and_others_for_a_code, |t| {
    let (_, mut browser) = annas(&t).await;
    for _ in 0..2 {
        browser.send(paths::SIGN_OUT, &[]).await.unwrap();
        let wrong = browser.send(paths::SIGN_IN, &[("email", ANNA), ("password", "wrong")]).await;
        assert!(matches!(wrong, Err(AppError::Invalid(_))), "never without the password");
        t.clock.advance(5 * Ts::SECOND);
        assert!(!browser.is_asked(ANNA, PASSWORD).await);
    }
    let mut elsewhere = Browser::new(&t.cx());
    assert!(elsewhere.is_asked(ANNA, PASSWORD).await);
    assert_eq!(acts(&t.cx(), "signed_in").await, 3);
    let mut conn = t.cx().db.read().await.unwrap();
    let how: Vec<(String,)> = sql!("SELECT factor FROM session WHERE stage = 'full' ORDER BY id LIMIT 5")
        .all(&mut conn)
        .await
        .unwrap();
    assert_eq!(how.iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), ["code", "device", "device"]);
});

on_both!(a_trusted_browser_is_let_in_also_when_nobody_can_say_where_to, |t| {
    let (_, mut browser) = annas(&t).await;
    browser.send(paths::SIGN_OUT, &[]).await.unwrap();
    let fields = [("email", ANNA), ("password", PASSWORD), ("next", "/portal/M1/settings/people")];
    fixtures::mislay(&t.cx(), "mail_health").await;
    let to = browser.send(paths::SIGN_IN, &fields).await;
    fixtures::find_again(&t.cx(), "mail_health").await;
    // The page of the form leads on whoever is signed in.
    assert_eq!(to, Ok(paths::sign_in_then("/portal/M1/settings/people")));
    assert!(browser.visitor().await.signed_in().is_ok());
});

on_both!(a_browser_that_is_not_trusted_is_asked_each_time, |t| {
    anna(&t).await;
    let mut browser = Browser::new(&t.cx());
    browser.with_code(&t, ANNA, false).await;
    assert_eq!(browser.cx.device_token, None);
    browser.with_code(&t, ANNA, false).await;
    assert_eq!(acts(&t.cx(), "device_trusted").await, 0);
});

on_both!(trust_ends_after_thirty_days_to_the_moment_however_often_it_was_used, |t| {
    let (_, mut browser) = annas(&t).await;
    for _ in 0..29 {
        t.clock.advance(Ts::DAY);
        assert!(!browser.is_asked(ANNA, PASSWORD).await);
    }
    t.clock.advance(Ts::DAY - 1);
    assert!(!browser.is_asked(ANNA, PASSWORD).await, "a moment before");
    t.clock.advance(1);
    assert!(browser.is_asked(ANNA, PASSWORD).await);
    assert_eq!(purge(&t.platform, t.cx().now().plus(1)).await.unwrap(), 1);
    // And begins anew by its owner's wish alone.
    let code = newest_code(&t, ANNA).await;
    browser.send(paths::SIGN_IN_CODE, &[("code", &code), ("trust", "true")]).await.unwrap();
    assert!(!browser.is_asked(ANNA, PASSWORD).await);
});

on_both!(people_who_share_a_browser_trust_it_each_for_themselves, |t| {
    let (_, mut browser) = annas(&t).await;
    let cx = t.cx();
    fixtures::grant(&cx, fixtures::account(&cx, "B1", "Ben").await, BEN).await;
    fixtures::with_password(&cx, BEN, "Ben").await;
    browser.with_code(&t, BEN, false).await;
    browser.with_code(&t, BEN, true).await;
    assert!(!browser.is_asked(BEN, PASSWORD).await);
    assert_eq!(browser.trusted().await.len(), 1, "only one's own");
    assert!(!browser.is_asked(ANNA, PASSWORD).await);
    // One of them forgetting it is nothing to the other.
    browser.send(paths::DEVICES_FORGET, &[("back", "/")]).await.unwrap();
    assert!(browser.is_asked(ANNA, PASSWORD).await);
    assert!(!browser.is_asked(BEN, PASSWORD).await);
});

on_both!(what_counts_no_longer_takes_no_place_in_the_cookie, |t| {
    let (_, mut browser) = annas(&t).await;
    let cx = t.cx();
    fixtures::grant(&cx, fixtures::account(&cx, "B1", "Ben").await, BEN).await;
    fixtures::with_password(&cx, BEN, "Ben").await;
    for _ in 0..4 {
        t.clock.advance(Ts::MINUTE);
        browser.with_code(&t, BEN, true).await;
        browser.send(paths::DEVICES_FORGET, &[("back", "/")]).await.unwrap();
    }
    let cookie = browser.cx.device_token.clone().unwrap();
    assert_eq!(cookie.split('.').count(), 2, "hers, and the last of his: {cookie}");
    assert!(!browser.is_asked(ANNA, PASSWORD).await);
    // What is over by time counts no longer, either.
    t.clock.advance(31 * Ts::DAY);
    browser.with_code(&t, BEN, true).await;
    assert_eq!(browser.cx.device_token.clone().unwrap().split('.').count(), 1);
});

on_both!(a_cookie_that_was_made_up_altered_or_copied_opens_nothing, |t| {
    let (_, browser) = annas(&t).await;
    let good = browser.cx.device_token.clone().unwrap();
    let altered = format!("{}{}", &good[..42], if good.ends_with('A') { 'B' } else { 'A' });
    let many = vec!["x".repeat(43); 4].join(".") + "." + &good;
    for odd in ["", ".", "\u{0}", &good[..42], &format!("{good}x"), &altered, &"A".repeat(43), &many] {
        let mut with = browser.clone();
        with.cx.device_token = Some(odd.to_owned());
        assert!(with.is_asked(ANNA, PASSWORD).await, "{odd}");
        t.clock.advance(Ts::HOUR);
    }
    // In a browser that she never used it is worth nothing.
    let mut elsewhere = Browser::new(&t.cx());
    elsewhere.cx.device_token = Some(good.clone());
    assert!(elsewhere.is_asked(ANNA, PASSWORD).await);
    // Nor at another firm, where somebody has the same address and password.
    let there = t.cx_of(&t.other_firm().await);
    fixtures::grant(&there, fixtures::account(&there, "M1", "Elsewhere").await, ANNA).await;
    fixtures::with_password(&there, ANNA, "Anna").await;
    let mut foreign = Browser::new(&there);
    foreign.cx.device_token = Some(good.clone());
    foreign.cx.browser_token.clone_from(&browser.cx.browser_token);
    assert!(foreign.is_asked(ANNA, PASSWORD).await);
    let mut conn = t.cx().db.read().await.unwrap();
    let kept: Vec<(Vec<u8>,)> =
        sql!("SELECT token_hash FROM trusted_device LIMIT 5").all(&mut conn).await.unwrap();
    assert!(kept.len() == 1 && kept[0].0 != good.as_bytes(), "only a hash is kept");
});

on_both!(a_new_password_ends_trust_wherever_it_was_given, |t| {
    let (_, mut browser) = annas(&t).await;
    let (mut second, fields) =
        (Browser::new(&t.cx()), [("current", PASSWORD), ("password", NEW), ("back", "/")]);
    second.with_code(&t, ANNA, true).await;
    browser.send(paths::MY_PASSWORD, &fields).await.unwrap();
    assert!(browser.is_asked(ANNA, NEW).await, "also here");
    assert!(second.is_asked(ANNA, NEW).await);
    assert_eq!(acts(&t.cx(), "devices_forgotten").await, 1);
});

on_both!(a_reset_ends_trust, |t| {
    let (_, mut browser) = annas(&t).await;
    let cx = browser.cx.clone();
    t.drain_mail().await;
    assert!(post(&cx, Visitor::nobody(), paths::FORGOT, &[("email", ANNA)]).await.is_ok());
    platform::work::run_due(&t.platform).await.unwrap();
    let token = newest_token(&t, ANNA).await;
    assert!(!browser.is_asked(ANNA, PASSWORD).await, "asking for a link is no reset yet");
    let link = (password::LINK, token.as_str());
    let mut here = browser.clone();
    let reset = fixtures::post_with(&cx, Visitor::nobody(), paths::RESET, link, &[("password", NEW)]).await;
    here.keep(reset.unwrap()).unwrap();
    assert!(here.is_asked(ANNA, NEW).await, "where it was set");
    assert!(browser.is_asked(ANNA, NEW).await);
});

on_both!(signing_out_everywhere_and_the_firm_end_trust, |t| {
    let (user, mut browser) = annas(&t).await;
    browser.send(paths::SESSIONS_END_OTHERS, &[("back", "/")]).await.unwrap();
    assert!(browser.trusted().await.is_empty());
    browser.with_code(&t, ANNA, true).await;
    let cx = t.cx();
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { sessions::end_all_of_user(tx, &c, user, None).await }))
        .await
        .unwrap();
    assert!(browser.is_asked(ANNA, PASSWORD).await);
});

/// Switches LOGIN in all accounts, and does for Anna's address what follows.
async fn login(cx: &Cx, on: bool) {
    let c = cx.clone();
    let work = cx.write(move |tx| {
        Box::pin(async move {
            sql!("UPDATE contact_setting SET login = $1 WHERE firm_id = $2", on, c.firm.id).run(tx).await?;
            invitations::revoke_if_unneeded(tx, &c, ANNA).await
        })
    });
    work.await.unwrap();
}

on_both!(an_address_without_login_trusts_nothing_when_it_gets_one_again, |t| {
    let (_, mut browser) = annas(&t).await;
    let cx = t.cx();
    login(&cx, true).await;
    assert!(!browser.is_asked(ANNA, PASSWORD).await, "another account is still open to her");
    login(&cx, false).await;
    login(&cx, true).await;
    assert!(browser.is_asked(ANNA, PASSWORD).await);
});

on_both!(nobody_trusts_a_browser_after_all_that_was_open_to_them_was_closed, |t| {
    anna(&t).await;
    let cx = t.cx();
    let mut browser = Browser::new(&cx);
    browser.with_code(&t, ANNA, false).await;
    let visitor = browser.visitor().await;
    let who = visitor.signed_in().unwrap();
    login(&cx, false).await;
    assert_eq!(trust(&browser.cx, who).await.err(), Some(AppError::NotSignedIn));
    assert_eq!(acts(&cx, "device_trusted").await, 0);
});

on_both!(who_closes_the_last_account_waits_for_trust_that_is_being_given, |t| {
    let user = anna(&t).await;
    let cx = t.cx();
    let ((begun, has_begun), (go, gone)) = (oneshot::channel(), oneshot::channel::<()>());
    let (c, its) = (cx.clone(), cx.clone());
    let trusting = tokio::spawn(async move {
        c.write(move |tx| {
            Box::pin(async move {
                people::stand_in_line(tx, its.firm.id, user).await?;
                store::insert(tx, &its, user, [7; 32], its.now().plus(Ts::DAY)).await?;
                let _ = begun.send(());
                let _ = gone.await;
                Ok(())
            })
        })
        .await
    });
    has_begun.await.expect("it begins");
    let c = cx.clone();
    let closing = tokio::spawn(async move { login(&c, false).await });
    fixtures::until_waiting(&cx, 1, &closing).await;
    go.send(()).expect("it waits");
    trusting.await.expect("no panic").expect("it was stored");
    closing.await.expect("no panic");
    assert!(!store::counts(&mut cx.db.read().await.unwrap(), cx.firm.id, [7; 32], cx.now()).await.unwrap());
});

on_both!(another_address_ends_trust, |t| {
    let (_, mut browser) = annas(&t).await;
    let cx = t.cx();
    let new = "anna@neu.example";
    fixtures::grant(&cx, fixtures::account(&cx, "N1", "Neu").await, new).await;
    let visitor = browser.visitor().await;
    let who = visitor.signed_in().unwrap().clone();
    let (c, email) = (cx.clone(), EmailAddress::parse(new).unwrap());
    cx.write(move |tx| Box::pin(async move { login_moves::move_own(tx, &c, &who, &email).await }))
        .await
        .unwrap();
    assert!(browser.is_asked(new, PASSWORD).await);
});

on_both!(one_device_is_forgotten_by_its_owner_alone, |t| {
    let (_, mut browser) = annas(&t).await;
    let cx = t.cx();
    let mut second = Browser::new(&cx);
    second.with_code(&t, ANNA, true).await;
    let list = browser.trusted().await;
    assert_eq!(list.iter().map(|it| it.current).collect::<Vec<_>>(), [false, true], "newest first");
    assert_eq!((list[1].os.as_str(), list[1].ip.as_str()), ("Windows", "203.0.113.7"));
    let eva = testing::staff(&cx, Role::Owner, &[]).await;
    let mut other = Browser { session: Some(testing::session(&cx, eva.user()).await), ..Browser::new(&cx) };
    for odd in [list[0].id.as_str(), "x", "00000000-0000-0000-0000-000000000000"] {
        let refused = other.send(paths::DEVICES_FORGET, &[("id", odd), ("back", "/")]).await;
        assert_eq!(refused, Err(AppError::NotFound), "{odd}");
    }
    browser.send(paths::DEVICES_FORGET, &[("id", &list[0].id), ("back", "/portal/M1")]).await.unwrap();
    assert!(second.is_asked(ANNA, PASSWORD).await);
    assert!(!browser.is_asked(ANNA, PASSWORD).await);
    let again = browser.send(paths::DEVICES_FORGET, &[("id", &list[0].id), ("back", "/")]).await;
    assert_eq!(again, Err(AppError::NotFound));
});

on_both!(the_owner_is_mailed_time_place_and_device_when_one_is_added, |t| {
    let (_, browser) = annas(&t).await;
    t.drain_mail().await;
    let mails = t.mail.sent_to(ANNA);
    let mail = &mails.iter().find(|it| it.rendered.subject.contains("vertraut")).expect("a mail").rendered;
    assert_eq!(mail.subject, "Weber & Partner: Einem Gerät wird jetzt vertraut");
    let told =
        ["02.03.2026, 09:00 CET", "203.0.113.7", "Windows", "Firefox", "Ort", "01.04.2026, 10:00 CEST"];
    for fact in told {
        assert!(mail.text.contains(fact), "{fact}: {}", mail.text);
    }
    assert!(mail.text.contains("https://portal.weber.example/password/forgot"), "{}", mail.text);
    assert_eq!(acts(&browser.cx, "device_trusted").await, 1);
});

on_both!(after_many_wrong_passwords_of_strangers_a_code_is_asked_for_here_too, |t| {
    let (_, mut browser) = annas(&t).await;
    let mut stranger = Browser::new(&t.cx());
    for _ in 0..5 {
        let wrong = stranger.send(paths::SIGN_IN, &[("email", ANNA), ("password", "wrong")]).await;
        assert!(matches!(wrong, Err(AppError::Invalid(_))), "{wrong:?}");
        t.clock.advance(5 * Ts::SECOND);
    }
    browser.with_code(&t, ANNA, false).await;
    t.drain_mail().await;
    let told = t.mail.sent_to(ANNA).into_iter().any(|it| it.rendered.text.contains("5 falsche Passwörter"));
    assert!(told, "the mail with the code tells of them");
    assert!(!browser.is_asked(ANNA, PASSWORD).await, "and trust goes on");
});

on_both!(signing_in_at_once_and_forgetting_meanwhile_leave_no_way_open, |t| {
    let (_, mut browser) = annas(&t).await;
    let fields = [("email", ANNA), ("password", PASSWORD)];
    let mut tabs: Vec<_> = (0..6).map(|_| browser.clone()).collect();
    let all = futures::future::join_all(tabs.iter_mut().map(|tab| tab.send(paths::SIGN_IN, &fields))).await;
    assert!(all.iter().all(|to| to.as_deref().is_ok_and(|to| to != paths::SIGN_IN_CODE)), "{all:?}");
    assert!(!browser.is_asked(ANNA, PASSWORD).await);
    let mut forgetting = browser.clone();
    let (mut one, mut two) = (browser.clone(), browser.clone());
    let (forgot, first, second) = tokio::join!(
        forgetting.send(paths::DEVICES_FORGET, &[("back", "/")]),
        one.send(paths::SIGN_IN, &fields),
        two.send(paths::SIGN_IN, &fields)
    );
    assert!(first.is_ok() && second.is_ok());
    // Either the session of the form had ended by then, or the trust has.
    if forgot.is_ok() {
        assert!(browser.is_asked(ANNA, PASSWORD).await);
    }
});

on_both!(the_firms_people_trust_browsers_too_until_they_have_left, |t| {
    let cx = t.cx();
    let email = "jo@weber.example";
    let jo = testing::staff_named(&cx, email, "Jo", Role::Employee, &[]).await;
    fixtures::give_password(&cx, jo.user(), PASSWORD).await;
    let mut browser = Browser::new(&cx);
    browser.with_code(&t, email, true).await;
    browser.send(paths::SIGN_OUT, &[]).await.unwrap();
    assert!(!browser.is_asked(email, PASSWORD).await);
    assert!(browser.visitor().await.staff().is_ok());
});

on_both!(the_twenty_first_takes_the_place_of_the_oldest, |t| {
    let (_, mut first) = annas(&t).await;
    let mut last = first.clone();
    for _ in 0..20 {
        t.clock.advance(Ts::MINUTE);
        last = Browser::new(&t.cx());
        last.with_code(&t, ANNA, true).await;
    }
    assert_eq!(last.trusted().await.len(), 20);
    assert!(!last.is_asked(ANNA, PASSWORD).await);
    assert!(first.is_asked(ANNA, PASSWORD).await);
});
