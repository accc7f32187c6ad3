//! Whether a place may try a secret of an identity, and the counts of wrong ones from places that are not the holder's
//! own (D23). An identity is counted in the same way whether it is somebody's or nobody's.

use jiff::Timestamp;
use rules::guesses::{self, Counted, GuessRefusal, Tallies, Tally};
use rules::limits::Reached;
use rules::nemid::lockout::AfterWrong;
use rules::words::{NemIdNumber, TypedUserId};

use crate::cases::app::{Act, Origin, Parts};
use crate::store::{StoreError, Tx};

/// Whose secret is tried.
#[derive(Clone, Debug)]
pub(crate) enum Identity {
    /// The password of a NemID.
    NemId(NemIdNumber),
    /// The password of a user id that nobody has.
    Nobody(TypedUserId),
    /// The temporary password of a NemID-nummer, whether anybody has it or not.
    Temporary(NemIdNumber),
}

impl Identity {
    /// The keyed fingerprint under which it is counted.
    pub fn fingerprint(&self, parts: &Parts) -> [u8; 32] {
        match self {
            Self::NemId(number) => parts.tokens.fingerprint("identity", number.as_str()),
            Self::Nobody(typed) => parts.tokens.fingerprint("identity", &typed.folded()),
            Self::Temporary(number) => parts.tokens.fingerprint("temporary-identity", number.as_str()),
        }
    }

    /// The NemID or what is taken for one.
    fn name(&self) -> String {
        match self {
            Self::NemId(number) | Self::Temporary(number) => number.to_string(),
            Self::Nobody(typed) => typed.folded(),
        }
    }
}

/// Somebody who tries a secret of one identity at one place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guesser {
    /// Whether the place is one of the holder's own; then it is judged as D2 says, and nothing here counts.
    pub own: bool,
    /// The fingerprint of the identity.
    pub identity: [u8; 32],
    identity_at_place: [u8; 32],
    place: [u8; 32],
}

impl Guesser {
    /// The guesser of an identity at the place of a request.
    pub fn of(tx: &Tx<'_>, parts: &Parts, identity: &Identity, origin: &Origin) -> Result<Self, StoreError> {
        let place = origin.household().map(|household| household.to_string()).unwrap_or_default();
        let at_place = format!("{place} {}", identity.name());
        let recorded = tx.is_own_place(&own_place(parts, &identity.name(), &place))?;
        let kind = if matches!(identity, Identity::Temporary(_)) { "temporary-guess" } else { "guess" };
        Ok(Self {
            // A proxy's address is nobody's own, even where a holder once came through it.
            own: (recorded && !origin.relayed) || is_everybodys_own(parts, origin),
            identity: identity.fingerprint(parts),
            identity_at_place: parts.tokens.fingerprint(kind, &at_place),
            place: parts.tokens.fingerprint("guesses-from", &place),
        })
    }

    /// What bars the guesser, if anything does; it is asked before anything is hashed. Nothing bars an own place.
    pub fn barred(&self, tx: &Tx<'_>, parts: &Parts) -> Result<Option<GuessRefusal>, StoreError> {
        if self.own {
            return Ok(None);
        }
        let tallies = Tallies {
            identity_at_place: tx.tally(Counted::IdentityAtPlace, &self.identity_at_place)?,
            identity: tx.tally(Counted::Identity, &self.identity)?,
            place: tx.tally(Counted::Place, &self.place)?,
        };
        Ok(guesses::may_try(&tallies, &parts.settings.limits, parts.now(), parts.real_now()).err())
    }

    /// Counts a wrong guess and says what it leads to. It is called after [`Self::barred`] in the same transaction.
    pub fn wrong(&self, act: &Act<'_>) -> Result<AfterWrong, StoreError> {
        let here = self.count(act, Counted::IdentityAtPlace)?;
        let everywhere = self.count(act, Counted::Identity)?;
        self.count(act, Counted::Place)?;
        let limits = &act.app.settings.limits;
        Ok(match everywhere.bars(Counted::Identity, limits, act.now()) {
            Some(until) => AfterWrong::Locked { until },
            None => here.after_wrong(limits, act.now()),
        })
    }

    /// Forgets the wrong guesses at this identity from this place: a right one has followed.
    pub fn right(&self, act: &Act<'_>) -> Result<(), StoreError> {
        act.tx.end_tally(Counted::IdentityAtPlace, &self.identity_at_place)
    }

    fn count(&self, act: &Act<'_>, counted: Counted) -> Result<Tally, StoreError> {
        let (subject, reached, now) = match counted {
            Counted::IdentityAtPlace => (&self.identity_at_place, Reached::GuessesAtPlace, act.now()),
            Counted::Identity => (&self.identity, Reached::GuessesForPerson, act.now()),
            Counted::Place => (&self.place, Reached::GuessesFromPlace, act.real_now),
        };
        let limits = &act.app.settings.limits;
        let tally = Tally::wrong_again(act.tx.tally(counted, subject)?, counted, limits, now);
        act.tx.save_tally(counted, subject, tally)?;
        if tally.bars(counted, limits, now).is_some() {
            act.reached(reached)?;
        }
        Ok(tally)
    }
}

/// How often a NemID's password was wrong at places that are not its holder's own, as far as it still counts.
pub(crate) fn wrong_lately(
    tx: &Tx<'_>,
    parts: &Parts,
    number: NemIdNumber,
    now: Timestamp,
) -> Result<u32, StoreError> {
    let tally = tx.tally(Counted::Identity, &Identity::NemId(number).fingerprint(parts))?;
    Ok(tally.filter(|tally| tally.lapses > now).map_or(0, |tally| tally.wrong))
}

/// Notes that the place of a request is one of a holder's own: a key was right there.
pub(crate) fn proved(act: &Act<'_>, nemid: NemIdNumber) -> Result<(), StoreError> {
    let Some(household) = act.household() else { return Ok(()) };
    let place = own_place(act.app, &nemid.to_string(), &household.to_string());
    act.tx.save_own_place(nemid, &place, act.now())
}

/// Whether a request comes from where everybody is at home: the program itself, or a network that the operator named.
pub(crate) fn is_everybodys_own(parts: &Parts, origin: &Origin) -> bool {
    match origin.address {
        None => true,
        Some(address) => !origin.relayed && parts.settings.own_networks.hold(address),
    }
}

fn own_place(parts: &Parts, name: &str, place: &str) -> [u8; 32] {
    parts.tokens.fingerprint("own-place", &format!("{place} {name}"))
}
