//! Rights, assignments, leaving, coming back, and the one owner.

use super::reading;
use super::testing::*;
use crate::gate::{May, Reply, Staff, Visitor, right::Administer, testing};
use crate::links::testing as held;
use crate::password;
use crate::team::model::{MemberCard, MemberRow};
use directory::people;
use directory::testing::a_firm;
use kernel::live::{News, UserAct};
use kernel::{AppError, Right, Role, UserId};
use lists::Wanted;
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};

async fn card(cx: &Cx, staff: &May<Administer>, user: UserId) -> MemberCard {
    reading::card(cx, staff, &user.to_string(), &Wanted::searching("")).await.unwrap()
}

async fn members(cx: &Cx, staff: &May<Administer>) -> Vec<MemberRow> {
    reading::list(cx, staff).await.unwrap().members
}

/// Saves role and rights as the page shows them, with these boxes ticked.
async fn save(
    cx: &Cx,
    staff: &May<Administer>,
    user: UserId,
    role: Option<&str>,
    rights: &[&str],
) -> Result<Reply, AppError> {
    let version = card(cx, staff, user).await.version.to_string();
    let mut form = vec![("version", version.as_str())];
    form.extend(role.map(|role| ("role", role)));
    form.extend(rights.iter().map(|right| (*right, "true")));
    about(cx, staff, "", user, &form).await
}

on_both!(a_change_holds_at_once_in_a_session_that_is_running, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let session = testing::session(&cx, firm.jo.user()).await;
    let jo = async || Visitor::of_token(&cx, Some(&session)).await.unwrap().staff().unwrap();
    assert!(jo().await.may(Right::ManageAccounts) && !jo().await.sees_all());
    notice(
        save(&cx, &firm.tom, firm.jo.user(), None, &["view_all_accounts", "manage_client_security"]).await,
    );
    assert!(!jo().await.may(Right::ManageAccounts) && jo().await.sees_all());
    notice(save(&cx, &firm.eva, firm.jo.user(), Some("admin"), &[]).await);
    assert!(jo().await.may(Right::ManageAccounts) && jo().await.role() == Role::Admin);
    notice(save(&cx, &firm.eva, firm.jo.user(), Some("employee"), &["manage_accounts"]).await);
    assert!(!jo().await.sees_all() && jo().await.may(Right::ManageAccounts));
    let trail: Vec<String> = trail(&cx, "staff_rights_changed").await.into_iter().map(|it| it.2).collect();
    assert_eq!(
        trail,
        [
            "employee (manage_accounts) -> employee (view_all_accounts manage_client_security)",
            "employee (view_all_accounts manage_client_security) -> admin",
            "admin -> employee (manage_accounts)",
        ]
    );
});

on_both!(an_admin_makes_no_admin_and_touches_neither_owner_nor_admins_nor_themselves, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let mia = testing::staff_named(&cx, "mia@weber.example", "Mia", Role::Admin, &[]).await;
    for user in [firm.eva.user(), mia.user(), firm.tom.user()] {
        assert_eq!(save(&cx, &firm.tom, user, None, &[]).await.err(), Some(AppError::NotAllowed));
        assert_eq!(save(&cx, &firm.tom, user, Some("employee"), &[]).await.err(), Some(AppError::NotAllowed));
        for act in ["/deactivate", "/reactivate"] {
            assert_eq!(about(&cx, &firm.tom, act, user, &[]).await.err(), Some(AppError::NotAllowed));
        }
        assert!(!card(&cx, &firm.tom, user).await.may_change);
    }
    let jo = firm.jo.user();
    for role in ["admin", "owner"] {
        assert_eq!(
            save(&cx, &firm.tom, jo, Some(role), &[]).await.err(),
            Some(AppError::NotAllowed),
            "{role}"
        );
    }
    assert_eq!(save(&cx, &firm.eva, jo, Some("owner"), &[]).await.err(), Some(AppError::NotAllowed));
    assert_eq!(
        save(&cx, &firm.eva, firm.eva.user(), Some("admin"), &[]).await.err(),
        Some(AppError::NotAllowed)
    );
    assert_eq!(save(&cx, &firm.eva, jo, Some("king"), &[]).await.err(), Some(AppError::BadRequest));
    assert_eq!(about(&cx, &firm.jo, "/deactivate", mia.user(), &[]).await.err(), Some(AppError::NotAllowed));
    let seen = card(&cx, &firm.tom, jo).await;
    assert!(seen.may_change && !seen.may_change_role && !seen.may_hand_over);
    assert!(trail(&cx, "staff_rights_changed").await.is_empty());
});

on_both!(an_admin_who_was_just_demoted_decides_nothing_any_more, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    notice(save(&cx, &firm.eva, firm.tom.user(), Some("employee"), &[]).await);
    // Tom's request had passed the door as an admin.
    let stale =
        |act: &'static str| about(&cx, &firm.tom, act, firm.jo.user(), &[("on", "true"), ("account", "M1")]);
    account(&cx, "M1", "Müller GmbH").await;
    for act in ["/deactivate", "/accounts"] {
        assert_eq!(stale(act).await.err(), Some(AppError::NotAllowed), "{act}");
    }
    assert!(assigned(&cx, firm.jo.user()).await.is_empty());
});

on_both!(of_two_who_save_at_once_the_second_is_told, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let version = card(&cx, &firm.eva, firm.jo.user()).await.version.to_string();
    let form = [("version", version.as_str()), ("view_all_accounts", "true")];
    notice(about(&cx, &firm.eva, "", firm.jo.user(), &form).await);
    let (outcome, error) = mistake(about(&cx, &firm.tom, "", firm.jo.user(), &[("version", &version)]).await);
    assert_eq!(error, AppError::Conflict);
    assert!(outcome.is_for("rights") && outcome.problem.is_some() && outcome.values.is_empty());
    assert!(card(&cx, &firm.eva, firm.jo.user()).await.member.rights.has(Right::ViewAllAccounts));
    assert_eq!(
        about(&cx, &firm.eva, "", firm.jo.user(), &[("version", "x")]).await.err(),
        Some(AppError::BadRequest)
    );
});

on_both!(accounts_are_assigned_found_and_taken_back, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let jo = firm.jo.user();
    account(&cx, "M1", "müller gmbh").await;
    account(&cx, "Z1", "zorn & söhne").await;
    let set = async |code: &str, on: &str| {
        about(&cx, &firm.tom, "/accounts", jo, &[("account", code), ("on", on), ("q", "zorn")]).await
    };
    let Ok(Reply::With { to, .. }) = set("M1", "true").await else { panic!("refused") };
    assert_eq!(to, format!("/app/settings/team/{jo}?q=zorn"), "back to what was searched for");
    notice(set("M1", "true").await);
    assert_eq!(assigned(&cx, jo).await, ["M1"], "twice is once");
    let found =
        reading::card(&cx, &firm.eva, &jo.to_string(), &Wanted::searching("zorn")).await.unwrap().accounts;
    assert_eq!((found.len(), found[0].code.as_str(), found[0].assigned), (1, "Z1", false));
    for (search, code) in
        [("SOHNE zorn", "Z1"), ("Soehne", "Z1"), ("m", "M1"), ("1", "M1"), ("mueller", "M1")]
    {
        let found = reading::card(&cx, &firm.eva, &jo.to_string(), &Wanted::searching(search))
            .await
            .unwrap()
            .accounts;
        assert_eq!(found.first().map(|line| line.code.as_str()), Some(code), "{search}");
    }
    let seen = card(&cx, &firm.eva, jo).await;
    assert_eq!((seen.accounts.len(), seen.accounts[0].code.as_str(), seen.member.accounts), (1, "M1", 1));
    for search in ["%", "_", "' OR 1=1 --", "a\u{0}b", &"x".repeat(10_000)] {
        assert!(
            reading::card(&cx, &firm.eva, &jo.to_string(), &Wanted::searching(search))
                .await
                .unwrap()
                .accounts
                .is_empty()
        );
    }
    notice(set("M1", "false").await);
    notice(set("M1", "false").await);
    assert!(assigned(&cx, jo).await.is_empty());
    for code in ["M9", "", "M\u{0}1"] {
        assert_eq!(set(code, "true").await.err(), Some(AppError::NotFound), "{code:?}");
    }
    assert_eq!(set("M1", "perhaps").await.err(), Some(AppError::BadRequest), "no form sends that");
    assert_eq!(
        (trail(&cx, "account_assigned").await.len(), trail(&cx, "account_unassigned").await.len()),
        (1, 1)
    );
});

/// Jo asks for a link to set a new password, and the worker works.
async fn forgot(t: &TestPlatform) {
    let form = [("email", "jo@weber.example")];
    let asked = post(&t.cx(), Visitor::nobody(), "/password/forgot", &[], &form).await;
    notice(asked);
    platform::work::run_due(&t.platform).await.unwrap();
    t.drain_mail().await;
}

on_both!(whoever_leaves_is_out_at_once_and_cannot_come_back_by_any_door, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let jo = firm.jo.user();
    let hash = password::hash(&cx, GOOD).await.unwrap();
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { password::set(tx, &c, jo, &hash).await })).await.unwrap();
    let session = testing::session(&cx, jo).await;
    forgot(&t).await;
    let reset = t.mail.sent_to("jo@weber.example").pop().unwrap().rendered.text;
    let (_, reset) = reset.split_once("/password/reset/").unwrap();
    let reset: String = reset.chars().take(43).collect();
    let mut news = cx.db.subscribe();
    notice(about(&cx, &firm.tom, "/deactivate", jo, &[]).await);
    assert!(Visitor::of_token(&cx, Some(&session)).await.unwrap().signed_in().is_err());
    let mut kinds = Vec::new();
    while let Ok(batch) = news.try_recv() {
        kinds.extend(batch.iter().map(|one| one.event.news().clone()));
    }
    let ended = News::User { user: jo, act: UserAct::SessionEnded(None), by: String::new() };
    assert!(kinds.contains(&ended), "{kinds:?}");
    assert!(kinds.iter().any(|news| matches!(news, News::Team { member: Some(it), .. } if *it == jo)));
    let form = [("email", "jo@weber.example"), ("password", GOOD)];
    let (outcome, _) = mistake(post(&cx, Visitor::nobody(), "/login", &[], &form).await);
    assert!(outcome.problem.is_some_and(|text| text.contains("no longer have access")));
    assert!(!people::may_enter(&mut cx.db.read().await.unwrap(), cx.firm.id, jo).await.unwrap());
    let form = [("password", "Neun Kraniche im Nebel")];
    let (nobody, link) = (Visitor::nobody(), (password::LINK, reset.as_str()));
    let used = held::post(&cx, nobody, kernel::paths::RESET, link, &form).await;
    let (_, error) = mistake(used);
    assert_eq!(error.status(), 409, "the link that was on its way is void");
    let sent = t.mail.sent().len();
    forgot(&t).await;
    assert_eq!(t.mail.sent().len(), sent, "no link for somebody who left");
    let listed = members(&cx, &firm.eva).await;
    assert!(listed.last().is_some_and(|row| row.name == "Jo Adler" && row.deactivated.is_some()));
    assert_eq!(trail(&cx, "staff_deactivated").await[0].2, "active -> deactivated");
    let (_, error) = mistake(about(&cx, &firm.tom, "/deactivate", jo, &[]).await);
    assert_eq!(error, AppError::Conflict, "twice is told");
});

on_both!(a_successor_gets_the_accounts_and_whoever_returns_has_theirs, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let (jo, mia) = (
        firm.jo.user(),
        testing::staff_named(&cx, "mia@weber.example", "Mia", Role::Employee, &[]).await.user(),
    );
    for (code, name) in [("M1", "Müller"), ("Z1", "Zorn"), ("A1", "Adler")] {
        account(&cx, code, name).await;
    }
    for (user, code) in [(jo, "M1"), (jo, "Z1"), (mia, "Z1")] {
        notice(about(&cx, &firm.eva, "/accounts", user, &[("account", code), ("on", "true")]).await);
    }
    let other = t.cx_of(&t.other_firm().await);
    let stranger = testing::staff_named(&other, "x@other.example", "X", Role::Owner, &[]).await.user();
    for bad in ["x", &jo.to_string(), &stranger.to_string(), "0190a000-0000-7000-8000-000000000000"] {
        let (outcome, error) = mistake(about(&cx, &firm.eva, "/deactivate", jo, &[("successor", bad)]).await);
        assert_eq!(error.status(), 422);
        assert!(outcome.on("deactivate", "successor").is_some(), "{bad}");
    }
    assert!(card(&cx, &firm.eva, jo).await.member.deactivated.is_none(), "nothing was done half");
    notice(about(&cx, &firm.eva, "/deactivate", jo, &[("successor", &mia.to_string())]).await);
    assert_eq!(assigned(&cx, mia).await, ["M1", "Z1"]);
    assert_eq!(
        trail(&cx, "staff_deactivated").await[0].2,
        "active -> deactivated; 1 accounts to mia@weber.example"
    );
    notice(about(&cx, &firm.tom, "/reactivate", jo, &[]).await);
    assert_eq!(assigned(&cx, jo).await, ["M1", "Z1"]);
    let back = again(&cx, jo).await.unwrap();
    let back = Visitor::SignedIn(back).staff().unwrap();
    assert!(back.may(Right::ManageAccounts) && !back.sees_all(), "rights as they were");
    assert_eq!(trail(&cx, "staff_reactivated").await[0].2, "deactivated -> active");
});

on_both!(a_colleague_who_is_a_client_too_stays_a_client, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    let mueller = account(&cx, "M1", "Müller GmbH").await;
    crate::invitations::testing::login_on(&cx, mueller, "jo@weber.example").await;
    notice(about(&cx, &firm.eva, "/deactivate", firm.jo.user(), &[]).await);
    let jo = again(&cx, firm.jo.user()).await.unwrap();
    assert!(!jo.is_staff());
    assert!(Visitor::SignedIn(jo).client_of(&cx, "M1").await.is_ok());
});

async fn with_password(cx: &Cx, user: UserId) {
    a_firm(cx).give_password(user, GOOD).await;
}

async fn hand_over(cx: &Cx, staff: &Staff, to: &str, typed: &str) -> Result<Reply, AppError> {
    let visitor = Visitor::SignedIn(again(cx, staff.user()).await?);
    hand_over_by(cx, visitor, to, typed).await
}

async fn hand_over_by(cx: &Cx, visitor: Visitor, to: &str, typed: &str) -> Result<Reply, AppError> {
    let form = [("member", to), ("password", typed)];
    post(cx, visitor, "/app/settings/team/owner", &[], &form).await
}

async fn owners(cx: &Cx, staff: &May<Administer>) -> Vec<String> {
    members(cx, staff).await.into_iter().filter(|it| it.role == Role::Owner).map(|it| it.name).collect()
}

on_both!(the_firm_is_handed_over_with_the_password_and_has_one_owner_always, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    with_password(&cx, firm.eva.user()).await;
    let jo = firm.jo.user().to_string();
    for typed in ["", "wrong wrong wrong", &"x".repeat(10_000), "a\u{0}b"] {
        let (outcome, error) = mistake(hand_over(&cx, &firm.eva, &jo, typed).await);
        assert_eq!(error.status(), 422);
        assert!(outcome.on("owner", "password").is_some() && outcome.values.is_empty());
        t.clock.advance(3 * kernel::Ts::SECOND);
    }
    for nobody in ["", "x", "a\u{0}b"] {
        assert_eq!(hand_over(&cx, &firm.eva, nobody, GOOD).await.err(), Some(AppError::NotFound));
    }
    assert!(trail(&cx, "proof_given").await.is_empty(), "the session goes on under its own token");
    let nobody = "0190a000-0000-7000-8000-000000000000";
    assert_eq!(hand_over(&cx, &firm.eva, nobody, GOOD).await.err(), Some(AppError::NotFound));
    let (outcome, _) = mistake(hand_over(&cx, &firm.eva, &firm.eva.user().to_string(), GOOD).await);
    assert!(outcome.on("owner", "member").is_some());
    assert_eq!(hand_over(&cx, &firm.tom, &jo, GOOD).await.err(), Some(AppError::NotAllowed));
    assert_eq!(owners(&cx, &firm.tom).await, ["Eva Weber"]);
    let earlier = Visitor::SignedIn(again(&cx, firm.eva.user()).await.unwrap());
    assert!(notice(hand_over(&cx, &firm.eva, &jo, GOOD).await).contains("Jo Adler"));
    assert_eq!(owners(&cx, &firm.tom).await, ["Jo Adler"]);
    assert_eq!(card(&cx, &firm.tom, firm.eva.user()).await.member.role, Role::Admin);
    assert_eq!(
        trail(&cx, "owner_changed").await[0].2,
        "employee (manage_accounts) -> owner; eva@weber.example owner -> admin"
    );
    t.drain_mail().await;
    for address in ["eva@weber.example", "jo@weber.example"] {
        assert!(t.mail.sent_to(address).pop().unwrap().rendered.text.contains("203.0.113.7"));
    }
    // Eva's request that passed the door before is too late.
    let late = hand_over_by(&cx, earlier, &firm.tom.user().to_string(), GOOD).await;
    assert_eq!(late.err(), Some(AppError::NotAllowed));
    assert_eq!(owners(&cx, &firm.tom).await, ["Jo Adler"]);
});

on_both!(the_password_cannot_be_guessed_at_the_hand_over, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    with_password(&cx, firm.eva.user()).await;
    let jo = firm.jo.user().to_string();
    let mut last = AppError::Conflict;
    for _ in 0..12 {
        last = mistake(hand_over(&cx, &firm.eva, &jo, "wrong wrong wrong").await).1;
        t.clock.advance(5 * kernel::Ts::SECOND);
    }
    assert!(matches!(last, AppError::TooMany(60..)), "{last}");
});

on_both!(whoever_ends_a_colleagues_sessions_is_named_for_it, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    notice(about(&cx, &firm.tom, "/deactivate", firm.jo.user(), &[]).await);
    let (actor, subject, _) = trail(&cx, "sessions_ended").await.remove(0);
    assert_eq!((actor.as_str(), subject.as_str()), ("Tom Krüger <tom@weber.example>", "jo@weber.example"));
});

on_both!(somebody_deactivated_does_not_become_the_owner, |t| {
    let cx = t.cx();
    let firm = firm(&cx).await;
    with_password(&cx, firm.eva.user()).await;
    notice(about(&cx, &firm.eva, "/deactivate", firm.jo.user(), &[]).await);
    mistake(hand_over(&cx, &firm.eva, &firm.jo.user().to_string(), GOOD).await);
    assert_eq!(owners(&cx, &firm.eva).await, ["Eva Weber"]);
});

on_both!(another_firms_people_are_not_there, |t| {
    let cx = t.cx();
    let ours = firm(&cx).await;
    let other = t.cx_of(&t.other_firm().await);
    let theirs = firm(&other).await;
    let jo = ours.jo.user();
    assert!(reading::card(&other, &theirs.eva, &jo.to_string(), &Wanted::searching("")).await.is_err());
    let form = [("version", "1"), ("account", "M1"), ("on", "true")];
    for act in ["", "/accounts", "/deactivate", "/reactivate"] {
        assert_eq!(about(&other, &theirs.eva, act, jo, &form).await.err(), Some(AppError::NotFound), "{act}");
    }
    account(&other, "M1", "Theirs").await;
    assert_eq!(about(&cx, &ours.eva, "/accounts", jo, &form).await.err(), Some(AppError::NotFound));
    for bad in ["", "x", "a\u{0}b", &"x".repeat(10_000)] {
        let path = "/app/settings/team/{member}";
        let reply = post(&cx, as_visitor(&ours.eva), path, &[("member", bad)], &form).await;
        assert_eq!(reply.err(), Some(AppError::NotFound));
        assert!(reading::card(&cx, &ours.eva, bad, &Wanted::searching("")).await.is_err());
    }
});

const SEEING_ALL_CONTACTS: &str = include_str!("../../../../migrations/0020_view_all_contacts.sql");

on_both!(whoever_saw_all_accounts_goes_on_seeing_all_contacts, |t| {
    let cx = t.cx();
    let all = [Right::ManageFirm, Right::ViewAllAccounts];
    let kim = testing::staff_named(&cx, "kim@weber.example", "Kim", Role::Employee, &all).await;
    let some = [Right::ManageAccounts];
    let lee = testing::staff_named(&cx, "lee@weber.example", "Lee", Role::Employee, &some).await;
    // Once more than in life: what is there already is not put in twice.
    for statement in [SEEING_ALL_CONTACTS; 2].iter().flat_map(|text| text.split_inclusive(';')) {
        if statement.contains("UPDATE") {
            let write = cx.write(move |tx| {
                Box::pin(async move { Ok(platform::db::Stmt::new(statement, Vec::new()).run(tx).await?) })
            });
            write.await.unwrap();
        }
    }
    let mut conn = cx.db.read().await.unwrap();
    let stored: Vec<(UserId, String)> = sql!(
        "SELECT user_id, rights FROM staff_member WHERE firm_id = $1 ORDER BY user_id LIMIT 9",
        cx.firm.id
    )
    .all(&mut conn)
    .await
    .unwrap();
    assert_eq!(
        stored,
        [
            (kim.user(), "view_all_accounts manage_firm view_all_contacts".to_owned()),
            (lee.user(), "manage_accounts".to_owned())
        ]
    );
});
