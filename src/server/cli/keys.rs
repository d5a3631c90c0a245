//! `portico keys rotate`, `portico keys show`: the master key, without opening the platform, which a missing key forbids.

use super::{Failure, migrate, say};
use clap::Subcommand;
use platform::clock::{Clock as _, SystemClock};
use platform::config::Config;
use platform::db::Db;
use platform::keys::{KeyId, Keys};
use platform::rng::{OsRng, Rng};
use platform::{master_key, rotation};
use std::sync::Arc;

#[derive(Subcommand)]
pub enum KeysCommand {
    /// Draw a new master key and keep the old one among the retired, which still open what they sealed. Waiting mail is
    /// sealed anew at once, passwords when their people next sign in. Restart every node afterwards, with the new folder.
    Rotate {
        /// Go on without this key, which is lost for good: what it sealed stays unreadable, and everybody needs a new
        /// password by mail.
        #[arg(long, value_name = "ID")]
        lost: Option<KeyId>,
    },
    /// The ids of the keys of this node; they tell nothing of the keys.
    Show,
}

pub async fn run(config: Config, command: KeysCommand) -> Result<(), Failure> {
    let dir = &config.data_dir;
    match command {
        KeysCommand::Show => {
            let of_files = Keys::load(dir)?.ids();
            say(&format!("master.key  {}", of_files[0]));
            of_files[1..].iter().for_each(|id| say(&format!("retired     {id}")));
        }
        KeysCommand::Rotate { lost } => {
            migrate(&config).await?;
            let db = Db::open(config.database().expose()).await.map_err(|e| format!("database: {}", e.0))?;
            let (rng, now): (Arc<dyn Rng>, _) = (Arc::new(OsRng), SystemClock.now());
            let done = match lost {
                None => rotation::rotate(&db, dir, &rng, now).await?,
                Some(lost) => master_key::give_up(&db, dir, &rng, lost, now).await?,
            };
            db.close().await;
            say(&format!(
                "The master key is {} now, in the place of {}; {} waiting mails were sealed anew.\n\
                 Copy {} to every other node and to the backup, then restart every node.",
                done.new,
                done.old,
                done.resealed,
                dir.join("keys").display()
            ));
        }
    }
    Ok(())
}
