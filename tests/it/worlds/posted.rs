//! An exported world on its way to somebody else, and how its file is read, changed and forged.

use std::fmt::Write;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use service::cases::worlds::{Worlds, WorldsRefusal};
use sha2::{Digest, Sha256};

use super::{name, refuses, resting, worlds};
use crate::site::{Folder, Site};

/// The entries of an archive, in their order.
pub type Entries = Vec<(String, Vec<u8>)>;

pub fn read(file: &Path) -> Entries {
    let mut archive = tar::Archive::new(fs::File::open(file).unwrap());
    let entry = |mut entry: tar::Entry<'_, fs::File>| {
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        (entry.path().unwrap().to_string_lossy().into_owned(), content)
    };
    archive.entries().unwrap().map(Result::unwrap).map(entry).collect()
}

pub fn head(path: &str, size: usize) -> tar::Header {
    let mut head = tar::Header::new_gnu();
    // As it stands, whatever it is: a decent library would refuse to write some of them.
    let name = &mut head.as_old_mut().name;
    name[..path.len()].copy_from_slice(path.as_bytes());
    head.set_entry_type(tar::EntryType::Regular);
    head.set_size(size as u64);
    head.set_mode(0o600);
    head.set_cksum();
    head
}

pub fn written(file: &Path, entries: &Entries) {
    let mut archive = tar::Builder::new(fs::File::create(file).unwrap());
    for (path, content) in entries {
        archive.append(&head(path, content.len()), content.as_slice()).unwrap();
    }
    archive.finish().unwrap();
}

/// An exported world, and a folder of somebody else to import it into.
pub struct Posted {
    pub site: Site,
    pub file: PathBuf,
    elsewhere: Folder,
}

impl Posted {
    pub fn with_key(with_key: bool) -> Self {
        let site = resting();
        site.clock_moves("days", 900);
        site.somebody_active().logs_on();
        site.mail_goes();
        let file = site.folder.path().join("verden.tar");
        worlds(&site).export(&name("first"), with_key, &file).unwrap();
        Self { site, file, elsewhere: Folder::new() }
    }

    pub fn theirs(&self) -> Worlds {
        Worlds::below(self.elsewhere.path()).on_clock_of(&self.site.app)
    }

    /// Changes the entries of the file.
    pub fn altered(&self, change: impl FnOnce(&mut Entries)) {
        let mut entries = read(&self.file);
        change(&mut entries);
        written(&self.file, &entries);
    }

    /// Changes what the manifest says.
    pub fn announcing(&self, change: impl FnOnce(&mut Value)) {
        self.altered(|entries| {
            let mut manifest: Value = serde_json::from_slice(&entries[0].1).unwrap();
            change(&mut manifest);
            entries[0].1 = manifest.to_string().into_bytes();
        });
    }

    /// It is refused for this reason, and leaves nothing behind.
    #[track_caller]
    pub fn is_refused(&self, why: WorldsRefusal) {
        refuses(self.theirs().import(&self.file, &name("ny")), why);
        let left = fs::read_dir(self.elsewhere.path().join("worlds")).map_or(0, Iterator::count);
        assert_eq!(left, 0);
        assert!(!self.elsewhere.path().join("evil").exists());
    }
}

/// Announces an entry as it is.
pub fn announced(manifest: &mut Value, path: &str, content: &[u8]) {
    let mut sha256 = String::new();
    for byte in Sha256::digest(content) {
        write!(sha256, "{byte:02x}").unwrap();
    }
    manifest["files"][path] = json!({ "bytes": content.len(), "sha256": sha256 });
}
