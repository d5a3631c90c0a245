//! Wrong passwords make the next try wait, a hundred in a row switch the password off, and nobody learns who is known
//! (SEC-7).

use super::password::{Answer, sign_in};
use crate::attempts;
use crate::gate::{Reply, Visitor};
use crate::password;
use crate::sessions::fixtures::{PASSWORD, acts, anna, newest_mail, newest_token, post, post_with};
use crate::sessions::start_full;
use crate::upkeep::purge;
use kernel::email::Lookup;
use kernel::{AppError, Ts, paths};
use platform::testing::TestPlatform;
use platform::{Cx, on_both};

const ANNA: &str = "anna@mueller.example";
const NOBODY: &str = "nobody@mueller.example";
/// Far enough apart for ten tries in a quarter of an hour never to be reached.
const APART: i64 = 4 * Ts::MINUTE;

async fn wrong(cx: &Cx, email: &str) {
    let answer = sign_in(cx, email, "wrong", None, None).await;
    assert!(matches!(answer, Ok(Answer::Wrong)), "{email}: {:?}", answer.err());
}

/// So many wrong tries at each of these addresses, as slowly as it takes.
async fn fail(t: &TestPlatform, emails: &[&str], times: usize) {
    for _ in 0..times {
        for email in emails {
            wrong(&t.cx(), email).await;
        }
        t.clock.advance(APART);
    }
}

/// What the sign-in page says: its words, the status, the seconds, and what is still in the form.
async fn shown(cx: &Cx, email: &str, password: &str) -> (String, AppError, Option<String>) {
    let form = [("email", email), ("password", password)];
    match post(cx, Visitor::nobody(), paths::SIGN_IN, &form).await.unwrap() {
        Reply::Again { outcome, error, .. } => {
            assert_eq!(outcome.value("sign_in", "password"), None);
            let kept = outcome.value("sign_in", "email");
            (outcome.problem.unwrap_or_default(), error, kept)
        }
        _ => panic!("this sign-in should fail"),
    }
}

on_both!(each_grade_begins_and_ends_where_the_table_says, |t| {
    let cx = t.cx();
    anna(&t).await;
    for (fails, seconds) in [(1, 1), (2, 1), (3, 3), (8, 3), (9, 5), (24, 5), (25, 10), (99, 10)] {
        for email in [ANNA, NOBODY] {
            attempts::begin_anew(&cx, &Lookup::of(email)).await.unwrap();
        }
        fail(&t, &[ANNA, NOBODY], fails - 1).await;
        for email in [ANNA, NOBODY] {
            wrong(&cx, email).await;
            let (words, error, kept) = shown(&cx, email, PASSWORD).await;
            assert_eq!(error, AppError::TooMany(seconds), "{email} after {fails}");
            assert_eq!(kept.as_deref(), Some(email));
            assert!(words.contains(&format!("{seconds} s")), "{words}");
            t.clock.advance(i64::from(seconds) * Ts::SECOND - 1);
            assert_eq!(shown(&cx, email, "wrong").await.1, AppError::TooMany(1), "{email} after {fails}");
            t.clock.advance(1);
            wrong(&cx, email).await;
        }
        t.clock.advance(APART);
    }
});

on_both!(whoever_mistypes_once_and_types_again_notices_nothing, |t| {
    let cx = t.cx();
    anna(&t).await;
    for _ in 0..2 {
        wrong(&cx, ANNA).await;
        t.clock.advance(2 * Ts::SECOND);
    }
    // Twice at once, as by a double click.
    let (one, two) =
        tokio::join!(sign_in(&cx, ANNA, PASSWORD, None, None), sign_in(&cx, ANNA, PASSWORD, None, None));
    for answer in [one, two] {
        assert!(matches!(answer, Ok(Answer::Pending(_))), "{:?}", answer.err());
    }
    // And from then on the counting begins anew.
    wrong(&cx, ANNA).await;
    assert_eq!(shown(&cx, ANNA, PASSWORD).await.1, AppError::TooMany(1));
});

on_both!(a_hundred_in_a_row_switch_the_password_off_until_a_reset, |t| {
    let cx = t.cx();
    anna(&t).await;
    fail(&t, &[ANNA, NOBODY], 100).await;
    t.clock.advance(30 * Ts::DAY);
    purge(&t.platform).await.unwrap();
    let mut said = Vec::new();
    for email in [ANNA, NOBODY] {
        let (words, error, kept) = shown(&cx, email, PASSWORD).await;
        assert!(words.starts_with("Too many wrong passwords"), "{words}");
        assert_eq!(kept.as_deref(), Some(email));
        said.push((words, error.status()));
    }
    assert_eq!(said[0], said[1]);
    platform::work::run_due(&t.platform).await.unwrap();
    assert_eq!(t.mail.sent_to(NOBODY).len(), 0);
    // The news is thirty days old by now, and nobody waits for it.
    assert_eq!(acts(&cx, "password_disabled").await, 0);
    let (nobody, new) = (Visitor::nobody, "Kuckuck und Uhrenladen 3");
    assert!(post(&cx, nobody(), paths::FORGOT, &[("email", ANNA)]).await.is_ok());
    platform::work::run_due(&t.platform).await.unwrap();
    let token = newest_token(&t, ANNA).await;
    let link = (password::LINK, token.as_str());
    let answer = post_with(&cx, nobody(), paths::RESET, link, &[("password", new)]).await;
    assert!(matches!(answer, Ok(Reply::With { .. })), "the way back works while the password is off");
    let answer = sign_in(&cx, ANNA, new, None, None).await;
    assert!(matches!(answer, Ok(Answer::Pending(_))), "{:?}", answer.err());
});

on_both!(the_owner_is_told_once_and_gets_in_from_a_browser_of_theirs, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let c = cx.clone();
    let begun = cx.write(move |tx| Box::pin(async move { start_full(tx, &c, user, "code").await }));
    let browser = begun.await.unwrap().browser.unwrap().expose().clone();
    let mut own = cx.clone();
    own.browser_token = Some(browser);
    fail(&t, &[ANNA, NOBODY], 99).await;
    platform::work::run_due(&t.platform).await.unwrap();
    assert_eq!(acts(&cx, "password_disabled").await, 0);
    for email in [ANNA, NOBODY] {
        wrong(&cx, email).await;
    }
    for _ in 0..2 {
        platform::work::run_due(&t.platform).await.unwrap();
        t.clock.advance(Ts::MINUTE);
        let refused = sign_in(&cx, ANNA, PASSWORD, None, None).await;
        assert!(matches!(refused, Err(AppError::Refused(_))));
    }
    assert_eq!(acts(&cx, "password_disabled").await, 1);
    let mail = newest_mail(&t, ANNA).await;
    assert_eq!(mail.subject, "Weber & Partner: Ihr Passwort wurde gesperrt");
    for fact in ["100", "203.0.113.7", "Firefox", "https://portal.weber.example/password/forgot"] {
        assert!(mail.text.contains(fact), "{fact}: {}", mail.text);
    }
    assert!(matches!(sign_in(&own, ANNA, PASSWORD, None, None).await, Ok(Answer::Pending(_))), "SEC-8");
    assert!(newest_mail(&t, ANNA).await.text.contains("100"), "the code mail tells of the wrong tries");
    // The right password ended the row of wrong ones.
    assert!(matches!(sign_in(&cx, ANNA, PASSWORD, None, None).await, Ok(Answer::Pending(_))));
});

on_both!(however_many_come_at_once_the_hundredth_is_the_last, |t| {
    let cx = t.cx();
    anna(&t).await;
    fail(&t, &[ANNA], 95).await;
    t.clock.advance(Ts::HOUR);
    let tries = (0..30).map(|_| sign_in(&cx, ANNA, "wrong", None, None));
    let answers = futures::future::join_all(tries).await;
    assert!(
        answers
            .iter()
            .all(|it| { matches!(it, Ok(Answer::Wrong) | Err(AppError::TooMany(_) | AppError::Refused(_))) })
    );
    let made = answers.iter().filter(|it| matches!(it, Ok(Answer::Wrong))).count();
    assert!((1..=5).contains(&made), "{made}");
    // Whoever came when another was wrong already has to wait, and is not counted: they come again.
    t.clock.advance(APART);
    fail(&t, &[ANNA], 5 - made).await;
    assert!(matches!(sign_in(&cx, ANNA, PASSWORD, None, None).await, Err(AppError::Refused(_))));
    platform::work::run_due(&t.platform).await.unwrap();
    assert_eq!(acts(&cx, "password_disabled").await, 1);
});
