//! Replacing an address as staff live it (ECHG-1 to ECHG-4, ECHG-6, TST-14).

use super::actions::{self, Begun};
use super::expiry;
use crate::accounts::server::actions as accounts;
use crate::address_changes::Progress;
use crate::contacts::server::addresses::{self, Changed};
use crate::contacts::server::{actions as contacts, reading};
use crate::info::{Chip, SettingRow, Unlinked, Which};
use crate::notifications::server as notifications;
use crate::testing as story;
use access::gate::testing::proven;
use access::gate::{Client, testing};
use directory::testing::a_firm;
use kernel::{AppError, ContactId, Ts};
use platform::testing::{On, TestPlatform};
use platform::{Cx, on_both, sql};

const OLD: &str = "anna@meier.example";
const NEW: &str = "anna@neu.example";

async fn enters(cx: &Cx, client: &Client, code: &str) -> bool {
    testing::client_of(cx, client, code).await.is_ok()
}

/// An account whose only contact signs in.
async fn anna(cx: &Cx, eva: &story::Manager) -> (String, Client) {
    let code = story::account(cx, eva, "Meier").await;
    story::contact(cx, eva, &code, "Anna Meier", OLD).await;
    let client = testing::client(cx, OLD, "Anna Meier").await;
    story::click(cx, eva, &code, OLD, Which::Login, true).await.unwrap();
    (code, client)
}

async fn unlinked(cx: &Cx, eva: &story::Manager, code: &str) -> Unlinked {
    let tab = story::tab(cx, eva, code).await;
    assert_eq!(tab.unlinked.len(), 1, "{:?}", tab.unlinked);
    tab.unlinked[0].clone()
}

async fn keep(cx: &Cx, eva: &story::Manager, code: &str) -> Result<String, AppError> {
    let row = unlinked(cx, eva, code).await.contact.rows.remove(0);
    actions::keep_old(cx, &proven(eva), code, story::id(&row)).await
}

async fn state(cx: &Cx) -> String {
    let mut conn = story::look(cx).await;
    let (state,): (String,) =
        sql!("SELECT state FROM address_change WHERE firm_id = $1 ORDER BY id DESC LIMIT 1", cx.firm.id)
            .one(&mut conn)
            .await
            .unwrap();
    state
}

/// Somebody signs in with this address, having chosen a password of their own.
async fn signs_in(cx: &Cx, email: &str) -> Client {
    let known = testing::find_user(cx, email).await;
    let user = match known {
        Some(user) => user,
        None => testing::user(cx, email, "Anna Meier").await,
    };
    testing::sign_in(cx, user).await
}

on_both!(the_old_address_works_until_the_new_one_is_accepted_and_is_then_switched_off, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (code, client) = anna(&cx, &eva).await;
    let began = story::change(&cx, &eva, &code, OLD, NEW).await;
    assert_eq!(began, Ok(Changed::Replacing(Begun::Invited)));
    let new = story::row(&cx, &eva, &code, NEW).await;
    assert!(new.login && new.notify && matches!(new.chip, Chip::Invited(_)));
    let old = unlinked(&cx, &eva, &code).await;
    assert_eq!((old.change.progress, old.change.new_email.as_str()), (Progress::Pending, NEW));
    assert_eq!(old.change.by, "Eva Weber");
    assert!(old.contact.rows[0].login && old.contact.rows[0].notify, "both are told meanwhile");
    assert!(enters(&cx, &client, &code).await);
    let card = reading::card(&cx, &eva, &old.contact.id).await.unwrap();
    assert_eq!(card.addresses.iter().map(|it| it.email.as_str()).collect::<Vec<_>>(), [NEW]);
    assert_eq!(card.addresses[0].replaces.as_ref().map(|it| (it.0.as_str(), it.2)), Some((OLD, true)));

    signs_in(&cx, NEW).await;
    let old = unlinked(&cx, &eva, &code).await;
    assert_eq!(old.change.progress, Progress::Accepted);
    assert!(!old.contact.rows[0].notify, "nobody is told twice any more");
    assert!(enters(&cx, &client, &code).await, "until the firm ends it, as the article has it");
    story::click(&cx, &eva, &code, OLD, Which::Login, false).await.unwrap();
    assert!(!enters(&cx, &client, &code).await);
    assert!(story::tab(&cx, &eva, &code).await.unlinked.is_empty());
    assert_eq!(state(&cx).await, "old_removed");
    assert_eq!(story::audited(&cx, "address_change_accepted").await, 1);
});

on_both!(the_old_address_is_told_with_a_link_and_the_new_one_is_masked, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (code, _) = anna(&cx, &eva).await;
    // Not even NOTIFY off keeps a security mail back.
    story::click(&cx, &eva, &code, OLD, Which::Notify, false).await.unwrap();
    t.drain_mail().await;
    t.mail.take();
    story::change(&cx, &eva, &code, OLD, NEW).await.unwrap();
    t.drain_mail().await;
    let told = t.mail.sent_to(OLD).pop().expect("a mail to the old address");
    assert!(told.rendered.subject.contains("a***@neu.example"), "{}", told.rendered.subject);
    assert!(told.rendered.text.contains("https://portal.weber.example/address-change/"));
    for word in [NEW, "/invite/"] {
        assert!(!told.rendered.text.contains(word) && !told.rendered.html.contains(word), "{word}");
    }
    let invited = t.mail.sent_to(NEW);
    assert_eq!(invited.len(), 1);
    assert!(invited[0].rendered.text.contains("/invite/") && !invited[0].rendered.text.contains(OLD));
});

on_both!(switches_and_notification_choices_go_along_in_every_account, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (one, _) = anna(&cx, &eva).await;
    let two = story::account(&cx, &eva, "Meier KG").await;
    story::link(&cx, &eva, &one, OLD, &two).await;
    story::click(&cx, &eva, &one, OLD, Which::EmailSync, true).await.unwrap();
    let row = story::id(&story::row(&cx, &eva, &one, OLD).await);
    a_firm(&cx).item_off(row, "chat_message", "client").await;
    story::change(&cx, &eva, &one, OLD, NEW).await.unwrap();
    let (here, there) = (story::row(&cx, &eva, &one, NEW).await, story::row(&cx, &eva, &two, NEW).await);
    assert_eq!((here.login, here.notify, here.email_sync), (true, true, true));
    assert_eq!((there.login, there.notify, there.email_sync), (false, true, false));
    let off = async |code: &str, row: &SettingRow| {
        let prefs = notifications::of_row(&cx, &eva, code, &row.id).await.unwrap();
        prefs.items.iter().filter(|it| !it.on).count()
    };
    assert_eq!((off(&one, &here).await, off(&two, &there).await), (1, 0));
});

on_both!(taking_the_old_address_back_leaves_nothing_of_the_new_one, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (code, client) = anna(&cx, &eva).await;
    story::change(&cx, &eva, &code, OLD, NEW).await.unwrap();
    assert_eq!(keep(&cx, &eva, &code).await.as_deref(), Ok(OLD));
    assert!(enters(&cx, &client, &code).await);
    let tab = story::tab(&cx, &eva, &code).await;
    assert_eq!(tab.rows().map(|(_, row)| row.email.as_str()).collect::<Vec<_>>(), [OLD]);
    assert!(tab.unlinked.is_empty());
    assert_eq!(state(&cx).await, "cancelled");
    let mut conn = story::look(&cx).await;
    let (open,): (i64,) = sql!(
        "SELECT COUNT(*) FROM link WHERE firm_id = $1 AND kind = 'invitation' AND email_norm = $2 AND revoked_at IS NULL",
        cx.firm.id,
        NEW
    )
    .one(&mut conn)
    .await
    .unwrap();
    assert_eq!(open, 0, "the invitation died with it");
    drop(conn);
    t.clock.advance(2 * Ts::MINUTE);
    assert!(story::change(&cx, &eva, &code, OLD, NEW).await.is_ok(), "and it can be begun again");
});

on_both!(an_accepted_change_cannot_be_taken_back, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (code, _) = anna(&cx, &eva).await;
    story::change(&cx, &eva, &code, OLD, NEW).await.unwrap();
    signs_in(&cx, NEW).await;
    assert_eq!(keep(&cx, &eva, &code).await, Err(AppError::Conflict));
    assert!(story::row(&cx, &eva, &code, NEW).await.login);
});

on_both!(the_only_way_in_is_not_taken_away_by_mistake, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (code, client) = anna(&cx, &eva).await;
    story::change(&cx, &eva, &code, OLD, NEW).await.unwrap();
    let row = unlinked(&cx, &eva, &code).await.contact.rows.remove(0);
    let off = |confirmed| crate::info::server::actions::Wish {
        id: story::id(&row),
        which: Which::Login,
        on: false,
        version: row.version,
        confirmed,
    };
    let switch = crate::info::server::actions::switch;
    assert!(matches!(switch(&cx, &story::sure(&eva), &code, off(false)).await, Err(AppError::Refused(_))));
    let contact: ContactId = story::group_of(&cx, &eva, &code, NEW).await.parse().unwrap();
    assert!(matches!(contacts::unlink(&cx, &eva, contact, &code, false).await, Err(AppError::Refused(_))));
    let card = reading::card(&cx, &eva, &contact.to_string()).await.unwrap();
    let new = card.addresses[0].id.parse().unwrap();
    assert!(matches!(addresses::remove(&cx, &eva, contact, new).await, Err(AppError::Refused(_))));
    assert!(enters(&cx, &client, &code).await);
    switch(&cx, &story::sure(&eva), &code, off(true)).await.expect("whoever confirms it may");
    assert!(!enters(&cx, &client, &code).await);
    assert_eq!(state(&cx).await, "old_removed");
    assert!(story::row(&cx, &eva, &code, NEW).await.login, "the invitation stands");
});

on_both!(after_thirty_days_the_old_address_stays_and_the_firm_is_told, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (code, client) = anna(&cx, &eva).await;
    story::change(&cx, &eva, &code, OLD, NEW).await.unwrap();
    t.drain_mail().await;
    t.mail.take();
    t.clock.advance(30 * Ts::DAY - 1);
    assert_eq!(expiry::expire_due(&cx.platform).await, Ok(0));
    assert_eq!(unlinked(&cx, &eva, &code).await.change.progress, Progress::Pending);
    t.clock.advance(1);
    assert_eq!(unlinked(&cx, &eva, &code).await.change.progress, Progress::Expired, "to the instant");
    assert_eq!(expiry::expire_due(&cx.platform).await, Ok(1));
    assert_eq!(expiry::expire_due(&cx.platform).await, Ok(0), "once");
    assert_eq!(state(&cx).await, "expired");
    t.drain_mail().await;
    let told = t.mail.take();
    assert_eq!(told.iter().map(|mail| mail.to.1.as_str()).collect::<Vec<_>>(), ["owner@weber.example"]);
    assert!(told[0].rendered.text.contains(OLD));
    testing::client_of(&cx, &client, &code).await.expect("nobody is locked out");
    assert_eq!(keep(&cx, &eva, &code).await.as_deref(), Ok(OLD), "and it can be taken back");
});

on_both!(a_wrong_new_address_is_corrected_and_the_old_one_told_again, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (code, _) = anna(&cx, &eva).await;
    story::change(&cx, &eva, &code, OLD, "ana@neu.example").await.unwrap();
    let corrected = story::change(&cx, &eva, &code, "ana@neu.example", NEW).await;
    assert_eq!(corrected, Ok(Changed::Replaced { invited: true }));
    assert_eq!(unlinked(&cx, &eva, &code).await.change.new_email, NEW);
    t.drain_mail().await;
    let told = t.mail.sent_to(OLD);
    let links = told.iter().filter(|mail| mail.rendered.text.contains("/address-change/"));
    assert_eq!(links.count(), 2, "each with a link of its own");
    assert_eq!(t.mail.sent_to(NEW).len(), 1);
    signs_in(&cx, "ana@neu.example").await;
    assert_eq!(
        unlinked(&cx, &eva, &code).await.change.progress,
        Progress::Pending,
        "the typo accepts nothing"
    );
    signs_in(&cx, NEW).await;
    assert_eq!(unlinked(&cx, &eva, &code).await.change.progress, Progress::Accepted);
});

on_both!(an_active_new_address_is_let_in_and_accepts_by_signing_in, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (code, _) = anna(&cx, &eva).await;
    let jo = testing::client(&cx, "jo@meier.example", "Jo").await;
    let began = story::change(&cx, &eva, &code, OLD, "jo@meier.example").await;
    assert_eq!(began, Ok(Changed::Replacing(Begun::LetIn)));
    assert!(enters(&cx, &jo, &code).await);
    assert_eq!(unlinked(&cx, &eva, &code).await.change.progress, Progress::Pending);
    t.drain_mail().await;
    assert!(t.mail.sent_to("jo@meier.example")[0].rendered.subject.contains("You now also have access"));
    t.clock.advance(Ts::MINUTE);
    signs_in(&cx, "jo@meier.example").await;
    assert_eq!(unlinked(&cx, &eva, &code).await.change.progress, Progress::Accepted);
});

on_both!(two_who_replace_one_address_at_once_begin_one_change, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (code, _) = anna(&cx, &eva).await;
    let (one, two) = futures::join!(
        story::change(&cx, &eva, &code, OLD, "one@neu.example"),
        story::change(&cx, &eva, &code, OLD, "two@neu.example")
    );
    assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1, "{one:?} {two:?}");
    let tab = story::tab(&cx, &eva, &code).await;
    assert_eq!((tab.contacts[0].rows.len(), tab.unlinked.len()), (1, 1));
});

on_both!(an_address_being_replaced_is_not_given_to_the_contact_again_and_gone_for_others, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (code, _) = anna(&cx, &eva).await;
    story::change(&cx, &eva, &code, OLD, NEW).await.unwrap();
    let contact: ContactId = story::group_of(&cx, &eva, &code, NEW).await.parse().unwrap();
    let again = addresses::add(&cx, &eva, contact, kernel::EmailAddress::parse(OLD).unwrap(), true).await;
    assert!(again.unwrap_err().on("email").is_some());
    let two = story::account(&cx, &eva, "Meier KG").await;
    story::link(&cx, &eva, &code, NEW, &two).await;
    let there = story::tab(&cx, &eva, &two).await;
    assert_eq!(there.rows().map(|(_, row)| row.email.as_str()).collect::<Vec<_>>(), [NEW]);
    let list = story::contact_list(&cx, &eva, "", None).await.unwrap();
    assert_eq!(list.rows[0].addresses, [NEW]);
    keep(&cx, &eva, &code).await.unwrap();
    let there = story::tab(&cx, &eva, &two).await;
    assert_eq!(there.rows().map(|(_, row)| row.email.as_str()).collect::<Vec<_>>(), [OLD]);
});

on_both!(whoever_does_not_see_all_accounts_of_the_contact_begins_and_cancels_nothing, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let (code, _) = anna(&cx, &eva).await;
    let other = story::account(&cx, &eva, "Meier Geheim").await;
    story::link(&cx, &eva, &code, OLD, &other).await;
    let tom = story::tom(&cx).await;
    story::assign(&cx, &eva, &tom, &code).await;
    assert!(matches!(story::change(&cx, &tom, &code, OLD, NEW).await, Err(AppError::Refused(_))));
    story::change(&cx, &eva, &code, OLD, NEW).await.unwrap();
    assert!(matches!(keep(&cx, &tom, &code).await, Err(AppError::Refused(_))));
    let ina = story::ina(&cx).await;
    let keeps = "/app/accounts/{code}/info/emails/{setting}/keep";
    assert_eq!(story::posted(&cx, &ina, keeps).await.err(), Some(AppError::NotAllowed));
    let id = story::id(&unlinked(&cx, &eva, &code).await.contact.rows[0]);
    assert_eq!(actions::keep_old(&cx, &proven(&tom), &other, id).await, Err(AppError::NotFound));
    accounts::archive(&cx, &eva, &other, 1).await.unwrap();
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_that_cannot_be_settled_keeps_no_other_waiting() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let other = t.other_firm().await;
    for firm in [t.firm.clone(), other.clone()] {
        let cx = t.cx_of(&firm);
        let eva = story::eva(&cx).await;
        let (code, _) = anna(&cx, &eva).await;
        story::contact(&cx, &eva, &code, "Otto Meier", "otto@meier.example").await;
        testing::client(&cx, "otto@meier.example", "Otto Meier").await;
        story::click(&cx, &eva, &code, "otto@meier.example", Which::Login, true).await.unwrap();
        for (old, new) in [(OLD, NEW), ("otto@meier.example", "otto@neu.example")] {
            story::change(&cx, &eva, &code, old, new).await.unwrap();
        }
    }
    // All of one firm, and one of the other's.
    t.spoil(t.firm.id).await;
    let spoil = sql!(
        "UPDATE address_change SET begun_by_name = $3 WHERE firm_id = $1 AND new_email = $2",
        other.id,
        NEW,
        vec![0xff]
    );
    t.platform.db.write(move |tx| Box::pin(async move { Ok(spoil.run(tx).await?) })).await.unwrap();
    t.clock.advance(30 * Ts::DAY);
    assert_eq!(expiry::expire_due(&t.platform).await, Ok(1));
    assert_eq!(state(&t.cx_of(&other)).await, "expired", "Otto's, which is the newest");
    assert_eq!(state(&t.cx()).await, "pending_new");
}
