//! The list as a new firm goes through it.

use super::actions::{end_due, put_away, read};
use crate::info::Which;
use crate::testing as story;
use access::gate::testing;
use kernel::{AppError, Right, Role, paths};
use platform::{Cx, firm_profile, on_both, sql};
use std::time::Duration;
use tokio::sync::oneshot;

/// The firm as the next request finds it.
async fn again(cx: &Cx) -> Cx {
    let firm = firm_profile::by_id(&mut cx.db.read().await.unwrap(), &cx.config, cx.firm.id).await.unwrap();
    let mut cx = cx.clone();
    cx.firm = firm.into();
    cx
}

/// What other areas store of logo and test mail.
async fn logo_and_mail(cx: &Cx) {
    let (firm, now) = (cx.firm.id, cx.now());
    cx.write(move |tx| {
        Box::pin(async move {
            sql!("UPDATE firm SET logo = 'x.png', mail_tested_at = $2 WHERE id = $1", firm, now)
                .run(tx)
                .await?;
            Ok(())
        })
    })
    .await
    .unwrap();
}

on_both!(each_step_is_done_when_the_firms_own_data_say_so, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let count = async || read(&cx).await.unwrap().map(|taken| taken.count());
    assert_eq!(count().await, Some(0));
    let code = story::account(&cx, &eva, "Meier").await;
    let taken = read(&cx).await.unwrap().unwrap();
    assert_eq!((taken.account.as_deref(), taken.count()), (Some(code.as_str()), 1));
    story::contact(&cx, &eva, &code, "Anna", "anna@meier.example").await;
    assert!(!read(&cx).await.unwrap().unwrap().invitation, "a contact is no invitation");
    story::click(&cx, &eva, &code, "anna@meier.example", Which::Login, true).await.unwrap();
    assert!(!read(&cx).await.unwrap().unwrap().invitation, "nor is LOGIN");
    testing::client(&cx, "anna@meier.example", "Anna").await;
    assert!(read(&cx).await.unwrap().unwrap().invitation, "somebody who came in was invited");
    testing::staff_named(&cx, "jo@weber.example", "Jo", Role::Employee, &[]).await;
    assert_eq!(count().await, Some(3));
    logo_and_mail(&cx).await;
    assert_eq!(count().await, None, "all are taken, and the list is gone");
    let other = t.cx_of(&t.other_firm().await);
    assert_eq!(read(&other).await.unwrap().map(|taken| taken.count()), Some(0), "another firm begins anew");
});

on_both!(steps_that_are_all_taken_end_for_good_and_nobody_asks_again, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    story::account(&cx, &eva, "Meier").await;
    testing::client(&cx, "anna@meier.example", "Anna").await;
    logo_and_mail(&cx).await;
    assert_eq!(end_due(&t.platform).await.unwrap(), 0, "nobody works here besides the owner");
    testing::staff_named(&cx, "jo@weber.example", "Jo", Role::Employee, &[]).await;
    assert_eq!(end_due(&t.platform).await.unwrap(), 1);
    assert_eq!(end_due(&t.platform).await.unwrap(), 0);
    let cx = again(&cx).await;
    let before = cx.db.statements();
    assert_eq!(read(&cx).await.unwrap(), None);
    assert_eq!(cx.db.statements(), before, "what is over costs nothing");
});

on_both!(whether_steps_are_over_is_found_out_beside_whoever_writes, |t| {
    let cx = t.cx();
    story::eva(&cx).await;
    logo_and_mail(&cx).await;
    let (held, is_held) = oneshot::channel();
    let (go, gone) = oneshot::channel::<()>();
    let c = cx.clone();
    let writer = tokio::spawn(async move {
        let work = c.write(move |_| {
            Box::pin(async move {
                let _ = held.send(());
                let _ = gone.await;
                Ok(())
            })
        });
        work.await
    });
    is_held.await.unwrap();
    // SQLite has one writer.
    let ended = tokio::time::timeout(Duration::from_secs(10), end_due(&t.platform)).await;
    go.send(()).unwrap();
    writer.await.unwrap().unwrap();
    assert_eq!(ended, Ok(Ok(0)), "team and invitation are missing");
});

on_both!(an_admin_puts_the_list_away_for_everybody_and_an_employee_does_not, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let jo = testing::staff_named(&cx, "jo@weber.example", "Jo", Role::Employee, &Right::ALL).await;
    assert_eq!(story::posted(&cx, &jo, paths::FIRST_STEPS_AWAY).await.err(), Some(AppError::NotAllowed));
    assert!(read(&again(&cx).await).await.unwrap().is_some());
    for _ in 0..2 {
        put_away(&cx, &testing::may(&eva)).await.unwrap();
    }
    assert_eq!(read(&again(&cx).await).await.unwrap(), None);
    assert_eq!(story::audited(&cx, "first_steps_put_away").await, 1);
});
