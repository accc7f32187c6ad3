//! Staff: a role is a grant on an employee NemID (D20).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::actor::{Actor, PlaceName};
use crate::nemid::{Issuer, NemId, Purpose};
use crate::temporary::TemporaryAction;
use crate::words::NemIdNumber;
use crate::{Refusal, temporary};

/// What an employee may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "role", rename_all = "snake_case")]
pub enum Role {
    /// Serves citizens at an office's counter.
    #[doc(alias = "RA-medarbejder")]
    Officer {
        /// Stable name of the office.
        office: PlaceName,
    },
    /// Serves citizens and trains the other staff of the office.
    #[doc(alias = "superbruger")]
    SuperUser {
        /// Stable name of the office.
        office: PlaceName,
    },
    /// Creates officers, sees stock and journal.
    #[doc(alias = "RA-administrator")]
    Administrator,
    /// Serves at a bank's own counter.
    BankClerk {
        /// Stable name of the bank.
        bank: PlaceName,
    },
    /// Runs the whole service.
    Operator,
}

/// The kinds of desks at which staff work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskKind {
    /// An office's counter; the administrator's desk belongs to all of them.
    Office,
    /// A bank's own counter.
    Bank,
    /// The operator's desk.
    Operator,
}

impl DeskKind {
    /// The stable word in the tables.
    pub fn code(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Bank => "bank",
            Self::Operator => "operator",
        }
    }

    /// The kind of a stable word.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Office, Self::Bank, Self::Operator].into_iter().find(|kind| kind.code() == code)
    }
}

impl Role {
    /// The stable word in tables, texts and JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Officer { .. } => "officer",
            Self::SuperUser { .. } => "super_user",
            Self::Administrator => "administrator",
            Self::BankClerk { .. } => "bank_clerk",
            Self::Operator => "operator",
        }
    }

    /// What a log-on is for that opens the employee's own desk.
    pub fn log_on(&self) -> Purpose {
        match self {
            Self::Officer { .. } | Self::SuperUser { .. } | Self::Administrator => Purpose::RaLogOn,
            Self::BankClerk { bank } => Purpose::BankCounterLogOn { bank: bank.clone() },
            Self::Operator => Purpose::OperatorLogOn,
        }
    }

    /// The office or bank it is tied to.
    pub fn place(&self) -> Option<&PlaceName> {
        match self {
            Self::Officer { office } | Self::SuperUser { office } => Some(office),
            Self::BankClerk { bank } => Some(bank),
            Self::Administrator | Self::Operator => None,
        }
    }

    /// The office at whose counter an employee with this role works.
    pub fn counter(&self) -> Option<&PlaceName> {
        match self {
            Self::Officer { office } | Self::SuperUser { office } => Some(office),
            _ => None,
        }
    }

    /// The bank at whose counter an employee with this role works.
    pub fn bank(&self) -> Option<&PlaceName> {
        match self {
            Self::BankClerk { bank } => Some(bank),
            _ => None,
        }
    }

    /// The kind of desk at which an employee with this role works.
    pub fn desk(&self) -> DeskKind {
        match self {
            Self::Officer { .. } | Self::SuperUser { .. } | Self::Administrator => DeskKind::Office,
            Self::BankClerk { .. } => DeskKind::Bank,
            Self::Operator => DeskKind::Operator,
        }
    }

    /// Whether it gives access to the RA portal.
    pub fn opens_ra(&self) -> bool {
        matches!(self, Self::Officer { .. } | Self::SuperUser { .. } | Self::Administrator)
    }

    /// The actor of what an employee with this role does.
    pub fn actor(&self, staff: NemIdNumber) -> Actor {
        match self {
            Self::Officer { office } | Self::SuperUser { office } => {
                Actor::Officer { staff, office: office.clone() }
            }
            Self::Administrator => Actor::Administrator { staff },
            Self::BankClerk { bank } => Actor::Bank { bank: bank.clone(), staff: Some(staff) },
            Self::Operator => Actor::Operator { staff: Some(staff) },
        }
    }
}

/// Whether an employee with this role, or a person without one, gets access by a log-on for this purpose (D20).
pub fn opens(role: Option<&Role>, purpose: &Purpose) -> bool {
    match (purpose, role) {
        (Purpose::RaLogOn, role) => role.is_some_and(Role::opens_ra),
        (Purpose::OperatorLogOn, role) => role == Some(&Role::Operator),
        (Purpose::BankCounterLogOn { bank }, Some(Role::BankClerk { bank: own })) => bank == own,
        (Purpose::BankCounterLogOn { .. }, _) => false,
        _ => true,
    }
}

/// The look-ups that an employee sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookUpsSeen {
    /// Those at desks of this kind.
    Only(DeskKind),
    /// Those at every desk.
    AllDesks,
}

/// The look-ups that an employee with this role sees (D24): the administrator those at the offices' counters, the
/// operator all; nobody else, since whoever looks people up does not oversee themselves.
pub fn look_ups_seen(role: &Role) -> Option<LookUpsSeen> {
    match role {
        Role::Administrator => Some(LookUpsSeen::Only(DeskKind::Office)),
        Role::Operator => Some(LookUpsSeen::AllDesks),
        Role::Officer { .. } | Role::SuperUser { .. } | Role::BankClerk { .. } => None,
    }
}

/// Whether a NemID is an employee's.
pub fn is_employees(nemid: &NemId) -> bool {
    matches!(nemid.issuer, Issuer::Employer(_))
}

/// Why an administrator can't change an employee's NemID.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum StaffRefusal {
    /// The NemID is not an employee's.
    #[error("not an employee NemID")]
    NotEmployee,
    /// The NemID is the administrator's own. The last administrator is re-opened by a command on the machine.
    #[error("not oneself")]
    NotOneself,
    /// The NemID is blocked or closed.
    #[error("ended")]
    Ended,
    /// The person has an employee NemID already.
    #[error("has an employee NemID")]
    Already,
}

impl Refusal for StaffRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotEmployee => "not-employee",
            Self::NotOneself => "not-oneself",
            Self::Ended => "nemid-ended",
            Self::Already => "staff-already",
        }
    }
}

/// Checks that a person can get an employee NemID. One that is open is enough for any role.
///
/// # Errors
/// [`StaffRefusal::Already`] when they have an open one.
pub fn may_be_employed(theirs: &[NemId]) -> Result<(), StaffRefusal> {
    let employed = theirs.iter().any(|one| is_employees(one) && one.state.is_open());
    if employed { Err(StaffRefusal::Already) } else { Ok(()) }
}

/// Checks that an administrator may change a NemID: it is an employee's, open, and not their own.
///
/// # Errors
/// [`StaffRefusal::NotOneself`], [`StaffRefusal::NotEmployee`] or [`StaffRefusal::Ended`], in this order.
pub fn may_be_changed(nemid: &NemId, administrator: NemIdNumber) -> Result<(), StaffRefusal> {
    if nemid.number == administrator {
        return Err(StaffRefusal::NotOneself);
    }
    if !is_employees(nemid) {
        return Err(StaffRefusal::NotEmployee);
    }
    if nemid.state.is_open() { Ok(()) } else { Err(StaffRefusal::Ended) }
}

/// The actions with which an administrator can re-open an employee: those that the counter is offered for a citizen in
/// the same state (D20, DOMAIN 3). For an employee who forgot a password in use there is *Nulstil*, which blocks it.
///
/// # Errors
/// [`StaffRefusal::NotEmployee`]; [`StaffRefusal::Ended`] when the NemID is blocked or closed.
pub fn offered(nemid: &NemId, now: Timestamp) -> Result<Vec<TemporaryAction>, StaffRefusal> {
    if !is_employees(nemid) {
        return Err(StaffRefusal::NotEmployee);
    }
    temporary::offered(nemid, now).map_err(|_| StaffRefusal::Ended)
}

#[cfg(test)]
mod tests;
