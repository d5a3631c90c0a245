//! Making a firm and its owner, from the page or from the command line.

use super::events::OwnerCreated;
use super::founding::Founding;
use super::store;
use crate::attempts;
use crate::invitations::DAYS_AT_FIRST;
use crate::mail_state;
use crate::password;
use crate::sessions::{self, Started};
use crate::setup::SetupState;
use crate::setup::rules::LINK_LIFE;
use directory::people::{self, NewPerson};
use directory::staff;
use i18n::said;
use kernel::host::{LONGEST_HOST, LONGEST_LABEL};
use kernel::names::parse_name;
use kernel::{AppError, EmailAddress, FirmId, Locale, UserId, paths};
use platform::db::{DbError, Tx};
use platform::firm_profile::{self, FirmProfile};
use platform::keys::token_hash;
use platform::request::Source;
use platform::rng::token;
use platform::unit::{By, Work};
use platform::{Cx, Platform, hosts};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

/// A fresh link to print when there is no firm yet; earlier ones are worthless from here on. `None` once there is.
pub async fn ensure_link(platform: &Platform) -> Result<Option<String>, AppError> {
    let secret = token(&*platform.rng);
    let (hash, id, now) = (token_hash(secret.expose()), platform.ids.next(), platform.clock.now());
    let needed = platform.db.write(move |tx| {
        Box::pin(async move {
            if is_done(tx).await? {
                return Ok(false);
            }
            store::void_links(tx, now).await?;
            store::insert_link(tx, id, hash, now, now.plus(LINK_LIFE)).await?;
            Ok(true)
        })
    });
    Ok(needed.await?.then(|| format!("{}{}", platform.config.public_origin(), paths::setup(secret.expose()))))
}

/// How this link stands. Changes nothing.
///
/// # Errors
/// `NotFound` for a token we never printed, and `TooMany` for whoever tries many of those.
pub async fn setup_state(cx: &Cx, token: &str) -> Result<SetupState, AppError> {
    let (link, done) = {
        let mut conn = cx.db.read().await?;
        (store::link(&mut conn, token_hash(token)).await?, is_done(&mut conn).await?)
    };
    match link {
        None => Err(attempts::unknown_token(cx).await),
        Some(link) if done || link.used_at.is_some() => Ok(SetupState::Done),
        Some(link) if link.expires_at <= cx.now() => Ok(SetupState::Expired),
        Some(_) => {
            let mail = mail_state::trouble(cx).await?;
            Ok(SetupState::Open { zones: platform::when::zones(), mail })
        }
    }
}

/// Makes the firm and its owner and signs the owner in, all or nothing and only once.
///
/// # Errors
/// `Refused` when the link is used up or there is an owner; as [`setup_state`] for an unknown link; `Busy`.
pub(super) async fn found(cx: &Cx, token: &str, new: Founding, password: &str) -> Result<Started, AppError> {
    if !matches!(setup_state(cx, token).await?, SetupState::Open { .. }) {
        return Err(gone(cx));
    }
    let hash = password::hash(cx, password).await?;
    let (link, c) = (token_hash(token), cx.clone());
    let host = cx.config.host();
    let mut firm = profile(&cx.platform, new.firm.clone(), host, new.locale, new.zone.clone());
    firm.phone = new.phone.clone();
    firm.email = new.firm_email.clone();
    let started = cx.write(move |tx| {
        Box::pin(async move {
            if !store::take_link(tx, link, c.now()).await? || is_done(tx).await? {
                return Err(gone(&c));
            }
            let made = firm_profile::create(tx, &firm, c.now()).await;
            made.map_err(|e| if e.is_duplicate() { gone(&c) } else { e.into() })?;
            let mut c = c;
            c.firm = Arc::new(firm);
            let user = add_owner(tx, &c, &new.owner, &new.email, Some(new.locale), hash).await?;
            sessions::start_full(tx, &c, user, "setup").await
        })
    });
    let started = started.await?;
    cx.firms.forget();
    Ok(started)
}

/// Adds a firm from the command line; `host` is the name people type.
///
/// # Errors
/// `Refused` when something is wrong with it, when the host is another firm's, and in the demo's database.
pub async fn create_firm(
    platform: &Platform,
    name: &str,
    host: &str,
    locale: Locale,
    zone: &str,
) -> Result<FirmId, AppError> {
    let name = parse_name(name).map_err(|_| refused("the firm's name cannot be used"))?;
    let host = platform::net::host_name(host);
    if !host_is_fine(&host) {
        return Err(refused("the host is a name or an address without scheme, port or path"));
    }
    if !platform::when::is_zone(zone) {
        return Err(refused("the time zone is an IANA name such as Europe/Berlin"));
    }
    let firm = profile(platform, name, host, locale, zone.to_owned());
    let (id, now, config) = (firm.id, platform.clock.now(), platform.config.clone());
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                if firm_profile::has_demo(tx).await? {
                    return Err(refused(
                        "this is the demo's database, whose mail is shown to everybody; give the firm one of its own: \
                         another data_dir, or a database_url",
                    ));
                }
                if let Some(owner) = hosts::owner(tx, &firm.host).await? {
                    let owner = firm_profile::by_id(tx, &config, owner).await?;
                    return Err(AppError::refused(whose(&firm.host, &owner)));
                }
                let made = firm_profile::create(tx, &firm, now).await;
                made.map_err(|e| if e.is_duplicate() { AppError::Conflict } else { e.into() })
            })
        })
        .await?;
    platform.firms.forget();
    Ok(id)
}

/// A firm that was alone had its hosts without a proof, so that the operator's word may be needed.
fn whose(host: &str, owner: &FirmProfile) -> String {
    let (name, main) = (&owner.name, &owner.host);
    format!(
        "{host} is a host of {name} ({main}), with and without www. Choose another one for the new firm; if this one is \
         the new firm's all the same, hand it over then: portico host confirm --host {host} --firm OTHER"
    )
}

/// Gives a firm its owner from the command line.
///
/// # Errors
/// `NotFound` without such a firm; `Conflict` when it has an owner or the address is in use; `Invalid` or `Refused`
/// when something is wrong with what was given.
pub async fn create_owner(
    platform: &Platform,
    host: &str,
    name: &str,
    email: &str,
    password: &str,
) -> Result<UserId, AppError> {
    let host = platform::net::host_name(host);
    let firm = platform.firms.by_host(&platform.db, &platform.config, &host, platform.clock.now()).await?;
    let cx = console(platform, firm.ok_or(AppError::NotFound)?);
    let name = parse_name(name).map_err(|_| refused("the owner's name cannot be used"))?;
    let address = EmailAddress::parse(email).map_err(|_| refused("the owner's e-mail is no address"))?;
    password::refuse_weak(&cx, "password", password, &name, address.shown())?;
    let hash = password::hash(platform, password).await?;
    platform
        .db
        .write(move |tx| {
            Box::pin(async move {
                if store::has_owner(tx, cx.firm.id).await? {
                    return Err(AppError::Conflict);
                }
                add_owner(tx, &cx, &name, &address, None, hash).await
            })
        })
        .await
}

async fn add_owner(
    tx: &mut Tx,
    cx: &Cx,
    name: &str,
    email: &EmailAddress,
    locale: Option<Locale>,
    hash: String,
) -> Result<UserId, AppError> {
    let id = UserId(cx.ids.next());
    let owner = NewPerson {
        id,
        firm: cx.firm.id,
        email: email.shown().to_owned(),
        email_norm: email.norm().to_owned(),
        name: name.to_owned(),
        locale,
        hash,
        now: cx.now(),
    };
    let taken = |e: DbError| if e.is_duplicate() { AppError::Conflict } else { e.into() };
    // Activated from the start, for they proved themselves by the link or the command line.
    people::insert(tx, owner).await.map_err(taken)?;
    staff::insert_owner(tx, cx.firm.id, id).await.map_err(taken)?;
    let created = OwnerCreated { user: id, email: email.shown(), firm: &cx.firm.name };
    Work::on(tx, cx, &By::system()).happened(created).await?;
    Ok(id)
}

/// Whether anything was set up: a firm, or an owner of one.
async fn is_done(conn: &mut platform::db::Conn) -> Result<bool, AppError> {
    Ok(firm_profile::count(conn).await? > 0 || store::owners(conn).await? > 0)
}

fn profile(platform: &Platform, name: String, host: String, locale: Locale, zone: String) -> FirmProfile {
    FirmProfile {
        id: FirmId(platform.ids.next()),
        name,
        host,
        locale,
        time_zone: zone,
        invitation_days: DAYS_AT_FIRST,
        // Read anew from the configuration with every request; nothing is mailed before that.
        origin: platform.config.public_origin(),
        ..FirmProfile::default()
    }
}

/// The command line as a request.
fn console(platform: &Platform, firm: Arc<FirmProfile>) -> Cx {
    let mut cx = Cx::without_browser(platform, firm, Source::at(Ipv4Addr::LOCALHOST));
    cx.locale = Locale::En;
    cx
}

fn host_is_fine(host: &str) -> bool {
    let label = |l: &str| {
        !l.is_empty() && l.len() <= LONGEST_LABEL && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    host.len() <= LONGEST_HOST && (host.split('.').all(label) || host.parse::<IpAddr>().is_ok())
}

fn gone(cx: &Cx) -> AppError {
    AppError::Refused(said!(cx.locale, "setup.gone"))
}

/// For whoever runs the server; the command line speaks English.
fn refused(text: &str) -> AppError {
    AppError::refused(text.to_owned())
}
