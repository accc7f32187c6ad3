//! The unit of work: one transaction by one actor at one instant. Every change goes through it.

use jiff::Timestamp;
use rules::actor::{Actor, Stamp};
use rules::certificates::CertificateDraft;
use rules::limits::Household;
use rules::nemid::NemId;
use rules::words::NemIdNumber;
use rules::words::Pid;

use super::security::SecurityEvent;
use super::{App, CaseError, Origin, RealTime};
use crate::outside::clock::Distance;
use crate::outside::keys::tokens::Token;
use crate::store::settings::StoredClock;
use crate::store::{StoreError, Tx};

/// How often a stale attempt is repeated before the visitor is asked to try again.
const AGAIN: usize = 3;

/// One transaction by one actor at one instant.
pub struct Act<'a> {
    pub(crate) app: &'a App,
    pub(crate) tx: &'a Tx<'a>,
    /// Instant, actor, channel and origin, which every event of this transaction carries.
    pub(crate) stamp: Stamp,
    /// The instant of the machine's own clock (D11).
    pub(crate) real_now: Timestamp,
    session: Option<[u8; 32]>,
    /// Whether a visitor's request asked for it.
    requested: bool,
    household: Option<Household>,
}

/// The outcome of a transaction that may be refused and still records something, as when a wrong password is
/// counted.
#[derive(Debug)]
pub enum Attempt<T, R> {
    /// Done, and committed.
    Done(T),
    /// Refused, and what was recorded is committed.
    Refused(R),
    /// What was prepared before the transaction no longer fits; nothing was written.
    Stale,
}

impl<T, R: std::error::Error> Attempt<T, R> {
    /// Returns what was done, for attempts that can't be stale.
    ///
    /// # Errors
    /// The refusal, or [`CaseError::Busy`] if the attempt is stale nevertheless.
    pub(crate) fn settled(self) -> Result<T, CaseError<R>> {
        match self {
            Self::Done(done) => Ok(done),
            Self::Refused(refusal) => Err(CaseError::Refused(refusal)),
            Self::Stale => Err(CaseError::Busy),
        }
    }
}

impl App {
    /// Runs `decide` in one write transaction. Its `Ok` is committed; an `Err` rolls everything back.
    ///
    /// `decide` may be run more than once, so it must be repeatable: hashes and random values are handed in.
    pub(crate) async fn act<E, T>(
        &self,
        origin: &Origin,
        actor: Actor,
        decide: impl Fn(&Act<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.act_then(origin, actor, decide, |_| ()).await
    }

    /// Works like [`Self::act`]. After the commit, and before anything else in this process can write, runs
    /// `after` with the result.
    pub(crate) async fn act_then<E, T>(
        &self,
        origin: &Origin,
        actor: Actor,
        decide: impl Fn(&Act<'_>) -> Result<T, E> + Send + 'static,
        after: impl FnOnce(&T) + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (app, origin) = (self.clone(), origin.clone());
        let change = move |tx: &Tx<'_>| {
            let done = decide(&Act::begin(&app, tx, &origin, actor.clone())?)?;
            app.tell_waiting_pages(tx)?;
            Ok(done)
        };
        self.store.write_then(change, after).await
    }

    /// Has the pages that wait for an answer look again once this is committed, wherever in it their question ended: it was
    /// answered, something was blocked, a session ended, or another question took its place.
    fn tell_waiting_pages(&self, tx: &Tx<'_>) -> Result<(), StoreError> {
        for (nemid, may_be_awaited) in tx.questions_over() {
            if may_be_awaited {
                tx.tell_others(&nemid.to_string())?;
            }
            let app = self.clone();
            tx.once_committed(move || app.tidings.tell(nemid));
        }
        Ok(())
    }
}

/// Makes an attempt and repeats it while it is stale, three times at most.
///
/// # Errors
/// The refusal, the error, or [`CaseError::Busy`] after the last stale attempt.
pub(crate) async fn until_fresh<T, R, F>(attempt: impl Fn() -> F) -> Result<T, CaseError<R>>
where
    R: std::error::Error,
    F: Future<Output = Result<Attempt<T, R>, CaseError<R>>>,
{
    for _ in 0..AGAIN {
        match attempt().await? {
            Attempt::Done(done) => return Ok(done),
            Attempt::Refused(refusal) => return Err(CaseError::Refused(refusal)),
            Attempt::Stale => {}
        }
    }
    Err(CaseError::Busy)
}

/// A stored clock as the running one follows it.
pub(crate) fn distance(stored: StoredClock) -> Distance {
    Distance { beginning: stored.beginning, offset: stored.offset }
}

impl<'a> Act<'a> {
    /// Begins at the instant at which the transaction gets the write lock. The clock's offset is read inside
    /// the transaction, so that a move of the clock by another process counts from its commit on.
    ///
    /// # Errors
    /// [`StoreError::SessionOver`] when the session that the request came with has ended since the page looked it
    /// up: nothing is done in the name of somebody who is no longer logged on.
    fn begin(app: &'a App, tx: &'a Tx<'a>, origin: &Origin, actor: Actor) -> Result<Self, StoreError> {
        if let Some(stored) = tx.clock()? {
            app.clock.follow(distance(stored));
        }
        let real_now = app.clock.real_now();
        if let Some(token) = &origin.session {
            let session = tx.session_of(token)?.ok_or(StoreError::SessionOver)?;
            if app.settings.lifetimes.run_out(session.life(), real_now).is_some() {
                return Err(StoreError::SessionOver);
            }
        }
        let stamp = origin.stamp(app.clock.now(), actor);
        let (requested, household) = (origin.address.is_some(), origin.household());
        Ok(Self { app, tx, stamp, real_now, session: origin.session, requested, household })
    }

    /// The same transaction with another actor, as when a visitor has proved to be the citizen.
    pub(crate) fn by(&self, actor: Actor) -> Act<'a> {
        self.stamped(self.stamp.by(actor))
    }

    /// The same transaction as a visitor's request from somewhere.
    pub(crate) fn as_asked_from(&self, origin: &Origin, actor: Actor) -> Act<'a> {
        let (requested, household) = (origin.address.is_some(), origin.household());
        Act { requested, household, ..self.stamped(origin.stamp(self.now(), actor)) }
    }

    /// The same transaction with another stamp: events brought about by time carry the instant at which they
    /// fell due.
    pub(crate) fn stamped(&self, stamp: Stamp) -> Act<'a> {
        let household = self.household.clone();
        let (session, requested) = (self.session, self.requested);
        Act { app: self.app, tx: self.tx, stamp, real_now: self.real_now, session, requested, household }
    }

    /// The simulated instant.
    pub(crate) fn now(&self) -> Timestamp {
        self.stamp.at
    }

    /// The instant of the machine's own clock, together with the limits.
    pub(crate) fn real_time(&self) -> RealTime {
        RealTime { now: self.real_now, lifetimes: self.app.settings.lifetimes }
    }

    /// Tells a security event once the transaction is committed. What no visitor did is not told, as when a new
    /// world is filled.
    pub(crate) fn tell(&self, event: SecurityEvent) {
        let address = self.stamp.address.as_deref().and_then(|address| address.parse().ok());
        let origin = Origin { address, ..Origin::inside(self.stamp.channel) };
        self.when_requested(move || event.tell(&origin));
    }

    /// Does something once the transaction is committed, if a visitor's request asked for it.
    pub(crate) fn when_requested(&self, then: impl FnOnce() + 'static) {
        if self.requested {
            self.tx.once_committed(then);
        }
    }

    /// Loads a NemID that must exist.
    ///
    /// # Errors
    /// [`StoreError::RowsMet`] when it does not exist.
    pub(crate) fn nemid(&self, number: NemIdNumber) -> Result<NemId, StoreError> {
        self.tx.nemid(number)?.ok_or(StoreError::RowsMet { table: "nemids", met: 0 })
    }

    /// Returns the first of some drawn NemID numbers that is free.
    ///
    /// # Errors
    /// [`StoreError::LostRace`] when all are taken: the visitor tries again.
    pub(crate) fn free_number(&self, drawn: &[NemIdNumber]) -> Result<NemIdNumber, StoreError> {
        for number in drawn {
            if self.tx.nemid(*number)?.is_none() {
                return Ok(*number);
            }
        }
        Err(self.tx.lost_race("new NemID"))
    }

    /// Spends a form's one-use token. Returns `false` when it was spent before.
    pub(crate) fn spend(&self, once: Option<&Token>) -> Result<bool, StoreError> {
        once.map_or(Ok(true), |once| self.tx.spend(&self.app.token_hash(once), self.real_now))
    }

    /// The hash of the session that made the request, if there is one.
    pub(crate) fn session(&self) -> Option<&[u8; 32]> {
        self.session.as_ref()
    }

    /// The household that made the request, if it came from an address.
    pub(crate) fn household(&self) -> Option<&Household> {
        self.household.as_ref()
    }

    /// The data of a certificate made now; `new_pid` is used for a holder who has no PID number yet.
    pub(crate) fn certificate_draft(
        &self,
        nemid: &NemId,
        new_pid: Pid,
    ) -> Result<CertificateDraft, StoreError> {
        self.app.certificate_draft(self.tx, nemid, new_pid)
    }
}
