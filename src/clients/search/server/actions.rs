//! Keeping the index, and making it anew.

use super::store::{self, AccountLine, ContactLine, MOST_LINES};
use futures::future::BoxFuture;
use kernel::{AccountId, AppError, ContactId, FirmId, Ts};
use platform::db::{Db, DbError, Tx};
use platform::search::{self, Doc, Kind};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use uuid::Uuid;

/// Accounts that are read and stored at once.
const AT_ONCE: usize = 1_000;
/// Most people by whose names and addresses an account is found, those who were linked first.
const MOST_PEOPLE: usize = 200;
/// What one transaction holds of an index that is made while people work.
const STEP: i64 = 200;

const ACCOUNTS: &str = "accounts";
const CONTACTS: &str = "contacts";

/// Before an account's own row is written: whoever writes it otherwise stands in the line already.
pub(crate) async fn stand_in_line(tx: &mut Tx, firm: FirmId) -> Result<(), DbError> {
    store::stand_in_line(tx, firm).await
}

/// After an account's name or place changed, or a contact came to it or left it. The last that an act waits for
/// ([`store::stand_in_line`]).
pub(crate) async fn refresh_account(tx: &mut Tx, firm: FirmId, account: AccountId) -> Result<(), DbError> {
    store::stand_in_line(tx, firm).await?;
    accounts(tx, &[account], false).await
}

/// After a contact's name or addresses changed: its accounts are found by them too. The last that an act waits for
/// ([`store::stand_in_line`]).
pub(crate) async fn refresh_contact(tx: &mut Tx, firm: FirmId, contact: ContactId) -> Result<(), DbError> {
    store::stand_in_line(tx, firm).await?;
    contacts(tx, &[contact], false).await?;
    let mut behind = Uuid::nil();
    loop {
        let linked = store::accounts_of(tx, firm, contact, behind).await?;
        accounts(tx, &linked, false).await?;
        match linked.last() {
            Some(last) if linked.len() >= AT_ONCE => behind = last.0,
            _ => return Ok(()),
        }
    }
}

async fn accounts(tx: &mut Tx, ids: &[AccountId], anew: bool) -> Result<(), DbError> {
    for ids in ids.chunks(AT_ONCE) {
        let mut lines = store::accounts(tx, ids).await?;
        if lines.len() >= MOST_LINES && ids.len() > 1 {
            lines.clear();
            for id in ids {
                lines.extend(store::accounts(tx, &[*id]).await?);
            }
        }
        put(tx, accounts_docs(lines), anew).await?;
    }
    Ok(())
}

async fn contacts(tx: &mut Tx, ids: &[ContactId], anew: bool) -> Result<(), DbError> {
    for ids in ids.chunks(AT_ONCE) {
        let lines = store::contacts(tx, ids).await?;
        put(tx, contacts_docs(lines), anew).await?;
    }
    Ok(())
}

/// These ids, once whoever changes what they stand for has to wait. Whoever makes the index stands in the lines of several
/// firms, always in the same order; an act stands in one.
async fn held<T>(tx: &mut Tx, found: Vec<(T, FirmId)>) -> Result<Vec<T>, DbError> {
    let firms: BTreeSet<FirmId> = found.iter().map(|(_, firm)| *firm).collect();
    for firm in firms {
        store::stand_in_line(tx, firm).await?;
    }
    Ok(found.into_iter().map(|(id, _)| id).collect())
}

async fn put(tx: &mut Tx, docs: Vec<Doc>, anew: bool) -> Result<(), DbError> {
    if anew { search::put_anew(tx, &docs).await } else { search::put(tx, &docs).await }
}

fn accounts_docs(mut lines: Vec<AccountLine>) -> Vec<Doc> {
    lines.sort_by_key(|line| (line.id, line.linked_at, line.contact_id, line.position));
    let mut docs: BTreeMap<AccountId, (Doc, HashSet<ContactId>)> = BTreeMap::new();
    for line in lines {
        let (doc, people) = docs.entry(line.id).or_insert_with(|| {
            let kind = if line.archived_at.is_some() { Kind::ArchivedAccount } else { Kind::ActiveAccount };
            let doc = Doc::new(line.firm_id, kind, line.id.0, &line.name, &line.sort_key);
            (doc.with_code(&line.code), HashSet::new())
        });
        let Some(contact) = line.contact_id else { continue };
        if people.len() >= MOST_PEOPLE && !people.contains(&contact) {
            continue;
        }
        if people.insert(contact) {
            line.person.iter().for_each(|name| doc.add(name));
        }
        add_address(doc, line.email.as_deref(), line.email_norm.as_deref());
    }
    docs.into_values().map(|(doc, _)| doc).collect()
}

fn contacts_docs(mut lines: Vec<ContactLine>) -> Vec<Doc> {
    lines.sort_by_key(|line| (line.id, line.position));
    let mut docs: BTreeMap<ContactId, Doc> = BTreeMap::new();
    for line in lines {
        let doc = docs
            .entry(line.id)
            .or_insert_with(|| Doc::new(line.firm_id, Kind::Contact, line.id.0, &line.name, &line.sort_key));
        add_address(doc, line.email.as_deref(), line.email_norm.as_deref());
    }
    docs.into_values().collect()
}

/// As people read it, and as mail servers do where that differs.
fn add_address(doc: &mut Doc, email: Option<&str>, norm: Option<&str>) {
    let Some(email) = email else { return };
    doc.add(email);
    norm.filter(|norm| !norm.eq_ignore_ascii_case(email)).iter().for_each(|norm| doc.add(norm));
}

/// Makes the index of a database that comes from a version without one; otherwise does nothing. Goes on where it was
/// interrupted.
pub async fn ensure(db: &Db, now: Ts) -> Result<(), AppError> {
    let mut conn = db.read().await?;
    let is_made = search::is_made(&mut conn).await?;
    drop(conn);
    if !is_made {
        tracing::info!("making the index for searches");
        let made = index(db, now, false).await?;
        tracing::info!(made, "the index for searches is made");
    }
    Ok(())
}

/// Makes the whole index anew, while people work; how many accounts and contacts it holds. Whoever is interrupted and asks
/// again goes on there.
pub async fn index_all(db: &Db, now: Ts) -> Result<i64, AppError> {
    index(db, now, true).await
}

async fn index(db: &Db, now: Ts, anew: bool) -> Result<i64, AppError> {
    let of_accounts = in_steps(db, ACCOUNTS, move |tx, after| {
        Box::pin(async move {
            let found = store::accounts_after(tx, after, STEP).await?;
            let ids = held(tx, found).await?;
            accounts(tx, &ids, anew).await?;
            Ok((ids.last().map(|id| id.0), ids.len()))
        })
    })
    .await?;
    let of_contacts = in_steps(db, CONTACTS, move |tx, after| {
        Box::pin(async move {
            let found = store::contacts_after(tx, after, STEP).await?;
            let ids = held(tx, found).await?;
            contacts(tx, &ids, anew).await?;
            Ok((ids.last().map(|id| id.0), ids.len()))
        })
    })
    .await?;
    sweep(db).await?;
    settle(db).await?;
    let made = of_accounts + of_contacts;
    db.write(move |tx| Box::pin(async move { Ok(search::finish(tx, now, made).await?) })).await?;
    Ok(made)
}

/// The last id of a step, and how many it took.
type Step = Result<(Option<Uuid>, usize), DbError>;

/// Each step in a transaction of its own, so that nobody waits long and no step is done twice.
async fn in_steps<F>(db: &Db, what: &'static str, step: F) -> Result<i64, AppError>
where
    F: for<'a> Fn(&'a mut Tx, Uuid) -> BoxFuture<'a, Step> + Clone + Send + Sync + 'static,
{
    let mut total = 0;
    loop {
        let step = step.clone();
        let taken = db.write(move |tx| {
            Box::pin(async move {
                let after = search::made_up_to(tx, what).await?;
                let (last, taken) = step(tx, after).await?;
                if let Some(last) = last {
                    search::remember(tx, what, last).await?;
                }
                Ok(taken)
            })
        });
        let taken = taken.await?;
        if taken == 0 {
            return Ok(total);
        }
        total += i64::try_from(taken).unwrap_or(0);
    }
}

/// Brings together what was written piece by piece.
async fn settle(db: &Db) -> Result<(), AppError> {
    let mut begin = true;
    while db.write(move |tx| Box::pin(async move { Ok(search::settle(tx, begin).await?) })).await? {
        begin = false;
    }
    Ok(())
}

/// Takes out what is neither an account nor a contact any more.
async fn sweep(db: &Db) -> Result<(), AppError> {
    let mut after = Uuid::nil();
    loop {
        let step = db.write(move |tx| {
            Box::pin(async move {
                let mut entities = search::after(tx, after, 1000).await?;
                let last = entities.last().copied();
                let existing: HashSet<Uuid> = store::existing(tx, &entities).await?.into_iter().collect();
                entities.retain(|entity| !existing.contains(entity));
                if !entities.is_empty() {
                    search::remove(tx, &entities).await?;
                }
                Ok(last)
            })
        });
        match step.await? {
            Some(last) => after = last,
            None => return Ok(()),
        }
    }
}
