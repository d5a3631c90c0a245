//! An office behind one address: its people get in, and whoever guesses among them keeps none of them out (SEC-7, SEC-8).

use super::password::{Answer, sign_in};
use super::{codes, limits};
use crate::attempts;
use crate::gate::{Reply, Visitor, testing};
use crate::password;
use crate::sessions::fixtures::{self, PASSWORD, newest_code, newest_token, post};
use kernel::email::Lookup;
use kernel::{AppError, Ts, paths};
use platform::testing::TestPlatform;
use platform::{Cx, on_both};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// So many people come to work at nine.
const PEOPLE: usize = 60;

fn person(n: usize) -> String {
    format!("person{n}@mueller.example")
}

/// People with a password who work for one client of the firm.
async fn office(t: &TestPlatform, people: usize) {
    let cx = t.cx();
    let account = fixtures::account(&cx, "M1", "Mueller GmbH").await;
    for n in 0..people {
        fixtures::grant(&cx, account, &person(n)).await;
        fixtures::with_password(&cx, &person(n), &format!("Person {n}")).await;
    }
}

fn at(cx: &Cx, ip: impl Into<IpAddr>) -> Cx {
    let mut cx = cx.clone();
    cx.source.ip = ip.into();
    cx
}

fn v4(_: usize) -> IpAddr {
    Ipv4Addr::new(198, 51, 100, 7).into()
}

/// Each of them has another address of the office's own network.
fn v6(n: usize) -> IpAddr {
    let n = u16::try_from(n).unwrap_or_default();
    Ipv6Addr::new(0x2001, 0xdb8, 0x7, 0x1, n, 0, 0, n + 1).into()
}

/// Gives a right password, and posts the code that comes; the browser as it is then.
async fn enter(t: &TestPlatform, cx: &Cx, email: &str) -> Result<Cx, AppError> {
    let Answer::Pending(started) = sign_in(cx, email, PASSWORD, None, None).await? else {
        panic!("the password of {email} is right")
    };
    let Visitor::Pending(pending) = fixtures::holder(cx, started.token.expose()).await else {
        panic!("a code is awaited")
    };
    let started = codes::verify(cx, &pending, &newest_code(t, email).await).await?;
    let mut own = cx.clone();
    own.browser_token = started.browser.map(|secret| secret.expose().clone());
    Ok(own)
}

async fn all_get_in(t: &TestPlatform, ip: fn(usize) -> IpAddr) {
    office(t, PEOPLE).await;
    let cx = t.cx();
    // All give their password before anybody's code has arrived.
    let given = (0..PEOPLE).map(|n| {
        let cx = at(&cx, ip(n));
        async move { sign_in(&cx, &person(n), PASSWORD, None, None).await }
    });
    let given = futures::future::join_all(given).await;
    t.clock.advance(30 * Ts::SECOND);
    t.drain_mail().await;
    for (n, answer) in given.into_iter().enumerate() {
        let Ok(Answer::Pending(started)) = answer else { panic!("{n}: {:?}", answer.err()) };
        let here = at(&cx, ip(n));
        let Visitor::Pending(pending) = fixtures::holder(&here, started.token.expose()).await else {
            panic!("a code is awaited")
        };
        let code = newest_code(t, &person(n)).await;
        codes::verify(&here, &pending, &code).await.unwrap_or_else(|error| panic!("{n}: {error}"));
    }
}

on_both!(sixty_people_behind_one_address_all_get_in_within_a_minute, |t| {
    all_get_in(&t, v4).await;
});

on_both!(sixty_people_of_one_ipv6_network_all_get_in_within_a_minute, |t| {
    all_get_in(&t, v6).await;
});

/// Tries one password on many addresses until the network is told to wait; after how many.
async fn spray(t: &TestPlatform, cx: &Cx) -> usize {
    for n in 0..200 {
        match sign_in(cx, &format!("guessed{n}@mueller.example"), "Sommer2026!", None, None).await {
            Ok(Answer::Wrong) => t.clock.advance(Ts::SECOND),
            Err(AppError::TooMany(seconds)) => {
                assert!(seconds > 60, "for minutes: {seconds}");
                return n;
            }
            other => panic!("{:?}", other.err()),
        }
    }
    panic!("nothing stops it")
}

on_both!(whoever_guesses_in_an_office_is_slowed_and_keeps_nobody_out_who_was_there_before, |t| {
    office(&t, 4).await;
    let cx = at(&t.cx(), v4(0));
    let own = enter(&t, &cx, &person(0)).await.unwrap();
    t.clock.advance(Ts::HOUR);
    assert_eq!(spray(&t, &cx).await, 50);
    // Not even a right guess counts now, at an address that was never tried.
    let guess = sign_in(&cx, &person(1), PASSWORD, None, None).await;
    assert!(matches!(guess, Err(AppError::TooMany(_))), "{:?}", guess.err());
    // Those of another network are not concerned, and those of this one not in browsers of theirs: for days on end.
    enter(&t, &at(&t.cx(), v6(3)), &person(2)).await.unwrap();
    for _ in 0..3 {
        enter(&t, &own, &person(0)).await.expect("in a browser of her own");
        // Also somebody who mistyped.
        let wrong = sign_in(&own, &person(0), "wrong", None, None).await;
        assert!(matches!(wrong, Ok(Answer::Wrong)), "{:?}", wrong.err());
        t.clock.advance(Ts::MINUTE);
    }
    // It passes.
    t.clock.advance(30 * Ts::MINUTE);
    enter(&t, &cx, &person(1)).await.unwrap();
});

on_both!(wrong_codes_of_one_guest_leave_the_codes_of_the_others_good, |t| {
    office(&t, 14).await;
    let cx = at(&t.cx(), v4(0));
    let own = enter(&t, &cx, &person(0)).await.unwrap();
    // Ten people give their passwords in browsers that nobody knows, and each guesses five codes.
    for n in 1..=11 {
        let Ok(Answer::Pending(started)) = sign_in(&cx, &person(n), PASSWORD, None, None).await else {
            panic!("{n}")
        };
        let Visitor::Pending(pending) = fixtures::holder(&cx, started.token.expose()).await else {
            panic!("a code is awaited")
        };
        let right = newest_code(&t, &person(n)).await;
        let wrong = if right == "000000" { "111111" } else { "000000" };
        for guess in 0..5 {
            let refused = codes::verify(&cx, &pending, wrong).await.unwrap_err();
            assert_eq!(matches!(refused, AppError::TooMany(_)), n == 11, "{n} {guess}: {refused}");
        }
    }
    enter(&t, &own, &person(0)).await.expect("in a browser of her own");
});

/// Has so many codes sent to this person, of whom a password is known; whether the last one was.
async fn codes_to(cx: &Cx, n: usize, many: usize) -> Result<(), AppError> {
    let user = testing::find_user(cx, &person(n)).await.unwrap();
    for _ in 1..many {
        limits::code_send(cx, user).await.unwrap_or_else(|error| panic!("{n}: {error}"));
    }
    limits::code_send(cx, user).await
}

on_both!(a_right_code_gives_the_network_back_what_its_sign_in_took_and_nothing_of_the_others, |t| {
    office(&t, 8).await;
    let cx = at(&t.cx(), v4(0));
    let Ok(Answer::Pending(started)) = sign_in(&cx, &person(1), PASSWORD, None, None).await else {
        panic!("the password is right")
    };
    let Visitor::Pending(pending) = fixtures::holder(&cx, started.token.expose()).await else {
        panic!("a code is awaited")
    };
    // A first code is no failure of the network's: these are four of each.
    codes_to(&cx, 1, 4).await.unwrap();
    for n in 2..=5 {
        codes_to(&cx, n, 5).await.unwrap();
    }
    codes_to(&cx, 6, 1).await.unwrap();
    assert!(matches!(codes_to(&cx, 6, 1).await, Err(AppError::TooMany(_))), "twenty are enough");
    enter(&t, &cx, &person(0)).await.expect("with the first code");
    assert!(matches!(codes_to(&cx, 6, 1).await, Err(AppError::TooMany(_))), "she took nothing");
    codes::verify(&cx, &pending, &newest_code(&t, &person(1)).await).await.unwrap();
    codes_to(&cx, 6, 4).await.expect("he took four");
    codes_to(&cx, 7, 1).await.unwrap();
    assert!(matches!(codes_to(&cx, 7, 1).await, Err(AppError::TooMany(_))), "and no more");
});

async fn forgot(cx: &Cx, email: &str) -> Result<(), AppError> {
    fixtures::answered(post(cx, Visitor::nobody(), paths::FORGOT, &[("email", email)]).await)
}

on_both!(an_office_that_forgot_its_passwords_is_helped, |t| {
    office(&t, PEOPLE).await;
    let cx = at(&t.cx(), v4(0));
    let mut browsers = Vec::new();
    for n in 0..30 {
        browsers.push(enter(&t, &cx, &person(n)).await.unwrap());
    }
    // Thirty in their own browsers, however many others ask in the same network.
    for n in 0..20 {
        forgot(&cx, &format!("guessed{n}@mueller.example")).await.unwrap();
    }
    assert!(matches!(forgot(&cx, &person(40)).await, Err(AppError::TooMany(_))), "mails are not without end");
    for (n, own) in browsers.iter().enumerate() {
        forgot(own, &person(n)).await.unwrap_or_else(|error| panic!("{n}: {error}"));
    }
    let (own, mut asked) = (&browsers[0], 1);
    while forgot(own, &person(0)).await.is_ok() {
        asked += 1;
    }
    assert_eq!(asked, 3, "a browser of one's own has a limit, too");
    assert!(matches!(forgot(own, &person(40)).await, Err(AppError::TooMany(_))), "and is one's own only");
});

/// Sets a new password by the link that was asked for.
async fn use_link(t: &TestPlatform, cx: &Cx, email: &str) {
    platform::work::run_due(&t.platform).await.unwrap();
    let token = newest_token(t, email).await;
    let form = [("password", "Kuckuck und Uhrenladen 3")];
    let link = (password::LINK, token.as_str());
    let set = fixtures::post_with(cx, Visitor::nobody(), paths::RESET, link, &form).await;
    assert!(matches!(set, Ok(Reply::With { .. })), "{email}");
}

on_both!(a_link_that_was_used_makes_room_for_whoever_forgot_next, |t| {
    office(&t, PEOPLE).await;
    let cx = at(&t.cx(), v4(0));
    for n in 0..30 {
        forgot(&cx, &person(n)).await.unwrap_or_else(|error| panic!("{n}: {error}"));
        use_link(&t, &cx, &person(n)).await;
    }
});

on_both!(a_link_makes_room_where_it_was_asked_for_and_nowhere_else, |t| {
    office(&t, 4).await;
    let (here, elsewhere) = (at(&t.cx(), v4(0)), at(&t.cx(), v6(0)));
    let own = enter(&t, &here, &person(0)).await.unwrap();
    for n in 0..20 {
        forgot(&here, &format!("guessed{n}@mueller.example")).await.unwrap();
    }
    for n in 0..19 {
        forgot(&elsewhere, &format!("guessed{n}@mueller.example")).await.unwrap();
    }
    // One was counted for her browser, the other for another network.
    forgot(&own, &person(0)).await.unwrap();
    use_link(&t, &own, &person(0)).await;
    let full = forgot(&here, &person(3)).await;
    assert!(matches!(full, Err(AppError::TooMany(_))), "{full:?}");
    forgot(&elsewhere, &person(1)).await.unwrap();
    use_link(&t, &here, &person(1)).await;
    let full = forgot(&here, &person(3)).await;
    assert!(matches!(full, Err(AppError::TooMany(_))), "{full:?}");
    forgot(&elsewhere, &person(3)).await.expect("there it was one less");
    let full = forgot(&elsewhere, &person(2)).await;
    assert!(matches!(full, Err(AppError::TooMany(_))), "{full:?}");
});

on_both!(a_network_that_failed_is_told_the_same_whoever_is_asked_for, |t| {
    office(&t, 1).await;
    let cx = at(&t.cx(), v4(0));
    spray(&t, &cx).await;
    let mut said = Vec::new();
    for email in [person(0), "nobody@mueller.example".to_owned()] {
        let before = cx.db.statements();
        let form = [("email", email.as_str()), ("password", PASSWORD)];
        let reply = post(&cx, Visitor::nobody(), paths::SIGN_IN, &form).await;
        let Ok(Reply::Again { outcome, error, .. }) = reply else { panic!("{email}") };
        said.push((outcome.problem, error.status(), cx.db.statements() - before));
    }
    assert_eq!(said[0], said[1]);
    assert_eq!(said[0].1, 429);
    let tried = attempts::password(&cx, &Lookup::of(&person(0)), None).await;
    assert!(matches!(tried, Err(AppError::TooMany(_))));
});
