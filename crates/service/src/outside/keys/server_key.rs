//! The server key: one secret file beside the database, from which every other key is derived. A thief of the
//! database alone can neither test passwords nor read letters nor compute keys.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::outside::chance::{Chance, NoChance};
pub use crate::outside::keys::no_server_key::ServerKeyError;

/// The secret of 32 bytes. It gives out only keys derived for one purpose each.
#[derive(Clone)]
pub struct ServerKey(Zeroizing<[u8; 32]>);

/// Whether the key existed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It was read from its file.
    Before,
    /// It was drawn just now, so nothing sealed or hashed earlier belongs to it.
    Now,
}

/// The purpose of each derived key. The label is part of the derivation: a changed label gives another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    ArgonSecret,
    CardKeys,
    KeyNumbers,
    TokenCodes,
    Pins,
    Letters,
    Nonces,
    Tokens,
    FormTokens,
    Decoy,
    TemporaryPasswords,
    MailSignature,
    KeyId,
}

impl Label {
    const fn text(self) -> &'static str {
        match self {
            Self::ArgonSecret => "selvbetjening 1 argon2 secret",
            Self::CardKeys => "selvbetjening 1 card keys",
            Self::KeyNumbers => "selvbetjening 1 key numbers",
            Self::TokenCodes => "selvbetjening 1 token codes",
            Self::Pins => "selvbetjening 1 app pins",
            Self::Letters => "selvbetjening 1 letters",
            Self::Nonces => "selvbetjening 1 letter nonces",
            Self::Tokens => "selvbetjening 1 tokens",
            Self::FormTokens => "selvbetjening 1 form tokens",
            Self::Decoy => "selvbetjening 1 shadow",
            Self::TemporaryPasswords => "selvbetjening 1 temporary passwords",
            Self::MailSignature => "selvbetjening 1 mail signature",
            Self::KeyId => "selvbetjening 1 key id",
        }
    }
}

impl ServerKey {
    /// Reads the key, or makes one and writes it (mode 0600) if there is none. Two processes that start at
    /// once end with the same key.
    ///
    /// # Errors
    /// Every [`ServerKeyError`] except [`ServerKeyError::Missing`].
    pub fn load_or_create(path: &Path) -> Result<(Self, Made), ServerKeyError> {
        match Self::load(path) {
            Err(ServerKeyError::Missing(_)) => Self::create(path),
            loaded => loaded.map(|key| (key, Made::Before)),
        }
    }

    /// Reads the key.
    ///
    /// # Errors
    /// [`ServerKeyError::Missing`], [`ServerKeyError::Unreadable`], [`ServerKeyError::OpenToOthers`] or
    /// [`ServerKeyError::Malformed`].
    pub fn load(path: &Path) -> Result<Self, ServerKeyError> {
        let failed = |cause: io::Error| match cause.kind() {
            io::ErrorKind::NotFound => ServerKeyError::Missing(path.to_owned()),
            _ => ServerKeyError::Unreadable { path: path.to_owned(), cause },
        };
        let mode = fs::metadata(path).map_err(failed)?.mode() & 0o7777;
        if mode & 0o077 != 0 {
            return Err(ServerKeyError::OpenToOthers { path: path.to_owned(), mode });
        }
        let text = Zeroizing::new(fs::read(path).map_err(failed)?);
        Self::parse(&text).ok_or_else(|| ServerKeyError::Malformed(path.to_owned()))
    }

    /// A new key, which lies nowhere yet.
    ///
    /// # Errors
    /// When no unguessable values can be drawn.
    pub(crate) fn drawn() -> Result<Self, NoChance> {
        Ok(Self(Zeroizing::new(Chance::from_os()?.bytes())))
    }

    /// The key as its file has it, for a place that is as safe.
    pub(crate) fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(BASE64_STANDARD.encode(self.0.as_slice()));
        text.push('\n');
        text
    }

    /// A short public name of the key, 16 hexadecimal digits. The database keeps it, so that a wrong key is
    /// noticed.
    pub fn key_id(&self) -> String {
        let derived = self.subkey(Label::KeyId);
        format!("{:016x}", u64::from_be_bytes(std::array::from_fn(|index| derived[index])))
    }

    /// The key for one purpose (HKDF-SHA256).
    pub(crate) fn subkey(&self, label: Label) -> Zeroizing<[u8; 32]> {
        let mut derived = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, self.0.as_slice())
            .expand(label.text().as_bytes(), derived.as_mut_slice())
            .expect("32 bytes are fewer than the 8160 that HKDF-SHA256 can give");
        derived
    }

    /// A known key, for tests.
    #[cfg(test)]
    pub(crate) fn of_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Reads a key as its file has it.
    pub(crate) fn parse(text: &[u8]) -> Option<Self> {
        let bytes = Zeroizing::new(BASE64_STANDARD.decode(text.trim_ascii()).ok()?);
        let key = <[u8; 32]>::try_from(bytes.as_slice()).ok()?;
        Some(Self(Zeroizing::new(key)))
    }

    fn create(path: &Path) -> Result<(Self, Made), ServerKeyError> {
        let chance = Chance::from_os()?;
        let key = Self::drawn()?;
        let draft = path.with_extension(format!("new-{:016x}", chance.number()));
        let written = key.write_draft(&draft).and_then(|()| fs::hard_link(&draft, path));
        let _ = fs::remove_file(&draft);
        match written {
            Ok(()) => {}
            // Another process was faster: its key is used.
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {
                return Self::load(path).map(|key| (key, Made::Before));
            }
            Err(cause) if is_full(&cause) => return Err(ServerKeyError::DiskFull(path.to_owned())),
            Err(cause) => return Err(ServerKeyError::Unwritable { path: path.to_owned(), cause }),
        }
        Self::settle(path).map_err(|cause| ServerKeyError::Unwritable { path: path.to_owned(), cause })?;
        Ok((key, Made::Now))
    }

    /// Writes the whole key to a separate file first, so that nobody ever reads half a key.
    fn write_draft(&self, draft: &Path) -> io::Result<()> {
        if let Some(folder) = draft.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(draft)?;
        file.write_all(self.text().as_bytes())?;
        file.sync_all()
    }

    /// Makes the new name in the folder survive a power cut.
    fn settle(path: &Path) -> io::Result<()> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
    }
}

fn is_full(cause: &io::Error) -> bool {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    matches!(cause.kind(), StorageFull | QuotaExceeded | FileTooLarge)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    use super::*;

    /// A folder that is deleted after the test.
    struct Folder(PathBuf);

    impl Folder {
        fn new() -> Self {
            let name = format!("server-key-{:016x}", Chance::from_os().unwrap().number());
            let folder = std::env::temp_dir().join(name);
            fs::create_dir(&folder).unwrap();
            Self(folder)
        }

        fn key(&self) -> PathBuf {
            self.0.join("data/server.key")
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn is_made_once_and_read_again() {
        let folder = Folder::new();
        assert!(matches!(ServerKey::load(&folder.key()), Err(ServerKeyError::Missing(_))));
        let (made, now) = ServerKey::load_or_create(&folder.key()).unwrap();
        let (read, before) = ServerKey::load_or_create(&folder.key()).unwrap();
        assert_eq!((now, before), (Made::Now, Made::Before));
        assert_eq!(made.key_id(), read.key_id());
        assert_eq!(made.key_id().len(), 16);
        assert_eq!(fs::metadata(folder.key()).unwrap().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.0.join("data")).unwrap().count(), 1);
    }

    #[test]
    fn every_label_is_another_key() {
        let key = ServerKey::of_bytes([3; 32]);
        let labels = [
            Label::ArgonSecret,
            Label::CardKeys,
            Label::KeyNumbers,
            Label::TokenCodes,
            Label::Pins,
            Label::Letters,
            Label::Nonces,
            Label::Tokens,
            Label::FormTokens,
            Label::Decoy,
            Label::TemporaryPasswords,
            Label::MailSignature,
            Label::KeyId,
        ];
        let derived: std::collections::HashSet<_> = labels.map(|label| *key.subkey(label)).into();
        assert_eq!(derived.len(), labels.len());
        assert_ne!(key.key_id(), ServerKey::of_bytes([4; 32]).key_id());
    }

    #[test]
    fn a_file_open_to_others_is_refused() {
        let folder = Folder::new();
        ServerKey::load_or_create(&folder.key()).unwrap();
        fs::set_permissions(folder.key(), fs::Permissions::from_mode(0o640)).unwrap();
        let refused = ServerKey::load_or_create(&folder.key()).err().unwrap().to_string();
        assert!(refused.contains("mode 0640") && refused.contains("chmod 600"), "{refused}");
    }

    #[test]
    fn a_broken_file_is_never_replaced() {
        let folder = Folder::new();
        ServerKey::load_or_create(&folder.key()).unwrap();
        fs::write(folder.key(), "c2hvcnQ=\n").unwrap();
        assert!(matches!(ServerKey::load_or_create(&folder.key()), Err(ServerKeyError::Malformed(_))));
        assert_eq!(fs::read_to_string(folder.key()).unwrap(), "c2hvcnQ=\n");
    }

    #[test]
    fn a_place_that_cannot_be_written_is_named() {
        let folder = Folder::new();
        fs::write(folder.0.join("data"), "a file, not a folder").unwrap();
        let refused = ServerKey::load_or_create(&folder.key()).err().unwrap();
        assert!(refused.to_string().contains("server.key"), "{refused}");
    }
}
