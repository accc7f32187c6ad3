//! The CPR number as a user id (D9).

use crate::counter;
use crate::nemid::NemId;

/// The NemID that a CPR number stands for as a user id: the person's only open one, public or of a private bank, unless
/// it is switched off there (D9). With several open ones it stands for none, so that nobody logs on to another than
/// they meant. If all have ended, it stands for the last one, so that a person with the right password learns that it
/// has ended.
pub fn by_cpr(mut theirs: Vec<NemId>) -> Option<NemId> {
    let open = theirs.iter().filter(|one| one.state.is_open()).count();
    match open {
        0 => theirs.pop().filter(|one| one.cpr_log_on),
        1 => theirs.into_iter().find(|one| one.state.is_open()).filter(|one| one.cpr_log_on),
        _ => None,
    }
}

/// Whether the CPR number works as a user id, as its holder sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CprLogOn {
    /// It names this NemID.
    Works,
    /// It names none, since its holder has several and could mean any of them.
    OneOfSeveral,
    /// It is switched off, or not for this kind of NemID.
    Off,
}

impl CprLogOn {
    /// The stable word by which the texts choose their sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::Works => "on",
            Self::OneOfSeveral => "several",
            Self::Off => "off",
        }
    }
}

/// Whether the CPR number works as a user id for this NemID, given all NemIDs of its holder (D9).
pub fn cpr_log_on(nemid: &NemId, theirs: Vec<NemId>) -> CprLogOn {
    match by_cpr(counter::found(theirs)) {
        Some(named) if named.number == nemid.number => CprLogOn::Works,
        _ if nemid.cpr_log_on && nemid.issuer.is_found_at_counter() => CprLogOn::OneOfSeveral,
        _ => CprLogOn::Off,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{Life, bank};
    use crate::nemid::Issuer;

    #[test]
    fn the_cpr_number_names_the_only_open_one_and_none_of_several() {
        let public = Life::in_use().nemid;
        let mut private = Life::begun_at_bank(Issuer::Bank(bank())).nemid;
        private.number = crate::words::NemIdNumber::from_drawn(77);
        assert_eq!(cpr_log_on(&public, vec![public.clone()]), CprLogOn::Works);
        assert_eq!(cpr_log_on(&public, vec![public.clone(), private.clone()]), CprLogOn::OneOfSeveral);
        let off = NemId { cpr_log_on: false, ..public };
        assert_eq!(cpr_log_on(&off, vec![off.clone(), private]), CprLogOn::Off);
        let work = NemId { issuer: Issuer::Business(bank()), ..Life::in_use().nemid };
        assert_eq!(cpr_log_on(&work, vec![work.clone()]), CprLogOn::Off);
    }

    #[test]
    fn after_all_have_ended_the_cpr_number_names_the_last_one_unless_it_was_switched_off() {
        let ended = |number| {
            let mut life = Life::in_use();
            life.nemid.number = crate::words::NemIdNumber::from_drawn(number);
            life.nemid_is_blocked();
            life.nemid
        };
        let (first, last) = (ended(1), ended(2));
        assert_eq!(by_cpr(vec![first.clone(), last.clone()]), Some(last.clone()));
        let off = NemId { cpr_log_on: false, ..last.clone() };
        assert_eq!(by_cpr(vec![first.clone(), off]), None);
        assert_eq!(by_cpr(Vec::new()), None);
        assert_eq!(
            cpr_log_on(&first, vec![first.clone(), last]),
            CprLogOn::OneOfSeveral,
            "it means the other"
        );
    }
}
