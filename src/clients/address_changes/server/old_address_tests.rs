//! "Remove the old address?" (ECHG-4): asked once, answered by the firm or by time.

use super::old_address::{answer, remove_due};
use crate::address_changes::{Answer, Progress, Question};
use crate::contacts::server::{addresses, reading};
use crate::testing as story;
use access::gate::{Client, Reply, testing};
use kernel::live::News;
use kernel::{AppError, ContactId, EmailAddress, EmailId, Ts};
use platform::testing::{On, TestPlatform};
use platform::{Cx, on_both, sql};

const OLD: &str = "anna@meier.example";
const NEW: &str = "anna@neu.example";
const GRACE: i64 = 14 * Ts::DAY;

/// A replaced address whose owner has begun anew with the new one; the account, whoever signed in with the old one.
async fn accepted(t: &TestPlatform, cx: &Cx) -> (story::Manager, String, Client) {
    let eva = story::eva(cx).await;
    let code = story::account(cx, &eva, "Meier").await;
    story::contact(cx, &eva, &code, "Anna Meier", OLD).await;
    let old = testing::client(cx, OLD, "Anna Meier").await;
    story::click(cx, &eva, &code, OLD, crate::info::Which::Login, true).await.unwrap();
    story::change(cx, &eva, &code, OLD, NEW).await.unwrap();
    let fresh = testing::user(cx, NEW, "Anna Meier").await;
    testing::sign_in(cx, fresh).await;
    t.drain_mail().await;
    t.mail.take();
    (eva, code, old)
}

/// The question on the Info tab.
async fn asked(cx: &Cx, eva: &story::Manager, code: &str) -> Option<Question> {
    let tab = story::tab(cx, eva, code).await;
    tab.unlinked.first().and_then(|one| one.change.question.clone())
}

fn ids(question: &Question) -> (ContactId, EmailId) {
    (question.contact.parse().unwrap(), question.address.parse().unwrap())
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

async fn enters(cx: &Cx, client: &Client, code: &str) -> bool {
    testing::client_of(cx, client, code).await.is_ok()
}

on_both!(the_question_says_when_it_happens_by_itself_and_stands_in_both_places, |t| {
    let cx = t.cx();
    let (eva, code, _) = accepted(&t, &cx).await;
    let question = asked(&cx, &eva, &code).await.expect("the firm is asked");
    assert!(question.day.text.contains("16"), "{}", question.day.text);
    let card = reading::card(&cx, &eva, &question.contact).await.unwrap();
    assert_eq!(card.unlinked.len(), 1);
    assert_eq!(
        (card.unlinked[0].email.as_str(), card.unlinked[0].change.progress),
        (OLD, Progress::Accepted)
    );
    assert_eq!(card.unlinked[0].change.question.as_ref(), Some(&question));
    assert_eq!(card.addresses.len(), 1, "the old one is not among the contact's addresses");
});

on_both!(nobody_is_asked_while_the_new_address_waits, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna Meier", OLD).await;
    testing::user(&cx, OLD, "Anna Meier").await;
    story::click(&cx, &eva, &code, OLD, crate::info::Which::Login, true).await.unwrap();
    story::change(&cx, &eva, &code, OLD, NEW).await.unwrap();
    assert_eq!(asked(&cx, &eva, &code).await, None);
    let card = reading::card(&cx, &eva, &story::group_of(&cx, &eva, &code, NEW).await).await.unwrap();
    let (contact, old) = (card.id.parse().unwrap(), card.unlinked[0].id.parse().unwrap());
    let early = answer(&cx, &eva, contact, old, Answer::Remove).await;
    assert_eq!(early, Err(AppError::Conflict), "the only way in is not removed by a forged form");
    t.clock.advance(60 * Ts::DAY);
    assert_eq!(remove_due(&cx.platform).await, Ok(0));
});

on_both!(removed_by_the_firm_it_is_gone_everywhere_and_can_be_added_again, |t| {
    let cx = t.cx();
    let (eva, code, client) = accepted(&t, &cx).await;
    assert!(enters(&cx, &client, &code).await);
    let (contact, old) = ids(&asked(&cx, &eva, &code).await.unwrap());
    assert_eq!(answer(&cx, &eva, contact, old, Answer::Remove).await.as_deref(), Ok(OLD));
    assert!(!enters(&cx, &client, &code).await, "at once");
    let tab = story::tab(&cx, &eva, &code).await;
    assert_eq!(tab.rows().map(|(_, row)| row.email.as_str()).collect::<Vec<_>>(), [NEW]);
    let card = reading::card(&cx, &eva, &contact.to_string()).await.unwrap();
    assert!(card.unlinked.is_empty());
    assert_eq!(
        (state(&cx).await.as_str(), story::audited(&cx, "old_address_removed").await),
        ("old_removed", 1)
    );
    assert_eq!(answer(&cx, &eva, contact, old, Answer::Remove).await, Err(AppError::Conflict), "twice");
    addresses::add(&cx, &eva, contact, EmailAddress::parse(OLD).unwrap(), true).await.expect("added again");
    assert!(!enters(&cx, &client, &code).await, "adding it again is no way in");
    story::click(&cx, &eva, &code, OLD, crate::info::Which::Login, true).await.unwrap();
    assert!(enters(&cx, &client, &code).await, "switching LOGIN on is");
});

on_both!(kept_by_the_firm_it_stays_for_good_and_nobody_is_asked_again, |t| {
    let cx = t.cx();
    let (eva, code, client) = accepted(&t, &cx).await;
    let (contact, old) = ids(&asked(&cx, &eva, &code).await.unwrap());
    assert_eq!(answer(&cx, &eva, contact, old, Answer::Keep).await.as_deref(), Ok(OLD));
    assert_eq!(asked(&cx, &eva, &code).await, None);
    assert_eq!(story::tab(&cx, &eva, &code).await.unlinked.len(), 1, "still under Unlinked e-mails");
    for late in [Answer::Keep, Answer::Remove] {
        assert_eq!(answer(&cx, &eva, contact, old, late).await, Err(AppError::Conflict), "{late:?}");
    }
    t.clock.advance(365 * Ts::DAY);
    assert_eq!(remove_due(&cx.platform).await, Ok(0));
    assert!(enters(&cx, &client, &code).await);
    assert_eq!(story::audited(&cx, "old_address_kept").await, 1);
});

on_both!(after_fourteen_days_it_goes_by_itself_to_the_instant_and_once, |t| {
    let cx = t.cx();
    let (eva, code, client) = accepted(&t, &cx).await;
    let mut news = cx.db.subscribe();
    t.clock.advance(GRACE - 1);
    assert_eq!(remove_due(&cx.platform).await, Ok(0));
    assert!(enters(&cx, &client, &code).await);
    t.clock.advance(1);
    let both = futures::join!(remove_due(&cx.platform), remove_due(&cx.platform));
    assert_eq!(both.0.unwrap() + both.1.unwrap(), 1, "two workers remove it once");
    assert!(!enters(&cx, &client, &code).await);
    assert!(story::tab(&cx, &eva, &code).await.unlinked.is_empty());
    assert_eq!(story::audited(&cx, "old_address_removed").await, 1);
    let mut conn = story::look(&cx).await;
    let (kind, detail): (String, String) = sql!(
        "SELECT actor_kind, detail FROM audit_event WHERE firm_id = $1 AND event = 'old_address_removed'",
        cx.firm.id
    )
    .one(&mut conn)
    .await
    .unwrap();
    assert_eq!((kind.as_str(), detail), ("system", format!("{OLD} -> {NEW}")));
    let mut told = Vec::new();
    while let Ok(some) = news.try_recv() {
        told.extend(some.iter().map(|one| one.event.news().clone()));
    }
    assert!(told.iter().any(|news| matches!(news, News::Account { .. })), "open Info tabs hear of it");
    assert!(told.iter().any(|news| matches!(news, News::User { .. })), "and so does whoever was signed in");
});

on_both!(removing_and_keeping_at_once_end_in_one_of_the_two, |t| {
    let cx = t.cx();
    let (eva, code, _) = accepted(&t, &cx).await;
    let (contact, old) = ids(&asked(&cx, &eva, &code).await.unwrap());
    t.clock.advance(GRACE);
    let (removed, kept, gone) = futures::join!(
        answer(&cx, &eva, contact, old, Answer::Remove),
        answer(&cx, &eva, contact, old, Answer::Keep),
        remove_due(&cx.platform)
    );
    let won = [removed.is_ok(), kept.is_ok(), gone == Ok(1)];
    assert_eq!(won.iter().filter(|won| **won).count(), 1, "{removed:?} {kept:?} {gone:?}");
    assert_eq!(story::tab(&cx, &eva, &code).await.unlinked.len(), usize::from(kept.is_ok()));
});

on_both!(those_accepted_before_there_was_a_question_get_their_fourteen_days_as_well, |t| {
    let cx = t.cx();
    let (eva, code, _) = accepted(&t, &cx).await;
    let firm = cx.firm.id;
    let before = sql!("UPDATE address_change SET remove_at = NULL WHERE firm_id = $1", firm);
    cx.write(move |tx| Box::pin(async move { Ok(before.run(tx).await?) })).await.unwrap();
    t.clock.advance(100 * Ts::DAY);
    assert_eq!(remove_due(&cx.platform).await, Ok(0), "nothing goes that nobody was asked about");
    assert!(asked(&cx, &eva, &code).await.is_some());
    t.clock.advance(GRACE);
    assert_eq!(remove_due(&cx.platform).await, Ok(1));
});

on_both!(whoever_may_not_or_does_not_see_everything_answers_nothing, |t| {
    let cx = t.cx();
    let (eva, code, _) = accepted(&t, &cx).await;
    let (contact, old) = ids(&asked(&cx, &eva, &code).await.unwrap());
    let other = story::account(&cx, &eva, "Meier Geheim").await;
    story::link(&cx, &eva, &code, NEW, &other).await;
    let tom = story::tom(&cx).await;
    assert_eq!(answer(&cx, &tom, contact, old, Answer::Remove).await, Err(AppError::NotFound));
    story::assign(&cx, &eva, &tom, &code).await;
    assert!(matches!(answer(&cx, &tom, contact, old, Answer::Remove).await, Err(AppError::Refused(_))));
    let ina = story::ina(&cx).await;
    let answers = "/app/contacts/{id}/emails/{address}/old";
    assert_eq!(story::posted(&cx, &ina, answers).await.err(), Some(AppError::NotAllowed));
    let stranger = t.cx_of(&t.other_firm().await);
    let their_owner = story::eva(&stranger).await;
    assert_eq!(
        answer(&stranger, &their_owner, contact, old, Answer::Remove).await,
        Err(AppError::NotFound),
        "of another firm"
    );
    let nobody = EmailId(cx.ids.next());
    assert_eq!(answer(&cx, &eva, contact, nobody, Answer::Remove).await, Err(AppError::Conflict));
    assert!(asked(&cx, &eva, &code).await.is_some());
});

on_both!(the_form_leads_back_to_where_it_stood, |t| {
    let cx = t.cx();
    let (eva, code, _) = accepted(&t, &cx).await;
    let question = asked(&cx, &eva, &code).await.unwrap();
    let post = async |fields: &[(&str, &str)]| {
        let path = format!("/app/contacts/{}/emails/{}/old", question.contact, question.address);
        story::post(&cx, &eva, &path, fields).await
    };
    for bad in ["", "REMOVE", "x"] {
        assert!(matches!(post(&[("answer", bad)]).await, Err(AppError::BadRequest)), "{bad}");
    }
    let Ok(Reply::With { to, notice, .. }) = post(&[("answer", "keep"), ("account", &code)]).await else {
        panic!("refused")
    };
    assert_eq!(to, format!("/app/accounts/{code}/info"));
    assert!(notice.unwrap().contains(OLD));
    let Ok(Reply::Again { page, .. }) = post(&[("answer", "keep"), ("account", "//evil.example")]).await
    else {
        panic!("taken")
    };
    assert_eq!(page, format!("/app/contacts/{}", question.contact), "only to pages of ours");
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_address_of_a_broken_firm_keeps_no_other_firms_from_going() {
    let t = TestPlatform::new(On::Sqlite).await.unwrap();
    let other = t.cx_of(&t.other_firm().await);
    accepted(&t, &t.cx()).await;
    accepted(&t, &other).await;
    t.spoil(t.firm.id).await;
    t.clock.advance(GRACE);
    assert_eq!(remove_due(&t.platform).await, Ok(1));
    assert_eq!((state(&t.cx()).await.as_str(), state(&other).await.as_str()), ("accepted", "old_removed"));
}
