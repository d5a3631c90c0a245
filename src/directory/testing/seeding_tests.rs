//! What is seeded is what the directory itself says of it.

use super::{a_firm, seed_all};
use crate::{people, switches};
use kernel::{Right, Ts, UserId};
use platform::{Cx, on_both};

async fn open_to(cx: &Cx, email: &str) -> Vec<String> {
    let mut conn = cx.db.read().await.unwrap();
    switches::accounts_open_to(&mut conn, cx.firm.id, email).await.unwrap()
}

async fn may_enter(cx: &Cx, user: UserId) -> bool {
    people::may_enter(&mut cx.db.read().await.unwrap(), cx.firm.id, user).await.unwrap()
}

async fn can_sign_in(cx: &Cx, email: &str) -> bool {
    people::can_sign_in(&mut cx.db.read().await.unwrap(), cx.firm.id, email).await.unwrap()
}

on_both!(an_account_is_open_to_the_addresses_that_login_was_said_of, |t| {
    let cx = t.cx();
    let f = a_firm(&cx);
    let meier =
        f.account("M1").named("Meier").contact("anna@meier.example").at("office@meier.example").login();
    let meier = meier.seed().await;
    assert_eq!((meier.contact().name.as_str(), meier.contact().addresses.len()), ("Anna", 2));
    let old = f.account("O1").named("Old").known(meier.contact()).login().archived();
    seed_all([old, f.account("Z1").named("Zorn").known(meier.contact()).login()]).await;
    assert!(open_to(&cx, "anna@meier.example").await.is_empty());
    assert_eq!(open_to(&cx, "office@meier.example").await, ["Meier", "Zorn"]);
    let anna = f.person("anna@meier.example").seed().await;
    assert!(!may_enter(&cx, anna).await);
    f.more_of(meier.id).contact("anna@meier.example").login().seed().await;
    assert!(may_enter(&cx, anna).await);
});

on_both!(people_are_as_far_as_it_was_said_of_them, |t| {
    let cx = t.cx();
    let f = a_firm(&cx);
    let account = f.account("M1").seed().await;
    let eva = f.staff("Eva").owner().seed().await;
    let tom = f.staff("Tom").employee(&[Right::ManageAccounts]).assigned_to(&account).seed().await;
    let ida = f.staff("Ida").former().seed().await;
    let kai = f.staff("Kai").disabled().seed().await;
    f.staff("Mia").prospect().seed().await;
    let entering = [may_enter(&cx, eva).await, may_enter(&cx, tom).await];
    assert_eq!((entering, may_enter(&cx, ida).await, may_enter(&cx, kai).await), ([true; 2], false, false));
    for (name, can) in [("eva", true), ("tom", true), ("kai", false), ("mia", false)] {
        assert_eq!(can_sign_in(&cx, &format!("{name}@weber.example")).await, can, "{name}");
    }
    let mut conn = cx.db.read().await.unwrap();
    assert!(people::password(&mut conn, cx.firm.id, eva).await.unwrap().is_none());
    drop(conn);
    f.give_password(eva, "Pfefferminz und Eisenbahn").await;
    let mut conn = cx.db.read().await.unwrap();
    let kept = people::password(&mut conn, cx.firm.id, eva).await.unwrap().unwrap();
    assert_eq!(kept.set_at, cx.now().plus(-Ts::DAY), "a change at this moment is one");
});
