//! Who visits, and what they look at: spread over the whole firm, so that no page is asked for twice in a row.

use crate::{Failure, fixtures_store as store};
use kernel::{AppError, FirmId, Ts, UserId};
use platform::db::{Conn, Db};
use platform::keys::token_hash;
use platform::rng::{OsRng, Rng as _, token};
use std::collections::HashSet;
use std::sync::Mutex;
use uuid::Uuid;

/// Deep pages of the list that are asked for in turn.
const DEEP: i64 = 20;

/// Connections that switch at once.
const TOGETHER: usize = 64;

/// A client and the account they look at.
pub struct Client {
    pub user: UserId,
    pub email: String,
    pub code: String,
    pub token: String,
}

/// A switch, as far as it is known how it stands.
#[derive(Clone, Debug)]
pub struct Toggle {
    pub code: String,
    pub setting: Uuid,
    pub on: bool,
    pub version: i64,
}

/// An account that is looked at.
pub struct Place {
    pub id: Uuid,
    pub code: String,
    pub name: String,
}

/// Everybody and everything.
pub struct Fixtures {
    pub firm: FirmId,
    /// The owner's session.
    pub owner: String,
    pub clients: Vec<Client>,
    pub places: Vec<Place>,
    pub contacts: Vec<Uuid>,
    pub toggles: Mutex<Vec<Toggle>>,
    /// Where pages of the list of accounts begin, as the list itself writes it.
    pub deep: Vec<String>,
    /// Open accounts.
    pub accounts: i64,
}

impl Fixtures {
    /// Looks for at most so many accounts and clients, and signs the clients and the owner in.
    ///
    /// # Errors
    /// What the database says; that there is no firm.
    pub async fn gather(db: &Db, most: usize, now: Ts) -> Result<Self, Failure> {
        let mut conn = db.read().await.map_err(told)?;
        let firm = store::firm(&mut conn).await.map_err(told)?.ok_or("there is no firm")?;
        let places = places(&mut conn, firm, most).await?;
        let (mut contacts, mut toggles, mut clients) = (Vec::new(), Vec::new(), Vec::new());
        let mut known = HashSet::new();
        for place in &places {
            if let Some((contact, setting, on, version)) =
                store::setting_of(&mut conn, firm, place.id).await.map_err(told)?
            {
                contacts.push(contact);
                toggles.push(Toggle { code: place.code.clone(), setting, on, version });
            }
            if let Some((user, email)) = store::client_of(&mut conn, firm, place.id).await.map_err(told)?
                && known.insert(user)
            {
                clients.push(Client {
                    user,
                    email,
                    code: place.code.clone(),
                    token: token(&OsRng).expose().clone(),
                });
            }
        }
        let accounts = store::open_accounts(&mut conn, firm).await.map_err(told)?;
        let deep = deep(&mut conn, firm, accounts).await?;
        let owner = store::owner(&mut conn, firm).await.map_err(told)?;
        drop(conn);
        let owner_token = token(&OsRng).expose().clone();
        let mut sessions: Vec<(UserId, [u8; 32])> =
            clients.iter().map(|client| (client.user, token_hash(&client.token))).collect();
        sessions.push((owner, token_hash(&owner_token)));
        sign_in(db, firm, sessions, now).await?;
        // In equal parts for as many connections as ask at once.
        toggles.truncate(if toggles.len() < TOGETHER {
            toggles.len()
        } else {
            toggles.len() / TOGETHER * TOGETHER
        });
        let toggles = Mutex::new(toggles);
        Ok(Self { firm, owner: owner_token, clients, places, contacts, toggles, deep, accounts })
    }
}

/// A real firm from here on: a server in earnest serves none of the demo's.
pub async fn make_real(db: &Db) -> Result<(), Failure> {
    let mut conn = db.read().await.map_err(told)?;
    let firm = store::firm(&mut conn).await.map_err(told)?.ok_or("there is no firm")?;
    drop(conn);
    let done = db.write(move |tx| Box::pin(async move { Ok(store::make_real(tx, firm).await?) }));
    done.await.map_err(refused)
}

/// Whether there is a firm.
pub async fn is_filled(db: &Db) -> Result<bool, Failure> {
    let mut conn = db.read().await.map_err(told)?;
    Ok(store::firm(&mut conn).await.map_err(told)?.is_some())
}

fn told(error: platform::db::DbError) -> Failure {
    format!("database: {}", error.0).into()
}

fn refused(error: AppError) -> Failure {
    format!("database: {error}").into()
}

/// Open accounts, evenly spread from the oldest to the newest.
async fn places(conn: &mut Conn, firm: FirmId, most: usize) -> Result<Vec<Place>, Failure> {
    let all = store::ids_of_accounts(conn, firm).await.map_err(told)?;
    let mut found = Vec::new();
    let most = most.min(all.len());
    for id in (0..most).filter_map(|number| all.get(number * all.len() / most)) {
        let (code, name) = store::account(conn, firm, *id).await.map_err(told)?;
        found.push(Place { id: *id, code, name });
    }
    Ok(found)
}

async fn deep(conn: &mut Conn, firm: FirmId, accounts: i64) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    for number in 0..DEEP {
        // A whole page comes after each.
        let place = (accounts - 51).max(0) * (2 * number + 1) / (2 * DEEP);
        let (id, sort_key) = store::account_at(conn, firm, place).await.map_err(told)?;
        found.push(format!("{id} {sort_key}"));
    }
    Ok(found)
}

async fn sign_in(db: &Db, firm: FirmId, sessions: Vec<(UserId, [u8; 32])>, now: Ts) -> Result<(), Failure> {
    // Seen a while from now: whoever is seen again within a minute is not written down.
    let (seen, until) = (now.plus(50 * Ts::MINUTE), now.plus(20 * Ts::DAY));
    let done = db.write(move |tx| {
        Box::pin(async move {
            for (user, hash) in sessions {
                let mut random = [0; 16];
                OsRng.fill(&mut random);
                let id = (Uuid::from_bytes(random), user);
                store::sign_in(tx, firm, id, hash, (now, seen, until)).await?;
            }
            Ok(())
        })
    });
    done.await.map_err(refused)
}
