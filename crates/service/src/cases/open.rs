//! Opening a world: data folder, server key, database and clock, each with a clear message when it fails.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

use crate::cases::app::act::distance;
use crate::cases::app::{App, AppSettings, Parts, SecurityEvent, Tidings};
pub use crate::cases::opening::{
    Hashing, HashingPool, Location, MailSettings, MailTls, NoServer, Opening, Server, mail_folder,
};
use crate::cases::upkeep::older_letters;
use crate::cases::world::mail_files;
use crate::outside::chance::NoChance;
use crate::outside::hashing::hasher::Hasher;
use crate::outside::instance_lock::InstanceLock;
use crate::outside::keys::key_press::KeyPress;
use crate::outside::keys::pins::Pins;
use crate::outside::keys::seal::Seals;
use crate::outside::keys::server_key::{ServerKey, ServerKeyError};
use crate::outside::keys::token_codes::TokenCodes;
use crate::outside::keys::tokens::Tokens;
use crate::outside::mail::{MailError, MailRoom, MailWay};
use crate::outside::owner_only;
use crate::outside::pki::addresses::Addresses;
use crate::outside::pki::office::Office;
pub use crate::store::damage::Damage;
use crate::store::settings::StoredClock;
use crate::store::{Place, Store, StoreError};
use rules::calendar;

/// Whether there is a world in a data folder.
pub fn is_there(folder: &Path) -> bool {
    Place::below(folder).exists()
}

/// Why a world does not open, as a sentence for the person who starts it.
#[derive(Debug, Error)]
pub enum OpeningError {
    /// The data folder can't be used.
    #[error("the data folder {folder} cannot be used: {why}")]
    Folder {
        folder: String,
        /// The system's message.
        why: std::io::Error,
    },
    /// Other users of the machine can read a private file.
    #[error("others may read {file}, and that cannot be changed: {why}. Run: chmod go= {file}")]
    OpenToOthers {
        file: String,
        /// The system's message.
        why: std::io::Error,
    },
    /// The database is there, but its server key is not.
    #[error(
        "the database {0} is there, but its server key is missing. Put the file server.key back beside it, or \
         make a new world with `selvbetjening reset`"
    )]
    KeyMissing(String),
    /// The database that is named is none that the program uses.
    #[error("database: {0}")]
    Server(NoServer),
    /// No world was begun in a database on a server, so that there is no server key either.
    #[error(
        "there is no world in {0} and no server key yet. Make both once with `selvbetjening init`, and give every \
         program that serves it a copy of server.key"
    )]
    NotBegun(String),
    /// The database was made under another server key.
    #[error(
        "the server key in {0} is not the one that this database was made under. Put the right server.key back, \
         or make a new world with `selvbetjening reset`"
    )]
    ForeignKey(String),
    /// The server key.
    #[error(transparent)]
    Key(#[from] ServerKeyError),
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The mail settings.
    #[error("mail: {0}")]
    Mail(#[from] MailError),
    #[error(transparent)]
    Chance(#[from] NoChance),
}

/// When the world starts: Monday 4 March 2019, 09:00 Danish time (D21).
pub fn world_starts() -> Timestamp {
    calendar::at_danish_time(jiff::civil::date(2019, 3, 4), 9, 0)
}

/// The server key's file below a data folder.
pub fn key_file(folder: &Path) -> PathBuf {
    folder.join("server.key")
}

/// The lock file below a data folder, held by the process that sends the outbox; it is empty.
pub fn outbox_lock(folder: &Path) -> PathBuf {
    folder.join("outbox.lock")
}

/// Opens a world; a new one sets its clock to the beginning and has no persons yet.
///
/// # Errors
/// [`OpeningError`], as a sentence for whoever starts it.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself is not general in its lifetime"
)]
pub async fn open(mut opening: Opening) -> Result<App, OpeningError> {
    let folder = &opening.data.clone();
    let told = |why| OpeningError::Folder { folder: folder.display().to_string(), why };
    owner_only::make_folder(folder).map_err(told)?;
    let key_file = key_file(folder);
    keep_to_ourselves(&opening, &Place::below(folder))?;
    let key = match opening.key.take() {
        Some(key) => key,
        None => key_of(&opening, &key_file).await?,
    };
    let store = store_of(&opening).await.inspect_err(|error| {
        if error.is_damage() {
            SecurityEvent::DatabaseDamaged.tell_of_program();
        }
    })?;
    let store = if opening.rehearses { store.rehearsing() } else { store };
    let (chance, clock) = (Arc::new(opening.chance), Arc::new(opening.clock));
    // The system's clock may have been set back since.
    if let Some(latest) = store.read::<_, StoreError, _>(|tx| tx.latest_real_instant()).await? {
        clock.real_never_before(latest);
    }
    let stands_at = store.read::<_, StoreError, _>(|tx| tx.stands_at()).await?;
    let begins = clock.offset_for(stands_at.unwrap_or_else(world_starts));
    let adopted = adopt(&store, key.key_id(), begins).await?;
    let stored = adopted.ok_or_else(|| OpeningError::ForeignKey(key_file.display().to_string()))?;
    clock.begin(distance(stored));
    // The system's clock may have been set back since.
    let latest = store.read::<_, StoreError, _>(|tx| tx.latest_instant()).await;
    match latest {
        Ok(Some(latest)) => clock.never_before(stored.beginning, latest),
        Ok(None) => {}
        Err(error) if error.is_damage() && opening.damage == Damage::Tolerated => {}
        Err(error) => return Err(error.into()),
    }
    let own_mark = store.read::<_, StoreError, _>(|tx| tx.mark()).await?;
    let pool = opening.pool.unwrap_or_else(|| HashingPool::new(opening.hashing));
    let app = App::from(Parts {
        hasher: Hasher::sharing(pool, &key, opening.hashing.cost, chance.clone()),
        press: KeyPress::new(&key),
        token_codes: TokenCodes::new(&key),
        pins: Pins::new(&key),
        seals: Seals::new(&key, chance.clone()),
        tokens: Tokens::new(&key),
        mail: MailRoom::new(&opening.mail, &opening.mail_from, &key)?.with_folder(mail_folder(folder)),
        folder: folder.clone(),
        database: opening.database.clone(),
        own_mark,
        mail_folder: mail_folder(folder),
        office: Office::new(Addresses::below(&opening.certificate_address)),
        sender: InstanceLock::at(outbox_lock(folder)),
        settings: AppSettings {
            certificate_years: opening.certificate_years,
            batch: opening.batch,
            limits: opening.limits,
            own_networks: opening.own_networks,
            lifetimes: opening.lifetimes,
        },
        tidings: Tidings::of(opening.database),
        moves: tokio::sync::Mutex::new(()),
        last_move: std::sync::Mutex::default(),
        store,
        clock,
        chance,
    });
    older_letters::bring_up_to_date(&app).await?;
    mail_files::forget_old(&app).await?;
    Ok(app)
}

/// The server key: a new one for a new world in a folder. Several programs that serve a world together have one key, which
/// none of them makes by itself.
async fn key_of(opening: &Opening, file: &Path) -> Result<ServerKey, OpeningError> {
    let place = Place::below(&opening.data);
    match &opening.database {
        None if place.exists() && !file.exists() => {
            Err(OpeningError::KeyMissing(place.path().display().to_string()))
        }
        Some(server) if !file.exists() && server.has_world().await? => {
            Err(OpeningError::KeyMissing(server.shown()))
        }
        Some(server) if !file.exists() && !opening.begins => Err(OpeningError::NotBegun(server.shown())),
        _ => Ok(ServerKey::load_or_create(file)?.0),
    }
}

/// The database that is named, or else the file in the folder.
async fn store_of(opening: &Opening) -> Result<Store, StoreError> {
    match &opening.database {
        None => Store::open_with(&Place::below(&opening.data), opening.damage),
        Some(server) => Store::open_on(server).await,
    }
}

/// Closes files that an older version, or a copy, left open to other users. The server key is not mended but
/// refused ([`ServerKeyError::OpenToOthers`]), because it may be known already.
fn keep_to_ourselves(opening: &Opening, place: &Place) -> Result<(), OpeningError> {
    let mut folders = vec![&opening.data];
    let mut files = Vec::from(place.files());
    files.push(outbox_lock(&opening.data));
    if let MailWay::File(mail) = &opening.mail {
        folders.push(mail);
        let mails = std::fs::read_dir(mail).into_iter().flatten().flatten();
        files.extend(
            mails.filter(|one| one.file_type().is_ok_and(|kind| kind.is_file())).map(|one| one.path()),
        );
    }
    for folder in folders {
        if let Err(why) = owner_only::close(folder) {
            // The files in it are closed all the same.
            log::warn!(
                code = "folder_open_to_others";
                "the folder {} is open to others, and that cannot be changed: {why}",
                folder.display()
            );
        }
    }
    for file in files {
        let told = |why| OpeningError::OpenToOthers { file: file.display().to_string(), why };
        owner_only::close(&file).map_err(told)?;
    }
    Ok(())
}

/// Notes the key of a new world and starts its clock, also that of a copy which stands at the instant of a save point (D42).
/// For another one returns its clock, or `None` when it was made under another key.
async fn adopt(
    store: &Store,
    key_id: String,
    begins: SignedDuration,
) -> Result<Option<StoredClock>, StoreError> {
    let first = StoredClock { beginning: 0, offset: begins };
    store
        .write(move |tx| match tx.key_id()? {
            None => {
                tx.save_key_id(&key_id)?;
                tx.save_clock_offset(begins)?;
                Ok(Some(first))
            }
            Some(known) if known == key_id => {
                if tx.stands_at()?.is_some() {
                    tx.save_clock_offset(begins)?;
                    tx.save_stands_at(None)?;
                }
                Ok(Some(tx.clock()?.unwrap_or(first)))
            }
            Some(_) => Ok(None),
        })
        .await
}
