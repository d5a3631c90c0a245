//! Where the demo may not run: it shows every mail to everybody, and everybody in its firm has the same known password.

use super::store;
use platform::Platform;
use platform::config::Config;

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
