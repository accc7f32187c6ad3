//! Who is logged on: a session is looked up by its token, at its own audience, and lasts 15 idle minutes (D11).

use jiff::{SignedDuration, Timestamp};

use crate::cases::app::{App, Origin};
use crate::outside::keys::tokens::Token;
use crate::store::sessions::Session;
use crate::store::{StoreError, Tx};
use rules::actor::{Actor, Channel, PlaceName};
use rules::nemid::{Event, Purpose};
use rules::providers;
use rules::sessions::{IDLE, LOG_ON, goes_on};
use rules::staff::Role;
use rules::words::{CprNumber, NemIdNumber, PersonName};

/// A session's `seen` is written at most this often, so that reading pages does not write.
const TOUCH: SignedDuration = SignedDuration::from_secs(30);

/// A part of the site with sessions of its own: one may be citizen and officer in one browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The citizen's own pages.
    Selvbetjening,
    /// The counter's pages.
    Ra,
    /// The operator's pages.
    Operator,
    /// One bank's counter.
    BankCounter(PlaceName),
    /// One provider's site.
    Site(PlaceName),
}

impl Audience {
    /// The stable word for it, as stored and as its cookie is named.
    pub fn code(&self) -> String {
        match self {
            Self::Selvbetjening => "selvbetjening".into(),
            Self::Ra => "ra".into(),
            Self::Operator => "operatoer".into(),
            Self::BankCounter(bank) => format!("bank-{bank}"),
            Self::Site(site) => format!("site-{site}"),
        }
    }

    /// What a log-on to it is for.
    pub fn log_on(&self) -> Purpose {
        match self {
            Self::Selvbetjening => Purpose::LogOn,
            Self::Ra => Purpose::RaLogOn,
            Self::Operator => Purpose::OperatorLogOn,
            Self::BankCounter(bank) => Purpose::BankCounterLogOn { bank: bank.clone() },
            Self::Site(site) => Purpose::SiteLogOn { site: site.clone() },
        }
    }

    /// The audience that a log-on is for; `None` for whatever else a password or a key is typed for.
    pub fn of(purpose: &Purpose) -> Option<Self> {
        Some(match purpose {
            Purpose::LogOn => Self::Selvbetjening,
            Purpose::RaLogOn => Self::Ra,
            Purpose::OperatorLogOn => Self::Operator,
            Purpose::BankCounterLogOn { bank } => Self::BankCounter(bank.clone()),
            Purpose::SiteLogOn { site } => Self::Site(site.clone()),
            _ => return None,
        })
    }

    /// The channel of what is done there.
    pub fn channel(&self) -> Channel {
        match self {
            Self::Selvbetjening => Channel::Selvbetjening,
            Self::Ra => Channel::RaPortal,
            Self::Operator => Channel::Operator,
            Self::BankCounter(_) => Channel::Bank,
            Self::Site(_) => Channel::Site,
        }
    }
}

/// Somebody who is logged on.
#[derive(Clone, Debug)]
pub struct Principal {
    /// The NemID.
    pub nemid: NemIdNumber,
    /// Whose it is.
    pub cpr: CprNumber,
    /// The holder's name: in CPR, or where the session stands on a certificate as the certificate says it (Rules 4.2).
    pub name: PersonName,
    /// What the holder may do as staff, if anything.
    pub role: Option<Role>,
    /// Whether the session was opened by password alone (Rules 3.5.4).
    pub limited: bool,
    /// The session, by its token's hash.
    pub session: [u8; 32],
}

/// Who a token belongs to at an audience, while the session lasts.
///
/// # Errors
/// When the database can't be read.
pub async fn who(
    app: &std::sync::Arc<App>,
    audience: &Audience,
    token: &Token,
) -> Result<Option<Principal>, StoreError> {
    let (hash, code, now) = (app.token_hash(token), audience.code(), app.clock.real_now());
    let today = app.now();
    let found = app
        .store
        .read::<_, StoreError, _>(move |tx| {
            let session = tx.session(&hash, &code)?.filter(|one| now.duration_since(one.seen) <= IDLE);
            session
                .map_or(Ok(None), |session| Ok(holder(tx, &session, today)?.map(|who| (who, session.seen))))
        })
        .await?;
    let Some((who, seen)) = found else { return Ok(None) };
    if now.duration_since(seen) > TOUCH {
        match app.store.write::<_, StoreError, _>(move |tx| tx.touch_session(&hash, now)).await {
            // Who only reads can go on reading.
            Ok(()) | Err(StoreError::DiskFull) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Some(who))
}

/// Whether a session at an audience lasts and began so lately that its log-on could still be in progress (D11): who
/// goes back from it, or sends the log-on twice, is logged on.
///
/// # Errors
/// When the database can't be read.
pub async fn has_just_begun(
    app: &std::sync::Arc<App>,
    audience: &Audience,
    token: &Token,
) -> Result<bool, StoreError> {
    let (hash, code, now) = (app.token_hash(token), audience.code(), app.clock.real_now());
    let session = app.store.read::<_, StoreError, _>(move |tx| tx.session(&hash, &code)).await?;
    Ok(session.is_some_and(|session| now.duration_since(session.started) <= LOG_ON))
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
    }))
}

/// Logs off: the session ends and the log says so.
///
/// # Errors
/// When it can't be written.
pub async fn log_off(
    app: &std::sync::Arc<App>,
    audience: &Audience,
    token: &Token,
    origin: &Origin,
) -> Result<(), StoreError> {
    let (hash, code, purpose) = (app.token_hash(token), audience.code(), audience.log_on());
    let (inner, origin) = (app.clone(), origin.clone());
    app.store
        .write(move |tx| {
            let Some(session) = tx.session(&hash, &code)? else { return Ok(()) };
            tx.end_session(&hash)?;
            if let Some(nemid) = tx.nemid(session.nemid)? {
                let stamp = origin.stamp(inner.now(), Actor::Citizen);
                inner.record(tx, &nemid, &[Event::LoggedOff { purpose }], (&stamp, &origin))?;
            }
            Ok(())
        })
        .await
}
