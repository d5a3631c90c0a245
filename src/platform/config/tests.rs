use super::*;

fn load(toml: &str, env: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let variables: Vec<_> =
        env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Config::from_variables(toml, &variables)
}

#[test]
fn a_variable_wins_over_the_file_and_the_file_over_the_default() {
    let config =
        load("listen = \"0.0.0.0:80\"\ndata_dir = \"/srv\"", &[("PORTICO_LISTEN", "127.0.0.1:9")]).unwrap();
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
fn secrets_are_never_printed() {
    let config = load("", &[("PORTICO_SMTP_URL", "smtps://me:hunter2@mail.example")]).unwrap();
    assert!(!format!("{:?}", config.described()).contains("hunter2"));
}

/// What is said of a configuration, here and on this machine.
fn said_of(toml: &str, env: &[(&str, &str)]) -> String {
    let checked = load(toml, env).and_then(|config| config.check_machine());
    checked.err().map(|error| error.0).unwrap_or_default()
}

/// A file that is there, and is no folder and no database of countries.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
const URL: &str = "PORTICO_PUBLIC_URL";
const DB: &str = "PORTICO_DATABASE_URL";
const SMTP: &str = "PORTICO_SMTP_URL";
const FROM: &str = "PORTICO_MAIL_FROM";

/// Setting, value, and a piece of what is said; none where it is sound.
const VALUES: &[(&str, &str, Option<&str>)] = &[
    (URL, "https://portal.example.org", None),
    (URL, "https://portal.example.org/", None),
    (URL, "https://portal.example.org.", None),
    (URL, "https://PORTAL.example.org:8443", None),
    (URL, "http://[::1]:3000", None),
    (URL, "http://localhost:3000", None),
    (URL, "https://portal.example.org/kanzlei", Some("below a path")),
    (URL, "https://portal.example.org/?a=b", Some("below a path")),
    (URL, "https://portal.example.org/#x", Some("below a path")),
    (URL, "https://eva:hunter2@portal.example.org", Some("a user or a password")),
    (URL, "https://hunter2@portal.example.org", Some("a user or a password")),
    (URL, "http://portal.example.org", Some("use https")),
    (URL, "portal.example.org", Some("public_url: an address such as")),
    (URL, "ftp://portal.example.org", Some("public_url: an address such as")),
    (URL, "https://", Some("public_url: an address such as")),
    (FROM, "portico@example.org", None),
    (FROM, "Kanzlei Weber <portico@example.org>", None),
    (FROM, "\"Weber, Müller & Partner\" <portico@example.org>", None),
    (FROM, "<portico@example.org>", None),
    (FROM, "Kanzlei Weber", Some("mail_from")),
    (FROM, "portico@10.0.0.1", Some("mail_from")),
    (FROM, "büro@x.example", Some("mail_from")),
    (FROM, "a@x.example, b@x.example", Some("mail_from")),
    (FROM, "Kanzlei <portico@example.org", Some("mail_from")),
    (FROM, "a@b@example.org", Some("mail_from")),
    (SMTP, "smtps://me:hunter2@mail.example.org:465", None),
    (SMTP, "smtp+starttls://mail.example.org", None),
    (SMTP, "smtp://127.0.0.1:1025", None),
    (SMTP, "mail.example.org:465", Some("smtp_url")),
    (SMTP, "smtp://me:hunter2@mail.example.org", Some("without encryption")),
    (SMTP, "smtps://me:hunter2@mail.example.org:port", Some("smtp_url")),
    (SMTP, "smtps://hunter2@mail.example.org", Some("both a user and a password")),
    (SMTP, "smtps://", Some("smtp_url")),
    (DB, "postgres://me:hunter2@localhost/portico", None),
    (DB, "postgresql://me:hunter2@127.0.0.1:5433/portico", None),
    (DB, "postgres://me:hunter2@[::1]/portico", None),
    (DB, "postgres://me@localhost/portico?host=/run/postgresql", None),
    (DB, "postgres://me:hunter2@db.example.org/portico?sslmode=verify-full", None),
    (DB, "postgres://me:hunter2@db.example.org/portico?sslmode=verify-ca", None),
    (DB, "postgres://me:hunter2@db.example.org/portico?sslmode=require", None),
    (DB, "postgres://me:hunter2@10.0.0.7/portico?sslmode=disable", None),
    (DB, "sqlite:///tmp/portico.db", None),
    (DB, "postgres://me:hunter2@db.example.org/portico", Some("sslmode=verify-full")),
    (DB, "postgres://me:hunter2@db.example.org/portico?sslmode=prefer", Some("sslmode=verify-full")),
    (DB, "postgres://me:hunter2@localhost/portico?host=db.example.org", Some("sslmode=verify-full")),
    (DB, "mysql://me:hunter2@localhost/portico", Some("other databases are not supported")),
    (DB, "me:hunter2@localhost", Some("database_url")),
    (
        DB,
        "postgres://me:hunter2@localhost:port/portico",
        Some("postgres://user:password@host/name is wanted"),
    ),
    (
        DB,
        "postgres://me:hunter2@localhost/portico?sslmode=hunter2",
        Some("postgres://user:password@host/name is wanted"),
    ),
    ("PORTICO_LISTEN", "[::]:3000", None),
    ("PORTICO_LISTEN", "localhost", Some("listen")),
    ("PORTICO_TRUSTED_PROXIES", "10.0.0.0/8, ::1", None),
    ("PORTICO_TRUSTED_PROXIES", "10.0.0.0/8, proxy", Some("proxy")),
    ("PORTICO_HSTS_SUBDOMAINS", "yes", Some("hsts_subdomains")),
    ("PORTICO_GEOIP_DB", "/nowhere/countries.mmdb", Some("geoip_db: /nowhere/countries.mmdb")),
    ("PORTICO_GEOIP_DB", FILE, Some("geoip_db: ")),
    ("PORTICO_DATA_DIR", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml/data"), Some("cannot be written")),
    ("PORTICO_SMPT_URL", "smtps://mail.example.org", Some("did you mean PORTICO_SMTP_URL?")),
    ("PORTICO_PUBLICURL", "https://portal.example.org", Some("did you mean PORTICO_PUBLIC_URL?")),
    ("PORTICO_DATABASE", "postgres://localhost/x", Some("did you mean PORTICO_DATABASE_URL?")),
    ("PORTICO_SOMETHING_ELSE", "x", Some("portico --help")),
    ("PORTICO_LISTEN_FILE", "/run/listen", Some("set PORTICO_LISTEN")),
];

#[test]
fn every_setting_is_sound_or_named_with_its_reason_and_no_secret_is_told() {
    for (name, value, wanted) in VALUES {
        let said = said_of("", &[(name, value)]);
        match wanted {
            // On a machine without a certificate store that alone is said.
            None => assert!(said.is_empty() || said.contains("ca-certificates"), "{name}={value}: {said}"),
            Some(piece) => assert!(said.contains(piece), "{name}={value}: {said:?}"),
        }
        assert!(!said.contains("hunter2"), "{name}: {said}");
    }
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let said = said_of(
        "",
        &[
            (URL, "http://portal.example.org"),
            (SMTP, "mail"),
            (FROM, "x"),
            ("PORTICO_SMPT_URL", "y"),
            (DB, "mysql://x"),
        ],
    );
    assert_eq!(said.lines().count(), 5, "{said}");
}

#[test]
fn the_file_is_held_to_the_same() {
    for (toml, piece) in [
        ("smpt_url = \"smtps://mail.example.org\"", "unknown setting: smpt_url; did you mean smtp_url?"),
        ("public_url = \"https://portal.example.org/x\"", "below a path"),
        ("data_dir = \"/srv\"\nsmtp_url = \"smtps://me:hunter2@mail", "line 2"),
        ("trusted_proxies = [1, 2]", "trusted_proxies"),
        ("[smtp_url]\npassword = \"hunter2\"", "smtp_url must be a text"),
    ] {
        let said = said_of(toml, &[]);
        assert!(said.contains(piece) && !said.contains("hunter2"), "{toml}: {said}");
    }
}

#[test]
fn a_name_before_the_sender_is_taken_off_and_hosts_are_compared_in_one_spelling() {
    let of = |env: &[(&str, &str)]| load("", env).unwrap();
    assert_eq!(of(&[(FROM, "Weber <portico@weber.example>")]).mail_from, "portico@weber.example");
    for (url, host, origin) in [
        ("https://Portal.Example.org.", "portal.example.org", "https://portal.example.org"),
        ("https://portal.example.org.:8443/", "portal.example.org", "https://portal.example.org:8443"),
        ("http://[::1]:3000", "::1", "http://[::1]:3000"),
        ("http://[0:0::1]:3000", "::1", "http://[::1]:3000"),
        ("https://müller.example", "xn--mller-kva.example", "https://xn--mller-kva.example"),
    ] {
        let config = of(&[(URL, url)]);
        assert_eq!((config.host().as_str(), config.public_origin().as_str()), (host, origin), "{url}");
        assert_eq!(crate::firm_profile::origin_of(&config, host), origin, "{url}");
    }
    let ipv6 = of(&[(URL, "http://127.0.0.1:3000")]);
    assert_eq!(crate::firm_profile::origin_of(&ipv6, "::1"), "http://[::1]:3000");
}

#[test]
fn a_host_that_no_address_can_have_lends_the_sender_another() {
    for url in ["https://10.0.0.1", "https://my_host.example", "https://portal"] {
        let config = load("", &[(URL, url)]).unwrap();
        assert_eq!(config.mail_from, "portico@localhost.localdomain", "{url}");
    }
    assert_eq!(
        load("", &[(URL, "https://127-0-0-1.example")]).unwrap().mail_from,
        "portico@127-0-0-1.example"
    );
}
