//! A citizen blocks at once what may be in wrong hands: password, cards or both (Rules 3.5.1, D22).

use std::sync::Arc;

use crate::cases::app::{App, refused};
use crate::cases::own;
use crate::cases::own::{Own, OwnError, OwnRefusal};
use crate::store::StoreError;
use rules::blocking::What;
use rules::nemid::temporary::{Delivery, TemporaryPlace};
use rules::temporary::NewTemporary;
use rules::words::NemIdNumber;
use rules::{blocking, temporary};

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
pub async fn bank_helps(app: &Arc<App>, number: NemIdNumber) -> Result<bool, StoreError> {
    let now = app.now();
    app.store.read(move |tx| Ok(temporary::only_its_bank_helps(&own::mine(tx, number)?, now))).await
}

/// Blocks what was chosen; `send` asks for a temporary password by post.
///
/// # Errors
/// Why not.
pub async fn at_once(app: &Arc<App>, own: Own, what: What, send: bool) -> Result<Blocked, OwnError> {
    let (digits, serial) = (app.chance.temporary_password(), app.chance.pin_letter_serial());
    let new = if send && what.password.is_some() {
        Some(NewTemporary {
            hash: app.hasher.hash(digits.reveal(), own.origin.source()).await?,
            serial,
            delivery: Delivery::Posted,
            place: TemporaryPlace::Selvbetjening,
        })
    } else {
        None
    };
    let after = own::change(app, own, move |tx, app, nemid, stamp| {
        let events = blocking::at_once(nemid, what, new.as_ref(), stamp).map_err(refused::<OwnRefusal>)?;
        if blocking::sends_temporary(&events) {
            app.post_pin_letter(tx, nemid, (serial, &digits), stamp.at)?;
        }
        Ok(events)
    })
    .await?;
    let now = app.now();
    let bank_helps = after.as_ref().is_some_and(|after| temporary::only_its_bank_helps(after, now));
    let sent = after.is_some_and(|after| after.temporary.is_some_and(|newest| newest.serial == serial));
    Ok(Blocked { password: what.password.is_some(), sent, bank_helps })
}
