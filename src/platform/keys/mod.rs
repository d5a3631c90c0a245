//! The installation's master key and the sub-keys drawn from it (SEC-73, SEC-76).
//!
//! One file, `DIR/keys/master.key`, is the only secret that has to be kept outside the database. HKDF-SHA-256
//! (RFC 5869) turns it into one key per purpose, so that no key is ever used twice. Former keys stay in
//! `DIR/keys/retired/NAME.key`: what they sealed or peppered still opens, and is sealed anew when next written.
//! Which key seals is recorded in the database ([`crate::master_key`]), so that nodes agree and a node without it does not start.

mod files;
mod weak;

pub(crate) use files::{has_master, replace};

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::rng::Rng;
use crate::secret::Secret;

/// Length of the master key and of every sub-key, in bytes.
pub const KEY_BYTES: usize = 32;
/// First byte of everything sealed: the format of the rest.
const SEAL_VERSION: u8 = 1;
/// Length of a key's id, which stands behind the version in everything sealed.
const KEY_ID_BYTES: usize = 4;
const NONCE_BYTES: usize = 24;
const HEAD_BYTES: usize = 1 + KEY_ID_BYTES + NONCE_BYTES;

/// What a sub-key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Secrets at rest: authenticator seeds, mail and webhook credentials.
    Seal,
    /// E-mailed sign-in codes, stored as HMAC (SEC-24).
    Code,
    /// Passwords, before argon2id (SEC-4).
    Pepper,
    /// Addresses in rate-limit keys.
    Limit,
    /// Marks of forms: who they were drawn for.
    Form,
}

impl Purpose {
    const fn info(self) -> &'static [u8] {
        match self {
            Self::Seal => b"portico/1/seal",
            Self::Code => b"portico/1/code",
            Self::Pepper => b"portico/1/pepper",
            Self::Limit => b"portico/1/limit",
            Self::Form => b"portico/1/form",
        }
    }
}

/// Names a master key without telling anything about it: four bytes of HKDF output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyId(pub [u8; KEY_ID_BYTES]);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::str::FromStr for KeyId {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let value = u32::from_str_radix(text, 16).map_err(|_| KeyError::NoId)?;
        if text.len() == 2 * KEY_ID_BYTES { Ok(Self(value.to_be_bytes())) } else { Err(KeyError::NoId) }
    }
}

/// The current master key, and retired ones that may still read. Cheap to share in an `Arc`.
#[derive(Debug)]
pub struct Keys {
    current: Master,
    retired: Vec<Master>,
}

/// Why the keys could not be loaded. The messages are for the operator's log.
#[derive(Debug)]
pub enum KeyError {
    /// The file or its directory could not be read or written.
    Io(PathBuf, io::Error),
    /// Others than the owner may read the key file.
    Readable(PathBuf),
    /// The file does not hold exactly [`KEY_BYTES`] bytes.
    Length(PathBuf),
    /// The key is typed, repeated or an example, not drawn at random.
    Weak,
    /// What was given as a key's id is none.
    NoId,
    /// The database seals with a key that is not in this folder.
    Missing { id: KeyId, dir: PathBuf },
    /// The key is here, or is not the one that the database needs.
    NotLost(KeyId),
    /// The database did not say which key it seals with.
    Database(String),
}

/// Why something sealed cannot be opened: damaged, moved to another place, or sealed under an unknown key.
/// One answer for all, so that nobody learns which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealError;

/// SHA-256 of a link or cookie token: the only form of it that is stored (SEC-13). The token has 256 random
/// bits, so nothing slower is needed.
#[must_use]
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

impl Keys {
    /// Reads `dir/keys/master.key` and `dir/keys/retired/*.key`; draws a master key on the first start.
    ///
    /// # Errors
    /// [`KeyError`] when a file is unreadable, readable to others, of the wrong length, or weak.
    pub fn load_or_create(dir: &Path, rng: &dyn Rng) -> Result<Self, KeyError> {
        files::create_if_missing(dir, rng)?;
        Self::load(dir)
    }

    /// As [`Keys::load_or_create`], but never draws a key.
    ///
    /// # Errors
    /// As [`Keys::load_or_create`], and when there is no master key.
    pub fn load(dir: &Path) -> Result<Self, KeyError> {
        let mut keys = Self::from_bytes(*files::read_current(dir)?)?;
        for retired in files::read_retired(dir)? {
            keys = keys.with_retired(*retired)?;
        }
        Ok(keys)
    }

    /// Keys from a master key that is already in memory.
    ///
    /// # Errors
    /// [`KeyError::Weak`].
    pub fn from_bytes(master: [u8; KEY_BYTES]) -> Result<Self, KeyError> {
        Ok(Self { current: Master::new(master)?, retired: Vec::new() })
    }

    /// Adds a former master key, which opens and verifies but never seals.
    ///
    /// # Errors
    /// [`KeyError::Weak`].
    pub fn with_retired(mut self, master: [u8; KEY_BYTES]) -> Result<Self, KeyError> {
        self.retired.push(Master::new(master)?);
        Ok(self)
    }

    /// Which master key seals and peppers now.
    #[must_use]
    pub const fn current_id(&self) -> KeyId {
        self.current.id
    }

    /// Seals with the key called `id` from here on, whichever file it came from; false when it is not among ours.
    #[must_use]
    pub fn seal_with(&mut self, id: KeyId) -> bool {
        if self.current.id == id {
            return true;
        }
        let Some(at) = self.retired.iter().position(|master| master.id == id) else { return false };
        std::mem::swap(&mut self.current, &mut self.retired[at]);
        true
    }

    /// The ids of all keys, the current one first.
    #[must_use]
    pub fn ids(&self) -> Vec<KeyId> {
        self.all().map(|master| master.id).collect()
    }

    /// The ids of all keys in groups for a statement's `IN ($1, $2, $3, $4)`, the last group filled up with its last.
    #[must_use]
    pub fn ids_in_fours(&self) -> Vec<[Vec<u8>; 4]> {
        let ids = self.ids();
        let four = |group: &[KeyId]| std::array::from_fn(|at| group[at.min(group.len() - 1)].0.to_vec());
        ids.chunks(4).map(four).collect()
    }

    /// HMAC-SHA-256 under the current key of `purpose`; each part goes in with its length, so that
    /// `["ab", "c"]` and `["a", "bc"]` differ.
    #[must_use]
    pub fn hmac(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        self.current.hmac(purpose, parts)
    }

    /// The same under every key, the current one first: what was begun before a rotation still counts (SEC-76).
    #[must_use]
    pub fn hmacs(&self, purpose: Purpose, parts: &[&[u8]]) -> Vec<[u8; 32]> {
        self.all().map(|master| master.hmac(purpose, parts)).collect()
    }

    /// The same under the key called `id`, current or retired; `None` when we do not have it.
    #[must_use]
    pub fn hmac_of(&self, id: KeyId, purpose: Purpose, parts: &[&[u8]]) -> Option<[u8; 32]> {
        Some(self.find(id)?.hmac(purpose, parts))
    }

    /// Encrypts `plain` for one place: `aad` names table, row and column, and the result opens only there.
    ///
    /// XChaCha20-Poly1305 with a random 24-byte nonce. Layout: version, key id (4), nonce (24), text and tag.
    #[must_use]
    pub fn seal(&self, aad: &str, plain: &[u8], rng: &dyn Rng) -> Vec<u8> {
        let mut sealed = vec![SEAL_VERSION];
        sealed.extend_from_slice(&self.current.id.0);
        let mut nonce = [0_u8; NONCE_BYTES];
        rng.fill(&mut nonce);
        let aad = bound(&sealed, aad);
        let body = self
            .current
            .cipher()
            .encrypt(XNonce::from_slice(&nonce), Payload { msg: plain, aad: &aad })
            .expect("only a message over 256 GiB is too long to seal");
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&body);
        sealed
    }

    /// Decrypts what [`Keys::seal`] made for the same `aad`.
    ///
    /// # Errors
    /// [`SealError`] when it was changed, moved, or sealed under a key we do not have.
    pub fn open(&self, aad: &str, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let master = self.find(sealed_with(sealed)?).ok_or(SealError)?;
        let (head, body) = sealed.split_at_checked(HEAD_BYTES).ok_or(SealError)?;
        let (name, nonce) = head.split_at(1 + KEY_ID_BYTES);
        let aad = bound(name, aad);
        master
            .cipher()
            .decrypt(XNonce::from_slice(nonce), Payload { msg: body, aad: &aad })
            .map_err(|_| SealError)
    }

    /// Whether `sealed` was made under a retired key, and should be sealed anew (`portico keys rotate`).
    #[must_use]
    pub fn is_old(&self, sealed: &[u8]) -> bool {
        sealed_with(sealed) != Ok(self.current.id)
    }

    fn find(&self, id: KeyId) -> Option<&Master> {
        self.all().find(|master| master.id == id)
    }

    fn all(&self) -> impl Iterator<Item = &Master> {
        std::iter::once(&self.current).chain(&self.retired)
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(path, error) => write!(f, "cannot use the key file {}: {error}", path.display()),
            Self::Readable(path) => {
                write!(f, "{} may be read by others; run `chmod 600` on it", path.display())
            }
            Self::Length(path) => write!(f, "{} does not hold exactly {KEY_BYTES} bytes", path.display()),
            Self::Weak => f.write_str(
                "the master key is an example or was typed; let Portico draw one, or use a generator",
            ),
            Self::NoId => f.write_str("the id of a key has eight hexadecimal digits, such as 1a2b3c4d"),
            Self::Missing { id, dir } => missing(f, *id, dir),
            Self::NotLost(id) => write!(f, "the key {id} is not missing here; nothing was changed"),
            Self::Database(said) => write!(f, "the database does not say which master key it needs: {said}"),
        }
    }
}

fn missing(f: &mut fmt::Formatter<'_>, id: KeyId, dir: &Path) -> fmt::Result {
    let dir = dir.join("keys");
    write!(
        f,
        "the database needs the master key {id}, which is not in {0}. Without it no password can be checked and no \
         waiting mail be read. Copy the folder {0} from another node or from the backup (master.key, and retired/*.key). \
         If the key is lost for good, `portico keys rotate --lost {id}` goes on without it: everybody then needs a new \
         password by mail, and mails that wait are not sent.",
        dir.display()
    )
}

impl std::error::Error for KeyError {}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed data cannot be opened here")
    }
}

impl std::error::Error for SealError {}

/// One master key, kept only as what HKDF extracted from it.
struct Master {
    id: KeyId,
    seal: Secret<[u8; KEY_BYTES]>,
    code: Secret<[u8; KEY_BYTES]>,
    pepper: Secret<[u8; KEY_BYTES]>,
    limit: Secret<[u8; KEY_BYTES]>,
    form: Secret<[u8; KEY_BYTES]>,
}

impl Master {
    fn new(master: [u8; KEY_BYTES]) -> Result<Self, KeyError> {
        let master = Zeroizing::new(master);
        if weak::is_weak(&master) {
            return Err(KeyError::Weak);
        }
        let hkdf = Hkdf::<Sha256>::new(Some(b"portico"), master.as_slice());
        let sub = |purpose: Purpose| {
            let mut key = [0_u8; KEY_BYTES];
            hkdf.expand(purpose.info(), &mut key).expect("32 bytes are within HKDF's limit of 8160");
            Secret::new(key)
        };
        let mut id = [0_u8; KEY_ID_BYTES];
        hkdf.expand(b"portico/1/id", &mut id).expect("4 bytes are within HKDF's limit of 8160");
        Ok(Self {
            id: KeyId(id),
            seal: sub(Purpose::Seal),
            code: sub(Purpose::Code),
            pepper: sub(Purpose::Pepper),
            limit: sub(Purpose::Limit),
            form: sub(Purpose::Form),
        })
    }

    const fn key(&self, purpose: Purpose) -> &[u8; KEY_BYTES] {
        match purpose {
            Purpose::Seal => self.seal.expose(),
            Purpose::Code => self.code.expose(),
            Purpose::Pepper => self.pepper.expose(),
            Purpose::Limit => self.limit.expose(),
            Purpose::Form => self.form.expose(),
        }
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.key(Purpose::Seal).into())
    }

    fn hmac(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as hmac::Mac>::new_from_slice(self.key(purpose))
            .expect("HMAC takes any key length");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for Master {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Master").field(&self.id).finish()
    }
}

/// Version and key id are authenticated together with the place. Both have a fixed length.
fn bound(name: &[u8], aad: &str) -> Vec<u8> {
    [name, aad.as_bytes()].concat()
}

fn sealed_with(sealed: &[u8]) -> Result<KeyId, SealError> {
    match sealed.split_first_chunk::<{ 1 + KEY_ID_BYTES }>() {
        Some(([SEAL_VERSION, id @ ..], _)) => Ok(KeyId(*id)),
        _ => Err(SealError),
    }
}

#[cfg(test)]
mod tests;
