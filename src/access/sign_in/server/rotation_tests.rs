//! The master key is rotated while people sign in: nobody notices, and nobody gets fresh tries.

use super::codes;
use super::password::{Answer, sign_in};
use crate::attempts;
use crate::gate::Visitor;
use crate::sessions::fixtures::{self, PASSWORD, anna, newest_code};
use kernel::email::Lookup;
use kernel::{AppError, Ts};
use platform::on_both;

const ANNA: &str = "anna@mueller.example";
const NOBODY: &str = "nobody@mueller.example";

on_both!(a_code_that_was_mailed_before_a_rotation_signs_in_after_it, |t| {
    anna(&t).await;
    let Ok(Answer::Pending(started)) = sign_in(&t.cx(), ANNA, PASSWORD, None, None).await else {
        panic!("the password is right")
    };
    let code = newest_code(&t, ANNA).await;
    let t = t.with_rotated_keys().await;
    let cx = t.cx();
    let Visitor::Pending(pending) = fixtures::holder(&cx, started.token.expose()).await else {
        panic!("the sign-in is still under way")
    };
    let wrong = if code == "111111" { "222222" } else { "111111" };
    assert!(codes::verify(&cx, &pending, wrong).await.is_err());
    assert!(codes::verify(&cx, &pending, &code).await.is_ok());
});

on_both!(wrong_passwords_of_before_a_rotation_count_after_it, |t| {
    anna(&t).await;
    // A hundred in a row switch the password off, whatever happens to the key on the way.
    let mut t = t;
    for tries in 0..100 {
        if tries % 40 == 39 {
            t = t.with_rotated_keys().await;
        }
        for email in [ANNA, NOBODY] {
            let answer = sign_in(&t.cx(), email, "wrong", None, None).await;
            assert!(matches!(answer, Ok(Answer::Wrong)), "{email}, {tries}: {:?}", answer.err());
            let again = sign_in(&t.cx(), email, PASSWORD, None, None).await;
            assert!(
                matches!(again, Err(AppError::TooMany(_) | AppError::Refused(_))),
                "{email} need not wait"
            );
        }
        t.clock.advance(4 * Ts::MINUTE);
    }
    t = t.with_rotated_keys().await;
    for email in [ANNA, NOBODY] {
        let off = sign_in(&t.cx(), email, PASSWORD, None, None).await;
        assert!(matches!(off, Err(AppError::Refused(_))), "{email}: {:?}", off.err());
    }
    attempts::begin_anew(&t.cx(), &Lookup::of(ANNA)).await.unwrap();
    let again = sign_in(&t.cx(), ANNA, PASSWORD, None, None).await;
    assert!(matches!(again, Ok(Answer::Pending(_))), "after a reset, under a pepper of three keys ago");
});
