//! What happened is said to everybody or to nobody.

use super::{By, Change, DomainEvent, Told};
use crate::audit::Who;
use crate::testing::TestPlatform;
use crate::{kind, sql};
use kernel::live::News;
use kernel::{AccountId, AppError};
use serde::Serialize;
use uuid::Uuid;

const ACCOUNT: AccountId = AccountId(Uuid::from_u128(7));

#[derive(Serialize)]
enum Switched {
    On,
    /// The trail has it already.
    Seen,
    /// Nobody did it.
    ByItself,
}

impl DomainEvent for Switched {
    fn told(&self, by: &By) -> Told {
        let (act, by) = ("on".to_owned(), by.name.clone());
        let news = [News::Account { account: ACCOUNT, act, about: None, by }, News::Lists];
        match self {
            Switched::On => Told::of(kind!("test_switched"))
                .account(ACCOUNT)
                .about(ACCOUNT, "Müller GmbH")
                .detail(Change::switched(true))
                .news(news),
            Switched::Seen => Told::live(news),
            Switched::ByItself => Told::unrecorded(kind!("test_by_itself")),
        }
    }
}

fn eva() -> By {
    By {
        who: Who { kind: "staff", id: None, name: "Eva <eva@weber.example>".to_owned() },
        name: "Eva".to_owned(),
    }
}

type Row = (String, String, String, Option<AccountId>, Option<Uuid>, String, String, String);

async fn trail(t: &TestPlatform) -> Vec<Row> {
    sql!(
        "SELECT event, actor_kind, actor_name, account_id, subject_id, subject, detail, ip
         FROM audit_event WHERE firm_id = $1 ORDER BY id LIMIT 10",
        t.firm.id
    )
    .all(&mut t.platform.db.read().await.unwrap())
    .await
    .unwrap()
}

/// Scope, act and author, as they are stored.
async fn news(t: &TestPlatform) -> Vec<(String, String, String)> {
    sql!("SELECT scope, kind, by_name FROM event WHERE firm_id = $1 ORDER BY id LIMIT 10", t.firm.id)
        .all(&mut t.platform.db.read().await.unwrap())
        .await
        .unwrap()
}

crate::on_both!(an_event_is_a_row_of_the_trail_and_its_news, |t| {
    t.cx().work(&eva(), async move |w, _| w.happened(Switched::On).await).await.unwrap();
    let text = str::to_owned;
    assert_eq!(
        trail(&t).await,
        [(
            text("test_switched"),
            text("staff"),
            text("Eva <eva@weber.example>"),
            Some(ACCOUNT),
            Some(ACCOUNT.0),
            text("Müller GmbH"),
            text("off -> on"),
            text("203.0.113.7"),
        )]
    );
    assert_eq!(
        news(&t).await,
        [
            (format!("account:{ACCOUNT}"), text("on"), text("Eva")),
            (text("accounts"), text("changed"), String::new()),
        ]
    );
});

crate::on_both!(of_an_act_that_is_undone_nothing_is_said, |t| {
    let (cx, by) = (t.cx(), eva());
    let undone = cx.work(&by, async move |w, _| {
        w.happened(Switched::On).await?;
        Err::<(), _>(AppError::Conflict)
    });
    assert_eq!(undone.await, Err(AppError::Conflict));
    assert!(trail(&t).await.is_empty() && news(&t).await.is_empty());
});

crate::on_both!(what_the_trail_has_already_is_only_told_and_what_nobody_did_is_not_recorded, |t| {
    let (cx, by) = (t.cx(), eva());
    cx.work(&by, async move |w, _| w.happened(Switched::Seen).await).await.unwrap();
    assert_eq!(news(&t).await.len(), 2);
    cx.work(&by, async move |w, _| w.happened(Switched::ByItself).await).await.unwrap();
    assert_eq!((trail(&t).await.len(), news(&t).await.len()), (0, 2));
});
