//! Where the demo may not run: it shows every mail to everybody, and everybody in its firm has the same known password.

use super::store;
use platform::config::Config;
use platform::db::Db;
use platform::{Platform, firm_profile, net};

/// Whoever reaches the demo must sit at this machine.
///
/// # Errors
/// Why not, for whoever runs it.
pub fn refuse_public(config: &Config) -> Result<(), String> {
    if config.is_local() {
        return Ok(());
    }
    Err(format!(
        "{} is not this machine: in the demo everybody has the same known password and reads all mail. \
         Leave public_url out, or set it to http://127.0.0.1:3000.",
        config.public_origin()
    ))
}

/// A database of somebody's own is not shown to everybody.
///
/// # Errors
/// Which firm is in the way, or what the database says.
pub async fn refuse_other_firms(platform: &Platform) -> Result<(), String> {
    let found = async { store::another_firm(&mut platform.db.read().await?).await };
    match found.await {
        Ok(None) => Ok(()),
        Ok(Some(name)) => Err(format!(
            "this database has a firm that the demo did not make ({name}); the demo would show all its mail. \
             Give the demo a database of its own: another data_dir, and no database_url."
        )),
        Err(error) => Err(format!("database: {}", error.0)),
    }
}

/// Nor is the demo at a name that leads here from elsewhere, such as one of before it took no others.
///
/// # Errors
/// Which name is in the way, or what the database says.
pub async fn refuse_public_hosts(platform: &Platform) -> Result<(), String> {
    let found = async { store::hosts(&mut platform.db.read().await?).await };
    let hosts = found.await.map_err(|error| format!("database: {}", error.0))?;
    match hosts.into_iter().find(|host| !net::is_this_machine(host)) {
        None => Ok(()),
        Some(host) => Err(format!(
            "the demo in this database answers at {host}, which is not this machine. \
             Give the demo a database of its own: another data_dir, and no database_url."
        )),
    }
}

/// And the demo's firm is never served to others, also not as if it were a real one: its passwords are known.
///
/// # Errors
/// That it is there, or what the database says.
pub async fn refuse_demo_firm(config: &Config, db: &Db) -> Result<(), String> {
    let open = if !config.is_local() {
        config.public_origin()
    } else if !config.listen.ip().is_loopback() {
        config.listen.to_string()
    } else {
        return Ok(());
    };
    let found = async { firm_profile::has_demo(&mut db.read().await?).await };
    match found.await {
        Ok(false) => Ok(()),
        Ok(true) => Err(format!(
            "this database holds the demo firm, where everybody has the same known password, and {open} can be reached \
             from elsewhere. Give your own firm a database of its own: another data_dir, or another database_url."
        )),
        Err(error) => Err(format!("database: {}", error.0)),
    }
}
