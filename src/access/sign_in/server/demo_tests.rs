//! The people on the demo's sign-in page are those who can sign in now.

use super::demo_users;
use crate::gate::testing;
use crate::invitations::testing::{ANNA, account, login_off, login_on};
use kernel::{Role, UserId};
use platform::db::Stmt;
use platform::{Cx, on_both, sql};

async fn listed(cx: &Cx) -> Vec<(String, Option<Role>)> {
    run(cx, sql!("UPDATE portal_user SET password_hash = 'x' WHERE firm_id = $1", cx.firm.id)).await;
    demo_users(cx).await.unwrap().into_iter().map(|it| (it.name, it.role)).collect()
}

fn names(listed: &[(String, Option<Role>)]) -> Vec<&str> {
    listed.iter().map(|(name, _)| name.as_str()).collect()
}

async fn run(cx: &Cx, what: Stmt) {
    cx.write(move |tx| Box::pin(async move { Ok(what.run(tx).await.map(drop)?) })).await.unwrap();
}

async fn renamed(cx: &Cx, user: UserId, name: &'static str) {
    run(cx, sql!("UPDATE portal_user SET name = $3 WHERE firm_id = $1 AND id = $2", cx.firm.id, user, name))
        .await;
}

async fn leaves(cx: &Cx, user: UserId) {
    let (firm, now) = (cx.firm.id, cx.now());
    let what = sql!(
        "UPDATE staff_member SET deactivated_at = $3 WHERE firm_id = $1 AND user_id = $2",
        firm,
        user,
        now
    );
    run(cx, what).await;
}

on_both!(whoever_left_the_team_is_not_offered_and_whoever_joined_or_has_another_name_is, |t| {
    let cx = t.cx();
    for n in 0..9 {
        let email = format!("c{n}@clients.example");
        testing::user(&cx, &email, &format!("Client {n}")).await;
        login_on(&cx, account(&cx, &format!("C{n}"), "Some Ltd").await, &email).await;
    }
    let eva = testing::staff(&cx, Role::Owner, &[]).await;
    let jo = testing::staff_named(&cx, "jo@weber.example", "Jo", Role::Employee, &[]).await;
    let before = listed(&cx).await;
    assert_eq!(names(&before)[..2], ["Eva Weber", "Jo"]);
    assert_eq!(before.iter().filter(|(_, role)| role.is_none()).count(), 4, "some clients are enough");
    renamed(&cx, eva.user(), "Eva Weber-Klein").await;
    leaves(&cx, jo.user()).await;
    testing::staff_named(&cx, "kim@weber.example", "Kim", Role::Admin, &[]).await;
    let after = listed(&cx).await;
    assert_eq!(names(&after)[..2], ["Eva Weber-Klein", "Kim"]);
    assert!(!names(&after).contains(&"Jo"), "{after:?}");
});

on_both!(a_client_is_offered_while_an_account_is_open_to_them, |t| {
    let cx = t.cx();
    testing::user(&cx, ANNA, "Anna").await;
    assert_eq!(listed(&cx).await, [], "no account is");
    let mueller = account(&cx, "M1", "Müller GmbH").await;
    login_on(&cx, mueller, ANNA).await;
    assert_eq!(listed(&cx).await.len(), 1);
    let seen = demo_users(&cx).await.unwrap();
    assert_eq!((seen[0].name.as_str(), &seen[0].accounts[..]), ("Anna", &["Müller GmbH".to_owned()][..]));
    login_off(&cx, ANNA).await;
    assert_eq!(listed(&cx).await, []);
});

on_both!(a_password_that_somebody_chose_is_not_said_to_be_the_demos, |t| {
    let cx = t.cx();
    let eva = testing::staff(&cx, Role::Owner, &[]).await;
    let (firm, user, id) = (cx.firm.id, eva.user(), cx.now());
    listed(&cx).await;
    let set = async |at: kernel::Ts| {
        run(
            &cx,
            sql!(
                "UPDATE portal_user SET password_changed_at = $3 WHERE firm_id = $1 AND id = $2",
                firm,
                user,
                at
            ),
        )
        .await;
        demo_users(&cx).await.unwrap()[0].own_password
    };
    assert!(!set(id.plus(-kernel::Ts::DAY)).await, "as the demo makes it");
    assert!(set(id.plus(kernel::Ts::DAY)).await);
});
