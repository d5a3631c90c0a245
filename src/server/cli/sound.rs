//! Whether a configuration can be used: asked by `config check` and by `serve`, in the same words.

use super::Failure;
use crate::demo;
use platform::config::Config;
use platform::db::Db;
use platform::keys::KeyError;
use platform::master_key;
use tracing_subscriber::EnvFilter;

/// Looks at this machine; what the settings look like was checked when they were read.
///
/// # Errors
/// Everything that is wrong, a line each.
pub fn check(config: &Config) -> Result<(), Failure> {
    let machine = config.check_machine().err().map(|fault| fault.to_string());
    let log = EnvFilter::try_new(&config.log).err().map(|error| format!("log: {error}"));
    let faults: Vec<String> = machine.into_iter().chain(log).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}

/// Whether the keys of this node fit the database, as `serve` finds out at its start; changes nothing. What is to be said
/// where there is nothing to compare with.
///
/// # Errors
/// What `serve` would say.
pub async fn check_key(config: &Config) -> Result<Option<String>, Failure> {
    match master_key::examine(config.database().expose(), &config.data_dir).await {
        Ok(true) => check_firm(config).await.map(|()| None),
        Ok(false) => Ok(Some("There is no database yet; the first start makes it.".to_owned())),
        // Perhaps it answers elsewhere, or later.
        Err(error @ KeyError::Database(_)) => Ok(Some(format!("Not compared with the database: {error}"))),
        Err(error) => Err(format!("keys: {error}").into()),
    }
}

/// Whether the database's firm may be served at the configured address.
async fn check_firm(config: &Config) -> Result<(), Failure> {
    let Ok(Some(db)) = Db::look(config.database().expose()).await else { return Ok(()) };
    // An older version's database may have no such column; `serve` brings it up to date first.
    let said = demo::refuse_demo_firm(config, &db).await;
    db.close().await;
    said.or_else(|said| if said.starts_with("database:") { Ok(()) } else { Err(said.into()) })
}
