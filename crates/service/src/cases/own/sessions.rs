//! One's own sessions, wherever they are: listed, and ended one by one or all but the one that asks (D11). An
//! employee's are of the same kind.

use jiff::Timestamp;
use rules::actor::Actor;
use rules::nemid::{Event, NemId};

use crate::cases::access::audience::Audience;
use crate::cases::app::{Act, App, RealTime};
use crate::cases::own::Own;
use crate::store::sessions::Session;
use crate::store::{StoreError, Tx};

/// One of a person's own sessions.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// By which a form names it.
    pub mark: String,
    pub audience: Audience,
    /// When it began, by the real clock.
    pub started: Timestamp,
    /// When it was last used, by the real clock, to half a minute.
    pub seen: Timestamp,
    /// The address that it was opened from.
    pub address: Option<String>,
    /// The user agent that it was opened with.
    pub device: Option<String>,
    /// Whether it was opened by password alone (Rules 3.5.4).
    pub limited: bool,
    /// Whether it is the session that asks.
    pub asking: bool,
}

/// The sessions of a NemID that last, the newest first.
pub async fn all(app: &App, own: &Own) -> Result<Vec<OpenSession>, StoreError> {
    let (app_of, own, real) = (app.clone(), own.clone(), app.real_time());
    app.read(move |tx| {
        let listed = |one: Session| {
            Some(OpenSession {
                mark: app_of.session_mark(&one.token),
                audience: Audience::from_code(&one.audience)?,
                started: one.started,
                seen: one.seen,
                asking: own.origin.session == Some(one.token),
                address: one.address,
                device: one.device,
                limited: one.limited,
            })
        };
        Ok(lasting(tx, own.nemid, real)?.into_iter().filter_map(listed).collect())
    })
    .await
}

/// Ends the session with this mark. One that has ended already, and the one that asks, are left as they are.
pub async fn end(app: &App, own: Own, mark: String) -> Result<(), StoreError> {
    end_those(app, own, move |app, one| app.session_mark(&one.token) == mark).await
}

/// Ends all sessions but the one that asks, and every log-on in progress.
pub async fn end_others(app: &App, own: Own) -> Result<(), StoreError> {
    let origin = own.origin.clone();
    app.act(&origin, Actor::Citizen, move |act| others_end(act, &act.nemid(own.nemid)?)).await
}

/// The same in a transaction that does more.
pub(super) fn others_end(act: &Act<'_>, nemid: &NemId) -> Result<(), StoreError> {
    act.tx.end_progress_of(nemid.number)?;
    end_in(act, nemid, |_| true)
}

async fn end_those(
    app: &App,
    own: Own,
    meant: impl Fn(&App, &Session) -> bool + Send + 'static,
) -> Result<(), StoreError> {
    let origin = own.origin.clone();
    app.act(&origin, Actor::Citizen, move |act| {
        end_in(act, &act.nemid(own.nemid)?, |one| meant(act.app, one))
    })
    .await
}

/// Ends some of the sessions besides the one that asks; each is a log-off in the event log.
fn end_in(act: &Act<'_>, nemid: &NemId, meant: impl Fn(&Session) -> bool) -> Result<(), StoreError> {
    let mut events = Vec::new();
    for one in lasting(act.tx, nemid.number, act.real_time())? {
        if act.session() == Some(&one.token) || !meant(&one) {
            continue;
        }
        act.tx.end_session(&one.token)?;
        let audience = Audience::from_code(&one.audience);
        events.extend(audience.map(|audience| Event::LoggedOff { purpose: audience.log_on() }));
    }
    act.record(nemid, &events).map(drop)
}

fn lasting(
    tx: &Tx<'_>,
    nemid: rules::words::NemIdNumber,
    real: RealTime,
) -> Result<Vec<Session>, StoreError> {
    let all = tx.sessions_of(nemid)?.into_iter();
    Ok(all.filter(|one| real.lifetimes.run_out(one.life(), real.now).is_none()).collect())
}
