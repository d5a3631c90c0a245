//! Hosts: who answers where, and who is led where.

use super::actions::{self, Added};
use super::confirm::confirm;
use crate::hosts::model::Proof;
use crate::testing as story;
use access::gate::{May, Proven, right::ManageFirm, testing};
use kernel::{AppError, paths};
use platform::firm_profile::{FirmProfile, HostKind};
use platform::testing::TestPlatform;
use platform::{Cx, on_both};
use std::sync::Arc;

const NEW: &str = "mandanten.weber.example";
const HOME: &str = "portal.weber.example";

async fn kind(cx: &Cx, host: &str) -> Option<HostKind> {
    cx.firms.answering(&cx.db, &cx.config, host, cx.now()).await.unwrap().map(|it| it.kind)
}

async fn names(cx: &Cx, eva: &May<ManageFirm>) -> Vec<String> {
    actions::list(cx, eva).await.unwrap().hosts.into_iter().map(|it| it.host).collect()
}

on_both!(a_new_host_leads_to_the_main_one_until_it_is_that_itself, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    assert_eq!(kind(&cx, NEW).await, None);
    assert_eq!(
        actions::add(&cx, &eva, "Mandanten.Weber.example.").await,
        Ok(Added::Answers(NEW.to_owned())),
        "nobody else is here whose it could be"
    );
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
        ("https://x.example", "only the host name"),
        ("203.0.113.9", "numbers"),
        ("localhost", "enter a host name"),
        ("a\r\nb.example", "enter a host name"),
        ("a\u{202e}b.example", "enter a host name"),
        (&"x".repeat(10_000), "enter a host name"),
    ] {
        let said = actions::add(&cx, &eva, typed).await.unwrap_err().on("host").unwrap();
        assert!(said.contains(word), "{typed:.20}: {said}");
    }
    let (other_cx, boss) = boss(&t, &other).await;
    confirm(&cx.platform, NEW, HOME).await.unwrap();
    assert!(actions::add(&other_cx, &boss, NEW).await.is_err());
    assert_eq!(actions::make_main(&other_cx, &boss, NEW, true).await, Err(AppError::NotFound));
    assert_eq!(actions::remove(&other_cx, &boss, NEW).await, Err(AppError::NotFound));
    assert_eq!(names(&other_cx, &boss).await, vec![other.host.clone()]);
    assert_eq!(kind(&cx, NEW).await, Some(HostKind::Further));
});

/// The owner of another firm in the same installation.
async fn boss(t: &TestPlatform, firm: &Arc<FirmProfile>) -> (Cx, Proven<May<ManageFirm>>) {
    let cx = t.cx_of(firm);
    let boss = testing::staff_named(&cx, "boss@other.example", "Boss", kernel::Role::Owner, &[]).await;
    (cx, testing::proven(&testing::may(&boss)))
}

/// What is to be shown before this host answers.
async fn proof(cx: &Cx, staff: &Proven<May<ManageFirm>>, host: &str) -> Proof {
    let list = actions::list(cx, staff).await.unwrap();
    list.hosts.into_iter().find(|it| it.host == host).and_then(|it| it.proof).expect("it is wanted")
}

on_both!(where_there_are_other_firms_a_host_answers_after_its_proof, |t| {
    let cx = t.cx();
    let (eva, other) = (story::eva(&cx).await, t.other_firm().await);
    let (other_cx, boss) = boss(&t, &other).await;
    assert_eq!(actions::add(&cx, &eva, NEW).await, Ok(Added::Wanted(NEW.to_owned())));
    assert_eq!(
        actions::add(&other_cx, &boss, NEW).await,
        Ok(Added::Wanted(NEW.to_owned())),
        "both may want it"
    );
    let (ours, theirs) = (proof(&cx, &eva, NEW).await, proof(&other_cx, &boss, NEW).await);
    assert_eq!(ours.name, format!("_portico.{NEW}"));
    assert_ne!(ours.text, theirs.text, "each firm has a text of its own");
    for staff in [(&cx, &eva), (&other_cx, &boss)] {
        assert_eq!(actions::make_main(staff.0, staff.1, NEW, true).await, Err(AppError::NotFound));
        assert!(matches!(actions::check(staff.0, staff.1, NEW).await, Err(AppError::Refused(_))));
    }
    assert_eq!(kind(&cx, NEW).await, None, "not ours and not theirs");
    t.dns.set(&ours.name, "v=spf1 -all");
    t.dns.set(&ours.name, &ours.text);
    assert!(matches!(actions::check(&other_cx, &boss, NEW).await, Err(AppError::Refused(_))));
    actions::check(&cx, &eva, NEW).await.unwrap();
    assert_eq!(kind(&cx, NEW).await, Some(HostKind::Further));
    assert_eq!(story::told(&cx, "firm_host_proven").await, (1, 1));
    // The other firm shows it too, too late.
    t.dns.set(&theirs.name, &theirs.text);
    let said = actions::check(&other_cx, &boss, NEW).await;
    assert!(matches!(said, Err(AppError::Refused(text)) if text.contains("in use")));
    assert_eq!(actions::check(&cx, &eva, NEW).await, Err(AppError::NotFound), "it waits no longer");
    actions::make_main(&cx, &eva, NEW, true).await.unwrap();
    assert!(t.dns.asked().iter().all(|name| *name == ours.name), "nothing else is looked up");
});

on_both!(a_name_with_and_without_www_has_one_firm, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    actions::add(&cx, &eva, "www.kanzlei.example").await.unwrap();
    let other = t.other_firm().await;
    let (other_cx, boss) = boss(&t, &other).await;
    for host in [
        "www.portal.weber.example",
        "www.www.portal.weber.example",
        "kanzlei.example",
        "www.kanzlei.example",
        "www.www.kanzlei.example",
        "WWW.Portal.Weber.example.",
    ] {
        let said = actions::add(&other_cx, &boss, host).await.unwrap_err().on("host").unwrap();
        assert!(said.contains("in use"), "{host}: {said}");
    }
    // Both wanted it while it was free, and one with www.: whoever shows it first has both.
    for (cx, staff, host) in [(&cx, &eva, "frei.example"), (&other_cx, &boss, "www.frei.example")] {
        assert!(matches!(actions::add(cx, staff, host).await, Ok(Added::Wanted(_))));
        let proof = proof(cx, staff, host).await;
        t.dns.set(&proof.name, &proof.text);
    }
    actions::check(&other_cx, &boss, "www.frei.example").await.unwrap();
    assert!(matches!(actions::check(&cx, &eva, "frei.example").await, Err(AppError::Refused(_))));
    assert_eq!(kind(&cx, "frei.example").await, None);
    // What is given up is free again, when the last of the two is.
    actions::remove(&other_cx, &boss, "www.frei.example").await.unwrap();
    actions::check(&cx, &eva, "frei.example").await.unwrap();
});

on_both!(two_who_show_a_name_at_once_do_not_both_have_it, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let other = t.other_firm().await;
    let (other_cx, boss) = boss(&t, &other).await;
    for n in 0..5 {
        let (bare, www) = (format!("n{n}.example"), format!("www.n{n}.example"));
        for (cx, staff, host) in [(&cx, &eva, &bare), (&other_cx, &boss, &www)] {
            actions::add(cx, staff, host).await.unwrap();
            let proof = proof(cx, staff, host).await;
            t.dns.set(&proof.name, &proof.text);
        }
        let (one, two) =
            tokio::join!(actions::check(&cx, &eva, &bare), actions::check(&other_cx, &boss, &www));
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    }
});

on_both!(a_proof_is_asked_for_with_measure_and_ends_with_the_wish, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    t.other_firm().await;
    assert_eq!(actions::check(&cx, &eva, NEW).await, Err(AppError::NotFound));
    assert!(t.dns.asked().is_empty(), "the DNS is asked for nothing that is not wanted");
    actions::add(&cx, &eva, NEW).await.unwrap();
    let old = proof(&cx, &eva, NEW).await;
    t.dns.set(&old.name, &old.text);
    t.dns.silent(true);
    assert!(
        matches!(actions::check(&cx, &eva, NEW).await, Err(AppError::Refused(text)) if text.contains("DNS"))
    );
    t.dns.silent(false);
    actions::remove(&cx, &eva, NEW).await.unwrap();
    assert_eq!(actions::check(&cx, &eva, NEW).await, Err(AppError::NotFound));
    actions::add(&cx, &eva, NEW).await.unwrap();
    let missing = actions::check(&cx, &eva, NEW).await;
    assert!(matches!(missing, Err(AppError::Refused(_))), "an old record shows nothing any more");
    let mut tries = 0;
    while !matches!(actions::check(&cx, &eva, NEW).await, Err(AppError::TooMany(_))) {
        tries += 1;
        assert!(tries < 25);
    }
});

on_both!(the_operator_says_whose_a_host_is, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let other = t.other_firm().await;
    let (other_cx, boss) = boss(&t, &other).await;
    let p = &cx.platform;
    actions::add(&cx, &eva, NEW).await.unwrap();
    assert_eq!(confirm(p, "Mandanten.Weber.example", HOME).await.as_deref(), Ok(NEW));
    assert_eq!(kind(&cx, NEW).await, Some(HostKind::Further));
    assert_eq!(confirm(p, NEW, HOME).await, Err(AppError::Conflict), "it is that already");
    assert_eq!(names(&cx, &eva).await, [HOME, NEW], "and waits no longer");
    // It was the other firm's after all.
    confirm(p, &format!("www.{NEW}"), &other.host).await.unwrap();
    assert_eq!(names(&cx, &eva).await, [HOME]);
    assert!(actions::add(&cx, &eva, NEW).await.is_err());
    assert!(names(&other_cx, &boss).await.contains(&format!("www.{NEW}")));
    for (host, firm) in [(HOME, &*other.host), ("www.portal.weber.example", &other.host)] {
        let said = confirm(p, host, firm).await;
        assert!(matches!(said, Err(AppError::Refused(text)) if text.contains("Weber & Partner")), "{host}");
    }
    assert_eq!(confirm(p, "x.example", "nobody.example").await, Err(AppError::NotFound));
    assert!(matches!(confirm(p, "https://x.example", HOME).await, Err(AppError::Invalid(_))));
});

on_both!(in_the_demo_every_name_is_of_this_machine, |t| {
    let t = t.in_demo().await;
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let said = actions::add(&cx, &eva, NEW).await.unwrap_err().on("host").unwrap();
    assert!(said.contains("kanzlei.localhost"), "{said}");
    let said = confirm(&cx.platform, NEW, HOME).await.unwrap_err().on("host").unwrap();
    assert!(said.contains("kanzlei.localhost"), "the operator is told the same: {said}");
    assert_eq!(names(&cx, &eva).await, [HOME]);
    for name in ["localhost", "kanzlei.localhost"] {
        assert_eq!(actions::add(&cx, &eva, name).await, Ok(Added::Answers(name.to_owned())));
    }
    confirm(&cx.platform, "portal.localhost", HOME).await.unwrap();
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
    assert_eq!(testing::admitted::<ManageFirm>(&tom).err(), no);
    assert_eq!(story::posted(&cx, &tom, paths::FIRM_HOSTS).await.err(), no);
    assert_eq!(story::posted(&cx, &tom, paths::FIRM_HOST_CHECK).await.err(), no);
    assert_eq!(story::posted(&cx, &tom, paths::FIRM_HOST_MAIN).await.err(), no);
    assert_eq!(story::posted(&cx, &tom, paths::FIRM_HOST_REMOVE).await.err(), no);
});
