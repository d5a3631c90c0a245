//! Configuration: one TOML file and `PORTICO_*` variables; a variable wins over the file. Every setting is
//! described once, in [`SETTINGS`]; `--help`, `config check` and the README's table are made from it.

use crate::secret::Secret;
use ipnet::IpNet;
use kernel::EmailAddress;
use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use url::Url;

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
        "Address that people type and that mails link to. Plain http only on loopback."
    ),
    setting!(
        secret "database_url",
        "PORTICO_DATABASE_URL",
        "",
        "postgres://user:password@host/name; empty means SQLite in data_dir."
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
        "Sender address of all mail, such as portico@weber.example; a name before it is allowed, but people see the firm's. Empty means portico@ the host of public_url."
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
        let environment = |name: &str| read_env(name);
        let default = Path::new("portico.toml");
        let file = file.or_else(|| default.exists().then_some(default));
        let text = match file {
            Some(path) => {
                std::fs::read_to_string(path).map_err(|e| ConfigError(format!("{}: {e}", path.display())))?
            }
            None => String::new(),
        };
        Self::from_sources(&text, &environment)
    }

    /// As [`Config::load`], from a file's text and a way to ask for variables.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from_sources(
        toml: &str,
        environment: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, ConfigError> {
        let values = Values::gather(toml, environment)?;
        let public_url = parse_public_url(values.get("public_url"))?;
        let host = public_url.host_str().unwrap_or("localhost").to_owned();
        let config = Self {
            listen: values.parse("listen")?,
            data_dir: PathBuf::from(values.get("data_dir")),
            database_url: values.optional("database_url").map(Secret::new),
            smtp_url: values.optional("smtp_url").map(Secret::new),
            mail_from: values
                .optional("mail_from")
                .map_or_else(|| Ok(default_sender(&host)), |text| parse_sender(&text))?,
            trusted_proxies: parse_networks(values.get("trusted_proxies"))?,
            geoip_db: values.optional("geoip_db").map(PathBuf::from),
            hsts_subdomains: values.parse("hsts_subdomains")?,
            log: values.get("log").to_owned(),
            log_json: values.parse("log_json")?,
            demo: false,
            public_url,
        };
        Ok(config)
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

    /// Whether nobody but this machine reaches us.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.public_url.host_str().is_some_and(is_loopback)
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

/// The address of `portico@weber.example` or `Portico <portico@weber.example>`.
fn parse_sender(text: &str) -> Result<String, ConfigError> {
    match kernel::email::mailbox(text) {
        Ok((_, address)) => Ok(address.shown().to_owned()),
        Err(problem) => Err(ConfigError(format!("mail_from: {text:?} cannot send mail ({problem:?})"))),
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
fn read_env(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

struct Values(BTreeMap<&'static str, String>);

impl Values {
    fn gather(toml: &str, environment: &dyn Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let table: toml::Table =
            toml.parse().map_err(|e| ConfigError(format!("the configuration file: {e}")))?;
        if let Some(unknown) = table.keys().find(|key| SETTINGS.iter().all(|s| s.key != key.as_str())) {
            return Err(ConfigError(format!("the configuration file has an unknown setting: {unknown}")));
        }
        let mut values = BTreeMap::new();
        for setting in SETTINGS {
            let from_file = table.get(setting.key).map(|value| match value {
                toml::Value::String(text) => text.clone(),
                toml::Value::Array(list) => {
                    list.iter().filter_map(|v| v.as_str()).collect::<Vec<_>>().join(",")
                }
                other => other.to_string(),
            });
            let from_env = match environment(&format!("{}_FILE", setting.env)) {
                Some(path) if setting.secret => Some(
                    std::fs::read_to_string(&path)
                        .map(|text| text.trim().to_owned())
                        .map_err(|e| ConfigError(format!("{}_FILE: {path}: {e}", setting.env)))?,
                ),
                _ => environment(setting.env),
            };
            values.insert(setting.key, from_env.or(from_file).unwrap_or_else(|| setting.default.to_owned()));
        }
        Ok(Self(values))
    }

    fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }

    fn optional(&self, key: &str) -> Option<String> {
        Some(self.get(key).trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn parse<T: std::str::FromStr>(&self, key: &str) -> Result<T, ConfigError> {
        self.get(key).parse().map_err(|_| ConfigError(format!("{key}: {:?} makes no sense", self.get(key))))
    }
}

/// Whether this host of a URL is this machine, also written as an IPv6 address.
fn is_loopback(host: &str) -> bool {
    let bare = host.trim_matches(['[', ']']);
    bare == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

fn parse_public_url(text: &str) -> Result<Url, ConfigError> {
    let url: Url = text.parse().map_err(|e| ConfigError(format!("public_url: {e}")))?;
    let host = url.host_str().unwrap_or_default();
    let loopback = is_loopback(host);
    match url.scheme() {
        "https" => Ok(url),
        "http" if loopback => Ok(url),
        "http" => Err(ConfigError("public_url: plain http is only for loopback; use https".to_owned())),
        _ => Err(ConfigError("public_url: an https address is wanted".to_owned())),
    }
}

fn parse_networks(text: &str) -> Result<Vec<IpNet>, ConfigError> {
    let pieces = text.split(',').map(str::trim).filter(|piece| !piece.is_empty());
    pieces
        .map(|piece| {
            piece
                .parse()
                .or_else(|_| piece.parse::<std::net::IpAddr>().map(IpNet::from))
                .map_err(|_| ConfigError(format!("trusted_proxies: {piece:?} is no network")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(toml: &str, env: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let find = |name: &str| env.iter().find(|(known, _)| *known == name).map(|(_, v)| (*v).to_owned());
        Config::from_sources(toml, &find)
    }

    #[test]
    fn a_variable_wins_over_the_file_and_the_file_over_the_default() {
        let config =
            load("listen = \"0.0.0.0:80\"\ndata_dir = \"/srv\"", &[("PORTICO_LISTEN", "127.0.0.1:9")])
                .unwrap();
        assert_eq!(config.listen.to_string(), "127.0.0.1:9");
        assert_eq!(config.data_dir, PathBuf::from("/srv"));
        assert_eq!(config.public_origin(), "http://127.0.0.1:3000");
    }

    #[test]
    fn a_demo_with_a_known_password_is_for_this_machine() {
        for (url, local) in [
            ("http://127.0.0.1:3000", true),
            ("http://[::1]:3000", true),
            ("http://localhost:3000", true),
            ("https://portal.weber.example", false),
            ("https://localhost.weber.example", false),
            ("https://192.168.0.7", false),
        ] {
            assert_eq!(load("", &[("PORTICO_PUBLIC_URL", url)]).unwrap().is_local(), local, "{url}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        let said = |r: Result<Config, ConfigError>| r.err().map(|e| e.0).unwrap_or_default();
        assert!(said(load("lisen = \"x\"", &[])).contains("lisen"));
        assert!(said(load("", &[("PORTICO_LISTEN", "nowhere")])).contains("listen"));
        assert!(said(load("", &[("PORTICO_PUBLIC_URL", "http://portal.example.org")])).contains("https"));
        assert!(said(load("", &[("PORTICO_TRUSTED_PROXIES", "everybody")])).contains("trusted_proxies"));
    }

    #[test]
    fn the_sender_may_have_a_name_and_must_be_able_to_send() {
        for (typed, expected) in [
            ("Portico <portico@x.example>", "portico@x.example"),
            ("\"Weber, Partner\" <portico@x.example>", "portico@x.example"),
            (" portico@x.example ", "portico@x.example"),
            ("", "portico@127-0-0-1.example"),
        ] {
            let env = [("PORTICO_MAIL_FROM", typed), ("PORTICO_PUBLIC_URL", "https://127-0-0-1.example")];
            assert_eq!(load("", &env).unwrap().mail_from, expected, "{typed}");
        }
        for typed in ["portico", "portico@10.0.0.1", "büro@x.example", "a@x.example, b@x.example"] {
            let said = load("", &[("PORTICO_MAIL_FROM", typed)]).err().map(|e| e.0).unwrap_or_default();
            assert!(said.starts_with("mail_from"), "{typed}: {said}");
        }
        for url in ["https://10.0.0.1", "https://my_host.example", "https://portal"] {
            let config = load("", &[("PORTICO_PUBLIC_URL", url)]).unwrap();
            assert_eq!(config.mail_from, "portico@localhost.localdomain", "{url}");
        }
    }

    #[test]
    fn secrets_are_never_printed() {
        let config = load("", &[("PORTICO_SMTP_URL", "smtps://me:hunter2@mail.example")]).unwrap();
        assert!(!format!("{:?}", config.described()).contains("hunter2"));
    }
}
