//! A citizen blocks at once what may be in the wrong hands: password, cards or both (Rules 3.5.1, D22).

use crate::cases::app::{Act, App, refused};
use crate::cases::enrolment::pin_letters;
use crate::cases::own;
use crate::cases::own::{Own, OwnError, OwnRefusal};
use crate::store::StoreError;
use rules::blocking::What;
use rules::nemid::NemId;
use rules::words::NemIdNumber;
use rules::{blocking, temporary};

/// The result of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// Whether the password is blocked, so that the session is over.
    pub password: bool,
    /// Whether a temporary password was posted.
    pub sent: bool,
    /// Whether only the bank that made the NemID can issue a temporary password (Guide 3.2.2).
    pub bank_helps: bool,
}

/// Whether only the bank that made a NemID can re-open it, so that no temporary password follows a block
/// (Guide 3.2.2).
pub async fn bank_helps(app: &App, number: NemIdNumber) -> Result<bool, StoreError> {
    let now = app.now();
    app.read(move |tx| Ok(temporary::only_its_bank_helps(&own::mine(tx, number)?, now))).await
}

/// Blocks what was chosen; `send` asks for a temporary password by post.
pub async fn at_once(app: &App, own: Own, what: What, send: bool) -> Result<Blocked, OwnError> {
    let draft = if send && what.password.is_some() {
        Some(pin_letters::draft(app, &own.origin).await?)
    } else {
        None
    };
    let new = draft.as_ref().map(|draft| draft.new.clone());
    let serial = new.as_ref().map(|new| new.serial);
    let decide = move |act: &Act<'_>, nemid: &NemId| {
        blocking::at_once(nemid, what, new.as_ref(), &act.stamp).map_err(refused::<OwnRefusal>)
    };
    let after = own::change_and(app, own, decide, move |act, after| {
        if let Some(draft) = &draft {
            pin_letters::send_if_issued(act, after, draft)?;
        }
        Ok(())
    })
    .await?;
    let now = app.now();
    let bank_helps = after.as_ref().is_some_and(|after| temporary::only_its_bank_helps(after, now));
    let newest = after.and_then(|after| after.temporary).map(|newest| newest.serial);
    let sent = serial.is_some() && newest == serial;
    Ok(Blocked { password: what.password.is_some(), sent, bank_helps })
}
