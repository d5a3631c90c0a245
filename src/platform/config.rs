//! Configuration: one TOML file and `PORTICO_*` variables; a variable wins over the file. Every setting is
//! described once, in [`SETTINGS`]; `--help`, `config check` and the README's table are made from it.

mod machine;
mod names;
mod parse;
mod values;

use crate::net;
use crate::secret::Secret;
use ipnet::IpNet;
use kernel::EmailAddress;
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use url::Url;
use values::Values;

/// One setting: its name in the file, its variable, its default and what it means.
pub struct Setting {
    pub key: &'static str,
    pub env: &'static str,
    pub default: &'static str,
    pub help: &'static str,
    /// Shown masked, and may be given as `<variable>_FILE`.
    pub secret: bool,
}

macro_rules! setting {
    ($key:literal, $env:literal, $default:literal, $help:literal) => {
        Setting { key: $key, env: $env, default: $default, help: $help, secret: false }
    };
    (secret $key:literal, $env:literal, $default:literal, $help:literal) => {
        Setting { key: $key, env: $env, default: $default, help: $help, secret: true }
    };
}

/// All settings, in the order people meet them.
pub const SETTINGS: &[Setting] = &[
    setting!("listen", "PORTICO_LISTEN", "127.0.0.1:3000", "Address and port to listen on."),
    setting!("data_dir", "PORTICO_DATA_DIR", "data", "Folder for the SQLite database, keys and files."),
    setting!(
        "public_url",
        "PORTICO_PUBLIC_URL",
        "http://127.0.0.1:3000",
        "Address that people type and that mails link to: scheme, host and port, without a path. Plain http only on loopback."
    ),
    setting!(
        secret "database_url",
        "PORTICO_DATABASE_URL",
        "",
        "postgres://user:password@host/name?sslmode=verify-full; sslmode may be left out on this machine only. Empty means SQLite in data_dir."
    ),
    setting!(
        secret "smtp_url",
        "PORTICO_SMTP_URL",
        "",
        "smtps://user:password@host:465 or smtp+starttls://user:password@host:587; plain smtp:// only to loopback. Empty keeps mail in the outbox."
    ),
    setting!(
        "mail_from",
        "PORTICO_MAIL_FROM",
        "",
        "Sender address of all mail, alone or as Portico <portico@example.org>; mails carry the firm's name. Empty means portico@ the host of public_url."
    ),
    setting!(
        "trusted_proxies",
        "PORTICO_TRUSTED_PROXIES",
        "",
        "Networks whose X-Forwarded-For is believed, such as 10.0.0.0/8, separated by commas."
    ),
    setting!(
        "geoip_db",
        "PORTICO_GEOIP_DB",
        "",
        "MaxMind-format country database for the place of a sign-in; empty shows no places."
    ),
    setting!("hsts_subdomains", "PORTICO_HSTS_SUBDOMAINS", "false", "Extend HSTS to subdomains of the host."),
    setting!("log", "PORTICO_LOG", "info", "Log filter, such as info or portico=debug."),
    setting!("log_json", "PORTICO_LOG_JSON", "false", "Log one JSON object a line."),
];

/// The configuration in force.
#[derive(Clone)]
pub struct Config {
    pub listen: SocketAddr,
    pub data_dir: PathBuf,
    pub public_url: Url,
    pub database_url: Option<Secret<String>>,
    pub smtp_url: Option<Secret<String>>,
    /// The bare address.
    pub mail_from: String,
    pub trusted_proxies: Vec<IpNet>,
    pub geoip_db: Option<PathBuf>,
    pub hsts_subdomains: bool,
    pub log: String,
    pub log_json: bool,
    /// Set by `serve --demo`, never by file or variable.
    pub demo: bool,
}

/// What is wrong with the configuration, in words for whoever runs the server.
#[derive(Debug)]
pub struct ConfigError(pub String);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Reads `file` if given (or `portico.toml` in the working folder if it is there) and the environment.
    ///
    /// # Errors
    /// Unknown keys and values that make no sense, each named.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let default = Path::new("portico.toml");
        let file = file.or_else(|| default.exists().then_some(default));
        let text = match file {
            Some(path) => {
                std::fs::read_to_string(path).map_err(|e| ConfigError(format!("{}: {e}", path.display())))?
            }
            None => String::new(),
        };
        Self::from_variables(&text, &values::environment())
    }

    /// As [`Config::load`], from a file's text and variables. Those named like ours that mean nothing are faults.
    ///
    /// # Errors
    /// Everything that is wrong, a line each; never a secret.
    pub fn from_variables(toml: &str, variables: &[(String, String)]) -> Result<Self, ConfigError> {
        let find = |name: &str| variables.iter().find(|(known, _)| known == name).map(|(_, v)| v.clone());
        let config = Self::from_sources(toml, &find);
        let unknown = names::unknown_variables(variables);
        if unknown.is_empty() {
            return config;
        }
        Err(ConfigError(unknown.into_iter().chain(config.err().map(|e| e.0)).collect::<Vec<_>>().join("\n")))
    }

    /// As [`Config::load`], from a file's text and a way to ask for variables.
    ///
    /// # Errors
    /// As [`Config::from_variables`].
    pub fn from_sources(
        toml: &str,
        environment: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, ConfigError> {
        let values = Values::gather(toml, environment)?;
        let mut faults = Vec::new();
        let config = Self::read(&values, &mut faults);
        config.filter(|_| faults.is_empty()).ok_or_else(|| ConfigError(faults.join("\n")))
    }

    fn read(values: &Values, faults: &mut Vec<String>) -> Option<Self> {
        let mut kept = |fault: String| faults.push(fault);
        let public_url = parse::public_url(values.get("public_url")).map_err(&mut kept).ok();
        let listen = values.parse("listen").map_err(&mut kept).ok();
        let mail_from = match values.optional("mail_from") {
            Some(text) => parse::mail_from(&text).map_err(&mut kept).ok(),
            None => public_url.as_ref().map(|url| default_sender(url.host_str().unwrap_or("localhost"))),
        };
        let [database_url, smtp_url] = ["database_url", "smtp_url"].map(|key| values.optional(key));
        if let Some(Err(fault)) = database_url.as_deref().map(parse::database_url) {
            kept(fault);
        }
        if let Some(Err(fault)) = smtp_url.as_deref().map(parse::smtp_url) {
            kept(fault);
        }
        let trusted_proxies = parse::networks(values.get("trusted_proxies")).map_err(&mut kept).ok();
        let hsts_subdomains = values.parse("hsts_subdomains").map_err(&mut kept).ok();
        let log_json = values.parse("log_json").map_err(&mut kept).ok();
        Some(Self {
            listen: listen?,
            data_dir: PathBuf::from(values.get("data_dir")),
            database_url: database_url.map(Secret::new),
            smtp_url: smtp_url.map(Secret::new),
            mail_from: mail_from?,
            trusted_proxies: trusted_proxies?,
            geoip_db: values.optional("geoip_db").map(PathBuf::from),
            hsts_subdomains: hsts_subdomains?,
            log: values.get("log").to_owned(),
            log_json: log_json?,
            demo: false,
            public_url: public_url?,
        })
    }

    /// The address of the database, SQLite's file in the data folder unless told otherwise.
    #[must_use]
    pub fn database(&self) -> Secret<String> {
        match &self.database_url {
            Some(url) => Secret::new(url.expose().clone()),
            None => Secret::new(format!("sqlite://{}", self.data_dir.join("portico.db").display())),
        }
    }

    /// Scheme, host and port, without a trailing slash.
    #[must_use]
    pub fn public_origin(&self) -> String {
        self.public_url.origin().ascii_serialization()
    }

    /// The host of `public_url`, as hosts are compared and stored.
    #[must_use]
    pub fn host(&self) -> String {
        net::host_name(self.public_url.host_str().unwrap_or("localhost"))
    }

    /// Whether nobody but this machine reaches us.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.public_url.host_str().is_some_and(net::is_this_machine)
    }

    /// Whether people reach us by https, and cookies are therefore `Secure`.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.scheme() == "https"
    }

    /// Every setting with its value, secrets masked; for `config check`.
    #[must_use]
    pub fn described(&self) -> Vec<(&'static str, String)> {
        let masked = |secret: &Option<Secret<String>>| secret.as_ref().map_or("", |_| "(set)").to_owned();
        vec![
            ("listen", self.listen.to_string()),
            ("data_dir", self.data_dir.display().to_string()),
            ("public_url", self.public_url.to_string()),
            ("database_url", masked(&self.database_url)),
            ("smtp_url", masked(&self.smtp_url)),
            ("mail_from", self.mail_from.clone()),
            (
                "trusted_proxies",
                self.trusted_proxies.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            ),
            ("geoip_db", self.geoip_db.as_ref().map(|p| p.display().to_string()).unwrap_or_default()),
            ("hsts_subdomains", self.hsts_subdomains.to_string()),
            ("log", self.log.clone()),
            ("log_json", self.log_json.to_string()),
        ]
    }
}

fn default_sender(host: &str) -> String {
    let sender = format!("portico@{host}");
    if EmailAddress::parse(&sender).is_ok() { sender } else { "portico@localhost.localdomain".to_owned() }
}

/// Whether this host of a URL is this machine, also written as an IPv6 address.
fn is_loopback(host: &str) -> bool {
    let bare = net::host_name(host);
    bare == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
#[path = "config/tests.rs"]
mod tests;
