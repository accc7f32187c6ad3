//! The organisations behind the places of this world, as their certificates name them (D41): with a CVR number, and for their
//! employees the unit. All are made up; no real CVR number begins with a zero.

use crate::actor::PlaceName;
use crate::places::{self, Place};
use crate::staff::{DeskKind, Role};

/// An organisation with its CVR number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Where it acts.
    pub place: Place,
    /// Its CVR number, eight digits.
    pub cvr: &'static str,
}

/// All of them.
pub const ALL: [Organisation; 8] = [
    Organisation { place: places::BORGERSERVICE, cvr: "00000101" },
    Organisation { place: places::SKATTECENTER, cvr: "00000102" },
    Organisation { place: places::FJORDBANKEN, cvr: "00000201" },
    Organisation { place: places::HEDEBANKEN, cvr: "00000202" },
    Organisation { place: places::FJORDBANKEN_ERHVERV, cvr: "00000203" },
    Organisation { place: places::BORGERPORTALEN, cvr: "00000301" },
    Organisation { place: places::FORSIKRINGSHUSET, cvr: "00000302" },
    Organisation { place: places::OPERATOR, cvr: "00000401" },
];

impl Organisation {
    /// The organisation behind a place, if there is one.
    pub fn of(place: &PlaceName) -> Option<Self> {
        ALL.into_iter().find(|one| one.place.name == place.as_str())
    }

    /// How a certificate names it: what people call it, and its number.
    pub fn certified(self) -> String {
        format!("{} // CVR:{}", self.place.title, self.cvr)
    }

    /// The number of an employee there (RID).
    pub fn employee(self, number: u32) -> String {
        format!("CVR:{}-RID:{number:08}", self.cvr)
    }

    /// The number of a function of it (FID), such as the one that sends its e-mails.
    pub fn function(self, number: u32) -> String {
        format!("CVR:{}-FID:{number:08}", self.cvr)
    }
}

/// The unit that employees with a role belong to.
pub fn unit(role: &Role) -> &'static str {
    match role.desk() {
        DeskKind::Office => "RA",
        DeskKind::Bank => "Kunder",
        DeskKind::Operator => "Drift",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sites;

    #[test]
    fn every_place_has_an_organisation_with_a_number_of_its_own_that_no_real_one_has() {
        let all =
            places::OFFICES.iter().chain(&places::BANKS).chain(&places::SITES).chain([&places::OPERATOR]);
        for place in all.chain(sites::ALL.iter().map(|site| &site.place)) {
            assert_eq!(Organisation::of(&place.word()).map(|one| one.place), Some(*place));
        }
        assert_eq!(Organisation::of(&PlaceName::new("elsewhere")), None);
        for (nth, one) in ALL.iter().enumerate() {
            assert!(one.cvr.len() == 8 && one.cvr.starts_with('0'), "{}", one.cvr);
            assert!(ALL[nth + 1..].iter().all(|other| other.cvr != one.cvr), "{}", one.cvr);
        }
    }

    #[test]
    fn numbers_of_employees_and_functions_say_whose_they_are() {
        let portal = Organisation::of(&places::BORGERPORTALEN.word()).unwrap();
        assert_eq!(portal.certified(), "Borgerportalen // CVR:00000301");
        assert_eq!(portal.employee(42), "CVR:00000301-RID:00000042");
        assert_eq!(portal.function(42), "CVR:00000301-FID:00000042");
    }

    #[test]
    fn a_unit_is_that_of_the_desk() {
        let office = places::BORGERSERVICE.word();
        assert_eq!(unit(&Role::Officer { office }), "RA");
        assert_eq!(unit(&Role::Operator), "Drift");
        assert_eq!(unit(&Role::BankClerk { bank: places::HEDEBANKEN.word() }), "Kunder");
    }
}
