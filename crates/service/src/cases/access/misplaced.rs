//! A temporary password that is typed as a password: the log-on box and every other password field are wrong places
//! for it, and its right digits kill it there (Guide 3.1.2).

use rules::actor::Actor;
use rules::nemid::{DigitsFingerprint, NemId};
use rules::temporary;
use rules::words::{NemIdNumber, TemporaryPasswordCode, TypedUserId};

use crate::cases::access::credentials::Credentials;
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{App, CaseError, Origin, Parts};
use crate::store::{StoreError, Tx};

/// Kills a live temporary password whose digits were typed as a password, once they have been refused as one. Returns
/// whether it did. Six digits alone are never a password (D8). The letter is known by its fingerprint, so that nothing
/// more is hashed.
pub(crate) async fn killed(
    app: &App,
    typed: &Credentials,
    origin: &Origin,
) -> Result<bool, CaseError<LogOnRefusal>> {
    let Ok(digits) = TemporaryPasswordCode::parse(typed.password.reveal()) else { return Ok(false) };
    let (inner, user_id, digits) = (app.clone(), typed.user_id.clone(), app.tokens.digits(&digits));
    let asked = user_id.clone();
    if app.read(move |tx| newest_with(&inner, tx, &asked, digits)).await?.is_none() {
        return Ok(false);
    }
    app.act(origin, Actor::Visitor, move |act| {
        let Some(nemid) = newest_with(act.app, act.tx, &user_id, digits)? else { return Ok(false) };
        let events = temporary::typed_as_password(&nemid, &act.stamp);
        act.record(&nemid, &events)?;
        Ok(!events.is_empty())
    })
    .await
}

/// The NemID that a user id names, if these are the digits of its newest temporary password. If they are not, it
/// takes the same statements, whether anybody has the user id or not (D23).
fn newest_with(
    parts: &Parts,
    tx: &Tx<'_>,
    user_id: &TypedUserId,
    digits: DigitsFingerprint,
) -> Result<Option<NemId>, StoreError> {
    let named = tx.number_named(user_id)?;
    let issued = parts.tokens.issued(named.unwrap_or(NemIdNumber::from_drawn(0)), digits);
    let serials = tx.temporaries_with(&issued)?;
    let Some(number) = named.filter(|_| !serials.is_empty()) else { return Ok(None) };
    let Some(nemid) = tx.nemid(number)? else { return Ok(None) };
    let newest = nemid.temporary.as_ref().is_some_and(|newest| serials.contains(&newest.serial));
    Ok(newest.then_some(nemid))
}
