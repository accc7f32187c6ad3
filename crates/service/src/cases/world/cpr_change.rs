//! A new CPR number: the register gives it, and the next night's round takes it over (D28).

use thiserror::Error;

use crate::cases::app::{Act, App, CaseError, Origin, refused};
use crate::store::StoreError;
use crate::store::cpr_numbers::NewCprNumber;
use rules::Refusal;
use rules::actor::{Actor, Channel};
use rules::cpr_change::{CprChangeRefusal, may_be_given, take_over};
use rules::words::CprNumber;

/// More numbers of one day of birth than anybody in this world has.
const ENOUGH: usize = 1_000;

/// Why the register gives no new number.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum GiveRefusal {
    /// Nobody has the old number.
    #[error("nobody has this CPR number")]
    NotThere,
    /// The person is dead.
    #[error("dead already")]
    Dead,
    /// The new number can't be given.
    #[error(transparent)]
    Number(#[from] CprChangeRefusal),
}

impl Refusal for GiveRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "not-in-register",
            Self::Dead => "dead-already",
            Self::Number(refusal) => refusal.code(),
        }
    }
}

/// Gives a person another CPR number. NemID learns of it in the next night's round.
///
/// # Errors
/// [`GiveRefusal`].
pub async fn give(app: &App, cpr: CprNumber, number: CprNumber) -> Result<(), CaseError<GiveRefusal>> {
    app.act::<CaseError<GiveRefusal>, _>(&Origin::inside(Channel::Clock), Actor::Clock, move |act| {
        let citizen = act.tx.citizen(cpr)?.ok_or_else(|| refused(GiveRefusal::NotThere))?;
        if citizen.died.is_some() {
            return Err(refused(GiveRefusal::Dead));
        }
        let taken = act.tx.citizen(number)?.is_some() || act.tx.other_cpr_number(number)?.is_some();
        let waits = act.tx.new_cpr_number(cpr)?.is_some();
        may_be_given(number, taken, waits).map_err(refused::<GiveRefusal>)?;
        let registered = act.now();
        Ok(act.tx.note_new_cpr_number(&NewCprNumber { citizen: cpr, number, registered })?)
    })
    .await
}

/// A number that the register could give: the next one that tells the same day of birth and that nobody has, has had or
/// is about to get; `None` for a number that tells no day of birth.
pub async fn proposed(app: &App, cpr: CprNumber) -> Result<Option<CprNumber>, StoreError> {
    let Some(born) = cpr.birth_date() else { return Ok(None) };
    app.read(move |tx| {
        let mut number = cpr;
        for _ in 0..ENOUGH {
            number = CprNumber::synthetic(born, number.sequence() + 1);
            if tx.citizen(number)?.is_none() && tx.other_cpr_number(number)?.is_none() {
                return Ok(Some(number));
            }
        }
        Ok(None)
    })
    .await
}

/// Takes one new number over: the register, all NemIDs of the person, and what is kept under the old number. The consents
/// to private sites belonged to the old number and its PID, and end.
pub(crate) fn come_over(act: &Act<'_>, new: &NewCprNumber) -> Result<(), StoreError> {
    let citizen = act.tx.citizen(new.citizen)?;
    let citizen = citizen.ok_or(StoreError::RowsMet { table: "citizens", met: 0 })?;
    act.tx.enter_under(&citizen, new.number)?;
    for nemid in act.tx.nemids_of(new.citizen)? {
        if let Some(pid) = nemid.pid {
            act.tx.withdraw_cpr_consents_of(pid)?;
        }
        act.record(&nemid, &take_over(&nemid, new.number, &act.stamp))?;
    }
    act.tx.hand_on_devices(new.citizen, new.number)?;
    act.tx.leave_cpr_number(new, act.now())
}
