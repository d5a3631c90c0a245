//! One more mailbox beside people who are inside takes a recent password, and those people hear of it.

use super::actions;
use crate::contacts::server::addresses;
use crate::info::Which;
use crate::testing as story;
use access::gate::{MaybeProven, PROOF_LIFE, testing};
use kernel::{AppError, ContactId, EmailAddress, Ts};
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};

const ANNA: &str = "anna@meier.example";
const NEW: &str = "new@elsewhere.example";

/// As an hour after they gave their password.
fn long_ago(cx: &Cx, staff: &story::Manager) -> MaybeProven<story::Manager> {
    MaybeProven::of(staff.clone(), cx.now().plus(PROOF_LIFE))
}

async fn allow(
    cx: &Cx,
    staff: &MaybeProven<story::Manager>,
    code: &str,
    email: &str,
) -> Result<(), AppError> {
    let row = story::row(cx, staff, code, email).await;
    actions::allow_login(cx, staff, code, story::id(&row), row.version, None).await
}

async fn add_address(cx: &Cx, eva: &story::Manager, code: &str, email: &str) {
    let contact: ContactId = story::group_of(cx, eva, code, ANNA).await.parse().unwrap();
    addresses::add(cx, eva, contact, EmailAddress::parse(email).unwrap(), true).await.unwrap();
}

/// Anna signs in to the account of this short id.
async fn with_anna(t: &TestPlatform) -> (Cx, story::Manager, String) {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    testing::user(&cx, ANNA, "Anna").await;
    t.drain_mail().await;
    (cx, eva, code)
}

/// Subjects of the security mails to this address about new ones.
async fn told(t: &TestPlatform, to: &str) -> Vec<String> {
    t.drain_mail().await;
    let mails = t.mail.sent_to(to).into_iter().map(|mail| mail.rendered.subject);
    mails.filter(|subject| subject.contains("new address")).collect()
}

on_both!(the_first_people_of_an_account_are_daily_work, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    story::contact(&cx, &eva, &code, "Jo", "jo@meier.example").await;
    let eva = long_ago(&cx, &eva);
    assert_eq!(allow(&cx, &eva, &code, ANNA).await, Ok(()));
    assert_eq!(allow(&cx, &eva, &code, "jo@meier.example").await, Ok(()), "nobody is inside yet");
});

on_both!(a_further_mailbox_takes_a_password_whichever_way_it_comes, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    add_address(&cx, &eva, &code, NEW).await;
    story::contact(&cx, &eva, &code, "Max", "max@elsewhere.example").await;
    // An address of a known contact, in an account where nobody is: first linked, then a new address added.
    let other = story::account(&cx, &eva, "Meier KG").await;
    story::link(&cx, &eva, &code, ANNA, &other).await;
    // Somebody who signs in elsewhere already.
    let third = story::account(&cx, &eva, "Adler").await;
    story::contact(&cx, &eva, &third, "Ben", "ben@adler.example").await;
    story::click(&cx, &eva, &third, "ben@adler.example", Which::Login, true).await.unwrap();
    testing::user(&cx, "ben@adler.example", "Ben").await;
    story::link(&cx, &eva, &third, "ben@adler.example", &code).await;
    let stale = long_ago(&cx, &eva);
    for (code, email) in
        [(&code, NEW), (&code, "max@elsewhere.example"), (&other, NEW), (&code, "ben@adler.example")]
    {
        assert_eq!(allow(&cx, &stale, code, email).await, Err(AppError::ProofNeeded), "{email} in {code}");
        assert!(!story::row(&cx, &eva, code, email).await.login, "nothing was switched");
        assert_eq!(allow(&cx, &story::sure(&eva), code, email).await, Ok(()), "{email} in {code}");
    }
});

on_both!(who_was_inside_before_comes_back_without, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    story::contact(&cx, &eva, &code, "Max", "max@elsewhere.example").await;
    story::click(&cx, &eva, &code, "max@elsewhere.example", Which::Login, true).await.unwrap();
    story::click(&cx, &eva, &code, "max@elsewhere.example", Which::Login, false).await.unwrap();
    let stale = long_ago(&cx, &eva);
    assert_eq!(allow(&cx, &stale, &code, "max@elsewhere.example").await, Ok(()));
    // Anna's own mailbox in one more account of hers is no further mailbox.
    let other = story::account(&cx, &eva, "Meier KG").await;
    story::link(&cx, &eva, &code, ANNA, &other).await;
    assert_eq!(allow(&cx, &stale, &other, ANNA).await, Ok(()));
});

on_both!(whoever_was_switched_off_a_moment_ago_still_counts, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    story::contact(&cx, &eva, &code, "Max", NEW).await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, false).await.unwrap();
    let stale = long_ago(&cx, &eva);
    assert_eq!(allow(&cx, &stale, &code, NEW).await, Err(AppError::ProofNeeded), "LOGIN off for a moment");
    assert_eq!(allow(&cx, &stale, &code, ANNA).await, Ok(()), "she comes back without");
});

on_both!(another_address_in_the_same_row_is_told_of_within_the_minute, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    story::contact(&cx, &eva, &code, "Max", "max@elsewhere.example").await;
    story::click(&cx, &eva, &code, "max@elsewhere.example", Which::Login, true).await.unwrap();
    assert_eq!(told(&t, ANNA).await.len(), 1);
    story::click(&cx, &eva, &code, "max@elsewhere.example", Which::Login, false).await.unwrap();
    story::change(&cx, &eva, &code, "max@elsewhere.example", NEW).await.unwrap();
    story::click(&cx, &eva, &code, NEW, Which::Login, true).await.unwrap();
    assert_eq!(told(&t, ANNA).await.len(), 2);
});

on_both!(switching_off_what_is_off_makes_nobody_known, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    add_address(&cx, &eva, &code, NEW).await;
    story::click(&cx, &eva, &code, NEW, Which::Login, false).await.unwrap();
    let stale = long_ago(&cx, &eva);
    assert_eq!(allow(&cx, &stale, &code, NEW).await, Err(AppError::ProofNeeded));
    assert_eq!(story::audited(&cx, "login_off").await, 0);
});

on_both!(the_people_inside_are_told_and_see_it_among_their_activity, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    assert_eq!(told(&t, ANNA).await, [""; 0], "the first one is no news to anybody");
    story::click(&cx, &eva, &code, ANNA, Which::Notify, false).await.unwrap();
    add_address(&cx, &eva, &code, NEW).await;
    assert_eq!(told(&t, ANNA).await, [""; 0], "an address without LOGIN opens nothing");
    story::click(&cx, &eva, &code, NEW, Which::Login, true).await.unwrap();
    assert_eq!(told(&t, ANNA).await.len(), 1, "NOTIFY does not keep it back");
    let text = t.mail.sent_to(ANNA).pop().unwrap().rendered.text;
    for fact in ["n***@elsewhere.example", "Meier", "Eva Weber"] {
        assert!(text.contains(fact), "{fact}: {text}");
    }
    assert!(!text.contains(NEW) && !text.contains("http"), "a mail without links: {text}");
    assert_eq!(told(&t, NEW).await, [""; 0]);
    // Off and on within a minute is an undo.
    story::click(&cx, &eva, &code, NEW, Which::Login, false).await.unwrap();
    t.clock.advance(30 * Ts::SECOND);
    story::click(&t.cx(), &eva, &code, NEW, Which::Login, true).await.unwrap();
    assert_eq!(told(&t, ANNA).await.len(), 1);
    let mut conn = story::look(&cx).await;
    let (detail,): (String,) = sql!(
        "SELECT a.detail FROM audit_event a JOIN portal_user u ON u.id = a.subject_id
         WHERE a.event = 'address_let_in' AND u.email_norm = $1",
        ANNA
    )
    .one(&mut conn)
    .await
    .unwrap();
    assert_eq!(detail, "n***@elsewhere.example – Meier");
});

on_both!(a_replaced_address_is_told_to_the_others_as_well, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    story::contact(&cx, &eva, &code, "Jo", "jo@meier.example").await;
    story::click(&cx, &eva, &code, "jo@meier.example", Which::Login, true).await.unwrap();
    assert_eq!(told(&t, ANNA).await.len(), 1);
    story::change(&cx, &eva, &code, "jo@meier.example", NEW).await.unwrap();
    assert_eq!(told(&t, ANNA).await.len(), 2, "before it was activated");
    testing::user(&cx, NEW, "Jo").await;
    story::change(&cx, &eva, &code, NEW, "newest@elsewhere.example").await.unwrap();
    assert_eq!(told(&t, ANNA).await.len(), 3, "and afterwards");
});
