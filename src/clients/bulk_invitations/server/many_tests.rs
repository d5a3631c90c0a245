//! Invitations to many: who is written to, who is left out and why, and that a second look decides (INV-6, INV-7).

use super::actions::{self, Sent};
use crate::accounts::server::actions as accounts;
use crate::accounts::{AccountFilter, Accounts};
use crate::bulk_invitations::{Chosen, LeftOut};
use crate::info::Which;
use crate::testing as story;
use access::access_state::AccessState;
use access::gate::{Reply, Staff, right::ManageAccounts, testing};
use kernel::{AppError, Locale, Right, Role, Ts, paths};
use lists::{Selected, Wanted};
use platform::{Cx, on_both, sql};

fn some(codes: &[&String]) -> Chosen {
    let ids = codes.iter().map(|code| (*code).clone()).collect();
    Chosen { accounts: Selected::Ids(ids), sent: None, stopped: false }
}

fn all(search: &str) -> Chosen {
    all_of(Accounts::current(search, None))
}

fn all_of(wanted: Wanted<Accounts>) -> Chosen {
    Chosen { accounts: Selected::all_of(wanted), sent: None, stopped: false }
}

/// An account with one contact that waits for an invitation.
async fn waiting(cx: &Cx, eva: &story::Manager, name: &str, email: &str) -> String {
    let code = story::account(cx, eva, name).await;
    story::contact(cx, eva, &code, name, email).await;
    story::click(cx, eva, &code, email, Which::Login, true).await.unwrap();
    code
}

async fn reason(cx: &Cx, eva: &story::Manager, choice: &Chosen, email: &str) -> Option<LeftOut> {
    let plan = actions::plan(cx, eva, choice).await.unwrap();
    plan.lines.iter().find(|line| line.email == email).expect("the address is listed").left_out
}

on_both!(everybody_is_listed_once_and_each_left_out_has_a_reason, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let one = waiting(&cx, &eva, "Adler", "anna@adler.example").await;
    let two = waiting(&cx, &eva, "Bauer", "bert@bauer.example").await;
    story::contact(&cx, &eva, &two, "Off", "off@bauer.example").await;
    // Anna is in both accounts, with one address.
    story::link(&cx, &eva, &one, "anna@adler.example", &two).await;
    story::click(&cx, &eva, &two, "anna@adler.example", Which::Login, true).await.unwrap();
    let old = waiting(&cx, &eva, "Clemens", "c@clemens.example").await;
    accounts::archive(&cx, &eva, &old, 1).await.unwrap();
    let three = waiting(&cx, &eva, "Dorn", "dora@dorn.example").await;
    testing::user(&cx, "dora@dorn.example", "Dora").await;
    let choice = some(&[&one, &two, &old, &three]);
    let plan = actions::plan(&cx, &eva, &choice).await.unwrap();
    assert_eq!((plan.accounts, plan.to().count(), plan.left_out().count()), (4, 2, 3));
    let anna = plan.lines.iter().find(|line| line.email == "anna@adler.example").unwrap();
    assert_eq!(anna.accounts.len(), 2);
    for (email, why) in [
        ("bert@bauer.example", None),
        ("off@bauer.example", Some(LeftOut::LoginOff)),
        ("c@clemens.example", Some(LeftOut::Archived)),
        ("dora@dorn.example", Some(LeftOut::Active)),
    ] {
        assert_eq!(reason(&cx, &eva, &choice, email).await, why, "{email}");
    }
    let sent = actions::send(&cx, &eva, &choice, "Welcome").await;
    assert_eq!(sent, Ok(Sent { sent: 2, left_out: 3, rest: 0 }));
    t.drain_mail().await;
    let mut written: Vec<_> = t.mail.sent().iter().map(|mail| mail.to.1.clone()).collect();
    written.retain(|to| to != "owner@weber.example");
    written.sort();
    assert_eq!(written, ["anna@adler.example", "bert@bauer.example"], "one mail each");
    let mail = t.mail.sent_to("anna@adler.example").pop().unwrap().rendered.text;
    assert!(mail.contains("Welcome") && mail.contains("Adler") && mail.contains("Bauer"));
});

on_both!(afterwards_it_is_said_who_was_written_to_and_who_was_not_and_why, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let one = waiting(&cx, &eva, "Adler", "anna@adler.example").await;
    let two = waiting(&cx, &eva, "Bauer", "bert@bauer.example").await;
    story::contact(&cx, &eva, &two, "Off", "off@bauer.example").await;
    let three = waiting(&cx, &eva, "Dorn", "dora@dorn.example").await;
    actions::send(&cx, &eva, &some(&[&three]), "").await.unwrap();
    t.clock.advance(Ts::SECOND);
    let begun = cx.now();
    let choice = some(&[&one, &two, &three]);
    actions::send(&cx, &eva, &choice, "").await.unwrap();
    t.clock.advance(10 * Ts::SECOND);
    let emails = |lines: &[crate::bulk_invitations::PlanLine]| {
        lines.iter().map(|line| (line.email.clone(), line.left_out)).collect::<Vec<_>>()
    };
    let became = actions::plan(&cx, &eva, &Chosen { sent: Some(begun.0), ..choice.clone() }).await.unwrap();
    let written: Vec<_> = became.written().map(|line| line.email.as_str()).collect();
    assert_eq!(written, ["anna@adler.example", "bert@bauer.example"]);
    assert_eq!(
        emails(&became.not_written().collect::<Vec<_>>()),
        [
            ("off@bauer.example".to_owned(), Some(LeftOut::LoginOff)),
            ("dora@dorn.example".to_owned(), Some(LeftOut::JustNow)),
        ],
        "a mail from before is none of these"
    );
    // A minute later they could be written to again, and still it is said that they were.
    t.clock.advance(Ts::MINUTE);
    let later = actions::plan(&cx, &eva, &Chosen { sent: Some(begun.0), ..choice.clone() }).await.unwrap();
    assert_eq!(later.written().count(), 2);
    let missed: Vec<_> = later.not_written().filter(|line| line.email.starts_with("dora")).collect();
    assert_eq!(
        missed[0].left_out,
        Some(LeftOut::Missed),
        "who waits and was not written to has a reason, too"
    );
    assert_eq!(actions::plan(&cx, &eva, &choice).await.unwrap().written().count(), 0, "a plan is no result");
    // What a colleague sent is not what one has sent oneself.
    let rights = [Right::ManageAccounts, Right::ViewAllAccounts];
    let tom = testing::staff_named(&cx, "tom@weber.example", "Tom", Role::Employee, &rights).await;
    let of_tom =
        actions::plan(&cx, &testing::may(&tom), &Chosen { sent: Some(begun.0), ..choice }).await.unwrap();
    assert_eq!(of_tom.written().count(), 0);
});

on_both!(an_address_is_left_out_for_a_minute_and_after_five_mails, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let email = "anna@adler.example";
    let code = waiting(&cx, &eva, "Adler", email).await;
    let choice = some(&[&code]);
    for place in 0..5 {
        assert_eq!(reason(&cx, &eva, &choice, email).await, None, "{place}");
        assert_eq!(actions::send(&cx, &eva, &choice, "").await, Ok(Sent { sent: 1, left_out: 0, rest: 0 }));
        assert_eq!(reason(&cx, &eva, &choice, email).await, Some(LeftOut::JustNow));
        t.clock.advance(Ts::MINUTE - 1);
        assert!(matches!(actions::send(&cx, &eva, &choice, "").await, Err(AppError::Refused(_))));
        t.clock.advance(1);
    }
    assert_eq!(reason(&cx, &eva, &choice, email).await, Some(LeftOut::FiveToday));
    t.clock.advance(Ts::DAY - 5 * Ts::MINUTE);
    assert_eq!(reason(&cx, &eva, &choice, email).await, None, "the first of the five is a day old");
});

on_both!(all_that_match_are_counted_by_the_server_and_only_in_sight, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let tom = story::tom(&cx).await;
    let mut codes = Vec::new();
    for place in 0..60 {
        codes.push(waiting(&cx, &eva, "Bauer", &format!("p{place}@bauer.example")).await);
    }
    waiting(&cx, &eva, "Adler", "anna@adler.example").await;
    story::assign(&cx, &eva, &tom, &codes[0]).await;
    let plan = actions::plan(&cx, &eva, &all("bauer")).await.unwrap();
    assert_eq!((plan.accounts, plan.to().count()), (60, 60), "not only those on the first page");
    assert_eq!(actions::plan(&cx, &eva, &all("")).await.unwrap().accounts, 61);
    assert_eq!(actions::plan(&cx, &tom, &all("")).await.unwrap().accounts, 1);
    assert_eq!(actions::plan(&cx, &tom, &all("p0@bauer")).await.unwrap().accounts, 1);
    assert_eq!(actions::plan(&cx, &tom, &all("anna")).await.unwrap().accounts, 0, "out of sight");
    let twice = actions::plan(&cx, &eva, &some(&[&codes[3], &codes[2], &codes[3]])).await.unwrap();
    assert_eq!((twice.accounts, twice.lines.len()), (2, 2), "each account once");
    let foreign = some(&[&codes[0], &codes[1]]);
    assert_eq!(actions::plan(&cx, &tom, &foreign).await.unwrap().accounts, 1);
    assert_eq!(actions::send(&cx, &tom, &foreign, "").await, Ok(Sent { sent: 1, left_out: 0, rest: 0 }));
    let other = t.cx_of(&t.other_firm().await);
    let max = story::max(&other).await;
    assert_eq!(actions::plan(&other, &max, &foreign).await.unwrap().accounts, 0);
    assert_eq!(actions::plan(&cx, &eva, &all("%")).await.unwrap().accounts, 0, "no wildcard");
});

on_both!(all_of_a_narrowed_list_are_those_that_it_shows, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let tom = story::tom(&cx).await;
    let invited = waiting(&cx, &eva, "Adler", "anna@adler.example").await;
    actions::send(&cx, &eva, &some(&[&invited]), "").await.unwrap();
    waiting(&cx, &eva, "Bauer", "bert@bauer.example").await;
    let old = waiting(&cx, &eva, "Clemens", "c@clemens.example").await;
    accounts::archive(&cx, &eva, &old, 1).await.unwrap();
    story::assign(&cx, &eva, &tom, &invited).await;
    story::assign(&cx, &eva, &tom, &old).await;
    for search in ["", "example"] {
        for (state, of_eva, of_tom) in [(AccessState::Invited, 1, 1), (AccessState::Active, 0, 0)] {
            let wanted = all_of(Accounts::current(search, Some(state)));
            assert_eq!(
                actions::plan(&cx, &eva, &wanted).await.unwrap().accounts,
                of_eva,
                "{search} {state:?}"
            );
            assert_eq!(
                actions::plan(&cx, &tom, &wanted).await.unwrap().accounts,
                of_tom,
                "{search} {state:?}"
            );
        }
        let archived = all_of(Wanted::searching(search).with(AccountFilter::Archived));
        for staff in [&eva, &tom] {
            let plan = actions::plan(&cx, staff, &archived).await.unwrap();
            assert_eq!((plan.accounts, plan.to().count()), (1, 0), "{search}");
        }
    }
});

on_both!(whoever_is_active_in_accounts_out_of_sight_is_written_to_like_anybody, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let tom = story::tom(&cx).await;
    testing::user(&cx, "anna@adler.example", "Anna").await;
    waiting(&cx, &eva, "Adler", "anna@adler.example").await;
    t.clock.advance(Ts::MINUTE);
    let code = waiting(&cx, &eva, "Bauer", "bert@bauer.example").await;
    story::contact(&cx, &eva, &code, "Anna", "anna@adler.example").await;
    story::click(&cx, &eva, &code, "anna@adler.example", Which::Login, true).await.unwrap();
    story::assign(&cx, &eva, &tom, &code).await;
    let choice = all("");
    assert_eq!(reason(&cx, &eva, &choice, "anna@adler.example").await, Some(LeftOut::Active));
    assert_eq!(reason(&cx, &tom, &choice, "anna@adler.example").await, None);
    assert_eq!(actions::send(&cx, &tom, &choice, "").await, Ok(Sent { sent: 2, left_out: 0, rest: 0 }));
});

on_both!(archived_accounts_are_chosen_by_their_short_id_only, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let gone = waiting(&cx, &eva, "Bauer", "bert@bauer.example").await;
    let empty = story::account(&cx, &eva, "Bauer leer").await;
    accounts::archive(&cx, &eva, &gone, 1).await.unwrap();
    for (choice, count) in
        [(all(""), 1), (all("bauer"), 1), (some(&[&gone, &empty]), 2), (some(&[&"Z99".to_owned()]), 0)]
    {
        let plan = actions::plan(&cx, &eva, &choice).await.unwrap();
        assert_eq!(plan.accounts, count, "{choice:?}");
    }
    accounts::reactivate(&cx, &eva, &gone, 2).await.unwrap();
    assert_eq!(actions::plan(&cx, &eva, &all("bauer")).await.unwrap().accounts, 2);
});

on_both!(a_plan_takes_two_statements_however_many_accounts_it_is_about, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let tom = story::tom(&cx).await;
    let mut codes = Vec::new();
    for place in 0..30 {
        codes.push(waiting(&cx, &eva, "Bauer", &format!("p{place}@bauer.example")).await);
    }
    story::assign(&cx, &eva, &tom, &codes[0]).await;
    for (who, choice) in [
        (&eva, some(&codes.iter().collect::<Vec<_>>())),
        (&eva, all("")),
        (&eva, all("bauer")),
        (&tom, all("")),
        (&tom, all("p0")),
    ] {
        let before = cx.db.statements();
        assert!(actions::plan(&cx, who, &choice).await.unwrap().accounts > 0, "{choice:?}");
        assert_eq!(cx.db.statements() - before, 2, "{choice:?}");
    }
});

on_both!(who_may_not_invite_sees_and_sends_nothing, |t| {
    let cx = t.cx();
    let ina = story::ina(&cx).await;
    assert_eq!(testing::admitted::<ManageAccounts>(&ina).err(), Some(AppError::NotAllowed));
    assert_eq!(story::posted(&cx, &ina, paths::ACCOUNTS_INVITE).await.err(), Some(AppError::NotAllowed));
});

on_both!(ten_who_press_send_at_once_write_to_everybody_once, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    for place in 0..5 {
        waiting(&cx, &eva, "Bauer", &format!("p{place}@bauer.example")).await;
    }
    let choice = all("");
    let answers = futures::future::join_all((0..10).map(|_| actions::send(&cx, &eva, &choice, ""))).await;
    let sent: i64 = answers.iter().flatten().map(|answer| answer.sent).sum();
    assert_eq!(sent, 5);
    t.drain_mail().await;
    assert_eq!(t.mail.sent().len(), 5);
});

async fn post(cx: &Cx, staff: &Staff, fields: &[(&str, &str)]) -> Result<Reply, AppError> {
    story::post(cx, staff, paths::ACCOUNTS_INVITE, fields).await
}

on_both!(the_form_says_what_happened_and_keeps_what_was_typed, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = waiting(&cx, &eva, "Adler", "anna@adler.example").await;
    let page = format!("/app/accounts/invite?account={code}");
    let long = "x".repeat(10_000);
    let reply = post(&cx, &eva, &[("accounts", &code), ("message", &long)]).await;
    let Ok(Reply::Again { page: at, outcome, error }) = reply else { panic!("sent") };
    assert_eq!((at, error.status()), (page.clone(), 422));
    assert!(outcome.on("invite", "message").is_some());
    assert_eq!(outcome.value("invite", "message").as_deref(), Some(long.as_str()));
    for nonsense in ["", "M1;DROP", "\u{202E}", "\r\n", "%", long.as_str()] {
        let reply = post(&cx, &eva, &[("accounts", nonsense)]).await;
        assert!(matches!(reply, Ok(Reply::Again { .. })), "{nonsense:?}");
    }
    t.drain_mail().await;
    assert!(t.mail.sent().is_empty());
    let reply = post(&cx, &eva, &[("accounts", &code), ("message", "Hello")]).await;
    let Ok(Reply::With { to, notice, .. }) = reply else { panic!("refused") };
    assert_eq!(to, format!("{page}&sent={}", cx.now().0));
    assert_eq!(notice.as_deref(), Some("1 invitation is on its way."));
});

/// As a statement that fails would, in the middle of a run: of these addresses only one finds room in the outbox.
async fn with_room_for_one(cx: &Cx, is_so: bool) {
    let narrowed = if is_so {
        sql!("CREATE UNIQUE INDEX room_for_one ON outbox (firm_id) WHERE to_address LIKE '%@late.example'")
    } else {
        sql!("DROP INDEX room_for_one")
    };
    cx.write(move |tx| Box::pin(async move { Ok(narrowed.run(tx).await?) })).await.unwrap();
}

on_both!(a_run_that_breaks_off_says_how_far_it_came_and_goes_on_with_the_rest, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let emails = ["a@adler.example", "b@bauer.example", "c@late.example", "d@late.example", "e@late.example"];
    for (name, email) in ["Adler", "Bauer", "Clemens", "Dorn", "Ende"].into_iter().zip(emails) {
        waiting(&cx, &eva, name, email).await;
    }
    with_room_for_one(&cx, true).await;
    let begun = cx.now().0;
    let reply = post(&cx, &eva, &[("all", "true"), ("message", "Welcome")]).await;
    let Ok(Reply::With { to, notice, .. }) = reply else { panic!("nobody learns who was written to") };
    assert_eq!(to, format!("/app/accounts/invite?all=true&sent={begun}&stopped=true"));
    let said = "3 invitations are on their way. Then sending stopped: 2 addresses were not written to.";
    assert_eq!(notice.as_deref(), Some(said));

    // Later than anybody is left out for having been written to just now.
    t.clock.advance(2 * Ts::MINUTE);
    let run = Chosen { sent: Some(begun), ..all("") };
    let plan = actions::plan(&cx, &eva, &run).await.unwrap();
    let waiting: Vec<_> = plan.lines.iter().filter(|line| line.waits()).map(|line| &*line.email).collect();
    assert_eq!((plan.written().count(), waiting), (3, emails[3..].to_vec()));
    assert_eq!(plan.message, "Welcome", "the rest are to be sent the same");
    let sent = begun.to_string();
    let rest = [("all", "true"), ("sent", sent.as_str()), ("message", plan.message.as_str())];
    let nobody = post(&cx, &eva, &rest).await;
    assert!(matches!(nobody, Err(AppError::Internal(_))), "an error is one as long as nobody was written to");

    with_room_for_one(&cx, false).await;
    let Ok(Reply::With { to, notice, .. }) = post(&cx, &eva, &rest).await else { panic!("refused") };
    assert_eq!(to, format!("/app/accounts/invite?all=true&sent={begun}"));
    assert_eq!(notice.as_deref(), Some("2 invitations are on their way."));
    let plan = actions::plan(&cx, &eva, &run).await.unwrap();
    assert_eq!((plan.written().count(), plan.message.as_str()), (5, ""));
    t.drain_mail().await;
    for email in emails {
        let mails = t.mail.sent_to(email);
        assert_eq!(mails.len(), 1, "{email}");
        assert!(mails[0].rendered.text.contains("Welcome"), "{email}");
    }
});

#[test]
fn what_was_sent_is_said_in_sentences_and_nothing_of_what_there_is_none_of() {
    let said = |l, sent, left_out| super::actions::said(l, Sent { sent, left_out, rest: 0 });
    assert_eq!(said(Locale::En, 3, 0), "3 invitations are on their way.");
    assert_eq!(said(Locale::En, 1, 2), "1 invitation is on its way. 2 addresses were left out.");
    assert_eq!(said(Locale::En, 0, 1), "1 address was left out.");
    assert_eq!(said(Locale::De, 2, 1), "2 Einladungen sind unterwegs. 1 Adresse wurde ausgelassen.");
    assert_eq!(said(Locale::Ja, 1, 1), "1件の招待を送信しました。1件のアドレスは対象外でした。");
    let stopped = |l, left_out| super::actions::said(l, Sent { sent: 1, left_out, rest: 2 });
    assert_eq!(
        stopped(Locale::En, 0),
        "1 invitation is on its way. Then sending stopped: 2 addresses were not written to."
    );
    assert_eq!(
        stopped(Locale::De, 1),
        "1 Einladung ist unterwegs. 1 Adresse wurde ausgelassen. Dann brach der Versand ab: 2 Adressen wurden nicht angeschrieben."
    );
}
