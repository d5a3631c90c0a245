//! Stopping, cancelling, accepting and switching off at the same instant: one of the two wins, the other is told so, and
//! nobody meets an error.

use super::actions;
use super::stop_tests::{begun_by, post, stop, token};
use crate::info::Which;
use crate::info::server::actions::{self as settings, Wish};
use crate::testing as story;
use access::gate::{Reply, Visitor, testing};
use directory::address_changes::stand_in_line;
use kernel::{AppError, ContactId, Ts, UserId, paths};
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};
use std::time::Duration;
use tokio::sync::oneshot;

/// How often each pair meets.
const ROUNDS: usize = 6;
const FRESH: [(&str, &str); 1] = [("password", "noch eine Wiese, 9 Ziegen")];
const GOES_ON: [(&str, &str); 1] = [("how", "go_on")];

/// A change that waits, and everything with which it can be ended.
struct Waiting {
    code: String,
    user: UserId,
    old: String,
    stop: String,
    invitation: String,
}

async fn waiting(t: &TestPlatform, cx: &Cx, eva: &story::Manager, round: usize) -> Waiting {
    // Limits on mails and tries are not what this is about.
    t.clock.advance(Ts::HOUR);
    let (old, new) = (format!("anna{round}@meier.example"), format!("anna{round}@neu.example"));
    let (code, user, stop) = begun_by(t, cx, eva, &old, &new).await;
    let mail = t.mail.sent_to(&new).pop().expect("an invitation").rendered.text;
    Waiting { code, user, old, stop, invitation: token(&mail, "/invite/") }
}

/// Lets two begin and go no further than the first row that either wants, and then lets both go.
async fn at_once<A, B>(cx: &Cx, one: A, two: B) -> (A::Output, B::Output)
where
    A: Future + Send + 'static,
    B: Future + Send + 'static,
    A::Output: Send,
    B::Output: Send,
{
    let (held, is_held) = oneshot::channel();
    let (go, gone) = oneshot::channel::<()>();
    let (c, firm) = (cx.clone(), cx.firm.id);
    let barrier = tokio::spawn(async move {
        let work = c.write(move |tx| {
            Box::pin(async move {
                for text in [
                    sql!("UPDATE address_change SET settled_at = settled_at WHERE firm_id = $1", firm),
                    sql!(
                        "UPDATE link SET used_at = used_at WHERE firm_id = $1 AND kind = 'invitation'",
                        firm
                    ),
                    sql!("UPDATE contact_setting SET version = version WHERE firm_id = $1", firm),
                ] {
                    text.run(tx).await?;
                }
                let _ = held.send(());
                let _ = gone.await;
                Ok(())
            })
        });
        work.await
    });
    is_held.await.expect("the rows are held");
    let (one, two) = (tokio::spawn(one), tokio::spawn(two));
    tokio::time::sleep(Duration::from_millis(200)).await;
    go.send(()).expect("the barrier stands");
    let both = (one.await.expect("no panic"), two.await.expect("no panic"));
    barrier.await.expect("no panic").expect("the barrier held");
    both
}

async fn state(cx: &Cx) -> String {
    let mut conn = story::look(cx).await;
    let (state,): (String,) =
        sql!("SELECT state FROM address_change WHERE firm_id = $1 ORDER BY id DESC LIMIT 1", cx.firm.id)
            .one(&mut conn)
            .await
            .unwrap();
    state
}

fn accept(
    cx: &Cx,
    visitor: Visitor,
    one: &Waiting,
    form: &'static [(&'static str, &'static str)],
) -> impl Future<Output = Result<Reply, AppError>> + Send + 'static {
    let (cx, link) = (cx.clone(), one.invitation.clone());
    async move { post(&cx, visitor, paths::INVITATION, &link, form).await }
}

/// Whoever did not accept was sent to the page that says so; who won is what the change says.
async fn one_won(cx: &Cx, accepted: Result<Reply, AppError>, ended: bool) {
    let state = state(cx).await;
    match accepted {
        Ok(Reply::With { .. }) => {
            assert!(["accepted", "old_removed"].contains(&state.as_str()), "{state}");
            assert!(!ended, "both won");
        }
        Ok(Reply::To(_)) => {
            assert_eq!(state, "cancelled");
            assert!(ended, "nobody won");
        }
        Ok(Reply::Again { error, .. }) | Err(error) => panic!("not an answer: {error:?}"),
        Ok(Reply::Shown { .. } | Reply::Confirm { .. } | Reply::As { .. } | Reply::Value { .. }) => {
            panic!("nobody is asked for a password here")
        }
    }
}

on_both!(stopping_and_accepting_with_a_new_password_never_wait_for_each_other, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    for round in 0..ROUNDS {
        let one = waiting(&t, &cx, &eva, round).await;
        let (c, link) = (cx.clone(), one.stop.clone());
        let stopping = async move { stop(&c, &link).await };
        let accepting = accept(&cx, Visitor::nobody(), &one, &FRESH);
        let (accepted, stopped) = if round % 2 == 0 {
            at_once(&cx, accepting, stopping).await
        } else {
            let (stopped, accepted) = at_once(&cx, stopping, accepting).await;
            (accepted, stopped)
        };
        assert!(matches!(stopped, Ok(Reply::To(_))), "the link leads to the page that says how things stand");
        one_won(&cx, accepted, state(&cx).await == "cancelled").await;
    }
});

on_both!(cancelling_and_accepting_with_a_new_password_never_wait_for_each_other, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    for round in 0..ROUNDS {
        let one = waiting(&t, &cx, &eva, round).await;
        let row = story::tab(&cx, &eva, &one.code).await.unlinked[0].contact.rows[0].clone();
        let (c, staff, code) = (cx.clone(), eva.clone(), one.code.clone());
        let keeping =
            async move { actions::keep_old(&c, &testing::proven(&staff), &code, story::id(&row)).await };
        let (accepted, kept) = at_once(&cx, accept(&cx, Visitor::nobody(), &one, &FRESH), keeping).await;
        assert!(matches!(kept, Ok(_) | Err(AppError::Conflict)), "{kept:?}");
        one_won(&cx, accepted, kept.is_ok()).await;
    }
});

on_both!(stopping_and_going_on_with_the_old_login_never_wait_for_each_other, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    for round in 0..ROUNDS {
        let one = waiting(&t, &cx, &eva, round).await;
        let session = testing::session(&cx, one.user).await;
        let anna = Visitor::of_token(&cx, Some(&session)).await.unwrap();
        let (c, link) = (cx.clone(), one.stop.clone());
        let stopping = async move { stop(&c, &link).await };
        let (accepted, stopped) = at_once(&cx, accept(&cx, anna, &one, &GOES_ON), stopping).await;
        assert!(matches!(stopped, Ok(Reply::To(_))));
        one_won(&cx, accepted, state(&cx).await == "cancelled").await;
    }
});

on_both!(stopping_and_switching_the_old_address_off_never_wait_for_each_other, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    for round in 0..ROUNDS {
        let one = waiting(&t, &cx, &eva, round).await;
        let row = story::tab(&cx, &eva, &one.code).await.unlinked[0].contact.rows[0].clone();
        let wish = Wish {
            id: story::id(&row),
            which: Which::Login,
            on: false,
            version: row.version,
            confirmed: true,
        };
        let (c, staff, code) = (cx.clone(), eva.clone(), one.code.clone());
        let switching = async move { settings::switch(&c, &story::sure(&staff), &code, wish).await };
        let (c, link) = (cx.clone(), one.stop.clone());
        let stopping = async move { stop(&c, &link).await };
        let (off, stopped) = at_once(&cx, switching, stopping).await;
        assert!(matches!(stopped, Ok(Reply::To(_))));
        assert!(matches!(off, Ok(()) | Err(AppError::Conflict)), "{off:?}");
        let ended = state(&cx).await;
        assert_eq!(ended == "old_removed", off.is_ok(), "{ended}");
    }
});

on_both!(accepting_and_unlinking_never_wait_for_each_other, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    for round in 0..ROUNDS {
        let one = waiting(&t, &cx, &eva, round).await;
        let contact: ContactId = story::group_of(&cx, &eva, &one.code, &one.old).await.parse().unwrap();
        let (c, staff, code) = (cx.clone(), eva.clone(), one.code.clone());
        let unlinking =
            async move { crate::contacts::server::actions::unlink(&c, &staff, contact, &code, true).await };
        let (accepted, unlinked) =
            at_once(&cx, accept(&cx, Visitor::nobody(), &one, &FRESH), unlinking).await;
        assert_eq!(unlinked, Ok(()));
        assert!(matches!(accepted, Ok(Reply::With { .. } | Reply::To(_))), "an answer, whoever was first");
    }
});

on_both!(standing_in_line_changes_nothing, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let one = waiting(&t, &cx, &eva, 0).await;
    let contact: ContactId = story::group_of(&cx, &eva, &one.code, &one.old).await.parse().unwrap();
    let firm = cx.firm.id;
    let work = cx.write(move |tx| Box::pin(async move { Ok(stand_in_line(tx, firm, contact).await?) }));
    work.await.unwrap();
    assert_eq!(state(&cx).await, "pending_new");
});
