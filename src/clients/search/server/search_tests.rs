//! Whatever people do, the index says what an index made anew says.

use super::actions::{ensure, index_all};
use super::store;
use crate::accounts::server::actions::{self as accounts, Draft};
use crate::contacts::server::actions as contacts;
use crate::contacts::server::addresses;
use crate::info::Which;
use crate::testing as story;
use access::gate::testing::proven;
use directory::testing::{Contact, a_firm, seed_all};
use futures::future::join_all;
use kernel::{AppError, ContactId, EmailAddress, EmailId, FirmId};
use platform::rng::{Rng, SeededRng};
use platform::search::{self, Kind, Query};
use platform::testing::TestPlatform;
use platform::{Cx, on_both, sql};
use uuid::Uuid;

/// A document as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
struct Stored {
    entity_id: Uuid,
    firm_id: FirmId,
    kind: String,
    hay: String,
    lead: String,
    sort_key: String,
    exact: Option<String>,
    number: Option<i64>,
}

async fn documents(cx: &Cx) -> Vec<Stored> {
    let mut conn = story::look(cx).await;
    let mut all: Vec<Stored> =
        sql!("SELECT entity_id, firm_id, kind, hay, lead, sort_key, exact, number FROM search_doc")
            .all(&mut conn)
            .await
            .unwrap();
    all.sort();
    all
}

/// The index is what it is made anew, and each of its words finds its document.
async fn is_sound(t: &TestPlatform, cx: &Cx) {
    let kept = documents(cx).await;
    index_all(&t.platform.db, cx.now()).await.unwrap();
    let anew = documents(cx).await;
    assert_eq!(kept, anew);
    let mut conn = story::look(cx).await;
    for kind in [Kind::ActiveAccount, Kind::ArchivedAccount, Kind::Contact] {
        for doc in anew.iter().filter(|doc| doc.firm_id == cx.firm.id && doc.kind == kind.key()).take(20) {
            for word in doc.hay.split_whitespace() {
                let query = Query::parse(word).unwrap();
                let found = search::find_all(&mut conn, cx.firm.id, kind, &query, 10_000).await.unwrap();
                assert!(found.ids.contains(&doc.entity_id), "{word} finds {}", doc.hay);
            }
        }
    }
}

/// Short ids of what a search finds.
async fn found(cx: &Cx, kind: Kind, text: &str) -> Vec<String> {
    let mut conn = story::look(cx).await;
    let query = Query::parse(text).unwrap();
    let hits = search::find(&mut conn, cx.firm.id, kind, &query, 100).await.unwrap().hits;
    let mut names = Vec::new();
    for hit in hits {
        let (name,): (String,) = sql!(
            "SELECT code FROM account WHERE firm_id = $1 AND id = $2
             UNION ALL SELECT name FROM contact WHERE firm_id = $1 AND id = $2",
            cx.firm.id,
            hit.entity
        )
        .one(&mut conn)
        .await
        .unwrap();
        names.push(name);
    }
    names
}

async fn contact_of(cx: &Cx, eva: &story::Manager, code: &str, email: &str) -> ContactId {
    story::group_of(cx, eva, code, email).await.parse().unwrap()
}

async fn address_of(cx: &Cx, contact: ContactId, email: &str) -> EmailId {
    let mut conn = story::look(cx).await;
    let known = directory::contacts::addresses(&mut conn, cx.firm.id, contact).await.unwrap();
    known.into_iter().find(|known| known.email == email).unwrap().id
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

on_both!(each_act_is_in_the_index_at_once, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let one = story::account(&cx, &eva, "Müller GmbH").await;
    let two = story::account(&cx, &eva, "Meyer-Schmidt").await;
    assert_eq!(found(&cx, Kind::ActiveAccount, "mueller").await, [one.as_str()]);
    assert_eq!(found(&cx, Kind::ActiveAccount, "meyerschmidt").await, [two.as_str()]);
    story::contact(&cx, &eva, &one, "Anna O'Brien", "anna@brien.example").await;
    assert_eq!(found(&cx, Kind::ActiveAccount, "obrien").await, [one.as_str()]);
    assert_eq!(found(&cx, Kind::Contact, "o'brien").await, ["Anna O'Brien"]);
    story::link(&cx, &eva, &one, "anna@brien.example", &two).await;
    assert_eq!(found(&cx, Kind::ActiveAccount, "anna@brien").await.len(), 2);
    let anna = contact_of(&cx, &eva, &one, "anna@brien.example").await;

    contacts::edit(&cx, &eva, anna, 1, "Anna Sørensen", "en").await.unwrap();
    assert_eq!(found(&cx, Kind::Contact, "sorensen").await, ["Anna Sørensen"]);
    assert_eq!(found(&cx, Kind::ActiveAccount, "soerensen").await.len(), 2);
    assert!(found(&cx, Kind::ActiveAccount, "obrien").await.is_empty());

    addresses::add(&cx, &eva, anna, address("zweite@adresse.example"), false).await.unwrap();
    assert_eq!(found(&cx, Kind::ActiveAccount, "zweite").await.len(), 2);
    let second = address_of(&cx, anna, "zweite@adresse.example").await;
    let to = address("dritte@adresse.example");
    addresses::change(&cx, &proven(&eva), anna, second, to, false).await.unwrap();
    assert!(found(&cx, Kind::Contact, "zweite").await.is_empty());
    assert_eq!(found(&cx, Kind::Contact, "dritte").await.len(), 1);
    addresses::remove(&cx, &eva, anna, second).await.unwrap();
    assert!(found(&cx, Kind::ActiveAccount, "dritte").await.is_empty());

    contacts::unlink(&cx, &eva, anna, &two, true).await.unwrap();
    assert_eq!(found(&cx, Kind::ActiveAccount, "sorensen").await, [one.as_str()]);

    let draft = Draft::parse(&cx, "Schulze", "company").unwrap();
    accounts::edit(&cx, &eva, &two, 1, draft).await.unwrap();
    assert!(found(&cx, Kind::ActiveAccount, "meyer").await.is_empty());
    assert_eq!(found(&cx, Kind::ActiveAccount, "schulze").await, [two.as_str()]);
    accounts::archive(&cx, &eva, &two, 2).await.unwrap();
    assert!(found(&cx, Kind::ActiveAccount, "schulze").await.is_empty());
    assert_eq!(found(&cx, Kind::ArchivedAccount, &two).await, [two.as_str()]);
    accounts::reactivate(&cx, &eva, &two, 3).await.unwrap();
    assert_eq!(found(&cx, Kind::ActiveAccount, "schulze").await, [two.as_str()]);
    is_sound(&t, &cx).await;
});

on_both!(an_address_that_is_being_replaced_is_found_until_it_goes, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Adler").await;
    story::contact(&cx, &eva, &code, "Anna", "anna@alt.example").await;
    story::click(&cx, &eva, &code, "anna@alt.example", Which::Login, true).await.unwrap();
    access::gate::testing::user(&cx, "anna@alt.example", "Anna").await;
    story::change(&cx, &eva, &code, "anna@alt.example", "anna@neu.example").await.unwrap();
    for word in ["alt.example", "neu.example"] {
        assert_eq!(found(&cx, Kind::ActiveAccount, word).await, [code.as_str()], "{word}");
        assert_eq!(found(&cx, Kind::Contact, word).await, ["Anna"], "{word}");
    }
    is_sound(&t, &cx).await;
    story::click(&cx, &eva, &code, "anna@alt.example", Which::Login, false).await.unwrap();
    assert!(found(&cx, Kind::Contact, "alt.example").await.is_empty());
    is_sound(&t, &cx).await;
});

on_both!(all_accounts_of_a_contact_are_found_by_its_new_name, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Adler").await;
    story::contact(&cx, &eva, &code, "Anna", "p@adler.example").await;
    let anna = contact_of(&cx, &eva, &code, "p@adler.example").await;
    let known = Contact { id: anna, name: "Anna".to_owned(), addresses: Vec::new() };
    let f = a_firm(&cx);
    let more = (0..1_100).map(|number| f.account(&format!("Y{number}")).named("x"));
    seed_all(more.map(|account| account.unindexed().known(&known))).await;
    index_all(&t.platform.db, cx.now()).await.unwrap();
    contacts::edit(&cx, &eva, anna, 1, "Berta", "en").await.unwrap();
    let mut conn = story::look(&cx).await;
    for (name, count) in [("anna x", 0), ("berta", 1_101)] {
        let query = Query::parse(name).unwrap();
        let all = search::find_all(&mut conn, cx.firm.id, Kind::ActiveAccount, &query, 5_000).await.unwrap();
        assert_eq!(all.ids.len(), count, "{name}");
    }
});

on_both!(what_was_refused_left_no_trace, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Adler").await;
    let draft = Draft::parse(&cx, "Geier", "company").unwrap();
    assert_eq!(accounts::edit(&cx, &eva, &code, 7, draft).await, Err(AppError::Conflict));
    story::contact(&cx, &eva, &code, "Anna", "anna@adler.example").await;
    let known = story::draft(&cx, "Berta", "anna@adler.example", false).unwrap();
    assert!(contacts::add(&cx, &eva, &code, known).await.is_err());
    assert!(found(&cx, Kind::ActiveAccount, "geier").await.is_empty());
    assert!(found(&cx, Kind::Contact, "berta").await.is_empty());
    is_sound(&t, &cx).await;
});

/// Random acts, several at once, many on the same accounts.
async fn act(cx: &Cx, eva: &story::Manager, codes: &[String], dice: &SeededRng) {
    let roll = |from: usize| {
        let mut bytes = [0; 2];
        dice.fill(&mut bytes);
        usize::from(u16::from_le_bytes(bytes)) % from
    };
    let code = codes[roll(codes.len())].clone();
    let other = codes[roll(codes.len())].clone();
    let name = ["Müller", "Meyer-Schmidt", "O'Brien", "佐藤商店", "Łukasz", "Århus"][roll(6)];
    let email = address(&format!("p{}@{}.example", roll(40), ["mueller", "weber", "ärzte"][roll(3)]));
    let people: Vec<(ContactId, EmailId)> = {
        let mut conn = story::look(cx).await;
        let account = directory::accounts::account(&mut conn, &eva.sight(), &code).await.unwrap();
        sql!(
            "SELECT e.contact_id, e.id FROM account_contact l JOIN contact_email e ON e.contact_id = l.contact_id
             WHERE l.firm_id = $1 AND l.account_id = $2 ORDER BY e.id LIMIT 100",
            cx.firm.id,
            account.id
        )
        .all(&mut conn)
        .await
        .unwrap()
    };
    let version = accounts::form(cx, eva, &code).await.unwrap().version;
    let somebody = (!people.is_empty()).then(|| people[roll(people.len())]);
    // Many are refused, as one act comes before another; then nothing of them may be found.
    let _ = match (roll(9), somebody) {
        (0, _) => {
            let draft = Draft::parse(cx, &format!("{name} {}", roll(9)), "company").unwrap();
            accounts::edit(cx, eva, &code, version, draft).await
        }
        (1, _) => accounts::archive(cx, eva, &code, version).await,
        (2, _) => accounts::reactivate(cx, eva, &code, version).await,
        (3, Some((contact, _))) => contacts::link(cx, eva, &other, contact, "").await,
        (4, Some((contact, _))) => contacts::unlink(cx, eva, contact, &code, true).await,
        (5, Some((contact, _))) => addresses::add(cx, eva, contact, email, true).await,
        (6, Some((contact, address))) => {
            addresses::change(cx, &proven(eva), contact, address, email, true).await.map(drop)
        }
        (7, Some((contact, address))) => addresses::remove(cx, eva, contact, address).await,
        (_, Some((contact, _))) if roll(2) == 0 => {
            contacts::edit(cx, eva, contact, 1, &format!("{name} Person"), "en").await
        }
        _ => {
            let draft = story::draft(cx, name, email.shown(), true).unwrap();
            contacts::add(cx, eva, &code, draft).await
        }
    };
}

on_both!(after_hundreds_of_acts_at_once_the_index_is_as_if_made_anew, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let dice = SeededRng::new(20_261_130);
    let mut codes = Vec::new();
    for place in 0..6 {
        codes.push(story::account(&cx, &eva, &format!("Adler {place}")).await);
    }
    for _ in 0..40 {
        join_all((0..8).map(|_| act(&cx, &eva, &codes, &dice))).await;
    }
    is_sound(&t, &cx).await;
});

on_both!(an_index_that_was_lost_is_made_anew_and_only_once_by_itself, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Müller").await;
    story::contact(&cx, &eva, &code, "Anna", "anna@adler.example").await;
    let other = t.cx_of(&t.other_firm().await);
    let max = story::max(&other).await;
    story::account(&other, &max, "Müller").await;
    let kept = documents(&cx).await;
    let db = &t.platform.db;
    let lose = |unmark: bool| async move {
        let lost = db.write(move |tx| {
            Box::pin(async move {
                let all = search::after(tx, Uuid::nil(), 1000).await?;
                search::remove(tx, &all).await?;
                if unmark {
                    sql!("DELETE FROM data_migration WHERE name = 'search_index'").run(tx).await?;
                }
                Ok(())
            })
        });
        lost.await.unwrap();
    };
    lose(false).await;
    ensure(db, cx.now()).await.unwrap();
    assert!(documents(&cx).await.is_empty(), "what was made once is not made at each start");
    assert_eq!(index_all(db, cx.now()).await, Ok(3));
    assert_eq!(documents(&cx).await, kept);
    lose(true).await;
    // Whoever began was interrupted after the first account.
    let first = kept.iter().filter(|doc| doc.kind == "a").map(|doc| doc.entity_id).min().unwrap();
    let begun =
        db.write(move |tx| Box::pin(async move { Ok(search::remember(tx, "accounts", first).await?) }));
    begun.await.unwrap();
    ensure(db, cx.now()).await.unwrap();
    assert_eq!(documents(&cx).await.len(), kept.len() - 1, "it goes on behind that one");
    assert_eq!(index_all(db, cx.now()).await, Ok(3), "and the next begins at the beginning");
    assert_eq!(documents(&cx).await, kept);
    assert_eq!(found(&cx, Kind::ActiveAccount, "mueller").await, [code.as_str()]);
});

on_both!(what_belongs_to_nothing_any_more_is_swept_out, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    story::account(&cx, &eva, "Müller").await;
    let kept = documents(&cx).await;
    let stray = search::Doc::new(cx.firm.id, Kind::Contact, cx.ids.next(), "Müller", "muller");
    cx.write(move |tx| Box::pin(async move { Ok(search::put(tx, &[stray]).await?) })).await.unwrap();
    assert_eq!(documents(&cx).await.len(), 2);
    index_all(&t.platform.db, cx.now()).await.unwrap();
    assert_eq!(documents(&cx).await, kept);
    let mut conn = story::look(&cx).await;
    assert!(store::existing(&mut conn, &[]).await.unwrap().is_empty());
});

on_both!(what_tests_seed_is_found_as_if_people_had_made_it, |t| {
    let cx = t.cx();
    let f = a_firm(&cx);
    let meier = f.account("M1").named("Müller & Söhne").contact("anna@meier.example").called("Anna Groß");
    let meier = meier.at("x@kanzlei-müller.example").login().contact("jo@meier.example").seed().await;
    seed_all([f.account("Z1").known(meier.contact()), f.account("O1").archived()]).await;
    f.contact("Frei").at("frei@meier.example").seed().await;
    assert_eq!(documents(&cx).await.len(), 6);
    is_sound(&t, &cx).await;
});
