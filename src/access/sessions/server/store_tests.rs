//! Sessions begin, live and end as promised, on both engines.

use super::fixtures::{self, PASSWORD, acts, anna, count, holder, is_alive, post};
use super::{
    Started, devices, end, end_all_of_user, end_others, promote, renew, renew_proven, start_full,
    start_pending, touch,
};
use crate::gate::testing::{self, staff};
use crate::gate::{
    CLIENT_IDLE, CLIENT_LIFE, PENDING_LIFE, Reply, RightPassword, STAFF_IDLE, STAFF_LIFE, SignedIn, Visitor,
};
use crate::password;
use crate::upkeep::purge;
use futures::future::BoxFuture;
use kernel::live::{News, UserAct};
use kernel::{AppError, FirmId, Role, SessionId, Ts, UserId};
use platform::Cx;
use platform::db::{Conn, DbError, Tx};
use platform::{on_both, sql};
use tokio::sync::oneshot;

async fn begin(cx: &Cx, user: UserId) -> (SignedIn, String) {
    let c = cx.clone();
    let begun = cx.write(move |tx| Box::pin(async move { start_full(tx, &c, user, "code").await }));
    let token = begun.await.unwrap().token.expose().clone();
    (holder(cx, &token).await.signed_in().unwrap().clone(), token)
}

on_both!(a_client_is_out_after_an_hour_without_a_click, |t| {
    let cx = t.cx();
    let (_, token) = begin(&cx, anna(&t).await).await;
    t.clock.advance(CLIENT_IDLE - Ts::SECOND);
    assert!(is_alive(&cx, &token).await);
    t.clock.advance(2 * Ts::SECOND);
    assert!(!is_alive(&cx, &token).await);
});

on_both!(a_member_of_staff_is_out_after_half_an_hour, |t| {
    let cx = t.cx();
    let eva = staff(&cx, Role::Owner, &[]).await;
    let (_, token) = begin(&cx, eva.user()).await;
    t.clock.advance(STAFF_IDLE - Ts::SECOND);
    assert!(is_alive(&cx, &token).await);
    t.clock.advance(2 * Ts::SECOND);
    assert!(!is_alive(&cx, &token).await);
});

on_both!(whoever_keeps_clicking_is_out_at_the_end_of_the_day, |t| {
    let cx = t.cx();
    let eva = staff(&cx, Role::Owner, &[]).await;
    for (user, life) in [(anna(&t).await, CLIENT_LIFE), (eva.user(), STAFF_LIFE)] {
        let (who, token) = begin(&cx, user).await;
        let begun = cx.now();
        while cx.now().since(begun) + 10 * Ts::MINUTE < life {
            t.clock.advance(10 * Ts::MINUTE);
            touch(&cx, &who).await;
        }
        t.clock.set(begun.plus(life - Ts::SECOND));
        assert!(is_alive(&cx, &token).await);
        t.clock.set(begun.plus(life + Ts::SECOND));
        assert!(!is_alive(&cx, &token).await);
        t.clock.set(begun);
    }
});

on_both!(a_pending_session_lives_a_quarter_of_an_hour, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let begun = testing::pending(&cx, user, PASSWORD, Some("/portal/M1")).await;
    let token = begun.token.expose().clone();
    t.clock.advance(PENDING_LIFE - Ts::SECOND);
    assert!(
        matches!(holder(&cx, &token).await, Visitor::Pending(p) if p.next.as_deref() == Some("/portal/M1"))
    );
    t.clock.advance(2 * Ts::SECOND);
    assert!(!is_alive(&cx, &token).await);
});

async fn last_seen(conn: &mut Conn, firm: FirmId, id: SessionId) -> Result<Option<Ts>, DbError> {
    let row: Option<(Ts,)> =
        sql!("SELECT last_seen_at FROM session WHERE firm_id = $1 AND id = $2", firm, id)
            .optional(conn)
            .await?;
    Ok(row.map(|row| row.0))
}

on_both!(being_seen_is_written_once_a_minute, |t| {
    let cx = t.cx();
    let (who, _) = begin(&cx, anna(&t).await).await;
    let begun = cx.now();
    t.clock.advance(59 * Ts::SECOND);
    touch(&cx, &who).await;
    let seen = async || last_seen(&mut cx.db.read().await.unwrap(), who.firm, who.session).await.unwrap();
    assert_eq!(seen().await, Some(begun));
    t.clock.advance(Ts::SECOND);
    touch(&cx, &who).await;
    assert_eq!(seen().await, Some(begun.plus(Ts::MINUTE)));
});

on_both!(a_click_that_races_the_end_revives_nothing, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let (who, token) = begin(&cx, user).await;
    t.clock.advance(2 * Ts::MINUTE);
    let clicks = (0..50).map(|_| {
        let (cx, who) = (cx.clone(), who.clone());
        tokio::spawn(async move { touch(&cx, &who).await })
    });
    let clicks: Vec<_> = clicks.collect();
    let (c, session) = (cx.clone(), who.session);
    cx.write(move |tx| Box::pin(async move { end(tx, &c, user, session).await })).await.unwrap();
    assert!(!is_alive(&cx, &token).await);
    for click in clicks {
        click.await.unwrap();
    }
    assert!(!is_alive(&cx, &token).await);
    touch(&cx, &who).await;
    assert!(!is_alive(&cx, &token).await);
});

on_both!(ending_one_ends_only_that_one_and_only_ones_own, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let (first, first_token) = begin(&cx, user).await;
    let (_, second_token) = begin(&cx, user).await;
    let stranger = testing::signed_in(&cx, "mallory@other.example", "Mallory").await;
    let c = cx.clone();
    let foreign =
        cx.write(move |tx| Box::pin(async move { end(tx, &c, stranger.user, first.session).await })).await;
    assert!(!foreign.unwrap());
    assert!(is_alive(&cx, &first_token).await);
    let c = cx.clone();
    assert!(
        cx.write(move |tx| Box::pin(async move { end(tx, &c, user, first.session).await })).await.unwrap()
    );
    assert!(!is_alive(&cx, &first_token).await);
    assert!(is_alive(&cx, &second_token).await);
    assert_eq!(acts(&cx, "session_ended").await, 1);
});

on_both!(ending_the_others_keeps_this_one_and_tells_the_tabs, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let (here, here_token) = begin(&cx, user).await;
    let (_, there_token) = begin(&cx, user).await;
    let mut news = cx.db.subscribe();
    let c = cx.clone();
    let ended = cx.write(move |tx| Box::pin(async move { end_others(tx, &c, user, here.session).await }));
    assert_eq!(ended.await.unwrap(), 1);
    assert!(is_alive(&cx, &here_token).await);
    assert!(!is_alive(&cx, &there_token).await);
    let told = news.recv().await.unwrap();
    let ended = News::User { user, act: UserAct::SessionEnded(None), by: String::new() };
    assert_eq!(told[0].event.news(), &ended);
});

on_both!(ending_all_includes_sign_ins_that_wait_for_a_code, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let (_, token) = begin(&cx, user).await;
    let pending = testing::pending(&cx, user, PASSWORD, None).await.token.expose().clone();
    let c = cx.clone();
    let ended = cx.write(move |tx| Box::pin(async move { end_all_of_user(tx, &c, user, None).await })).await;
    assert_eq!(ended.unwrap(), 2);
    assert!(!is_alive(&cx, &token).await && !is_alive(&cx, &pending).await);
});

type Beginning = for<'a> fn(&'a mut Tx, Cx, Visitor, RightPassword) -> BoxFuture<'a, Started>;

/// Whether a session is alive that this began before a new password was set, and stored at the same time as that.
async fn survives(cx: &Cx, user: UserId, visitor: Visitor, begin: Beginning) -> bool {
    let right = testing::right_password(cx, user, PASSWORD).await;
    let hash = cx.hasher.hash("Neun Kraniche im Nebel").await.unwrap();
    let ((begun, has_begun), (go, gone)) = (oneshot::channel(), oneshot::channel::<()>());
    let (c, its) = (cx.clone(), cx.clone());
    let beginning = tokio::spawn(async move {
        c.write(move |tx| {
            Box::pin(async move {
                let started = begin(tx, its, visitor, right).await;
                let _ = begun.send(());
                let _ = gone.await;
                Ok(started)
            })
        })
        .await
    });
    has_begun.await.expect("it begins");
    let (c, its) = (cx.clone(), cx.clone());
    let setting = tokio::spawn(async move {
        c.write(move |tx| Box::pin(async move { password::set(tx, &its, user, &hash).await })).await
    });
    fixtures::until_waiting(cx, 1, &setting).await;
    go.send(()).expect("it waits");
    let started = beginning.await.expect("no panic").expect("it was stored");
    setting.await.expect("no panic").expect("the password was set");
    is_alive(cx, started.token.expose()).await
}

on_both!(what_begins_while_a_password_is_set_ends_with_the_old_one, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    for what in ["sign-in", "code", "renewal", "proof"] {
        fixtures::give_password(&cx, user, PASSWORD).await;
        let (full, pending) = (begin(&cx, user).await.1, testing::pending(&cx, user, PASSWORD, None).await);
        let full = holder(&cx, &full).await;
        let (visitor, begin): (Visitor, Beginning) = match what {
            "sign-in" => (full, |tx, cx, _, right| {
                Box::pin(async move { start_pending(tx, &cx, &right, None).await.unwrap() })
            }),
            "code" => (holder(&cx, pending.token.expose()).await, |tx, cx, visitor, _| {
                Box::pin(async move {
                    let Visitor::Pending(pending) = visitor else { panic!("a sign-in under way") };
                    promote(tx, &cx, &pending).await.unwrap()
                })
            }),
            "renewal" => (full, |tx, cx, visitor, _| {
                Box::pin(async move { renew(tx, &cx, visitor.signed_in().unwrap()).await.unwrap() })
            }),
            _ => (full, |tx, cx, visitor, right| {
                Box::pin(
                    async move { renew_proven(tx, &cx, visitor.signed_in().unwrap(), &right).await.unwrap() },
                )
            }),
        };
        assert!(!survives(&cx, user, visitor, begin).await, "{what}");
        t.clock.advance(Ts::MINUTE);
    }
});

on_both!(a_renewed_session_has_a_new_token_and_no_longer_life, |t| {
    let cx = t.cx();
    let (who, old) = begin(&cx, anna(&t).await).await;
    t.clock.advance(50 * Ts::MINUTE);
    let (c, w) = (cx.clone(), who.clone());
    let renewed = cx.write(move |tx| Box::pin(async move { renew(tx, &c, &w).await })).await.unwrap();
    let new = renewed.token.expose().clone();
    assert!(!is_alive(&cx, &old).await && is_alive(&cx, &new).await);
    let c = cx.clone();
    let again = cx.write(move |tx| Box::pin(async move { renew(tx, &c, &who).await })).await;
    assert_eq!(again.err(), Some(AppError::NotSignedIn));
    let mut seen = 50 * Ts::MINUTE;
    while seen < CLIENT_LIFE {
        t.clock.advance(30 * Ts::MINUTE);
        seen += 30 * Ts::MINUTE;
        if let Visitor::SignedIn(who) = holder(&cx, &new).await {
            touch(&cx, &who).await;
        }
    }
    t.clock.advance(Ts::SECOND);
    assert!(!is_alive(&cx, &new).await);
});

on_both!(the_last_sign_in_is_kept_with_place_and_device, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    begin(&cx, user).await;
    let mut conn = cx.db.read().await.unwrap();
    let kept: (Ts, String, String, String, String) = platform::sql!(
        "SELECT last_login_at, last_login_ip, last_login_place, last_login_os, last_login_browser
         FROM portal_user WHERE id = $1",
        user
    )
    .one(&mut conn)
    .await
    .unwrap();
    let text = |it: &str| it.to_owned();
    assert_eq!(kept, (cx.now(), text("203.0.113.7"), text("Germany"), text("Windows"), text("Firefox")));
    assert_eq!(acts(&cx, "signed_in").await, 1);
});

on_both!(the_list_shows_ones_own_living_devices_this_one_first, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let (here, _) = begin(&cx, user).await;
    begin(&cx, user).await;
    testing::signed_in(&cx, "mallory@other.example", "Mallory").await;
    let seen = devices(&cx, &here).await.unwrap();
    assert_eq!(seen.list.len(), 2);
    assert!(seen.list[0].current && !seen.list[1].current);
    assert_eq!(seen.list[0].id, here.session.to_string());
    assert_eq!((seen.list[1].ip.as_str(), seen.list[1].factor.as_str()), ("203.0.113.7", "code"));
    t.clock.advance(CLIENT_IDLE + Ts::SECOND);
    assert!(devices(&cx, &here).await.unwrap().list.is_empty());
});

on_both!(the_same_person_at_another_firm_is_somebody_else, |t| {
    let cx = t.cx();
    let (_, token) = begin(&cx, anna(&t).await).await;
    let other = t.cx_of(&t.other_firm().await);
    assert!(!is_alive(&other, &token).await);
});

on_both!(the_door_ends_a_device_and_comes_back_only_to_our_own_pages, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    let (here, here_token) = begin(&cx, user).await;
    let (there, there_token) = begin(&cx, user).await;
    let visitor = holder(&cx, &here_token).await;
    let id = there.session.to_string();
    let end = |id: &str| format!("/account/sessions/{id}/end");
    let reply = post(&cx, visitor.clone(), &end(&id), &[("back", "//evil.example")]).await.unwrap();
    assert!(matches!(reply, Reply::With { to, cookies, .. } if to == "/" && cookies.is_empty()));
    assert!(!is_alive(&cx, &there_token).await);
    for id in [id.as_str(), "x", ""] {
        let again = post(&cx, visitor.clone(), &end(id), &[("back", "/")]).await;
        assert_eq!(again.err(), Some(AppError::NotFound), "{id}");
    }
    let own = here.session.to_string();
    let reply = post(&cx, visitor, &end(&own), &[("back", "/")]).await.unwrap();
    assert!(matches!(reply, Reply::With { to, cookies, .. } if to == "/login" && cookies[0].value.is_none()));
});

on_both!(what_ended_long_ago_is_deleted_and_nothing_else, |t| {
    let cx = t.cx();
    let user = anna(&t).await;
    begin(&cx, user).await;
    assert_eq!(purge(&cx.platform).await.unwrap(), 0);
    t.clock.advance(CLIENT_LIFE + 30 * Ts::DAY + Ts::SECOND);
    let (_, token) = begin(&cx, user).await;
    assert_eq!(purge(&cx.platform).await.unwrap(), 1);
    assert_eq!(count(&cx, "session").await, 1);
    assert!(is_alive(&cx, &token).await);
});

on_both!(no_token_is_kept_as_it_is, |t| {
    let cx = t.cx();
    let (_, token) = begin(&cx, anna(&t).await).await;
    let mut conn = cx.db.read().await.unwrap();
    let rows: Vec<(Vec<u8>,)> =
        platform::sql!("SELECT token_hash FROM session LIMIT 10").all(&mut conn).await.unwrap();
    assert!(
        rows.iter().all(|(hash,)| hash.len() == 32
            && !hash.windows(8).any(|w| token.as_bytes().windows(8).any(|t| t == w)))
    );
});
