//! The telephones of the world ring: calls of voice response to a person, and what is heard when one is taken (Rules 3.9,
//! D38).

use jiff::Timestamp;
use thiserror::Error;

use crate::cases::access::calls;
use crate::cases::app::{App, CaseError, Origin, RealTime, refused};
use crate::store::calls::Call;
use crate::store::{StoreError, Tx};
use rules::Refusal;
use rules::actor::{Actor, Channel};
pub use rules::carriers::voice::CallState;
use rules::nemid::{DeviceId, NemIdState};
use rules::words::{CprNumber, Key, Mobile, NemIdNumber};

/// Why a call is not taken.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CallRefusal {
    /// There is no such call.
    #[error("no such call")]
    NotThere,
    /// It does not ring any more.
    #[error("does not ring")]
    NotRinging,
}

impl Refusal for CallRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "call-not-there",
            Self::NotRinging => "call-not-ringing",
        }
    }
}

/// A call to a telephone of the world.
#[derive(Clone, Debug)]
pub struct Incoming {
    pub id: i64,
    /// Whose telephone rings, by the NemID that the key is for.
    pub nemid: NemIdNumber,
    pub telephone: Mobile,
    pub device: Option<DeviceId>,
    pub state: CallState,
    /// When it began, by the real clock.
    pub began: Timestamp,
}

/// A call that was taken: whose it was, and the key that is read out.
#[derive(Debug)]
pub struct Heard {
    pub holder: CprNumber,
    pub call: Incoming,
    pub key: Key,
}

fn state(tx: &Tx<'_>, call: &Call, real: RealTime) -> Result<CallState, StoreError> {
    let open = tx.nemid(call.nemid)?.is_some_and(|nemid| nemid.state == NemIdState::Open);
    let asked = call.newest && open && calls::is_asked(tx, call, real)?;
    Ok(call.state.at(real.now, call.began, asked))
}

fn incoming(call: &Call, state: CallState) -> Incoming {
    Incoming {
        id: call.id,
        nemid: call.nemid,
        telephone: call.telephone,
        device: call.device,
        state,
        began: call.began,
    }
}

/// The calls to a person's telephones of the last day, the newest first.
pub async fn of(app: &App, cpr: CprNumber) -> Result<Vec<Incoming>, StoreError> {
    let real = app.real_time();
    app.read(move |tx| {
        let calls = tx.calls_to(cpr)?;
        calls.iter().map(|call| Ok(incoming(call, state(tx, call, real)?))).collect()
    })
    .await
}

/// Takes a call: a key is drawn and read out. It is kept as a keyed hash, so that nobody hears it again.
///
/// # Errors
/// [`CallRefusal`] when the telephone does not ring, or rings no more.
pub async fn answer(app: &App, id: i64) -> Result<Heard, CaseError<CallRefusal>> {
    let key = Key::from_drawn(app.chance.number());
    app.act(&Origin::inside(Channel::World), Actor::Clock, move |act| {
        let call = act.tx.call(id)?.ok_or_else(|| refused(CallRefusal::NotThere))?;
        if state(act.tx, &call, act.real_time())? != CallState::Ringing {
            return Err(refused(CallRefusal::NotRinging));
        }
        act.tx.take_call(id, &calls::hash_of(act.app, &call, &key))?;
        let nemid = act.nemid(call.nemid)?;
        let call = incoming(&call, CallState::Answered);
        Ok(Heard { holder: nemid.holder, call, key: key.clone() })
    })
    .await
}
