//! Which administrator a command on the machine re-opens when no administrator can log on, so that nobody could do it
//! in the portal (D20).

use jiff::Timestamp;
use thiserror::Error;

use crate::nemid::NemId;
use crate::staff::offered;
use crate::temporary::TemporaryAction;
use crate::words::NemIdNumber;
use crate::{passwords, temporary};

/// Why the command re-opens no administrator.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum LastAdministratorRefusal {
    /// Nobody has the role.
    #[error("nobody is administrator")]
    NoAdministrator,
    /// This administrator can still log on, and re-opens the others in the portal.
    #[error(
        "the administrator with NemID-nummer {0} can log on, and re-opens the others at /ra/medarbejdere"
    )]
    CanLogOn(NemIdNumber),
    /// The NemIDs of all administrators are blocked or closed.
    #[error("every administrator's NemID is blocked or closed for good")]
    AllEnded,
    /// The rules for temporary passwords do not allow it.
    #[error("no temporary password can be issued: {0}")]
    Temporary(#[from] temporary::TemporaryRefusal),
}

/// The administrator whom the command re-opens, and the action for it: the first one whose NemID is open, provided that
/// none can log on (D20). The action is the one that needs no remembered password.
///
/// # Errors
/// [`LastAdministratorRefusal::NoAdministrator`] for an empty list, [`LastAdministratorRefusal::CanLogOn`] when one of
/// them can log on, [`LastAdministratorRefusal::AllEnded`] when no NemID is open.
pub fn to_reopen(
    administrators: &[NemId],
    now: Timestamp,
) -> Result<(&NemId, TemporaryAction), LastAdministratorRefusal> {
    if administrators.is_empty() {
        return Err(LastAdministratorRefusal::NoAdministrator);
    }
    if let Some(able) = administrators.iter().find(|one| passwords::may_be_typed(one, now).is_ok()) {
        return Err(LastAdministratorRefusal::CanLogOn(able.number));
    }
    let way = |nemid| Some((nemid, *offered(nemid, now).ok()?.last()?));
    administrators.iter().find_map(way).ok_or(LastAdministratorRefusal::AllEnded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::Life;

    #[test]
    fn the_command_re_opens_when_no_administrator_can_log_on() {
        let (well, begun) = (Life::in_use(), Life::begun());
        let (able, new) = (well.employed(), begun.employed());
        let mut life = Life::in_use();
        life.password_is_blocked();
        let (shut, now) = (life.employed(), life.now);
        assert_eq!(to_reopen(&[], now), Err(LastAdministratorRefusal::NoAdministrator));
        let both = [shut.clone(), able.clone()];
        assert_eq!(to_reopen(&both, now), Err(LastAdministratorRefusal::CanLogOn(able.number)));
        let helped = [shut.clone(), new.clone()];
        assert_eq!(to_reopen(&helped, now), Ok((&shut, TemporaryAction::Reset)));
        assert_eq!(to_reopen(std::slice::from_ref(&new), now), Ok((&new, TemporaryAction::Resend)));
        life.nemid_is_blocked();
        let ended = [life.employed()];
        assert_eq!(to_reopen(&ended, now), Err(LastAdministratorRefusal::AllEnded));
    }
}
