//! A citizen blocks at once what may be in the wrong hands: password, cards or both (Rules 3.5.1, D22).

use crate::cases::app::{Act, App, refused};
use crate::cases::enrolment::pin_letters;
use crate::cases::own;
use crate::cases::own::{Own, OwnError, OwnRefusal};
use crate::store::StoreError;
use rules::actor::Stamp;
use rules::blocking;
use rules::blocking::{Follows, Stops, What};
use rules::nemid::{Event, NemId};
use rules::temporary::NewTemporary;
use rules::words::{CarrierKind, NemIdNumber};

/// The result of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// Whether the password is blocked, so that the session is over.
    pub password: bool,
    /// Whether a temporary password was posted.
    pub sent: bool,
    /// How a temporary password follows otherwise.
    pub follows: Follows,
}

/// How a temporary password would follow a block of this NemID's password.
pub async fn follows(app: &App, number: NemIdNumber) -> Result<Follows, StoreError> {
    let now = app.now();
    app.read(move |tx| Ok(blocking::follows(&own::mine(tx, number)?, now))).await
}

/// The kinds of carriers of which this NemID has some that can be blocked.
pub async fn kinds(app: &App, number: NemIdNumber) -> Result<Vec<CarrierKind>, StoreError> {
    app.read(move |tx| {
        let nemid = own::mine(tx, number)?;
        let has = |kind: &CarrierKind| match kind {
            CarrierKind::Card => nemid.open_cards().next().is_some(),
            CarrierKind::Token | CarrierKind::App => nemid.open_carriers().any(|one| one.kind() == *kind),
            CarrierKind::Voice => false,
        };
        Ok(CarrierKind::ALL.into_iter().filter(has).collect())
    })
    .await
}

/// Blocks what was chosen; `send` asks for a temporary password by post.
pub async fn at_once(app: &App, own: Own, what: What, send: bool) -> Result<Blocked, OwnError> {
    block(app, own, Sends { password: what.password.is_some(), send }, move |nemid, new, stamp| {
        blocking::at_once(nemid, what, new, stamp).map_err(refused::<OwnRefusal>)
    })
    .await
}

/// Blocks several things in one go, each for its own reason, and perhaps the password (D39).
///
/// # Errors
/// [`rules::blocking::StopRefusal`] when one of them can't be blocked, or not for this reason; nothing is blocked then.
pub async fn each(app: &App, own: Own, stops: Stops, send: bool) -> Result<Blocked, OwnError> {
    block(app, own, Sends { password: stops.password.is_some(), send }, move |nemid, new, stamp| {
        blocking::each(nemid, &stops, new, stamp).map_err(refused::<OwnRefusal>)
    })
    .await
}

/// What may be sent by post with a block.
struct Sends {
    /// Whether the password is among what is blocked.
    password: bool,
    /// Whether a temporary one is wanted.
    send: bool,
}

async fn block(
    app: &App,
    own: Own,
    sends: Sends,
    decide: impl Fn(&NemId, Option<&NewTemporary>, &Stamp) -> Result<Vec<Event>, OwnError> + Send + 'static,
) -> Result<Blocked, OwnError> {
    let draft =
        if sends.send && sends.password { Some(pin_letters::draft(app, &own.origin).await?) } else { None };
    let new = draft.as_ref().map(|draft| draft.new.clone());
    let serial = new.as_ref().map(|new| new.serial);
    let decide = move |act: &Act<'_>, nemid: &NemId| decide(nemid, new.as_ref(), &act.stamp);
    let after = own::change_and(app, own, decide, move |act, after| {
        if let Some(draft) = &draft {
            pin_letters::send_if_issued(act, after, draft)?;
        }
        Ok(())
    })
    .await?;
    let now = app.now();
    let follows = after.as_ref().map_or(Follows::ByPost, |after| blocking::follows(after, now));
    let newest = after.and_then(|after| after.temporary).map(|newest| newest.serial);
    let sent = serial.is_some() && newest == serial;
    Ok(Blocked { password: sends.password, sent, follows })
}
