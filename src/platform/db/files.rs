//! The files of a SQLite database are its owner's alone (SEC-64): they hold addresses, names and hashes of passwords.
//! SQLite gives its journal files the mode of the database, so that is made first.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Makes the database file, readable to its owner only, or tightens it and what lies beside it.
pub(crate) fn make_private(database: &Path) -> Result<(), sqlx::Error> {
    if in_memory(database) {
        return Ok(());
    }
    create_private(database).map_err(sqlx::Error::Io)?;
    for file in beside(database).map_err(sqlx::Error::Io)? {
        tighten(&file);
    }
    Ok(())
}

/// An empty file for its owner only, unless there is one already.
pub(crate) fn create_private(file: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}

fn in_memory(database: &Path) -> bool {
    let name = database.to_string_lossy();
    name.is_empty() || name.contains(":memory:") || name.starts_with("file:sqlx-in-memory")
}

/// The database, its journals, and the copies made before migrations.
fn beside(database: &Path) -> io::Result<Vec<PathBuf>> {
    let folder = database.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = |of: Option<&std::ffi::OsStr>| of.map(|name| name.to_string_lossy().into_owned());
    let (Some(whole), Some(stem)) = (name(database.file_name()), name(database.file_stem())) else {
        return Ok(Vec::new());
    };
    let copies = format!("{stem}.before-");
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let here = entry.file_name().to_string_lossy().into_owned();
        if here.starts_with(&whole) || here.starts_with(&copies) {
            found.push(entry.path());
        }
    }
    Ok(found)
}

#[cfg(unix)]
fn tighten(file: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let Ok(facts) = fs::metadata(file) else { return };
    if facts.permissions().mode() & 0o077 == 0 || !facts.is_file() {
        return;
    }
    if let Err(error) = fs::set_permissions(file, fs::Permissions::from_mode(0o600)) {
        tracing::warn!(file = %file.display(), %error, "others may read this file of the database");
    }
}

#[cfg(not(unix))]
fn tighten(_: &Path) {}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::super::Db;
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::Path;

    fn readable_by_others(folder: &Path) -> Vec<String> {
        let all = fs::read_dir(folder).unwrap().flatten();
        let mut found: Vec<String> = all
            .filter(|file| file.metadata().unwrap().permissions().mode() & 0o077 != 0)
            .map(|file| file.file_name().to_string_lossy().into_owned())
            .collect();
        found.sort();
        found
    }

    async fn used(url: &str) -> Db {
        crate::migrate::run(url).await.unwrap();
        let db = Db::open(url).await.unwrap();
        db.write(|tx| {
            Box::pin(async move {
                let add = crate::sql!(
                    "INSERT INTO limit_counter (bucket, window_start, hits) VALUES ($1, 0, 1)",
                    vec![1u8]
                );
                Ok(add.run(tx).await?)
            })
        })
        .await
        .unwrap();
        db
    }

    #[tokio::test]
    async fn nobody_else_may_read_a_new_database() {
        let folder = tempfile::tempdir().unwrap();
        let db = used(&format!("sqlite://{}/portico.db", folder.path().display())).await;
        assert!(folder.path().join("portico.db-wal").exists(), "the journal is there while it is open");
        assert_eq!(readable_by_others(folder.path()), Vec::<String>::new());
        db.close().await;
    }

    #[tokio::test]
    async fn one_that_others_could_read_is_tightened_with_its_journals_and_copies() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/portico.db", folder.path().display());
        let open = used(&url).await;
        fs::write(folder.path().join("portico.before-22.db"), b"a copy").unwrap();
        fs::write(folder.path().join("notes.txt"), b"not ours").unwrap();
        for file in fs::read_dir(folder.path()).unwrap().flatten() {
            fs::set_permissions(file.path(), fs::Permissions::from_mode(0o644)).unwrap();
        }
        let again = Db::open(&url).await.unwrap();
        assert_eq!(readable_by_others(folder.path()), ["notes.txt", "portico.migrating"]);
        open.close().await;
        again.close().await;
    }
}
