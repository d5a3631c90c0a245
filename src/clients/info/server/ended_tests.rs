//! Nobody makes an account look new by taking out whoever is inside or about to be, and everybody concerned hears of a new
//! mailbox: those inside at once, those taken out a moment ago as well, those who wait when they activate their access.

use super::actions;
use crate::contacts::server::{actions as contacts, addresses};
use crate::info::Which;
use crate::testing as story;
use access::gate::{MaybeProven, PROOF_LIFE, testing};
use access::invitations::links_for_testing::accept_mailed;
use access::people::REMEMBERED;
use kernel::{AppError, ContactId, EmailAddress, Role, Ts};
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

async fn contact_of(cx: &Cx, eva: &story::Manager, code: &str, email: &str) -> ContactId {
    story::group_of(cx, eva, code, email).await.parse().unwrap()
}

/// The account Meier with Anna as its contact, made yesterday.
async fn with_anna(t: &TestPlatform) -> (Cx, story::Manager, String) {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    t.clock.advance(Ts::DAY);
    (cx, eva, code)
}

/// As [`with_anna`], and she signs in.
async fn with_anna_inside(t: &TestPlatform) -> (Cx, story::Manager, String) {
    let (cx, eva, code) = with_anna(t).await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    testing::user(&cx, ANNA, "Anna").await;
    (cx, eva, code)
}

/// Mails to this address whose subject has these words.
async fn told(t: &TestPlatform, to: &str, words: &str) -> Vec<String> {
    t.drain_mail().await;
    let mails = t.mail.sent_to(to).into_iter().map(|mail| mail.rendered);
    mails.filter(|mail| mail.subject.contains(words)).map(|mail| mail.text).collect()
}

async fn unlink(cx: &Cx, eva: &story::Manager, code: &str, email: &str) {
    let contact = contact_of(cx, eva, code, email).await;
    contacts::unlink(cx, eva, contact, code, true).await.unwrap();
}

/// Takes an address off its contact, which gets another one first.
async fn remove_address(cx: &Cx, eva: &story::Manager, code: &str, (email, other): (&str, &str)) {
    let contact = contact_of(cx, eva, code, email).await;
    let row = story::row(cx, eva, code, email).await;
    let mut conn = story::look(cx).await;
    let about = crate::switches::row(&mut conn, eva, code, story::id(&row)).await.unwrap();
    drop(conn);
    addresses::add(cx, eva, contact, EmailAddress::parse(other).unwrap(), true).await.unwrap();
    addresses::remove(cx, eva, contact, about.email_id).await.unwrap();
}

/// Anna is taken out this way; then somebody else is let in.
async fn taken_out(t: &TestPlatform, way: Way) {
    let (cx, eva, code) = with_anna_inside(t).await;
    story::contact(&cx, &eva, &code, "Max", NEW).await;
    match way {
        Way::LoginOff => story::click(&cx, &eva, &code, ANNA, Which::Login, false).await.unwrap(),
        Way::Unlinked => unlink(&cx, &eva, &code, ANNA).await,
        Way::AddressRemoved => remove_address(&cx, &eva, &code, (ANNA, "a@meier.example")).await,
    }
    assert_eq!(allow(&cx, &long_ago(&cx, &eva), &code, NEW).await, Err(AppError::ProofNeeded));
    assert_eq!(allow(&cx, &story::sure(&eva), &code, NEW).await, Ok(()));
    let mails = told(t, ANNA, "got access").await;
    assert_eq!(mails.len(), 1);
    for fact in ["n***@elsewhere.example", "Meier", "Eva Weber", "your own access"] {
        assert!(mails[0].contains(fact), "{fact}: {}", mails[0]);
    }
    for claim in ["Who has access", "http", "Max", NEW] {
        assert!(!mails[0].contains(claim), "she is out: {claim}: {}", mails[0]);
    }
}

enum Way {
    LoginOff,
    Unlinked,
    AddressRemoved,
}

on_both!(whoever_was_switched_off_still_counts_and_hears_of_the_next, |t| {
    taken_out(&t, Way::LoginOff).await;
});

on_both!(whoever_was_unlinked_still_counts_and_hears_of_the_next, |t| {
    taken_out(&t, Way::Unlinked).await;
});

on_both!(whose_address_was_removed_still_counts_and_hears_of_the_next, |t| {
    taken_out(&t, Way::AddressRemoved).await;
});

on_both!(whoever_was_taken_out_long_ago_is_left_in_peace_and_the_question_stays, |t| {
    let (cx, eva, code) = with_anna_inside(&t).await;
    story::contact(&cx, &eva, &code, "Max", NEW).await;
    unlink(&cx, &eva, &code, ANNA).await;
    t.clock.advance(REMEMBERED);
    assert_eq!(allow(&cx, &long_ago(&cx, &eva), &code, NEW).await, Err(AppError::ProofNeeded));
    allow(&cx, &story::sure(&eva), &code, NEW).await.unwrap();
    assert_eq!(told(&t, ANNA, "an address got access").await, [""; 0]);
});

on_both!(whoever_never_activated_their_access_has_none_to_lose, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    story::click(&cx, &eva, &code, ANNA, Which::Login, false).await.unwrap();
    // Later she gets a login, by another account.
    testing::user(&cx, ANNA, "Anna").await;
    story::contact(&cx, &eva, &code, "Max", NEW).await;
    allow(&cx, &story::sure(&eva), &code, NEW).await.unwrap();
    assert_eq!(told(&t, ANNA, "got access").await, [""; 0]);
});

on_both!(an_address_that_was_just_taken_off_the_contact_counts_for_its_other_accounts, |t| {
    let (cx, eva, code) = with_anna_inside(&t).await;
    let other = story::account(&cx, &eva, "Meier KG").await;
    story::link(&cx, &eva, &code, ANNA, &other).await;
    remove_address(&cx, &eva, &code, (ANNA, NEW)).await;
    assert_eq!(allow(&cx, &long_ago(&cx, &eva), &other, NEW).await, Err(AppError::ProofNeeded));
});

on_both!(an_invitation_under_way_is_somebody_to_protect, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    let stale = long_ago(&cx, &eva);
    assert_eq!(allow(&cx, &stale, &code, ANNA).await, Ok(()), "the first one is daily work");
    story::contact(&cx, &eva, &code, "Max", NEW).await;
    assert_eq!(allow(&cx, &stale, &code, NEW).await, Err(AppError::ProofNeeded), "she waits");
    story::click(&cx, &eva, &code, ANNA, Which::Login, false).await.unwrap();
    assert_eq!(allow(&cx, &stale, &code, NEW).await, Err(AppError::ProofNeeded), "switched off");
    unlink(&cx, &eva, &code, ANNA).await;
    assert_eq!(allow(&cx, &stale, &code, NEW).await, Err(AppError::ProofNeeded), "and taken out");
});

on_both!(all_first_people_of_an_account_one_has_just_made_are_one_act, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let jo = testing::staff_named(&cx, "jo@weber.example", "Jo", Role::Admin, &[]).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", ANNA).await;
    for more in ["a@meier.example", "b@meier.example"] {
        let contact = contact_of(&cx, &eva, &code, ANNA).await;
        addresses::add(&cx, &eva, contact, EmailAddress::parse(more).unwrap(), true).await.unwrap();
    }
    let stale = long_ago(&cx, &eva);
    assert_eq!(allow(&cx, &stale, &code, ANNA).await, Ok(()));
    let colleague = long_ago(&cx, &testing::may(&jo));
    assert_eq!(
        allow(&cx, &colleague, &code, "a@meier.example").await,
        Err(AppError::ProofNeeded),
        "not hers"
    );
    assert_eq!(allow(&cx, &stale, &code, "a@meier.example").await, Ok(()));
    t.clock.advance(PROOF_LIFE);
    let stale = long_ago(&cx, &eva);
    assert_eq!(allow(&cx, &stale, &code, "b@meier.example").await, Err(AppError::ProofNeeded), "too late");
});

on_both!(whoever_was_in_before_the_others_does_not_come_back_without, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    story::contact(&cx, &eva, &code, "Max", NEW).await;
    let stale = long_ago(&cx, &eva);
    // While nobody is there to mind.
    assert_eq!(allow(&cx, &stale, &code, NEW).await, Ok(()));
    story::click(&cx, &eva, &code, NEW, Which::Login, false).await.unwrap();
    assert_eq!(allow(&cx, &stale, &code, NEW).await, Ok(()), "nobody came since");
    story::click(&cx, &eva, &code, NEW, Which::Login, false).await.unwrap();
    story::click(&cx, &eva, &code, ANNA, Which::Login, true).await.unwrap();
    assert_eq!(allow(&cx, &stale, &code, NEW).await, Err(AppError::ProofNeeded), "Anna came since");
});

on_both!(who_waits_hears_on_activating_who_was_let_in_meanwhile, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    for (name, email) in [("Max", "max@meier.example"), ("Jo", "jo@meier.example"), ("New", NEW)] {
        story::contact(&cx, &eva, &code, name, email).await;
    }
    story::invite(&cx, &eva, &code, "max@meier.example").await;
    story::invite(&cx, &eva, &code, ANNA).await;
    story::invite(&cx, &eva, &code, "jo@meier.example").await;
    story::change(&cx, &eva, &code, "jo@meier.example", "other@elsewhere.example").await.unwrap();
    story::invite(&cx, &eva, &code, NEW).await;
    // Taking LOGIN from her for a moment hides nobody.
    story::click(&cx, &eva, &code, ANNA, Which::Login, false).await.unwrap();
    unlink(&cx, &eva, &code, NEW).await;
    t.clock.advance(Ts::HOUR);
    story::invite(&cx, &eva, &code, ANNA).await;
    assert_eq!(told(&t, ANNA, "got access").await, [""; 0], "she waits");
    accept_mailed(&cx, ANNA, 0).await.unwrap();
    let mails = told(&t, ANNA, "other people got access").await;
    assert_eq!(mails.len(), 1, "one mail, however many came");
    for fact in
        ["n***@elsewhere.example", "o***@elsewhere.example", "j***@meier.example", "Meier", "Eva Weber"]
    {
        assert!(mails[0].contains(fact), "{fact}: {}", mails[0]);
    }
    assert!(!mails[0].contains("m***@meier.example"), "he was there before: {}", mails[0]);
    assert!(!mails[0].contains(NEW) && !mails[0].contains("http"), "{}", mails[0]);
    let mut conn = story::look(&cx).await;
    let (rows,): (i64,) = sql!(
        "SELECT COUNT(*) FROM audit_event a JOIN portal_user u ON u.id = a.subject_id
         WHERE a.event = 'address_let_in' AND u.email_norm = $1",
        ANNA
    )
    .one(&mut conn)
    .await
    .unwrap();
    assert_eq!(rows, 3, "and in her activity");
});

on_both!(who_is_alone_when_activating_hears_of_nobody, |t| {
    let (cx, eva, code) = with_anna(&t).await;
    story::contact(&cx, &eva, &code, "Max", NEW).await;
    story::invite(&cx, &eva, &code, ANNA).await;
    accept_mailed(&cx, ANNA, 0).await.unwrap();
    assert_eq!(told(&t, ANNA, "got access").await, [""; 0]);
    // From now on she is inside, and hears of the next one at once.
    story::invite(&cx, &eva, &code, NEW).await;
    assert_eq!(told(&t, ANNA, "a new address got access").await.len(), 1);
    accept_mailed(&cx, NEW, 0).await.unwrap();
    assert_eq!(told(&t, NEW, "got access").await, [""; 0], "she was there before");
});

/// Anna's contact is in a second account as well, where another address of hers is let in: she hears of it, and
/// reads the account's name only if she knows the account.
async fn second_account_told(t: &TestPlatform, cx: &Cx, eva: &story::Manager, second: &str, knows: bool) {
    allow(cx, &story::sure(eva), second, NEW).await.unwrap();
    t.drain_mail().await;
    let mails = t.mail.sent_to(ANNA).into_iter().map(|mail| mail.rendered);
    let mails: Vec<_> = mails.filter(|mail| mail.subject.contains("got access")).collect();
    assert_eq!(mails.len(), 1, "{mails:?}");
    for fact in ["n***@elsewhere.example", "Eva Weber", "+49 30 555 0100"] {
        assert!(mails[0].text.contains(fact), "{fact}: {}", mails[0].text);
    }
    let mut conn = story::look(cx).await;
    let (detail,): (String,) = sql!(
        "SELECT a.detail FROM audit_event a JOIN portal_user u ON u.id = a.subject_id
         WHERE a.event = 'address_let_in' AND u.email_norm = $1",
        ANNA
    )
    .one(&mut conn)
    .await
    .unwrap();
    for said in [&mails[0].subject, &mails[0].text, &mails[0].html, &detail] {
        assert_eq!(said.contains("Adler"), knows, "{said}");
        assert!(!said.contains(NEW), "{said}");
    }
}

/// As [`with_anna_inside`], with her contact in the account Adler as well, which has one more address of hers.
async fn with_a_second_account(t: &TestPlatform) -> (Cx, story::Manager, String, String) {
    let (cx, eva, code) = with_anna_inside(t).await;
    let second = story::account(&cx, &eva, "Adler").await;
    story::link(&cx, &eva, &code, ANNA, &second).await;
    let contact = contact_of(&cx, &eva, &code, ANNA).await;
    addresses::add(&cx, &eva, contact, EmailAddress::parse(NEW).unwrap(), true).await.unwrap();
    (cx, eva, code, second)
}

on_both!(whoever_never_had_an_account_does_not_read_its_name, |t| {
    let (cx, eva, _, second) = with_a_second_account(&t).await;
    second_account_told(&t, &cx, &eva, &second, false).await;
});

on_both!(whoever_lost_another_account_does_not_read_the_name_of_this_one, |t| {
    let (cx, eva, code, second) = with_a_second_account(&t).await;
    story::click(&cx, &eva, &code, ANNA, Which::Login, false).await.unwrap();
    second_account_told(&t, &cx, &eva, &second, false).await;
});

on_both!(whoever_had_the_account_a_moment_ago_reads_its_name, |t| {
    let (cx, eva, _, second) = with_a_second_account(&t).await;
    story::click(&cx, &eva, &second, ANNA, Which::Login, true).await.unwrap();
    story::click(&cx, &eva, &second, ANNA, Which::Login, false).await.unwrap();
    second_account_told(&t, &cx, &eva, &second, true).await;
});
