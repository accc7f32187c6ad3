//! Desks: the employee who serves, and what they see there.

use jiff::Timestamp;

use crate::cases::app::Origin;
use crate::store::{StoreError, Tx};
use rules::actor::{Actor, PlaceName, Stamp};
use rules::nemid::NemId;
use rules::staff::Role;
use rules::words::{CprNumber, NemIdNumber};
use rules::{counter, customers, staff};

/// The desk and its employee.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Their employee NemID.
    pub staff: NemIdNumber,
    /// Their own CPR number, which they never serve (D20).
    pub cpr: CprNumber,
    pub name: String,
    pub role: Role,
    /// The request, with its session.
    pub origin: Origin,
}

impl Desk {
    /// The office whose stock and journal it uses; none except at an office's counter.
    pub fn office(&self) -> Option<&PlaceName> {
        self.role.counter()
    }

    /// The bank whose counter it is; none anywhere else.
    pub fn bank(&self) -> Option<&PlaceName> {
        self.role.bank()
    }

    pub fn actor(&self) -> Actor {
        self.role.actor(self.staff)
    }

    /// Checks in the transaction that the employee still has the role with which they came to the desk (D20).
    ///
    /// # Errors
    /// [`StoreError::SessionOver`] when it was withdrawn or changed since the page looked it up.
    pub(in crate::cases) fn is_still_held(&self, tx: &Tx<'_>) -> Result<(), StoreError> {
        let role = tx.grant(self.staff)?.map(|grant| grant.role);
        if role.as_ref() == Some(&self.role) { Ok(()) } else { Err(StoreError::SessionOver) }
    }

    /// The stamp of an action at this desk now.
    pub fn stamp(&self, at: Timestamp) -> Stamp {
        self.origin.stamp(at, self.actor())
    }

    /// The NemIDs of a person that the desk sees: a counter those it finds (Guide 3.2.1), the administrator
    /// the employee's, a bank its customers', the operator all.
    pub(super) fn sees(&self, theirs: Vec<NemId>) -> Vec<NemId> {
        match &self.role {
            Role::Officer { .. } | Role::SuperUser { .. } => counter::found(theirs),
            Role::Administrator => theirs.into_iter().filter(staff::is_employees).collect(),
            Role::BankClerk { bank } => customers::seen(theirs, bank),
            Role::Operator => theirs,
        }
    }
}
