//! Hosts: who answers where, and who is led where.

use super::actions;
use crate::testing as story;
use kernel::AppError;
use platform::firm_profile::HostKind;
use platform::{Cx, on_both};

const NEW: &str = "mandanten.weber.example";
const HOME: &str = "portal.weber.example";

async fn kind(cx: &Cx, host: &str) -> Option<HostKind> {
    cx.firms.answering(&cx.db, &cx.config, host, cx.now()).await.unwrap().map(|it| it.kind)
}

async fn names(cx: &Cx, eva: &access::gate::Staff) -> Vec<String> {
    actions::list(cx, eva).await.unwrap().hosts.into_iter().map(|it| it.host).collect()
}

on_both!(a_new_host_leads_to_the_main_one_until_it_is_that_itself, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    assert_eq!(kind(&cx, NEW).await, None);
    assert_eq!(actions::add(&cx, &eva, "Mandanten.Weber.example.").await.as_deref(), Ok(NEW));
    assert_eq!(
        (kind(&cx, NEW).await, kind(&cx, HOME).await),
        (Some(HostKind::Further), Some(HostKind::Main))
    );
    assert!(actions::make_main(&cx, &eva, NEW, false).await.unwrap_err().on("confirmed").is_some());
    assert_eq!(kind(&cx, HOME).await, Some(HostKind::Main));
    actions::make_main(&cx, &eva, NEW, true).await.unwrap();
    assert_eq!((kind(&cx, NEW).await, kind(&cx, HOME).await), (Some(HostKind::Main), Some(HostKind::Home)));
    let firm = story::firm(&cx).await;
    assert_eq!((firm.host.as_str(), firm.origin.as_str()), (NEW, "https://mandanten.weber.example"));
    assert_eq!(names(&cx, &eva).await, [NEW, HOME]);
    actions::make_main(&cx, &eva, NEW, true).await.expect("twice is once");
    assert_eq!(story::told(&cx, "firm_main_host_changed").await, (1, 1));
    actions::make_main(&cx, &eva, HOME, true).await.expect("and back");
    assert_eq!(kind(&cx, NEW).await, Some(HostKind::Further));
});

on_both!(a_host_has_one_firm, |t| {
    let cx = t.cx();
    let (eva, other) = (story::eva(&cx).await, t.other_firm().await);
    for (typed, word) in [
        (HOME, "already"),
        (other.host.as_str(), "in use"),
        ("", "fill this in"),
        ("https://x.example", "host name only"),
        ("203.0.113.9", "numbers"),
        ("localhost", "not a host name"),
        ("a\r\nb.example", "not a host name"),
        ("a\u{202e}b.example", "not a host name"),
        (&"x".repeat(10_000), "not a host name"),
    ] {
        let said = actions::add(&cx, &eva, typed).await.unwrap_err().on("host").unwrap();
        assert!(said.contains(word), "{typed:.20}: {said}");
    }
    let other_cx = t.cx_of(&other);
    let boss =
        access::gate::testing::staff_named(&other_cx, "boss@other.example", "Boss", kernel::Role::Owner, &[])
            .await;
    let boss = access::gate::testing::proven(&boss);
    actions::add(&cx, &eva, NEW).await.unwrap();
    assert!(actions::add(&other_cx, &boss, NEW).await.is_err());
    assert_eq!(actions::make_main(&other_cx, &boss, NEW, true).await, Err(AppError::NotFound));
    assert_eq!(actions::remove(&other_cx, &boss, NEW).await, Err(AppError::NotFound));
    assert_eq!(names(&other_cx, &boss).await, vec![other.host.clone()]);
    assert_eq!(kind(&cx, NEW).await, Some(HostKind::Further));
});

on_both!(the_main_host_and_the_first_one_stay, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    actions::add(&cx, &eva, NEW).await.unwrap();
    actions::add(&cx, &eva, "old.weber.example").await.unwrap();
    actions::make_main(&cx, &eva, NEW, true).await.unwrap();
    for host in [NEW, HOME] {
        assert!(matches!(actions::remove(&cx, &eva, host).await, Err(AppError::Refused(_))), "{host}");
    }
    actions::remove(&cx, &eva, "old.weber.example").await.unwrap();
    assert_eq!(actions::remove(&cx, &eva, "old.weber.example").await, Err(AppError::NotFound));
    assert_eq!(kind(&cx, "old.weber.example").await, None);
    assert_eq!(names(&cx, &eva).await, [NEW, HOME]);
});

on_both!(two_who_choose_a_main_host_at_once_agree_on_one, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    for host in ["a.weber.example", "b.weber.example"] {
        actions::add(&cx, &eva, host).await.unwrap();
    }
    let (one, two) = tokio::join!(
        actions::make_main(&cx, &eva, "a.weber.example", true),
        actions::make_main(&cx, &eva, "b.weber.example", true)
    );
    assert!(one.is_ok() || two.is_ok());
    let mains = actions::list(&cx, &eva).await.unwrap().hosts.into_iter().filter(|it| it.main).count();
    assert_eq!(mains, 1);
});

on_both!(ten_hosts_are_enough_and_the_right_is_asked, |t| {
    let cx = t.cx();
    let (eva, tom) = (story::eva(&cx).await, story::tom(&cx).await);
    for n in 1..10 {
        actions::add(&cx, &eva, &format!("h{n}.weber.example")).await.unwrap();
    }
    assert!(actions::add(&cx, &eva, "h10.weber.example").await.unwrap_err().on("host").is_some());
    let no = Some(AppError::NotAllowed);
    assert_eq!(actions::list(&cx, &tom).await.err(), no);
    assert_eq!(actions::add(&cx, &tom, NEW).await.err(), no);
    assert_eq!(actions::make_main(&cx, &tom, "h1.weber.example", true).await.err(), no);
    assert_eq!(actions::remove(&cx, &tom, "h1.weber.example").await.err(), no);
});
