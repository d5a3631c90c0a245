//! Mailed codes by themselves: bound, counted, replaced, expired and forgotten, for every purpose alike.

use super::{Attempt, attempt, purge, send, standing, void_all};
use crate::codes::{Bound, OWN_ADDRESS, Purpose, SIGN_IN};
use crate::sessions::fixtures::count;
use kernel::{Locale, Ts};
use platform::mail::{Block, Mail, MailClass};
use platform::{Cx, letterhead, on_both};
use sqlx::types::Uuid;
use std::sync::{Arc, Mutex};

const PURPOSES: [Purpose; 2] = [SIGN_IN, OWN_ADDRESS];

fn new(cx: &Cx, purpose: Purpose) -> Bound {
    Bound::to(purpose, cx.ids.next())
}

/// Mails a code; the code.
async fn mailed(cx: &Cx, bound: Bound) -> String {
    let (c, heard) = (cx.clone(), Arc::new(Mutex::new(String::new())));
    let kept = heard.clone();
    cx.write(move |tx| {
        Box::pin(async move {
            let mail = |code: &str| {
                code.clone_into(&mut kept.lock().unwrap());
                mail(&c, code)
            };
            send(tx, &c, bound, mail).await
        })
    })
    .await
    .unwrap();
    heard.lock().unwrap().clone()
}

fn mail(cx: &Cx, code: &str) -> Mail {
    Mail {
        class: MailClass::Security,
        to: (String::new(), "anna@mueller.example".to_owned()),
        subject: code.to_owned(),
        preheader: String::new(),
        locale: Locale::En,
        from_name: String::new(),
        reply_to: None,
        firm: letterhead::firm(&cx.firm),
        blocks: vec![Block::Code(code.to_owned())],
    }
}

async fn tried(cx: &Cx, bound: Bound, code: &str, nth: i64) -> Attempt {
    let (c, code) = (cx.clone(), code.to_owned());
    cx.write(move |tx| Box::pin(async move { attempt(tx, &c, bound, &code, nth).await })).await.unwrap()
}

/// How many count, and how long to wait for another.
async fn stands(cx: &Cx, bound: Bound) -> (i64, u32) {
    let found = standing(&mut cx.db.read().await.unwrap(), cx, bound).await.unwrap();
    (found.live, found.wait)
}

fn other_than(codes: &[&String]) -> String {
    let mut all = (0..).map(|n| format!("{n:06}"));
    all.find(|one| !codes.contains(&one)).unwrap()
}

on_both!(a_code_counts_for_its_thing_and_its_purpose_only, |t| {
    let cx = t.cx();
    let (of, foreign) = (cx.ids.next(), t.cx_of(&t.other_firm().await));
    for (purpose, other) in [(SIGN_IN, OWN_ADDRESS), (OWN_ADDRESS, SIGN_IN)] {
        let bound = Bound::to(purpose, of);
        let code = mailed(&cx, bound).await;
        assert_eq!(tried(&cx, bound, &code, 1).await, Attempt::Right);
        assert_eq!(tried(&cx, new(&cx, purpose), &code, 1).await, Attempt::Wrong(4), "another thing");
        let beside = Bound::to(other, of);
        let theirs = mailed(&cx, beside).await;
        if theirs != code {
            assert_eq!(tried(&cx, beside, &code, 1).await, Attempt::Wrong(4), "another purpose");
        }
        assert_eq!(tried(&foreign, bound, &code, 1).await, Attempt::Wrong(4), "another firm");
    }
});

on_both!(the_newest_three_count_until_they_are_fifteen_minutes_old, |t| {
    let cx = t.cx();
    for purpose in PURPOSES {
        let bound = new(&cx, purpose);
        assert_eq!(stands(&cx, bound).await, (0, 0), "nothing was sent");
        let mut codes = Vec::new();
        for live in [1, 2, 3, 3] {
            codes.push(mailed(&cx, bound).await);
            assert_eq!(stands(&cx, bound).await, (live, 60));
            t.clock.advance(Ts::MINUTE);
            assert_eq!(stands(&cx, bound).await, (live, 0));
        }
        if !codes[1..].contains(&codes[0]) {
            assert_eq!(tried(&cx, bound, &codes[0], 1).await, Attempt::Wrong(4), "a fourth took its place");
        }
        for code in &codes[1..] {
            assert_eq!(tried(&cx, bound, code, 1).await, Attempt::Right);
        }
        // The second was sent three minutes ago.
        t.clock.advance(purpose.life - 3 * Ts::MINUTE - 1);
        assert_eq!(tried(&cx, bound, &codes[1], 1).await, Attempt::Right);
        t.clock.advance(1);
        assert_eq!(stands(&cx, bound).await.0, 2);
        if !codes[2..].contains(&codes[1]) {
            assert_eq!(tried(&cx, bound, &codes[1], 1).await, Attempt::Wrong(4));
        }
    }
});

on_both!(the_last_wrong_attempt_voids_them_all_and_a_new_code_counts, |t| {
    let cx = t.cx();
    for purpose in PURPOSES {
        let (bound, beside) = (new(&cx, purpose), new(&cx, purpose));
        let (first, second) = (mailed(&cx, bound).await, mailed(&cx, bound).await);
        let theirs = mailed(&cx, beside).await;
        let wrong = other_than(&[&first, &second]);
        for nth in 1..5 {
            assert_eq!(tried(&cx, bound, &wrong, nth).await, Attempt::Wrong(5 - nth));
            assert_eq!(stands(&cx, bound).await.0, 2);
        }
        assert_eq!(tried(&cx, bound, &wrong, 5).await, Attempt::Last);
        assert_eq!(stands(&cx, bound).await, (0, 60), "and another has to be waited for");
        assert_eq!(tried(&cx, bound, &second, 5).await, Attempt::Last, "void");
        assert_eq!(tried(&cx, beside, &theirs, 5).await, Attempt::Right, "those of others are not");
        let fresh = mailed(&cx, bound).await;
        assert_eq!(tried(&cx, bound, &fresh, 5).await, Attempt::Right);
        let c = cx.clone();
        cx.write(move |tx| Box::pin(async move { void_all(tx, &c, bound).await })).await.unwrap();
        assert_eq!(stands(&cx, bound).await.0, 0);
    }
});

on_both!(a_code_outlives_a_rotation_of_the_master_key, |t| {
    let mut sent = Vec::new();
    for purpose in PURPOSES {
        let bound = new(&t.cx(), purpose);
        sent.push((bound, mailed(&t.cx(), bound).await));
    }
    let t = t.with_rotated_keys().await;
    for (bound, code) in sent {
        assert_eq!(tried(&t.cx(), bound, &code, 5).await, Attempt::Right);
    }
});

on_both!(codes_are_forgotten_a_day_after_they_expired, |t| {
    let cx = t.cx();
    for purpose in PURPOSES {
        mailed(&cx, new(&cx, purpose)).await;
    }
    t.clock.advance(SIGN_IN.life + Ts::DAY);
    let kept: Uuid = cx.ids.next();
    mailed(&cx, Bound::to(SIGN_IN, kept)).await;
    assert_eq!(purge(&t.platform).await, Ok(0));
    t.clock.advance(1);
    assert_eq!(purge(&t.platform).await, Ok(2));
    assert_eq!(stands(&cx, Bound::to(SIGN_IN, kept)).await.0, 1);
    assert_eq!(count(&cx, "mailed_code").await, 1);
});
