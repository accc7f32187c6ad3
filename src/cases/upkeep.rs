//! What whoever runs the program can do without a page: make a new world, check the data, and let the last
//! administrator in again (D20).

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use super::house::{House, Origin, Trouble, refused};
use super::opening::key_file;
use crate::rules::actor::{Actor, Channel};
use crate::rules::nemid::NemId;
use crate::rules::nemid::temporary::{Delivery, TemporaryPlace};
use crate::rules::staff::{self, Role, StaffRefusal};
use crate::rules::temporary::{self, NewTemporary, TemporaryAction};
use crate::rules::words::{NemIdNumber, PinLetterSerial, TemporaryPasswordCode};
use crate::store::{Place, StoreError, Tx};

/// What the last administrator needs in order to re-open.
pub struct Reopening {
    /// The NemID-nummer to type.
    pub nemid: NemIdNumber,
    /// The temporary password to type.
    pub digits: TemporaryPasswordCode,
    /// Whether it is for an activation (the NemID was never activated) rather than a re-opening.
    pub activates: bool,
}

/// Removes a world: database, server key and mail. Whether there was one.
///
/// # Errors
/// When a file can't be removed.
pub fn clear(folder: &Path) -> std::io::Result<bool> {
    let place = Place::below(folder);
    let existed = place.exists();
    for ending in ["", "-wal", "-shm"] {
        let mut file = place.path().as_os_str().to_owned();
        file.push(ending);
        gone(std::fs::remove_file(Path::new(&file)))?;
    }
    gone(std::fs::remove_file(key_file(folder)))?;
    gone(std::fs::remove_dir_all(folder.join("mail")))?;
    Ok(existed)
}

/// What was not there needn't be removed.
fn gone(removed: std::io::Result<()>) -> std::io::Result<()> {
    match removed {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// What is wrong with the data, a sentence each; nothing if it is sound.
///
/// # Errors
/// When it can't even be looked at.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself is not general in its lifetime"
)]
pub async fn check(house: &House) -> Result<Vec<String>, StoreError> {
    house.store.read(|tx| tx.unsound()).await
}

/// Gives an administrator who cannot log on a temporary password, if no administrator can log on.
///
/// # Errors
/// [`StaffRefusal::NothingToReopen`] while there is one who can.
pub async fn reopen_administrator(house: &Arc<House>) -> Result<Reopening, Trouble<StaffRefusal>> {
    let now = house.now();
    let (administrator, action) = locked_out(house, now).await?;
    let digits = TemporaryPasswordCode::from_drawn(house.chance.number());
    let origin = Origin::inside(Channel::Operator);
    let new = NewTemporary {
        hash: house.hasher.hash(digits.reveal(), origin.source()).await?,
        serial: PinLetterSerial::from_drawn(house.chance.number()),
        delivery: Delivery::HandedOut,
        place: TemporaryPlace::Selvbetjening,
    };
    let stamp = origin.stamp(now, Actor::Operator { staff: None });
    let events = temporary::issue(&administrator, action, &new, &stamp)
        .map_err(|_| refused(StaffRefusal::NothingToReopen))?;
    let reopening =
        Reopening { nemid: administrator.number, digits, activates: action == TemporaryAction::Resend };
    let doing = house.clone();
    let record = move |tx: &Tx<'_>| doing.record(tx, &administrator, &events, (&stamp, &origin)).map(drop);
    house.store.write(record).await.map_err(|error: StoreError| Trouble::from(error))?;
    Ok(reopening)
}

/// The first administrator who can be re-opened, if none can log on.
async fn locked_out(
    house: &House,
    now: jiff::Timestamp,
) -> Result<(NemId, TemporaryAction), Trouble<StaffRefusal>> {
    let found = house
        .store
        .read(move |tx| {
            let mut found = Vec::new();
            for grant in tx.grants()?.into_iter().filter(|grant| grant.role == Role::Administrator) {
                if let Some(nemid) = tx.nemid(grant.nemid)? {
                    let action = staff::may_reopen(&nemid, now);
                    found.push((nemid, action));
                }
            }
            Ok::<_, StoreError>(found)
        })
        .await?;
    if found.iter().any(|(_, action)| *action == Err(StaffRefusal::NothingToReopen)) {
        return Err(refused(StaffRefusal::NothingToReopen));
    }
    let mut open = found.into_iter().filter_map(|(nemid, action)| Some((nemid, action.ok()?)));
    open.next().ok_or_else(|| refused(StaffRefusal::NothingToReopen))
}
