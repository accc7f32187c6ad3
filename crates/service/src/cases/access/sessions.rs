//! Sessions: each is looked up by its token, at its own audience, and lasts 15 idle minutes and 12 hours at most
//! unless set otherwise (D11).

use jiff::{SignedDuration, Timestamp};

use crate::cases::access::audience::Audience;
use crate::cases::app::{App, Origin};
use crate::outside::keys::tokens::Token;
use crate::store::sessions::Session;
use crate::store::{StoreError, Tx};
use rules::actor::Actor;
use rules::nemid::Event;
use rules::providers;
use rules::sessions::{End, Life, RunOut, goes_on};
use rules::staff::Role;
use rules::words::{CprNumber, NemIdNumber, PersonName};

/// A session's `seen` is written at most this often, so that reading pages does not write.
const TOUCH: SignedDuration = SignedDuration::from_secs(30);

/// A person who is logged on.
#[derive(Clone, Debug)]
pub struct Principal {
    pub nemid: NemIdNumber,
    /// Whose it is.
    pub cpr: CprNumber,
    /// The holder's name: as in CPR, or as in the certificate where the session stands on one (Rules 4.2).
    pub name: PersonName,
    /// What the holder may do as staff, if anything.
    pub role: Option<Role>,
    /// Whether the session was opened by password alone (Rules 3.5.4).
    pub limited: bool,
    /// The session, by its token's hash.
    pub session: [u8; 32],
    /// How long it still lasts at most, if that is so little that its pages say it.
    pub ends_soon: Option<SignedDuration>,
    /// When it ends unless it is used again, by the real clock.
    pub ends: End,
}

/// The person that a token belongs to at an audience, while the session lasts.
pub async fn who(app: &App, audience: &Audience, token: &Token) -> Result<Option<Principal>, StoreError> {
    let (hash, code, now) = (app.token_hash(token), audience.code(), app.real_now());
    let (today, lifetimes) = (app.now(), app.lifetimes());
    let found = app
        .read::<_, StoreError>(move |tx| {
            let session =
                tx.session(&hash, &code)?.filter(|one| lifetimes.run_out(one.life(), now).is_none());
            session.map_or(Ok(None), |session| Ok(holder(tx, &session, today)?.map(|who| (who, session))))
        })
        .await?;
    let Some((who, session)) = found else { return Ok(None) };
    let touches = now.duration_since(session.seen) > TOUCH.min(lifetimes.idle() / 8);
    let life = Life { began: session.started, renewed: if touches { now } else { session.seen } };
    let soon = lifetimes.ends_soon(session.started, now);
    let who = Principal { ends_soon: soon, ends: lifetimes.session_ends(life), ..who };
    if touches {
        let origin = Origin::inside(audience.channel());
        match app.act(&origin, Actor::Citizen, move |act| act.tx.touch_session(&hash, now)).await {
            // Reading goes on although the disk is full.
            Ok(()) | Err(StoreError::DiskFull) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Some(who))
}

/// Whether a session at an audience is over because it had lasted for as long as one may (D11). It is known until
/// the session is swept.
pub async fn has_lasted_longest(app: &App, audience: &Audience, token: &Token) -> Result<bool, StoreError> {
    let (hash, code, now) = (app.token_hash(token), audience.code(), app.real_now());
    let session = app.read::<_, StoreError>(move |tx| tx.session(&hash, &code)).await?;
    Ok(session.is_some_and(|one| app.lifetimes().run_out(one.life(), now) == Some(RunOut::Longest)))
}

/// Whether a session at an audience lasts and began so recently that its log-on could still be in progress
/// (D11): a visitor who goes back from it, or sends the log-on twice, counts as logged on.
pub async fn has_just_begun(app: &App, audience: &Audience, token: &Token) -> Result<bool, StoreError> {
    let (hash, code, now) = (app.token_hash(token), audience.code(), app.real_now());
    let session = app.read::<_, StoreError>(move |tx| tx.session(&hash, &code)).await?;
    Ok(session.is_some_and(|session| now.duration_since(session.started) <= app.lifetimes().log_on()))
}

fn holder(tx: &Tx<'_>, session: &Session, now: Timestamp) -> Result<Option<Principal>, StoreError> {
    let found = tx.nemid(session.nemid)?.filter(|nemid| goes_on(nemid, session.public, now));
    let Some(nemid) = found else { return Ok(None) };
    let Some(citizen) = tx.citizen(nemid.holder)? else { return Ok(None) };
    Ok(Some(Principal {
        nemid: nemid.number,
        cpr: nemid.holder,
        name: providers::known_as(&nemid, session.public, &citizen.name, now).clone(),
        role: tx.grant(nemid.number)?.map(|grant| grant.role),
        limited: session.limited,
        session: session.token,
        ends_soon: None,
        ends: End { at: session.seen, by: RunOut::Idle },
    }))
}

/// Logs off: ends the session and writes so to the event log.
pub async fn log_off(
    app: &App,
    audience: &Audience,
    token: &Token,
    origin: &Origin,
) -> Result<(), StoreError> {
    let (hash, code, purpose) = (app.token_hash(token), audience.code(), audience.log_on());
    app.act(origin, Actor::Citizen, move |act| {
        let Some(session) = act.tx.session(&hash, &code)? else { return Ok(()) };
        act.tx.end_session(&hash)?;
        if let Some(nemid) = act.tx.nemid(session.nemid)? {
            act.record(&nemid, &[Event::LoggedOff { purpose: purpose.clone() }])?;
        }
        Ok(())
    })
    .await
}
