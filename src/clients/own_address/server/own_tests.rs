//! A client changes their own address, as it goes when all is well (ECHG-7).

use super::actions;
use super::reading::{self, AskTheFirm, OwnView};
use super::undoing::{self, UndoView};
use super::upkeep::purge;
use crate::contacts::server::addresses;
use crate::info::Which;
use crate::own_address::LINK;
use crate::testing as story;
use access::gate::{Reply, SignedIn, Visitor, testing};
use access::links::testing as held;
use kernel::live::News;
use kernel::{AppError, ContactId, EmailAddress, Ts, UserId, paths};
use platform::firm_profile::FirmProfile;
use platform::testing::{On, TestPlatform};
use platform::{Cx, on_both, sql};
use std::sync::Arc;

pub(super) const OLD: &str = "anna@meier.example";
pub(super) const NEW: &str = "Anna@Neu.example";
pub(super) const NORM: &str = "anna@neu.example";
pub(super) const PASSWORD: &str = "eine Wiese mit 7 Ziegen";

/// Anna, who signs in to two accounts, with a session of hers.
pub(super) struct Anna {
    pub eva: story::Manager,
    pub one: String,
    pub two: String,
    pub user: UserId,
    pub who: SignedIn,
}

pub(super) async fn anna(t: &TestPlatform, cx: &Cx) -> Anna {
    let eva = story::eva(cx).await;
    let (one, two) = (story::account(cx, &eva, "Meier").await, story::account(cx, &eva, "Meier KG").await);
    story::contact(cx, &eva, &one, "Anna Meier", OLD).await;
    story::link(cx, &eva, &one, OLD, &two).await;
    let user = testing::user(cx, OLD, "Anna Meier").await;
    set_password(cx, user).await;
    for code in [&one, &two] {
        story::click(cx, &eva, code, OLD, Which::Login, true).await.unwrap();
    }
    let token = testing::session(cx, user).await;
    t.drain_mail().await;
    t.mail.take();
    Anna { eva, one, two, user, who: holder(cx, &token).await.signed_in().unwrap().clone() }
}

pub(super) async fn set_password(cx: &Cx, user: UserId) {
    let hash = access::password::hash(&cx.platform, PASSWORD).await.unwrap();
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { access::password::set(tx, &c, user, &hash).await }))
        .await
        .unwrap();
}

pub(super) async fn holder(cx: &Cx, token: &str) -> Visitor {
    Visitor::of_token(cx, Some(token)).await.unwrap()
}

/// The six digits in the newest mail to this address.
pub(super) async fn code_to(t: &TestPlatform, to: &str) -> String {
    t.drain_mail().await;
    let subject = t.mail.sent_to(to).pop().expect("a mail").rendered.subject;
    let digits: String = subject.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(digits.len(), 6, "{subject}");
    digits
}

/// The link in the newest mail to this address.
pub(super) async fn undo_link(t: &TestPlatform, to: &str) -> String {
    t.drain_mail().await;
    let text = t.mail.sent_to(to).pop().expect("a mail").rendered.text;
    let (_, rest) = text.split_once("https://portal.weber.example/address-undo/").expect("a link");
    rest.chars().take(43).collect()
}

pub(super) async fn post(cx: &Cx, visitor: Visitor, fields: &[(&str, &str)]) -> Result<Reply, AppError> {
    testing::post(cx, visitor, "/account/address", fields).await
}

/// What the page of the link with this token shows.
pub(super) async fn undo_view(cx: &Cx, token: &str) -> Result<UndoView, AppError> {
    undoing::view(cx, &held::by(cx, token).await?).await
}

pub(super) async fn undo(cx: &Cx, token: &str) -> Result<Reply, AppError> {
    held::post(cx, Visitor::nobody(), paths::UNDO_ADDRESS, (LINK, token), &[]).await
}

/// Asks and confirms; the visitor who goes on.
pub(super) async fn changes(t: &TestPlatform, cx: &Cx, who: &SignedIn, to: &str) -> Visitor {
    actions::ask(cx, who, PASSWORD, to).await.expect("a code is on its way");
    let code = code_to(t, to).await;
    let started = actions::confirm(cx, who, &code).await.expect("the address is changed");
    holder(cx, started.token.expose()).await
}

pub(super) async fn login_of(cx: &Cx, user: UserId) -> String {
    let mut conn = story::look(cx).await;
    let (norm,): (String,) =
        sql!("SELECT email_norm FROM portal_user WHERE id = $1", user).one(&mut conn).await.unwrap();
    norm
}

pub(super) async fn emails(cx: &Cx, eva: &story::Manager, code: &str) -> Vec<String> {
    story::tab(cx, eva, code).await.rows().map(|(_, row)| row.email.clone()).collect()
}

on_both!(a_code_that_was_mailed_before_the_master_key_was_rotated_still_counts, |t| {
    let anna = anna(&t, &t.cx()).await;
    actions::ask(&t.cx(), &anna.who, PASSWORD, NEW).await.expect("a code is on its way");
    let code = code_to(&t, NEW).await;
    let t = t.with_rotated_keys().await;
    actions::confirm(&t.cx(), &anna.who, &code).await.expect("the address is changed");
    assert_eq!(login_of(&t.cx(), anna.user).await, NORM);
});

/// The same request at the firm that switched it off.
pub(super) fn switched_off(cx: &Cx) -> Cx {
    let firm = FirmProfile { own_address: false, ..(*cx.firm).clone() };
    let mut cx = cx.clone();
    cx.firm = Arc::new(firm);
    cx
}

on_both!(with_password_and_code_the_address_changes_in_every_account, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    story::click(&cx, &anna.eva, &anna.one, OLD, Which::EmailSync, true).await.unwrap();
    story::click(&cx, &anna.eva, &anna.two, OLD, Which::Notify, false).await.unwrap();
    let visitor = Visitor::SignedIn(anna.who.clone());
    assert_eq!(reading::view(&cx, &visitor).await, Ok(OwnView::Form { email: OLD.to_owned() }));
    let asked = post(&cx, visitor.clone(), &[("step", "ask"), ("current", PASSWORD), ("email", NEW)]).await;
    assert!(matches!(asked, Ok(Reply::To(page)) if page == "/account/address"));
    let Ok(OwnView::Code { email, time }) = reading::view(&cx, &visitor).await else {
        panic!("no code awaited")
    };
    assert_eq!((email.as_str(), time.as_str()), (NEW, "09:00"), "shown in full, so that a typo is seen");
    assert_eq!(login_of(&cx, anna.user).await, OLD, "nothing changed yet");
    let code = code_to(&t, NEW).await;
    let text = &t.mail.sent_to(NEW)[0].rendered.text;
    assert!(!text.contains("http"), "no link in it");
    assert!(!text.contains("Anna"), "and no name: it may be anybody's mailbox");
    let done = post(&cx, visitor, &[("step", "code"), ("code", &code)]).await;
    let Ok(Reply::With { to, cookies, notice }) = done else { panic!("refused") };
    assert!(to == "/account/address" && notice.is_some());
    assert_eq!(login_of(&cx, anna.user).await, NORM);
    for (code, on) in [(&anna.one, (true, true, true)), (&anna.two, (true, false, false))] {
        assert_eq!(emails(&cx, &anna.eva, code).await, [NEW]);
        let row = story::row(&cx, &anna.eva, code, NEW).await;
        assert_eq!((row.login, row.notify, row.email_sync), on, "the switches went along");
        assert_eq!(row.changed_by_client.as_ref().map(|it| it.0.as_str()), Some(OLD), "and staff see it");
    }
    let on = holder(&cx, cookies[0].value.as_deref().unwrap()).await;
    assert!(on.client_of(&cx, &anna.one).await.is_ok(), "this browser goes on");
    assert_eq!(on.signed_in().unwrap().email(), NEW);
    assert_eq!(story::audited(&cx, "own_address_changed").await, 2, "in both accounts' trails");
    assert_eq!(story::audited(&cx, "sign_in_address_changed").await, 1, "which her recent activity shows");
});

on_both!(a_password_that_was_replaced_meanwhile_asks_for_no_code, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    t.clock.advance(Ts::MINUTE);
    let asking = async |cx: Cx| actions::ask(&cx, &anna.who, PASSWORD, NEW).await;
    let [before, after] = testing::with_a_new_password_before_its_last_write(&cx, anna.user, asking).await;
    assert_eq!(before, Ok(()));
    assert!(after.unwrap_err().on("current").is_some(), "as a wrong one");
    t.drain_mail().await;
    assert_eq!(t.mail.sent_to(NEW).len(), 1, "that of before");
});

on_both!(other_devices_are_out_and_what_was_mailed_to_the_old_address_is_void, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let phone = testing::session(&cx, anna.user).await;
    let row = story::row(&cx, &anna.eva, &anna.one, OLD).await;
    let send = crate::info::server::actions::send_reset;
    send(&cx, &testing::may(&anna.eva), &anna.one, story::id(&row)).await.unwrap();
    let pending = testing::pending(&cx, anna.user, PASSWORD, None).await;
    let here = changes(&t, &cx, &anna.who, NEW).await;
    assert!(here.signed_in().is_ok());
    assert!(holder(&cx, &phone).await.signed_in().is_err(), "the phone is out");
    assert!(
        matches!(holder(&cx, pending.token.expose()).await, Visitor::Nobody(_)),
        "a code under way is void"
    );
    let mut conn = story::look(&cx).await;
    let (open,): (i64,) = sql!(
        "SELECT COUNT(*) FROM link WHERE of_id = $1 AND kind = 'reset' AND used_at IS NULL AND superseded_at IS NULL",
        anna.user
    )
    .one(&mut conn)
    .await
    .unwrap();
    assert_eq!(open, 0, "a reset link in the old mailbox opens nothing");
    let again = holder(&cx, &phone).await;
    assert!(again.client_of(&cx, &anna.one).await.is_err());
    let stale = Wish::stale(&row);
    let late = crate::info::server::actions::switch(&cx, &story::sure(&anna.eva), &anna.one, stale).await;
    assert_eq!(late, Err(AppError::Conflict), "whoever looks at the old page is told");
});

use crate::info::SettingRow;
use crate::info::server::actions::Wish;
impl Wish {
    /// A click on a page from before.
    fn stale(row: &SettingRow) -> Self {
        Wish { id: story::id(row), which: Which::Notify, on: false, version: row.version, confirmed: true }
    }
}

on_both!(the_old_address_is_told_and_takes_it_back_for_a_week, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let here = changes(&t, &cx, &anna.who, NEW).await;
    let link = undo_link(&t, OLD).await;
    let told = t.mail.sent_to(OLD).pop().unwrap().rendered;
    assert!(told.subject.contains("A***@Neu.example"), "{}", told.subject);
    assert!(told.text.contains("203.0.113.7") && told.text.contains("Firefox"), "where and with what");
    assert!(!told.text.contains(NEW) && !told.html.contains(NORM), "the new one is masked");
    t.clock.advance(7 * Ts::DAY - 1);
    for _ in 0..3 {
        let UndoView::Open { old, masked, .. } = undo_view(&cx, &link).await.unwrap() else {
            panic!("ended")
        };
        assert_eq!((old.as_str(), masked.as_str()), ("a***@meier.example", "A***@Neu.example"));
    }
    assert_eq!(login_of(&cx, anna.user).await, NORM, "looking changes nothing");
    assert!(matches!(undo(&cx, &link).await, Ok(Reply::To(_))));
    assert_eq!(undo_view(&cx, &link).await, Ok(UndoView::Stopped));
    assert_eq!(login_of(&cx, anna.user).await, OLD);
    assert_eq!(emails(&cx, &anna.eva, &anna.one).await, [OLD]);
    assert!(story::row(&cx, &anna.eva, &anna.two, OLD).await.login, "with its switches");
    let later = testing::client_of(&cx, &here.client().unwrap(), &anna.one).await;
    assert!(later.is_err(), "whoever was signed in is out of it");
    let mut conn = story::look(&cx).await;
    let (hash,): (Option<String>,) =
        sql!("SELECT password_hash FROM portal_user WHERE id = $1", anna.user).one(&mut conn).await.unwrap();
    assert_eq!(hash, None, "the password that was known is dead");
    drop(conn);
    assert!(matches!(undo(&cx, &link).await, Ok(Reply::To(_))), "twice does no harm");
    assert_eq!(story::audited(&cx, "own_address_stopped").await, 2);
    t.drain_mail().await;
    assert!(t.mail.sent_to("owner@weber.example").pop().is_some(), "the owner is told");
});

on_both!(after_a_week_only_the_firm_can_help, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    changes(&t, &cx, &anna.who, NEW).await;
    let link = undo_link(&t, OLD).await;
    t.clock.advance(7 * Ts::DAY);
    assert_eq!(undo_view(&cx, &link).await, Ok(UndoView::Late));
    assert!(matches!(undo(&cx, &link).await, Ok(Reply::To(_))));
    assert_eq!(login_of(&cx, anna.user).await, NORM);
});

on_both!(a_second_address_of_hers_becomes_the_one_she_signs_in_with, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let contact: ContactId = story::group_of(&cx, &anna.eva, &anna.one, OLD).await.parse().unwrap();
    addresses::add(&cx, &anna.eva, contact, EmailAddress::parse(NORM).unwrap(), true).await.unwrap();
    story::click(&cx, &anna.eva, &anna.one, NORM, Which::EmailSync, true).await.unwrap();
    changes(&t, &cx, &anna.who, NEW).await;
    assert_eq!(emails(&cx, &anna.eva, &anna.one).await, [NEW], "one row, not two");
    let row = story::row(&cx, &anna.eva, &anna.one, NEW).await;
    assert!(row.login && row.notify && row.email_sync, "what was on for either is on");
    assert!(!story::row(&cx, &anna.eva, &anna.two, NEW).await.email_sync);
});

on_both!(whoever_looks_at_an_account_or_is_signed_in_hears_of_it, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    testing::session(&cx, anna.user).await;
    let mut news = cx.db.subscribe();
    changes(&t, &cx, &anna.who, NEW).await;
    let mut told = Vec::new();
    while let Ok(some) = news.try_recv() {
        told.extend(some.iter().map(|one| one.event.news().clone()));
    }
    let by_anna = |it: &&News| matches!(it, News::Account { act, by, .. } if act == "own_address_changed" && by == "Anna Meier");
    assert_eq!(told.iter().filter(by_anna).count(), 2, "both accounts: {told:?}");
    assert!(
        told.iter().any(|it| matches!(it, News::User { .. })),
        "her other tabs are told that they are out"
    );
});

on_both!(the_firm_that_wants_to_be_asked_is_and_says_how, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let off = switched_off(&cx);
    let visitor = Visitor::SignedIn(anna.who.clone());
    assert_eq!(reading::view(&off, &visitor).await, Ok(OwnView::Ask(AskTheFirm::Off)));
    let asked = post(&off, visitor.clone(), &[("step", "ask"), ("current", PASSWORD), ("email", NEW)]).await;
    let Ok(Reply::Again { error: AppError::Refused(text), .. }) = asked else { panic!("taken") };
    assert!(text.contains("Weber"));
    actions::ask(&cx, &anna.who, PASSWORD, NEW).await.unwrap();
    let code = code_to(&t, NEW).await;
    let late = actions::confirm(&off, &anna.who, &code).await;
    assert!(matches!(late, Err(AppError::Refused(_))), "switched off between asking and the code");
    assert_eq!(login_of(&cx, anna.user).await, OLD);
});

on_both!(what_came_to_nothing_is_forgotten_after_a_day_and_links_are_not, |t| {
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    let here = changes(&t, &cx, &anna.who, NEW).await;
    let link = undo_link(&t, OLD).await;
    t.clock.advance(2 * Ts::MINUTE);
    actions::ask(&cx, here.signed_in().unwrap(), PASSWORD, "x@neu.example").await.unwrap();
    assert_eq!(purge(&cx.platform).await, Ok(0));
    t.clock.advance(2 * Ts::DAY);
    assert_eq!(purge(&cx.platform).await, Ok(3), "two codes and a wish");
    assert!(matches!(undo_view(&cx, &link).await, Ok(UndoView::Open { .. })));
});

/// Bob is invited to the same account: whoever holds his invitation changes where its people stand.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_changes_their_address_gets_into_the_line_of_accounts_last() {
    let Some(t) = TestPlatform::new(On::Postgres).await else { return };
    let cx = t.cx();
    let anna = anna(&t, &cx).await;
    story::contact(&cx, &anna.eva, &anna.one, "Bob", "bob@meier.example").await;
    story::invite(&cx, &anna.eva, &anna.one, "bob@meier.example").await;
    actions::ask(&cx, &anna.who, PASSWORD, NEW).await.unwrap();
    let (c, who, code) = (cx.clone(), anna.who.clone(), code_to(&t, NEW).await);
    let held = [
        "UPDATE contact_setting SET version = version",
        "UPDATE link SET expires_at = expires_at + 1 WHERE kind = 'invitation'",
    ];
    let changed = story::beside(&t, &held, async move { actions::confirm(&c, &who, &code).await }).await;
    assert!(changed.is_ok(), "{:?}", changed.err());
    assert_eq!(login_of(&cx, anna.user).await, NORM);
}
