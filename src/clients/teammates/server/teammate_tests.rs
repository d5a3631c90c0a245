//! Assigning colleagues from the account's own page.

use super::actions;
use crate::teammates::model::Teammate;
use crate::testing as story;
use access::gate::testing::proven;
use access::gate::{Reply, Staff, testing};
use kernel::live::{News, UserAct};
use kernel::{AppError, Right, Role, paths};
use platform::{Cx, on_both};

async fn people(cx: &Cx, staff: &Staff, code: &str) -> Vec<Teammate> {
    actions::team(cx, &testing::may(staff), code).await.unwrap().people
}

async fn employee(cx: &Cx, name: &str, rights: &[Right]) -> Staff {
    let email = format!("{}@weber.example", name.to_lowercase());
    testing::staff_named(cx, &email, name, Role::Employee, rights).await
}

async fn post(cx: &Cx, staff: &Staff, code: &str, form: &[(&str, &str)]) -> Result<Reply, AppError> {
    story::post(cx, staff, &paths::account_team(code), form).await
}

on_both!(a_colleague_is_assigned_and_taken_away_again, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    let jo = employee(&cx, "Jo", &[]).await;
    let id = jo.user().to_string();
    let mut news = cx.db.subscribe();
    let assigns = proven(&testing::may(&eva));
    for _ in 0..2 {
        assert_eq!(actions::set(&cx, &assigns, &code, &id, true).await.as_deref(), Ok("Jo"));
    }
    let found = people(&cx, &eva, &code).await;
    assert_eq!(
        found.iter().map(|it| (it.name.as_str(), it.sees_all, it.assigned)).collect::<Vec<_>>(),
        [("Eva Weber", true, false), ("Jo", false, true)]
    );
    let mut told = Vec::new();
    while let Ok(batch) = news.try_recv() {
        told.extend(batch.iter().map(|one| one.event.news().clone()));
    }
    let by = || "Eva Weber".to_owned();
    let assigned = News::User { user: jo.user(), act: UserAct::AccountsAssigned, by: by() };
    assert!(told.contains(&assigned), "{told:?}");
    assert!(told.contains(&News::Team { member: Some(jo.user()), by: by() }), "{told:?}");
    assert!(crate::info::server::info::tab(&cx, &jo, &code).await.is_ok(), "in sight");
    actions::set(&cx, &assigns, &code, &id, false).await.unwrap();
    assert!(crate::info::server::info::tab(&cx, &jo, &code).await.is_err(), "out of sight");
    assert_eq!(story::audited(&cx, "account_assigned").await, 1);
    assert_eq!(story::audited(&cx, "account_unassigned").await, 1);
});

on_both!(only_for_accounts_in_sight_and_with_the_right, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (mine, other) = (story::account(&cx, &eva, "Meier").await, story::account(&cx, &eva, "Zorn").await);
    let jo = employee(&cx, "Jo", &[Right::AssignTeammates]).await;
    let mia = employee(&cx, "Mia", &[Right::ViewAllAccounts]).await;
    story::assign(&cx, &eva, &jo, &mine).await;
    let (jo_id, mia_id) = (jo.user().to_string(), mia.user().to_string());
    assert!(post(&cx, &jo, &mine, &[("member", &mia_id), ("on", "true")]).await.is_ok());
    assert_eq!(
        post(&cx, &jo, &other, &[("member", &jo_id), ("on", "true")]).await.err(),
        Some(AppError::NotFound)
    );
    assert_eq!(actions::team(&cx, &testing::may(&jo), &other).await, Err(AppError::NotFound));
    assert_eq!(
        post(&cx, &mia, &mine, &[("member", &mia_id), ("on", "true")]).await.err(),
        Some(AppError::NotAllowed)
    );
    // Whoever takes themselves away is led to what they still see.
    let Ok(Reply::With { to, .. }) = post(&cx, &jo, &mine, &[("member", &jo_id), ("on", "false")]).await
    else {
        panic!("refused")
    };
    assert_eq!(to, "/app/accounts");
    assert_eq!(actions::team(&cx, &testing::may(&jo), &mine).await, Err(AppError::NotFound));
});

on_both!(nobody_who_does_not_work_here_is_assigned, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    let client = testing::user(&cx, "anna@meier.example", "Anna").await.to_string();
    let other = t.cx_of(&t.other_firm().await);
    let max = story::max(&other).await;
    for member in ["", "x", "a\u{0}b", &"x".repeat(10_000), &client, &max.user().to_string()] {
        let Ok(Reply::Again { outcome, error, .. }) =
            post(&cx, &eva, &code, &[("member", member), ("on", "true")]).await
        else {
            panic!("{member:?} was taken")
        };
        assert_eq!(error.status(), 422);
        assert!(outcome.on("team", "member").is_some());
    }
    assert_eq!(actions::team(&other, &testing::may(&max), &code).await, Err(AppError::NotFound));
});
