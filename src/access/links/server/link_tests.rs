//! Links by themselves: made, opened, used once, replaced, taken back, expired, limited; whatever their kind is.

use super::testing::{by, holding, name};
use super::{
    ByLink, Kind, Link, LinkKind, Printed, Whose, claim_expired, draw, expired, make, newest_open, opened,
    revoke_all, supersede, use_once,
};
use crate::links::{Meanwhile, Standing};
use kernel::{AppError, Ts};
use platform::{Cx, on_both};
use sqlx::types::Uuid;

const ANNA: &str = "anna@mueller.example";
const LIFE: i64 = Ts::DAY;

/// A kind of which an address has one.
#[derive(Debug)]
enum Asked {}

impl Kind for Asked {
    const LINK: LinkKind = LinkKind::new("invitation", "asked_link", "/asked", "/asked/{token}").of_address();
}

/// A kind of which a thing has one.
#[derive(Debug)]
enum Shown {}

impl Kind for Shown {
    const LINK: LinkKind = LinkKind::new("shown", "shown_link", "/shown", "/shown/{token}");
}

/// Makes a link that lives a day; its token.
async fn made(cx: &Cx, kind: LinkKind, of: Option<Uuid>, to: Option<&str>) -> Result<String, AppError> {
    let (c, to, until) = (cx.clone(), to.map(str::to_owned), cx.now().plus(LIFE));
    let new = draw(cx);
    cx.write(move |tx| {
        Box::pin(async move {
            make(tx, &c, &new, Link { kind, of, to: to.as_deref(), until }).await?;
            Ok(new.token().to_owned())
        })
    })
    .await
}

async fn stands<K: Kind>(cx: &Cx, token: &str) -> Standing {
    by::<K>(cx, token).await.unwrap().standing(Meanwhile::default(), cx.now())
}

async fn used<K: Kind>(cx: &Cx, link: &ByLink<K>) -> Result<(), AppError> {
    let (c, link) = (cx.clone(), link.clone());
    cx.write(move |tx| Box::pin(async move { use_once(tx, &c, &link).await })).await
}

async fn revoked(cx: &Cx, kind: LinkKind, of: Uuid) -> u64 {
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { revoke_all(tx, &c, kind, Whose::Of(of)).await })).await.unwrap()
}

on_both!(a_link_is_its_kinds_and_its_firms_alone, |t| {
    let cx = t.cx();
    let (of, other) = (cx.ids.next(), t.cx_of(&t.other_firm().await));
    let token = made(&cx, Shown::LINK, Some(of), None).await.unwrap();
    let link = by::<Shown>(&cx, &token).await.unwrap();
    assert_eq!((link.of(), link.to(), link.until()), (of, "", cx.now().plus(LIFE)));
    assert_eq!(link.page(), format!("/shown?link={}", name(&token)));
    assert_eq!(by::<Asked>(&cx, &token).await.err(), Some(AppError::NotFound), "another kind");
    assert_eq!(by::<Printed>(&cx, &token).await.err(), Some(AppError::NotFound), "another kind");
    assert_eq!(by::<Shown>(&other, &token).await.err(), Some(AppError::NotFound), "another firm");
    assert_eq!(used(&other, &link).await, Err(AppError::Conflict), "another firm");
    assert_eq!(used(&cx, &link).await, Ok(()));
});

on_both!(of_many_at_once_one_uses_a_link_up, |t| {
    let cx = t.cx();
    let token = made(&cx, Shown::LINK, Some(cx.ids.next()), None).await.unwrap();
    let link = by::<Shown>(&cx, &token).await.unwrap();
    let all = futures::future::join_all((0..20).map(|_| used(&cx, &link))).await;
    assert_eq!(all.iter().filter(|one| one.is_ok()).count(), 1);
    assert!(all.iter().all(|one| matches!(one, Ok(()) | Err(AppError::Conflict))));
    assert_eq!(used(&cx, &link).await, Err(AppError::Conflict));
    assert_eq!(stands::<Shown>(&cx, &token).await, Standing::Used);
});

on_both!(a_link_works_until_the_instant_it_expires, |t| {
    let cx = t.cx();
    let tokens = [
        made(&cx, Shown::LINK, Some(cx.ids.next()), None).await.unwrap(),
        made(&cx, Shown::LINK, Some(cx.ids.next()), None).await.unwrap(),
    ];
    let links = [by::<Shown>(&cx, &tokens[0]).await.unwrap(), by(&cx, &tokens[1]).await.unwrap()];
    t.clock.advance(LIFE - 1);
    assert_eq!(stands::<Shown>(&cx, &tokens[0]).await, Standing::Open);
    assert_eq!(used(&cx, &links[0]).await, Ok(()));
    t.clock.advance(1);
    assert_eq!(stands::<Shown>(&cx, &tokens[1]).await, Standing::Expired);
    assert_eq!(used(&cx, &links[1]).await, Err(AppError::Conflict));
});

on_both!(a_newer_link_of_the_same_thing_takes_the_place_of_the_older, |t| {
    let cx = t.cx();
    let (of, beside) = (cx.ids.next(), cx.ids.next());
    let first = made(&cx, Shown::LINK, Some(of), None).await.unwrap();
    let others = made(&cx, Shown::LINK, Some(beside), None).await.unwrap();
    assert_eq!(newest_open(&mut cx.db.read().await.unwrap(), &cx, Shown::LINK, of).await, Ok(Some(cx.now())));
    t.clock.advance(Ts::SECOND);
    let second = made(&cx, Shown::LINK, Some(of), None).await.unwrap();
    assert_eq!(stands::<Shown>(&cx, &first).await, Standing::Newer);
    assert!(by::<Shown>(&cx, &first).await.unwrap().is_superseded());
    assert_eq!(stands::<Shown>(&cx, &second).await, Standing::Open);
    assert_eq!(stands::<Shown>(&cx, &others).await, Standing::Open, "of something else");
    assert_eq!(newest_open(&mut cx.db.read().await.unwrap(), &cx, Shown::LINK, of).await, Ok(Some(cx.now())));
    let link = by::<Shown>(&cx, &first).await.unwrap();
    assert_eq!(used(&cx, &link).await, Err(AppError::Conflict));
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { supersede(tx, &c, Shown::LINK, Whose::Of(of)).await }))
        .await
        .unwrap();
    assert_eq!(stands::<Shown>(&cx, &second).await, Standing::Newer, "without a newer one");
    assert_eq!(newest_open(&mut cx.db.read().await.unwrap(), &cx, Shown::LINK, of).await, Ok(None));
});

on_both!(a_link_that_was_taken_back_leads_nowhere_and_one_that_was_used_stays_used, |t| {
    let cx = t.cx();
    let of = cx.ids.next();
    let first = made(&cx, Shown::LINK, Some(of), None).await.unwrap();
    used(&cx, &by::<Shown>(&cx, &first).await.unwrap()).await.unwrap();
    let second = made(&cx, Shown::LINK, Some(of), None).await.unwrap();
    let third = made(&cx, Shown::LINK, Some(of), None).await.unwrap();
    assert_eq!(revoked(&cx, Shown::LINK, of).await, 2, "the superseded one as well");
    assert_eq!(revoked(&cx, Shown::LINK, of).await, 0);
    assert_eq!(stands::<Shown>(&cx, &first).await, Standing::Used);
    for token in [second, third] {
        assert_eq!(stands::<Shown>(&cx, &token).await, Standing::Closed);
        let link = by::<Shown>(&cx, &token).await.unwrap();
        assert_eq!(used(&cx, &link).await, Err(AppError::Conflict));
    }
});

on_both!(an_address_has_one_open_link_and_is_mailed_once_a_minute_and_five_times_a_day, |t| {
    let cx = t.cx();
    let first = made(&cx, Asked::LINK, None, Some(ANNA)).await.unwrap();
    let link = by::<Asked>(&cx, &first).await.unwrap();
    assert_eq!((link.of(), link.to()), (link.id(), ANNA), "about itself");
    assert_eq!(made(&cx, Asked::LINK, None, Some(ANNA)).await, Err(AppError::TooMany(60)));
    assert_eq!(stands::<Asked>(&cx, &first).await, Standing::Open, "what was refused ended nothing");
    made(&cx, Asked::LINK, None, Some("otto@mueller.example")).await.expect("another address");
    for _ in 1..5 {
        t.clock.advance(Ts::MINUTE);
        made(&cx, Asked::LINK, None, Some(ANNA)).await.unwrap();
    }
    assert_eq!(stands::<Asked>(&cx, &first).await, Standing::Newer);
    t.clock.advance(Ts::MINUTE);
    assert!(
        matches!(made(&cx, Asked::LINK, None, Some(ANNA)).await, Err(AppError::TooMany(wait)) if wait > 60)
    );
    t.clock.advance(Ts::DAY);
    made(&cx, Asked::LINK, None, Some(ANNA)).await.expect("the next day");
});

on_both!(of_two_who_mail_an_address_at_once_one_learns_that_it_was_mailed, |t| {
    let cx = t.cx();
    let both =
        futures::join!(made(&cx, Asked::LINK, None, Some(ANNA)), made(&cx, Asked::LINK, None, Some(ANNA)));
    let both = [both.0, both.1];
    assert_eq!(both.iter().filter(|one| one.is_ok()).count(), 1, "{both:?}");
    assert!(both.iter().any(|one| matches!(one, Err(AppError::TooMany(_)))), "{both:?}");
});

on_both!(a_link_that_expired_unused_is_told_of_once, |t| {
    let cx = t.cx();
    let since = cx.now();
    let token = made(&cx, Asked::LINK, None, Some(ANNA)).await.unwrap();
    let id = by::<Asked>(&cx, &token).await.unwrap().id();
    made(&cx, Shown::LINK, Some(cx.ids.next()), None).await.unwrap();
    let due = async |cx: &Cx| {
        let mut conn = cx.db.read().await.unwrap();
        let found = expired(&mut conn, Asked::LINK, Uuid::nil(), (since, cx.now())).await.unwrap();
        found.into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    let claim = async |cx: &Cx| {
        let c = cx.clone();
        let (firm, now) = (cx.firm.id, cx.now());
        let claimed =
            c.write(move |tx| Box::pin(async move { claim_expired(tx, firm, Asked::LINK, id, now).await }));
        claimed.await.unwrap()
    };
    t.clock.advance(LIFE - 1);
    assert_eq!((due(&cx).await, claim(&cx).await), (vec![], None), "not yet");
    t.clock.advance(1);
    assert_eq!(due(&cx).await, [id], "of its kind alone");
    assert_eq!(claim(&cx).await.as_deref(), Some(ANNA));
    assert_eq!((due(&cx).await, claim(&cx).await), (vec![], None), "once");
});

on_both!(a_browser_names_the_link_that_it_means, |t| {
    let cx = t.cx();
    let (of, beside) = (cx.ids.next(), cx.ids.next());
    let first = made(&cx, Shown::LINK, Some(of), None).await.unwrap();
    let second = made(&cx, Shown::LINK, Some(beside), None).await.unwrap();
    let browser =
        holding(&cx, &[(Shown::LINK, &first), (Shown::LINK, &second), (Asked::LINK, &"x".repeat(43))]);
    let shown = async |link: &str| opened::<Shown>(&browser, link).await.unwrap().map(|link| link.of());
    assert_eq!((shown(&name(&first)).await, shown(&name(&second)).await), (Some(of), Some(beside)));
    assert_eq!(shown("").await, Some(beside), "the one opened last");
    assert_eq!(shown("0123456789abcdef").await, None);
    assert_eq!(shown(&name(&"x".repeat(43))).await, None, "another kind's");
    assert!(opened::<Shown>(&cx, "").await.unwrap().is_none(), "a browser without cookies");
    assert_eq!(opened::<Asked>(&browser, "").await.err(), Some(AppError::NotFound), "never made");
});
