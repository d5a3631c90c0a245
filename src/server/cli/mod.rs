//! The command line: parse, call an action, print.

mod firm;
mod keys;
mod serve;
mod sound;

use clap::{Parser, Subcommand};
use platform::Platform;
use platform::clock::{Clock as _, SystemClock};
use platform::config::{Config, SETTINGS};
use platform::db::Db;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// A client portal and CRM for accounting and tax firms.
#[derive(Parser)]
#[command(name = "portico", version, after_help = settings_help())]
struct Cli {
    /// Configuration file (TOML); `portico.toml` in the working folder is read by itself.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the portal.
    Serve {
        /// Start with a demo firm on loopback, and show outgoing mail at /dev/mail.
        #[arg(long)]
        demo: bool,
        /// What this node does.
        #[arg(long, value_enum, default_value_t = serve::NodeRole::All)]
        role: serve::NodeRole,
    },
    /// Bring the database's schema up to date.
    Migrate,
    /// Make the index of accounts and contacts anew, so that searches find them. Safe while the portal runs.
    Index,
    /// Look at the configuration.
    Config {
        #[command(subcommand)]
        command: ConfigCommand,
    },
    /// Add a firm.
    Firm {
        #[command(subcommand)]
        command: firm::FirmCommand,
    },
    /// Decide which firm answers at a host.
    Host {
        #[command(subcommand)]
        command: firm::HostCommand,
    },
    /// Add people, or let one in while mail does not go.
    User {
        #[command(subcommand)]
        command: firm::UserCommand,
    },
    /// The master key: what seals and peppers.
    Keys {
        #[command(subcommand)]
        command: keys::KeysCommand,
    },
    /// Fill an empty database with a demo firm of a chosen size, always the same.
    Seed {
        /// How many accounts.
        #[arg(long, default_value_t = 60)]
        accounts: usize,
    },
    /// Kill a child process at random moments under load and check that nothing acknowledged is lost.
    CrashTest {
        /// How many kills.
        #[arg(long, default_value_t = 50)]
        points: u32,
    },
    #[command(hide = true)]
    CrashLoad,
    /// Every route and server function with the permission it declares.
    Routes {
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
enum ConfigCommand {
    /// Read file and variables, say what is wrong, print what is in force with secrets masked.
    Check,
}

/// What went wrong, for whoever sits at the terminal.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Runs the command line.
pub async fn run() -> ExitCode {
    // rustls is compiled with more than one provider in the tree; say which before anybody asks.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match dispatch(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "portico: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn dispatch(cli: Cli) -> Result<(), Failure> {
    match cli.command {
        Command::Routes { json } => return routes(json),
        Command::CrashTest { points } => {
            let given = Config::load(cli.config.as_deref())?.database_url;
            let told = crate::crash::run(points, given.map(|url| url.expose().clone())).await?;
            say(&told);
            return Ok(());
        }
        _ => {}
    }
    let config = Config::load(cli.config.as_deref())?;
    match cli.command {
        Command::Serve { demo, role } => serve::run(config, demo, role).await,
        Command::Migrate => {
            migrate(&config).await?;
            // What a version without an index for searches has stored is found from now on.
            let db = only_database(&config).await?;
            clients::search::ensure(&db, SystemClock.now()).await?;
            db.close().await;
            say("The schema is up to date.");
            Ok(())
        }
        Command::Index => {
            migrate(&config).await?;
            let db = only_database(&config).await?;
            let found = clients::search::index_all(&db, SystemClock.now()).await?;
            db.close().await;
            say(&format!("{found} accounts and contacts are found by searches."));
            Ok(())
        }
        Command::Config { command: ConfigCommand::Check } => {
            sound::check(&config)?;
            let of_database = sound::check_key(&config).await?;
            config_check(&config);
            of_database.iter().for_each(|note| say(note));
            Ok(())
        }
        Command::Firm { command } => firm::firm(open(config).await?, command).await,
        Command::Host { command } => firm::host(open(config).await?, command).await,
        Command::Keys { command } => keys::run(config, command).await,
        Command::User { command } => firm::user(open(config).await?, command).await,
        Command::Seed { accounts } => {
            crate::demo::refuse_public(&config)?;
            let platform = open(config).await?;
            crate::demo::seed_telling(&platform, accounts, &say).await?;
            platform.db.close().await;
            say(&format!("A demo firm with {accounts} accounts is there."));
            Ok(())
        }
        Command::CrashLoad => crate::crash::load(config).await,
        Command::Routes { .. } | Command::CrashTest { .. } => Ok(()),
    }
}

/// Opens the platform with an up-to-date schema.
pub(crate) async fn open(config: Config) -> Result<Platform, Failure> {
    migrate(&config).await?;
    let platform = Platform::open(config).await?;
    clients::search::ensure(&platform.db, SystemClock.now()).await?;
    Ok(platform)
}

async fn migrate(config: &Config) -> Result<(), Failure> {
    std::fs::create_dir_all(&config.data_dir)?;
    platform::migrate::run(config.database().expose()).await.map_err(|e| format!("migration: {}", e.0))?;
    Ok(())
}

/// The database alone: no keys are asked for, nor made.
async fn only_database(config: &Config) -> Result<Db, Failure> {
    Ok(Db::open(config.database().expose()).await.map_err(|e| format!("database: {}", e.0))?)
}

/// To the terminal; logs go elsewhere.
pub(crate) fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

fn config_check(config: &Config) {
    for (key, value) in config.described() {
        say(&format!("{key:<18} {value}"));
    }
    say("The configuration is sound.");
}

fn routes(json: bool) -> Result<(), Failure> {
    let all = crate::check::declared();
    if json {
        say(&serde_json::to_string_pretty(&all)?);
    } else {
        for one in all {
            say(&format!("{:<9} {:<5} {:<72} {:?}", one.kind, one.method, one.path, one.allowed));
        }
    }
    Ok(())
}

fn settings_help() -> String {
    let mut text = "Settings (file key, variable, default):\n".to_owned();
    for setting in SETTINGS {
        let default = if setting.default.is_empty() { "none" } else { setting.default };
        let _ = writeln!(text, "  {}, {} [{default}]\n      {}", setting.key, setting.env, setting.help);
        if setting.secret {
            let _ = writeln!(text, "      Or {}_FILE: a file that holds it.", setting.env);
        }
    }
    text
}
