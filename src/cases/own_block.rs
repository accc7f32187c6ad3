//! A citizen blocks at once what may be in wrong hands: password, cards or both (Rules 3.5.1, D22).

use std::sync::Arc;

use super::house::{House, refused};
use super::own::{self, Own, OwnRefusal, OwnTrouble};
use super::pin_letters;
use crate::rules::actor::Stamp;
use crate::rules::blocking::{self, What};
use crate::rules::nemid::NemId;
use crate::rules::temporary;
use crate::rules::words::NemIdNumber;
use crate::store::{StoreError, Tx};

/// What has come of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// Whether the password is blocked, so that the session is over.
    pub password: bool,
    /// Whether a temporary password is on its way.
    pub sent: bool,
    /// Whether only the bank that made the NemID helps with one (Guide 3.2.2).
    pub bank_helps: bool,
}

/// Whether only the bank that made a NemID helps to re-open it, so that no temporary password follows a block
/// (Guide 3.2.2).
///
/// # Errors
/// When the database can't be read.
pub async fn bank_helps(house: &Arc<House>, number: NemIdNumber) -> Result<bool, StoreError> {
    let now = house.now();
    house.store.read(move |tx| Ok(temporary::only_its_bank_helps(&own::mine(tx, number)?, now))).await
}

/// Blocks what was chosen; `send` asks for a temporary password by post.
///
/// # Errors
/// Why not.
pub async fn at_once(house: &Arc<House>, own: Own, what: What, send: bool) -> Result<Blocked, OwnTrouble> {
    let draft = if send && what.password.is_some() {
        Some(pin_letters::draft(house, &own.origin).await?)
    } else {
        None
    };
    let new = draft.as_ref().map(|draft| draft.new.clone());
    let serial = new.as_ref().map(|new| new.serial);
    let decide = move |_: &Tx<'_>, _: &House, nemid: &NemId, stamp: &Stamp| {
        blocking::at_once(nemid, what, new.as_ref(), stamp).map_err(refused::<OwnRefusal>)
    };
    let after = own::change_and(house, own, decide, move |tx, house, after, stamp| {
        if let Some(draft) = draft {
            pin_letters::post_if_issued(tx, house, after, &draft, stamp.at)?;
        }
        Ok(())
    })
    .await?;
    let now = house.now();
    let bank_helps = after.as_ref().is_some_and(|after| temporary::only_its_bank_helps(after, now));
    let newest = after.and_then(|after| after.temporary).map(|newest| newest.serial);
    let sent = serial.is_some() && newest == serial;
    Ok(Blocked { password: what.password.is_some(), sent, bank_helps })
}
