//! What single settings must look like. No message repeats a value that may hold a password.

use super::is_loopback;
use crate::mail;
use ipnet::IpNet;
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use sqlx::sqlite::SqliteConnectOptions;
use std::str::FromStr as _;
use url::Url;

/// Scheme, host and port, a dot at the end of the host left out.
pub(super) fn public_url(text: &str) -> Result<Url, String> {
    let wanted = "public_url: an address such as https://portal.example.org is wanted";
    let mut url: Url = text.trim().parse().map_err(|_| wanted.to_owned())?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err("public_url: a user or a password has no place in it".to_owned());
    }
    let host = url.host_str().unwrap_or_default().to_owned();
    if !matches!(url.scheme(), "http" | "https") || host.is_empty() {
        return Err(wanted.to_owned());
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Err("public_url: only scheme, host and port; Portico does not live below a path".to_owned());
    }
    if let Some(bare) = host.strip_suffix('.') {
        url.set_host(Some(bare)).map_err(|_| wanted.to_owned())?;
    }
    if url.scheme() == "http" && !is_loopback(&host) {
        return Err("public_url: plain http is only for loopback; use https".to_owned());
    }
    Ok(url)
}

/// The address, without a name before it.
pub(super) fn mail_from(text: &str) -> Result<String, String> {
    let read = kernel::email::mailbox(text).map(|(_, address)| address.shown().to_owned());
    read.map_err(|problem| {
        format!(
            "mail_from: {text:?} cannot send mail ({problem:?}); portico@example.org or Portico <portico@example.org> is wanted"
        )
    })
}

pub(super) fn smtp_url(text: &str) -> Result<(), String> {
    mail::check_url(text).map_err(|problem| format!("smtp_url: {problem}"))
}

pub(super) fn database_url(text: &str) -> Result<(), String> {
    if text.starts_with("sqlite:") {
        return SqliteConnectOptions::from_str(text)
            .map(drop)
            .map_err(|_| "database_url: sqlite:///folder/portico.db is wanted".to_owned());
    }
    let scheme = text.split_once("://").map(|(scheme, _)| scheme).unwrap_or_default();
    if !matches!(scheme, "postgres" | "postgresql") {
        return Err(
            "database_url: it must begin with postgres:// or sqlite://; other databases are not supported"
                .to_owned(),
        );
    }
    let options = PgConnectOptions::from_str(text)
        .map_err(|_| "database_url: postgres://user:password@host/name is wanted")?;
    if is_on_this_machine(&options) || !may_be_in_clear_by_itself(options.get_ssl_mode()) {
        return Ok(());
    }
    Err("database_url: the database is on another machine; add ?sslmode=verify-full (or verify-ca, or require), or \
         ?sslmode=disable where nobody else can listen"
        .to_owned())
}

/// Judged by what will be used, not by the address alone: libpq's variables (`PGHOST`, `PGSSLMODE` …) fill its gaps.
fn is_on_this_machine(options: &PgConnectOptions) -> bool {
    let host = options.get_host();
    options.get_socket().is_some() || host.starts_with('/') || is_loopback(host)
}

/// Whether nobody said that the connection is encrypted, or that it is not.
const fn may_be_in_clear_by_itself(mode: PgSslMode) -> bool {
    matches!(mode, PgSslMode::Allow | PgSslMode::Prefer)
}

/// Whether this database is checked against the certificate authorities that the machine knows.
pub(super) fn checks_certificate(database_url: &str) -> bool {
    let mode = PgConnectOptions::from_str(database_url).map(|options| options.get_ssl_mode());
    database_url.starts_with("postgres")
        && mode.is_ok_and(|mode| matches!(mode, PgSslMode::VerifyCa | PgSslMode::VerifyFull))
}

pub(super) fn networks(text: &str) -> Result<Vec<IpNet>, String> {
    let pieces = text.split(',').map(str::trim).filter(|piece| !piece.is_empty());
    pieces
        .map(|piece| {
            piece
                .parse()
                .or_else(|_| piece.parse::<std::net::IpAddr>().map(IpNet::from))
                .map_err(|_| format!("trusted_proxies: {piece:?} is no network"))
        })
        .collect()
}
