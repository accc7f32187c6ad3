//! What names a NemID at log-on besides its number (D9).

use crate::counter;
use crate::nemid::NemId;

/// The NemID that a CPR number names as user id: the person's only open one, public or of a private bank, if it
/// has not been switched off there (D9). Of several none, so that nobody logs on to another than was meant.
/// A person whose NemIDs have all ended is named the last of them, so that who has its password can be told so.
pub fn by_cpr(mut theirs: Vec<NemId>) -> Option<NemId> {
    let open = theirs.iter().filter(|one| one.state.is_open()).count();
    match open {
        0 => theirs.pop().filter(|one| one.cpr_log_on),
        1 => theirs.into_iter().find(|one| one.state.is_open()).filter(|one| one.cpr_log_on),
        _ => None,
    }
}

/// What a NemID's holder is told of the own CPR number as user id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CprLogOn {
    /// It names this NemID.
    Works,
    /// It names none: its holder has several, and could mean any of them.
    OneOfSeveral,
    /// It is switched off, or not for this kind of NemID.
    Off,
}

impl CprLogOn {
    /// The stable word for it, by which texts choose.
    pub fn code(self) -> &'static str {
        match self {
            Self::Works => "on",
            Self::OneOfSeveral => "several",
            Self::Off => "off",
        }
    }
}

/// Whether the CPR number names this NemID, by what its holder has besides (D9).
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
}
