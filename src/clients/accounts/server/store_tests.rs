//! Accounts as they are stored, listed, found, numbered and archived, on both engines.

use super::actions::{self, Draft};
use crate::accounts::model::AccountRow;
use crate::info::Which;
use crate::testing as story;
use access::gate::{Staff, testing};
use kernel::AppError;
use platform::{Cx, on_both, sql};
use std::collections::BTreeSet;

/// All parts of the list, one after the other.
async fn walk(cx: &Cx, staff: &Staff, search: &str, archived: bool) -> Vec<AccountRow> {
    let mut all = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let part = story::account_list(cx, staff, search, archived, after.as_deref()).await.unwrap();
        all.extend(part.rows);
        match part.next {
            Some(next) => after = Some(next),
            None => return all,
        }
    }
}

fn codes(rows: &[AccountRow]) -> Vec<&str> {
    rows.iter().map(|row| row.code.as_str()).collect()
}

on_both!(short_ids_count_up_behind_the_names_letter, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let mut made = Vec::new();
    for name in ["Müller GmbH", "Maier", "Ärzte", "佐藤商店", "Zorn", "müller 2"] {
        made.push(story::account(&cx, &eva, name).await);
    }
    assert_eq!(made, ["M1", "M2", "A1", "X1", "Z1", "M3"]);
});

on_both!(fifty_accounts_made_at_once_get_fifty_short_ids, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let made = futures::future::join_all((0..50).map(|_| story::account(&cx, &eva, "Bauer"))).await;
    assert_eq!(made.iter().collect::<BTreeSet<_>>().len(), 50);
    assert!(made.contains(&"B50".to_owned()));
});

on_both!(all_parts_together_are_all_accounts_in_order_even_with_equal_names, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let names = ["Adler", "Bauer", "bauer", "BAUER", "Ärzte", "öko", "Zorn"];
    let mut made = BTreeSet::new();
    for place in 0..130 {
        made.insert(story::account(&cx, &eva, names[place * 7 % names.len()]).await);
    }
    let all = walk(&cx, &eva, "", false).await;
    assert_eq!(all.iter().map(|row| row.code.clone()).collect::<BTreeSet<_>>(), made);
    assert_eq!(all.len(), 130, "no account twice");
    let keys: Vec<String> = all.iter().map(|row| directory::accounts::sort_key(&row.name)).collect();
    assert!(keys.is_sorted());
    let found = walk(&cx, &eva, "bauer", false).await;
    assert_eq!(found.len(), all.iter().filter(|row| row.name.to_lowercase() == "bauer").count());
});

on_both!(a_search_finds_name_id_contact_and_address_and_nothing_by_wildcard, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let muller = story::account(&cx, &eva, "Müller GmbH").await;
    let rabatt = story::account(&cx, &eva, "50% Rabatt_AG").await;
    story::contact(&cx, &eva, &muller, "Anna Schmidt", "Anna@Schmidt.example").await;
    for (search, expected) in [
        ("MÜLLER", vec![muller.as_str()]),
        ("m1", vec![&muller]),
        ("anna schm", vec![&muller]),
        ("anna@schmidt", vec![&muller]),
        ("50%", vec![&rabatt]),
        ("ag rab", vec![&rabatt]),
        ("t_a", vec![]),
        ("%", vec![]),
        ("' OR 1=1 --", vec![]),
        ("r_b", vec![]),
    ] {
        assert_eq!(codes(&walk(&cx, &eva, search, false).await), expected, "{search}");
    }
});

on_both!(a_restricted_employee_meets_assigned_accounts_only, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let tom = story::tom(&cx).await;
    let mine = story::account(&cx, &eva, "Meier").await;
    let other = story::account(&cx, &eva, "Meier Geheim").await;
    story::contact(&cx, &eva, &other, "Kate Smith", "kate@smith.example").await;
    story::assign(&cx, &eva, &tom, &mine).await;
    assert_eq!(codes(&walk(&cx, &tom, "", false).await), [mine.as_str()]);
    assert_eq!(codes(&walk(&cx, &tom, "meier", false).await), [mine.as_str()]);
    assert!(walk(&cx, &tom, "kate", false).await.is_empty());
    assert_eq!(actions::form(&cx, &tom, &other).await, Err(AppError::NotFound));
    assert_eq!(actions::archive(&cx, &tom, &other, 1).await, Err(AppError::NotFound));
    let draft = Draft::parse(&cx, "Neu", "other").unwrap();
    assert_eq!(actions::edit(&cx, &tom, &other, 1, draft).await, Err(AppError::NotFound));
    let own = story::account(&cx, &tom, "Neumann").await;
    assert_eq!(
        codes(&walk(&cx, &tom, "", false).await),
        [mine.as_str(), own.as_str()],
        "what one makes is one's own"
    );
});

on_both!(without_the_right_nothing_is_made_or_changed, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    let ina = story::ina(&cx).await;
    assert_eq!(story::posted(&cx, &ina, "/app/accounts/{code}/edit").await.err(), Some(AppError::NotAllowed));
    assert_eq!(
        story::posted(&cx, &ina, "/app/accounts/{code}/archive").await.err(),
        Some(AppError::NotAllowed)
    );
    assert_eq!(
        story::posted(&cx, &ina, "/app/accounts/{code}/reactivate").await.err(),
        Some(AppError::NotAllowed)
    );
    assert_eq!(codes(&walk(&cx, &ina, "", false).await), [code.as_str()], "but it may be read");
});

on_both!(another_firm_sees_nothing_of_it, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    let other = t.cx_of(&t.other_firm().await);
    let max = story::max(&other).await;
    assert!(walk(&other, &max, "", false).await.is_empty());
    assert_eq!(actions::form(&other, &max, &code).await, Err(AppError::NotFound));
    assert_eq!(story::account(&other, &max, "Meier").await, "M1", "and counts for itself");
});

on_both!(of_two_editors_the_second_is_told, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    let version = actions::form(&cx, &eva, &code).await.unwrap().version;
    let draft = |name| Draft::parse(&cx, name, "family").unwrap();
    actions::edit(&cx, &eva, &code, version, draft("Meier & Sohn")).await.unwrap();
    assert_eq!(actions::edit(&cx, &eva, &code, version, draft("Meyer")).await, Err(AppError::Conflict));
    let stored = actions::form(&cx, &eva, &code).await.unwrap();
    assert_eq!((stored.name.as_str(), stored.version), ("Meier & Sohn", version + 1));
    assert_eq!(codes(&walk(&cx, &eva, "sohn", false).await), [code.as_str()]);
});

on_both!(the_archive_moves_an_account_and_gives_it_back_as_it_was, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", "anna@meier.example").await;
    story::click(&cx, &eva, &code, "anna@meier.example", Which::Login, true).await.unwrap();
    let before = story::row(&cx, &eva, &code, "anna@meier.example").await;
    actions::archive(&cx, &eva, &code, 1).await.unwrap();
    assert_eq!(actions::archive(&cx, &eva, &code, 2).await, Err(AppError::Conflict), "it is there already");
    assert!(walk(&cx, &eva, "", false).await.is_empty());
    assert_eq!(codes(&walk(&cx, &eva, "", true).await), [code.as_str()]);
    actions::reactivate(&cx, &eva, &code, 2).await.unwrap();
    assert_eq!(story::row(&cx, &eva, &code, "anna@meier.example").await, before);
    assert_eq!(story::audited(&cx, "account_archived").await, 1);
    assert_eq!(story::audited(&cx, "account_reactivated").await, 1);
});

on_both!(the_last_login_is_the_newest_of_those_with_a_grant, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    for (name, email, seen, login) in [
        ("Anna", "anna@meier.example", 1_000_000, true),
        ("Jo", "jo@meier.example", 2_000_000, true),
        ("Ex", "ex@meier.example", 9_000_000, false),
    ] {
        story::contact(&cx, &eva, &code, name, email).await;
        let user = testing::user(&cx, email, name).await;
        cx.write(move |tx| {
            Box::pin(async move {
                sql!("UPDATE portal_user SET last_login_at = $2 WHERE id = $1", user, kernel::Ts(seen))
                    .run(tx)
                    .await?;
                Ok(())
            })
        })
        .await
        .unwrap();
        if login {
            story::click(&cx, &eva, &code, email, Which::Login, true).await.unwrap();
        }
    }
    let row = walk(&cx, &eva, "", false).await.remove(0);
    assert_eq!(row.last_login, Some(cx.when(kernel::Ts(2_000_000))));
    assert_eq!((row.access.active, row.notify), (2, true));
});

on_both!(a_part_of_the_list_takes_one_statement, |t| {
    let cx = t.cx();
    let eva = story::eva(&cx).await;
    let code = story::account(&cx, &eva, "Meier").await;
    story::contact(&cx, &eva, &code, "Anna", "anna@meier.example").await;
    let before = cx.db.statements();
    story::account_list(&cx, &eva, "", false, None).await.unwrap();
    assert_eq!(cx.db.statements() - before, 1);
});

on_both!(bad_words_for_an_account_are_refused_by_field, |t| {
    let cx = t.cx();
    for (name, kind, fields) in [
        ("", "company", vec!["name"]),
        ("a\u{202E}b", "company", vec!["name"]),
        ("Meier", "king", vec!["kind"]),
        ("  ", "", vec!["name", "kind"]),
        (&"x".repeat(300), "other", vec!["name"]),
    ] {
        let Err(AppError::Invalid(faults)) = Draft::parse(&cx, name, kind) else { panic!("{name:?} passed") };
        assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), fields);
    }
    assert!(Draft::parse(&cx, "A/B", "other").unwrap().is_awkward());
});
