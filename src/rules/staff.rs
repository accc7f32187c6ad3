//! Staff: a role is a grant on an employee NemID (D20).

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Refusal;
use super::actor::{Actor, PlaceName};
use super::nemid::{Issuer, NemId, Password, Use};
use super::words::NemIdNumber;

/// What an employee may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "role", rename_all = "snake_case")]
pub enum Role {
    /// Serves citizens at an office's counter.
    #[doc(alias = "RA-medarbejder")]
    Officer {
        /// Where.
        office: PlaceName,
    },
    /// Serves citizens and trains the others of the office.
    #[doc(alias = "superbruger")]
    SuperUser {
        /// Where.
        office: PlaceName,
    },
    /// Creates officers, sees stock and journal.
    #[doc(alias = "RA-administrator")]
    Administrator,
    /// Serves at a bank's own counter.
    BankClerk {
        /// Which bank.
        bank: PlaceName,
    },
    /// Runs the whole service.
    Operator,
}

/// The kinds of desks at which staff serve.
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
    /// The stable word for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Bank => "bank",
            Self::Operator => "operator",
        }
    }

    /// Back from the stable word.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Office, Self::Bank, Self::Operator].into_iter().find(|kind| kind.code() == code)
    }
}

impl Role {
    /// The stable word for it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Officer { .. } => "officer",
            Self::SuperUser { .. } => "super_user",
            Self::Administrator => "administrator",
            Self::BankClerk { .. } => "bank_clerk",
            Self::Operator => "operator",
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

    /// The office whose counter it serves at.
    pub fn counter(&self) -> Option<&PlaceName> {
        match self {
            Self::Officer { office } | Self::SuperUser { office } => Some(office),
            _ => None,
        }
    }

    /// The bank whose counter it serves at.
    pub fn bank(&self) -> Option<&PlaceName> {
        match self {
            Self::BankClerk { bank } => Some(bank),
            _ => None,
        }
    }

    /// At which kind of desk it serves.
    pub fn desk(&self) -> DeskKind {
        match self {
            Self::Officer { .. } | Self::SuperUser { .. } | Self::Administrator => DeskKind::Office,
            Self::BankClerk { .. } => DeskKind::Bank,
            Self::Operator => DeskKind::Operator,
        }
    }

    /// Whether it opens the RA portal.
    pub fn opens_ra(&self) -> bool {
        matches!(self, Self::Officer { .. } | Self::SuperUser { .. } | Self::Administrator)
    }

    /// Who acts, when an employee with this role does something.
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

/// Whether a log-on for this leads anywhere for somebody with that role, or with none (D20).
pub fn opens(role: Option<&Role>, r#use: &Use) -> bool {
    match (r#use, role) {
        (Use::RaLogOn, role) => role.is_some_and(Role::opens_ra),
        (Use::OperatorLogOn, role) => role == Some(&Role::Operator),
        (Use::BankCounterLogOn { bank }, Some(Role::BankClerk { bank: own })) => bank == own,
        (Use::BankCounterLogOn { .. }, _) => false,
        _ => true,
    }
}

/// Whether a NemID is an employee's.
pub fn is_employees(nemid: &NemId) -> bool {
    matches!(nemid.issuer, Issuer::Employer(_))
}

/// Why an administrator can't do something about an employee.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum StaffRefusal {
    /// The NemID is not an employee's.
    #[error("not an employee NemID")]
    NotEmployee,
    /// There is nothing to re-open.
    #[error("nothing to re-open")]
    NothingToReopen,
    /// The last administrator is re-opened by a command on the machine, not on a page.
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
            Self::NothingToReopen => "nothing-to-reopen",
            Self::NotOneself => "not-oneself",
            Self::Ended => "nemid-ended",
            Self::Already => "staff-already",
        }
    }
}

/// Whether a person can get an employee NemID: one that works is enough for any role.
///
/// # Errors
/// [`StaffRefusal::Already`].
pub fn may_be_employed(theirs: &[NemId]) -> Result<(), StaffRefusal> {
    let employed = theirs.iter().any(|one| is_employees(one) && one.standing.is_open());
    if employed { Err(StaffRefusal::Already) } else { Ok(()) }
}

/// Whether an administrator, who is not its holder, changes anything about an employee NemID.
///
/// # Errors
/// Why not.
pub fn may_be_changed(nemid: &NemId, administrator: NemIdNumber) -> Result<(), StaffRefusal> {
    if nemid.number == administrator {
        return Err(StaffRefusal::NotOneself);
    }
    if !is_employees(nemid) {
        return Err(StaffRefusal::NotEmployee);
    }
    if nemid.standing.is_open() { Ok(()) } else { Err(StaffRefusal::Ended) }
}

/// Whether an employee NemID can be given a new temporary password by an administrator or the command: it was
/// never activated, or its password is blocked or locked (D20).
///
/// # Errors
/// Why not.
pub fn may_reopen(
    nemid: &NemId,
    now: jiff::Timestamp,
) -> Result<super::temporary::TemporaryAction, StaffRefusal> {
    use super::temporary::TemporaryAction;
    if !is_employees(nemid) {
        return Err(StaffRefusal::NotEmployee);
    }
    if !nemid.standing.is_open() {
        return Err(StaffRefusal::Ended);
    }
    match &nemid.password {
        Password::NotChosen => Ok(TemporaryAction::Resend),
        Password::Blocked { .. } => Ok(TemporaryAction::Reset),
        Password::InUse { .. } if nemid.lockout.running(now).is_some() => Ok(TemporaryAction::Reset),
        Password::InUse { .. } => Err(StaffRefusal::NothingToReopen),
    }
}

/// Why the command on the machine re-opens no administrator.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum LastAdministratorRefusal {
    /// Nobody is one.
    #[error("nobody is administrator")]
    NoAdministrator,
    /// One can still log on, and re-opens the others in the portal.
    #[error(
        "the administrator with NemID-nummer {0} can log on, and re-opens the others at /ra/medarbejdere"
    )]
    CanLogOn(NemIdNumber),
    /// Every one of them has a NemID that was blocked or closed.
    #[error("every administrator's NemID is blocked or closed for good")]
    AllEnded,
    /// The rules for temporary passwords do not allow it.
    #[error("no temporary password can be issued: {0}")]
    Temporary(#[from] super::temporary::TemporaryRefusal),
}

/// Which administrator the command on the machine re-opens, and how: the first of them, provided that none can log
/// on (D20).
///
/// # Errors
/// Why none.
pub fn last_administrator(
    administrators: &[NemId],
    now: jiff::Timestamp,
) -> Result<(&NemId, super::temporary::TemporaryAction), LastAdministratorRefusal> {
    let mut closed = Vec::new();
    for nemid in administrators {
        match may_reopen(nemid, now) {
            Ok(action) => closed.push((nemid, action)),
            Err(StaffRefusal::NothingToReopen) => {
                return Err(LastAdministratorRefusal::CanLogOn(nemid.number));
            }
            Err(_) => {}
        }
    }
    match (administrators, closed.first()) {
        ([], _) => Err(LastAdministratorRefusal::NoAdministrator),
        (_, None) => Err(LastAdministratorRefusal::AllEnded),
        (_, Some(first)) => Ok(*first),
    }
}
