//! Key files: drawn once, private to their owner, never overwritten.

use super::{KEY_BYTES, KeyError, KeyId, weak};
use crate::rng::Rng;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

pub(super) type Bytes = Zeroizing<[u8; KEY_BYTES]>;

fn master(dir: &Path) -> PathBuf {
    dir.join("keys").join("master.key")
}

/// Whether a master key was drawn here.
pub(crate) fn has_master(dir: &Path) -> Result<bool, KeyError> {
    let file = master(dir);
    file.try_exists().map_err(|error| KeyError::Io(file, error))
}

pub(super) fn create_if_missing(dir: &Path, rng: &dyn Rng) -> Result<(), KeyError> {
    if has_master(dir)? { Ok(()) } else { create(&dir.join("keys"), &master(dir), rng) }
}

pub(super) fn read_current(dir: &Path) -> Result<Bytes, KeyError> {
    read(&master(dir))
}

pub(super) fn read_retired(dir: &Path) -> Result<Vec<Bytes>, KeyError> {
    retired_files(&dir.join("keys").join("retired"))?.iter().map(|file| read(file)).collect()
}

/// Puts a fresh master key in the place of the one called `old`, which goes to the retired ones first: a crash at any
/// moment leaves both keys readable.
pub(crate) fn replace(dir: &Path, old: KeyId, rng: &dyn Rng) -> Result<(), KeyError> {
    let keys = dir.join("keys");
    let (file, retired) = (master(dir), keys.join("retired").join(format!("{old}.key")));
    let put = || {
        make_private_dir(&keys.join("retired"))?;
        match fs::hard_link(&file, &retired) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        fs::File::open(keys.join("retired"))?.sync_all()?;
        let draft = write_draft(&keys, rng)?;
        fs::rename(draft, &file)?;
        fs::File::open(&keys)?.sync_all()
    };
    put().map_err(|error| KeyError::Io(file.clone(), error))
}

/// Writes a new key beside the wanted place and links it there, so that two processes starting at once agree on
/// one key and a crash leaves no half-written file.
pub(super) fn create(dir: &Path, file: &Path, rng: &dyn Rng) -> Result<(), KeyError> {
    let write = || {
        make_private_dir(dir)?;
        let draft = write_draft(dir, rng)?;
        let linked = fs::hard_link(&draft, file);
        fs::remove_file(&draft)?;
        match linked {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        fs::File::open(dir)?.sync_all()
    };
    write().map_err(|error| KeyError::Io(file.to_owned(), error))
}

fn write_draft(dir: &Path, rng: &dyn Rng) -> io::Result<PathBuf> {
    let mut bytes = Zeroizing::new([0_u8; KEY_BYTES]);
    rng.fill(bytes.as_mut_slice());
    while weak::is_weak(&bytes) {
        rng.fill(bytes.as_mut_slice());
    }
    let draft = dir.join(format!("master.key.{}", std::process::id()));
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(&draft)?;
    out.write_all(bytes.as_slice())?;
    out.sync_all()?;
    Ok(draft)
}

fn make_private_dir(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

fn read(path: &Path) -> Result<Bytes, KeyError> {
    let io = |error| KeyError::Io(path.to_owned(), error);
    let mut file = fs::File::open(path).map_err(io)?;
    let facts = file.metadata().map_err(io)?;
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&facts.permissions()) & 0o077 != 0 {
        return Err(KeyError::Readable(path.to_owned()));
    }
    if facts.len() != KEY_BYTES as u64 {
        return Err(KeyError::Length(path.to_owned()));
    }
    let mut key = Zeroizing::new([0_u8; KEY_BYTES]);
    file.read_exact(key.as_mut_slice()).map_err(io)?;
    Ok(key)
}

fn retired_files(dir: &Path) -> Result<Vec<PathBuf>, KeyError> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(KeyError::Io(dir.to_owned(), error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| KeyError::Io(dir.to_owned(), error))?.path();
        if path.extension().is_some_and(|extension| extension == "key") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
