//! The link that stops a change, and accepting with the old password (ECHG-5, ECHG-6).

use super::stopping;
use crate::address_changes::{Progress, StopView};
use crate::info::Which;
use crate::testing as story;
use access::gate::{Proven, Reply, SignedIn, Visitor, testing};
use access::links::testing as held;
use directory::testing::a_firm;
use kernel::{AppError, Role, Ts, UserId, paths};
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};

const OLD: &str = "anna@meier.example";
const NEW: &str = "anna@neu.example";
const PASSWORD: &str = "eine Wiese mit 7 Ziegen";

/// What the page of the link with this token shows.
async fn view(cx: &Cx, token: &str) -> Result<StopView, AppError> {
    stopping::view(cx, &held::by(cx, token).await?).await
}

/// An account whose only contact signs in, with a change to [`NEW`] begun; the login, and the link in the old mailbox.
async fn begun(t: &TestPlatform, cx: &Cx) -> (story::Manager, String, UserId, String) {
    let eva = story::eva(cx).await;
    let (code, user, link) = begun_by(t, cx, &eva, OLD, NEW).await;
    (eva, code, user, link)
}

/// The same for any two addresses.
pub(super) async fn begun_by(
    t: &TestPlatform,
    cx: &Cx,
    eva: &story::Manager,
    old: &str,
    new: &str,
) -> (String, UserId, String) {
    let code = story::account(cx, eva, "Meier").await;
    story::contact(cx, eva, &code, "Anna Meier", old).await;
    let user = testing::user(cx, old, "Anna Meier").await;
    let hash = access::password::hash(&cx.platform, PASSWORD).await.unwrap();
    let c = cx.clone();
    cx.write(move |tx| Box::pin(async move { access::password::set(tx, &c, user, &hash).await }))
        .await
        .unwrap();
    story::click(cx, eva, &code, old, Which::Login, true).await.unwrap();
    t.drain_mail().await;
    t.mail.take();
    story::change(cx, eva, &code, old, new).await.unwrap();
    t.drain_mail().await;
    let text = t.mail.sent_to(old).pop().expect("a mail").rendered.text;
    (code, user, token(&text, "/address-change/"))
}

pub(super) fn token(text: &str, path: &str) -> String {
    let (_, rest) = text.split_once(path).expect("a link");
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
}

pub(super) async fn post(
    cx: &Cx,
    visitor: Visitor,
    path: &str,
    token: &str,
    form: &[(&str, &str)],
) -> Result<Reply, AppError> {
    let mut kinds = crate::LINKS.into_iter().chain(access::LINKS);
    let link = kinds.find(|kind| kind.page == path).expect("a kind of link");
    held::post(cx, visitor, path, (link, token), form).await
}

pub(super) async fn stop(cx: &Cx, token: &str) -> Result<Reply, AppError> {
    post(cx, Visitor::nobody(), paths::STOP_ADDRESS_CHANGE, token, &[]).await
}

async fn invitation(t: &TestPlatform) -> String {
    t.drain_mail().await;
    token(&t.mail.sent_to(NEW).pop().expect("an invitation").rendered.text, "/invite/")
}

async fn email_of(cx: &Cx, user: UserId) -> String {
    let mut conn = story::look(cx).await;
    let (email,): (String,) =
        sql!("SELECT email_norm FROM portal_user WHERE id = $1", user).one(&mut conn).await.unwrap();
    email
}

on_both!(the_link_shows_what_is_planned_and_stops_it_once, |t| {
    let cx = t.cx();
    let (eva, code, user, link) = begun(&t, &cx).await;
    for _ in 0..3 {
        let StopView::Open { old, masked, by, .. } = view(&cx, &link).await.unwrap() else {
            panic!("not open")
        };
        assert_eq!((old.as_str(), masked.as_str()), ("a***@meier.example", "a***@neu.example"));
        assert_eq!(by, "Eva Weber");
    }
    assert_eq!(story::tab(&cx, &eva, &code).await.unlinked.len(), 1, "looking changes nothing");
    assert!(matches!(stop(&cx, &link).await, Ok(Reply::To(_))));
    assert_eq!(view(&cx, &link).await, Ok(StopView::Stopped));
    assert!(matches!(stop(&cx, &link).await, Ok(Reply::To(_))), "twice does no harm");
    let tab = story::tab(&cx, &eva, &code).await;
    assert_eq!(tab.rows().map(|(_, row)| row.email.as_str()).collect::<Vec<_>>(), [OLD]);
    assert_eq!(story::audited(&cx, "address_change_stopped").await, 1);
    let invited = invitation(&t).await;
    let late = post(&cx, Visitor::nobody(), paths::INVITATION, &invited, &[("password", PASSWORD)]).await;
    assert!(matches!(late, Ok(Reply::To(_))), "the invitation is dead");
    assert_eq!(email_of(&cx, user).await, OLD);
    let told = t.mail.sent_to("owner@weber.example").pop().expect("whoever began it is told");
    assert!(told.rendered.subject.contains("was stopped"));
});

on_both!(fifty_at_once_stop_it_once, |t| {
    let cx = t.cx();
    let (_, _, _, link) = begun(&t, &cx).await;
    let replies = futures::future::join_all((0..50).map(|_| stop(&cx, &link))).await;
    assert!(replies.iter().all(|reply| matches!(reply, Ok(Reply::To(_)))));
    assert_eq!(story::audited(&cx, "address_change_stopped").await, 1);
});

on_both!(a_link_we_never_made_stops_nothing, |t| {
    let cx = t.cx();
    begun(&t, &cx).await;
    for token in ["", "x", &"x".repeat(43), "%00", "\u{202E}", &"x".repeat(10_000)] {
        assert!(matches!(stop(&cx, token).await, Err(AppError::NotFound)), "{token:?}");
    }
    let other = t.cx_of(&t.other_firm().await);
    let link = token(&t.mail.sent_to(OLD).pop().unwrap().rendered.text, "/address-change/");
    assert!(matches!(stop(&other, &link).await, Err(AppError::NotFound)), "at another firm");
});

on_both!(a_stop_link_lives_as_long_as_the_change, |t| {
    let cx = t.cx();
    let (eva, code, _, link) = begun(&t, &cx).await;
    t.clock.advance(30 * Ts::DAY - 1);
    assert!(matches!(view(&cx, &link).await, Ok(StopView::Open { .. })));
    t.clock.advance(1);
    assert_eq!(view(&cx, &link).await, Ok(StopView::Expired));
    assert!(matches!(stop(&cx, &link).await, Ok(Reply::To(_))));
    assert_eq!(story::tab(&cx, &eva, &code).await.unlinked[0].change.progress, Progress::Expired);
});

on_both!(with_the_old_password_the_login_goes_on_with_its_devices, |t| {
    let cx = t.cx();
    let (eva, code, user, link) = begun(&t, &cx).await;
    let phone = testing::session(&cx, user).await;
    let invited = invitation(&t).await;
    let fields = [("how", "go_on"), ("old_password", PASSWORD)];
    let reply = post(&cx, Visitor::nobody(), paths::INVITATION, &invited, &fields).await;
    let Ok(Reply::With { to, cookies, .. }) = reply else { panic!("refused") };
    assert_eq!(to, format!("/portal/{code}"));
    assert!(!cookies.is_empty(), "and signed in");
    assert_eq!(email_of(&cx, user).await, NEW, "the same login under the new address");
    let device = Visitor::of_token(&cx, Some(&phone)).await.unwrap();
    assert!(device.client_of(&cx, &code).await.is_ok(), "the other device stays signed in");
    let tab = story::tab(&cx, &eva, &code).await;
    assert_eq!(tab.rows().map(|(_, row)| row.email.as_str()).collect::<Vec<_>>(), [NEW]);
    assert_eq!(view(&cx, &link).await, Ok(StopView::Accepted), "too late to stop");
    assert!(matches!(stop(&cx, &link).await, Ok(Reply::To(_))));
    assert_eq!(email_of(&cx, user).await, NEW);
    assert_eq!(testing::find_user(&cx, OLD).await, None, "nobody signs in with the old address");
    assert_eq!(story::audited(&cx, "sign_in_address_changed").await, 1);
    t.clock.advance(2 * Ts::MINUTE);
    assert!(story::change(&cx, &eva, &code, NEW, OLD).await.is_ok(), "and back again");
});

on_both!(a_wrong_old_password_is_refused_and_slowed_down, |t| {
    let cx = t.cx();
    let (_, _, user, _) = begun(&t, &cx).await;
    let invited = invitation(&t).await;
    let long = "x".repeat(10_000);
    for typed in ["", "wrong", "\u{202E}\r\n", long.as_str()] {
        let fields = [("how", "go_on"), ("old_password", typed)];
        let reply = post(&cx, Visitor::nobody(), paths::INVITATION, &invited, &fields).await;
        let Ok(Reply::Again { outcome, .. }) = reply else { panic!("{typed:?} was taken") };
        assert!(outcome.on("go_on", "old_password").is_some());
        assert!(outcome.values.is_empty(), "a password is never shown again");
        t.clock.advance(5 * Ts::SECOND);
    }
    let mut last = None;
    for _ in 0..12 {
        let fields = [("how", "go_on"), ("old_password", "guess")];
        last = Some(post(&cx, Visitor::nobody(), paths::INVITATION, &invited, &fields).await);
        t.clock.advance(5 * Ts::SECOND);
    }
    assert!(matches!(last, Some(Ok(Reply::Again { error: AppError::TooMany(60..), .. }))));
    assert_eq!(email_of(&cx, user).await, OLD);
});

on_both!(an_old_password_that_was_replaced_meanwhile_takes_nothing_along, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (_, first, _) = begun_by(&t, &cx, &eva, "jo@meier.example", "jo@neu.example").await;
    let link = token(&t.mail.sent_to("jo@neu.example").pop().expect("a mail").rendered.text, "/invite/");
    let (_, user, _) = begun_by(&t, &cx, &eva, OLD, NEW).await;
    let links = [link, invitation(&t).await];
    t.clock.advance(Ts::MINUTE);
    let turn = std::cell::Cell::new(0);
    let fields = [("how", "go_on"), ("old_password", PASSWORD)];
    let [before, after] = testing::with_a_new_password_before_its_last_write(&cx, user, async |cx: Cx| {
        let link = &links[turn.replace(1)];
        post(&cx, Visitor::nobody(), paths::INVITATION, link, &fields).await
    })
    .await;
    assert!(matches!(before, Ok(Reply::With { .. })));
    assert_eq!(email_of(&cx, first).await, "jo@neu.example");
    let Ok(Reply::Again { outcome, .. }) = after else { panic!("it was taken along") };
    assert!(outcome.on("go_on", "old_password").is_some(), "as a wrong one");
    assert_eq!(email_of(&cx, user).await, OLD);
});

on_both!(a_session_of_the_old_address_is_proof_enough, |t| {
    let cx = t.cx();
    let (_, code, user, _) = begun(&t, &cx).await;
    let session = testing::session(&cx, user).await;
    let anna = Visitor::of_token(&cx, Some(&session)).await.unwrap();
    let invited = invitation(&t).await;
    let reply = post(&cx, anna, paths::INVITATION, &invited, &[("how", "go_on")]).await;
    let Ok(Reply::With { cookies, .. }) = reply else { panic!("refused") };
    assert_eq!(email_of(&cx, user).await, NEW);
    let new = Visitor::of_token(&cx, cookies[0].value.as_deref()).await.unwrap();
    assert!(new.client_of(&cx, &code).await.is_ok());
    let old = Visitor::of_token(&cx, Some(&session)).await.unwrap();
    assert!(old.signed_in().is_err(), "this browser goes on under a new token");
});

/// Whoever this answer signs in, and whether that counts as a recent password.
async fn entered(cx: &Cx, reply: Result<Reply, AppError>) -> (SignedIn, bool) {
    let Ok(Reply::With { cookies, .. }) = reply else { panic!("refused") };
    let new = Visitor::of_token(cx, cookies[0].value.as_deref()).await.unwrap().signed_in().unwrap().clone();
    (new.clone(), Proven::of(new, cx.now()).is_some())
}

on_both!(going_on_by_a_session_is_no_proof_of_the_password, |t| {
    let cx = t.cx();
    let (_, _, user, _) = begun(&t, &cx).await;
    let session = testing::session(&cx, user).await;
    t.clock.advance(15 * Ts::MINUTE);
    let anna = Visitor::of_token(&cx, Some(&session)).await.unwrap();
    let invited = invitation(&t).await;
    let reply = post(&cx, anna, paths::INVITATION, &invited, &[("how", "go_on")]).await;
    let (anna, proven) = entered(&cx, reply).await;
    assert_eq!((anna.user(), proven), (user, false), "nobody gave a password here");
});

on_both!(going_on_by_the_password_is_a_proof_of_it, |t| {
    let cx = t.cx();
    let (_, _, user, _) = begun(&t, &cx).await;
    let invited = invitation(&t).await;
    let fields = [("how", "go_on"), ("old_password", PASSWORD)];
    let reply = post(&cx, Visitor::nobody(), paths::INVITATION, &invited, &fields).await;
    let (anna, proven) = entered(&cx, reply).await;
    assert_eq!((anna.user(), proven), (user, true));
});

on_both!(a_session_of_somebody_else_proves_nothing, |t| {
    let cx = t.cx();
    let (_, _, user, _) = begun(&t, &cx).await;
    let jo = testing::client(&cx, "jo@adler.example", "Jo").await;
    let invited = invitation(&t).await;
    let reply =
        post(&cx, Visitor::SignedIn(jo.who().clone()), paths::INVITATION, &invited, &[("how", "go_on")])
            .await;
    assert!(matches!(reply, Ok(Reply::Again { .. })));
    assert_eq!(email_of(&cx, user).await, OLD);
});

on_both!(with_a_new_password_a_fresh_login_takes_the_grants_over, |t| {
    let cx = t.cx();
    let (eva, code, user, _) = begun(&t, &cx).await;
    let invited = invitation(&t).await;
    let fields = [("password", "noch eine Wiese, 9 Ziegen")];
    let reply = post(&cx, Visitor::nobody(), paths::INVITATION, &invited, &fields).await;
    let Ok(Reply::With { to, .. }) = reply else { panic!("refused") };
    assert_eq!(to, format!("/portal/{code}"));
    let fresh = testing::find_user(&cx, NEW).await.expect("a login of its own");
    assert_ne!(fresh, user);
    assert_eq!(email_of(&cx, user).await, OLD);
    let unlinked = story::tab(&cx, &eva, &code).await.unlinked.remove(0);
    assert_eq!(unlinked.change.progress, Progress::Accepted);
    assert!(unlinked.contact.rows[0].login, "for the firm to switch off");
});

on_both!(what_was_mailed_to_the_old_mailbox_opens_nothing_after_the_login_moved, |t| {
    let cx = t.cx();
    let (eva, code, user, _) = begun(&t, &cx).await;
    let row = story::tab(&cx, &eva, &code).await.unlinked[0].contact.rows[0].clone();
    let send = crate::info::server::actions::send_reset;
    send(&cx, &testing::may(&eva), &code, story::id(&row)).await.unwrap();
    t.drain_mail().await;
    let mails = t.mail.sent_to(OLD);
    let reset = mails.iter().find(|mail| mail.rendered.text.contains("/password/reset/")).unwrap();
    let reset = token(&reset.rendered.text, "/password/reset/");
    let invited = invitation(&t).await;
    let fields = [("how", "go_on"), ("old_password", PASSWORD)];
    post(&cx, Visitor::nobody(), paths::INVITATION, &invited, &fields).await.unwrap();
    let late =
        post(&cx, Visitor::nobody(), paths::RESET, &reset, &[("password", "eine andere Wiese, 8 Kühe")])
            .await;
    assert!(matches!(late, Ok(Reply::Again { .. })), "the link is void");
    assert_eq!(email_of(&cx, user).await, NEW);
});

on_both!(a_colleagues_login_is_never_taken_along, |t| {
    let cx = t.cx();
    let (_, _, user, _) = begun(&t, &cx).await;
    a_firm(&cx).employ(user, Role::Employee).await;
    let invited = invitation(&t).await;
    let fields = [("how", "go_on"), ("old_password", PASSWORD)];
    let reply = post(&cx, Visitor::nobody(), paths::INVITATION, &invited, &fields).await;
    assert!(
        matches!(reply, Ok(Reply::Again { .. })),
        "the firm's own sign-in is not moved by a client's mail"
    );
    assert_eq!(email_of(&cx, user).await, OLD);
});

on_both!(a_shared_mailbox_is_never_taken_along, |t| {
    let cx = t.cx();
    let (eva, code, user, _) = begun(&t, &cx).await;
    story::contact(&cx, &eva, &code, "Jo Meier", OLD).await;
    let tab = story::tab(&cx, &eva, &code).await;
    let (_, jo) = tab.rows().find(|(contact, row)| contact.name == "Jo Meier" && row.email == OLD).unwrap();
    let allow = crate::info::server::actions::allow_login;
    allow(&cx, &story::sure(&eva), &code, story::id(jo), jo.version, None).await.unwrap();
    let invited = invitation(&t).await;
    let fields = [("how", "go_on"), ("old_password", PASSWORD)];
    let reply = post(&cx, Visitor::nobody(), paths::INVITATION, &invited, &fields).await;
    assert!(matches!(reply, Ok(Reply::Again { .. })), "Jo signs in with it too");
    assert_eq!(email_of(&cx, user).await, OLD);
});

on_both!(stopping_and_accepting_at_once_end_in_one_of_the_two, |t| {
    let cx = t.cx();
    let (eva, code, user, link) = begun(&t, &cx).await;
    let invited = invitation(&t).await;
    let fields = [("how", "go_on"), ("old_password", PASSWORD)];
    let (_, _) =
        futures::join!(stop(&cx, &link), post(&cx, Visitor::nobody(), paths::INVITATION, &invited, &fields));
    let tab = story::tab(&cx, &eva, &code).await;
    let shown: Vec<_> = tab.rows().map(|(_, row)| row.email.clone()).collect();
    assert_eq!(shown, [email_of(&cx, user).await], "whoever won, the one address is the one that signs in");
});
