//! Which consents a certificate and a bank's agreement need, and which of them a holder has given (Rules 4.1, D31).

use crate::actor::PlaceName;
use crate::nemid::consent::{Consent, GivenConsent};
use crate::nemid::{Issuer, NemId};

/// Those that a certificate needs: the look-ups in CPR and the PID service, what the PID service is told and, for a
/// bank's NemID, what the bank passes on.
pub fn for_certificate(nemid: &NemId) -> Vec<Consent> {
    let mut needed = vec![Consent::CprLookup, Consent::PidService, Consent::EarlierPid];
    if let Issuer::Bank(bank) = &nemid.issuer {
        needed.push(Consent::FromBank(bank.clone()));
    }
    needed
}

/// The one that a bank's agreement needs; `None` where the bank made the NemID itself.
pub fn for_agreement(nemid: &NemId, bank: &PlaceName) -> Option<Consent> {
    let own = matches!(&nemid.issuer, Issuer::Bank(by) | Issuer::Business(by) if by == bank);
    (!own).then(|| Consent::ToBank(bank.clone()))
}

/// Those in force, in the order in which they were given.
pub fn in_force(nemid: &NemId) -> impl Iterator<Item = &GivenConsent> {
    nemid.consents.iter().filter(|one| one.ended.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;
    use crate::agreements;
    use crate::certificates;
    use crate::example::{Life, bank, draft, officer};
    use crate::nemid::Event;
    use crate::nemid::block::{CertificateBlockReason, NemIdBlockReason};

    fn codes(life: &Life) -> Vec<&'static str> {
        in_force(&life.nemid).map(|one| one.consent.code()).collect()
    }

    const ALL: [&str; 3] = ["cpr-lookup", "pid-service", "earlier-pid"];

    #[test]
    fn an_activation_keeps_them_with_time_version_and_giver() {
        let life = Life::in_use();
        assert_eq!(codes(&life), ALL);
        let given = in_force(&life.nemid).next().unwrap();
        assert_eq!((given.at, given.version, &given.by), (life.now, 1, &Actor::Citizen));
    }

    #[test]
    fn they_end_with_the_certificate_and_are_given_anew_with_the_next() {
        let mut life = Life::in_use();
        let events = life.renews(&draft(2));
        life.apply(&events, Actor::Citizen);
        assert_eq!(codes(&life), ALL, "a renewed certificate needs no others");
        let events =
            certificates::block(&life.nemid, CertificateBlockReason::HolderAsked, &life.holder()).unwrap();
        life.apply(&events, Actor::Citizen);
        assert!(codes(&life).is_empty());
        let without = certificates::CertificateDraft { consented: None, ..draft(3) };
        let refused = certificates::order(&life.nemid, &without, Some(40), &life.holder());
        assert_eq!(refused, Err(certificates::CertificateRefusal::ConsentMissing));
        life.passes(jiff::SignedDuration::from_hours(1));
        let events = certificates::order(&life.nemid, &draft(3), Some(40), &life.holder()).unwrap();
        life.apply(&events, Actor::Citizen);
        assert_eq!(codes(&life), ALL);
        assert_eq!(life.nemid.consents.len(), 6, "the earlier ones are kept");
    }

    #[test]
    fn a_bank_s_nemid_needs_what_the_bank_passes_on_and_ends_it_with_the_netbank() {
        let mut life = Life::in_use();
        life.nemid.issuer = Issuer::Bank(bank());
        let needed = for_certificate(&life.nemid);
        assert_eq!(needed.last(), Some(&Consent::FromBank(bank())));
        assert_eq!(for_agreement(&life.nemid, &bank()), None);
        let other = PlaceName::new("hedebanken");
        assert_eq!(for_agreement(&life.nemid, &other), Some(Consent::ToBank(other.clone())));
        assert_eq!(needed.last().and_then(Consent::bank), Some(&bank()));
        life.apply(&[Event::ConsentsGiven { consents: needed, version: 2 }], officer());
        assert_eq!(codes(&life).last(), Some(&"from-bank"));
        life.apply(&[Event::AgreementEnded { bank: bank() }], officer());
        assert_eq!(codes(&life), ALL);
    }

    #[test]
    fn a_bank_learns_of_a_nemid_with_consent_alone_until_its_agreement_ends() {
        let mut life = Life::in_use();
        let clerk = Actor::Bank { bank: bank(), staff: None };
        let stamp = life.stamp(clerk.clone());
        let refused = agreements::make(&life.nemid, &bank(), None, &stamp);
        assert_eq!(refused, Err(agreements::AgreementRefusal::ConsentMissing));
        let events = agreements::make(&life.nemid, &bank(), Some(2), &stamp).unwrap();
        life.apply(&events, clerk.clone());
        assert_eq!(codes(&life).last(), Some(&"to-bank"));
        let events = agreements::end(&life.nemid, &bank(), &stamp).unwrap();
        life.apply(&events, clerk);
        assert_eq!(codes(&life), ALL);
    }

    #[test]
    fn with_the_nemid_all_of_them_end() {
        let mut life = Life::in_use();
        life.apply(&[Event::NemIdBlocked { reason: NemIdBlockReason::RulesBroken }], officer());
        assert!(codes(&life).is_empty());
    }
}
