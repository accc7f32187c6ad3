//! What needs the attention of a NemID's holder, derived from its state, so that the page *Mit NemID* only has to show
//! it.

use jiff::Timestamp;

use crate::certificates::noticed_at;
use crate::ending;
use crate::nemid::block::CertificateBlockReason;
use crate::nemid::certificate::{CertificateState, RENEW_WITHIN};
use crate::nemid::{Block, CardState, Issuer, NemId};

/// One thing that the holder should know or do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attention {
    /// No card can be used, and none is on its way: order one (D7).
    NoCard,
    /// No card can be used until the one in the post arrives.
    CardAwaited,
    /// A card is attached, but none is in use: its number has to be typed at the next log-on (Guide 3.1.7).
    CardReady,
    /// Few keys are left, and no other card is attached or in the post (D7).
    FewKeys {
        /// Unused keys on the card in use.
        left: u8,
    },
    /// Few keys are left, and another card is attached or in the post.
    FewKeysButNewCard {
        /// Unused keys on the card in use.
        left: u8,
    },
    /// The certificate runs out soon: its holder has been told (Rules 4.4).
    CertificateExpires {
        /// The instant at which it runs out.
        until: Timestamp,
    },
    /// The name or e-mail address in the certificate is no longer right (Rules 4.2).
    CertificateOutdated {
        /// The instant until which it can be renewed; right after that it is blocked.
        by: Timestamp,
    },
    /// The certificate has run out, and a new one can be ordered.
    CertificateExpired,
    /// The certificate is blocked, and a new one can be ordered.
    CertificateBlocked,
    /// No bank uses the NemID any more, so that it will be deleted (Guide 3.1.5, D19).
    Superfluous {
        /// The instant at which it is due to be deleted.
        until: Timestamp,
    },
    /// There is no e-mail address, so that notices come by post.
    NoEmail,
    /// There is no postal address, so that neither cards nor temporary passwords can be sent (D29).
    NoAddress {
        /// Whether notices come by e-mail at least.
        email: bool,
    },
}

/// Everything that needs the holder's attention at `now`, the most urgent first.
pub fn needed(nemid: &NemId, now: Timestamp) -> Vec<Attention> {
    let (has_email, reached) = (nemid.contact.email.is_some(), nemid.reach.is_reached());
    let email = (!has_email && reached).then_some(Attention::NoEmail);
    let superfluous = ending::superfluous_until(nemid).map(|until| Attention::Superfluous { until });
    let unreached = (!reached).then_some(Attention::NoAddress { email: has_email });
    let about = superfluous.into_iter().chain(cards(nemid)).chain(certificate(nemid, now));
    about.chain(unreached).chain(email).collect()
}

fn cards(nemid: &NemId) -> Option<Attention> {
    let has = |state: &CardState| nemid.cards.iter().any(|card| card.state == *state);
    let (ordered, attached) = (has(&CardState::Ordered), has(&CardState::Attached));
    match nemid.active_card().map(crate::nemid::KeyCard::keys_left) {
        None if attached => Some(Attention::CardReady),
        None if ordered => Some(Attention::CardAwaited),
        None => Some(Attention::NoCard),
        Some(left) if left > nemid.reorder_level => None,
        Some(left) if ordered || attached => Some(Attention::FewKeysButNewCard { left }),
        Some(left) => Some(Attention::FewKeys { left }),
    }
}

fn certificate(nemid: &NemId, now: Timestamp) -> Option<Attention> {
    let found = nemid.certificate().filter(|_| nemid.certificate_ordered.is_none())?;
    if matches!(nemid.issuer, Issuer::Business(_) | Issuer::Employer(_)) {
        return None;
    }
    match &found.state {
        CertificateState::Blocked(Block { reason: CertificateBlockReason::Renewed, .. }) => None,
        CertificateState::Blocked(_) => Some(Attention::CertificateBlocked),
        CertificateState::Expired { .. } => Some(Attention::CertificateExpired),
        CertificateState::Valid if found.until <= now => Some(Attention::CertificateExpired),
        CertificateState::Valid => match found.outdated.first() {
            Some(since) => Some(Attention::CertificateOutdated { by: since + RENEW_WITHIN }),
            None if noticed_at(found.until, nemid.reach) <= now => {
                Some(Attention::CertificateExpires { until: found.until })
            }
            None => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::actor::Actor;
    use crate::cards;
    use crate::example::{Life, bank, card};
    use crate::nemid::Event;
    use crate::nemid::block::CardBlockReason;
    use crate::nemid::certificate::CertifiedDetail;
    use crate::nemid::event::CardOrderReason;

    fn about_cards(life: &Life) -> Option<Attention> {
        needed(&life.nemid, life.now).into_iter().find(|one| *one != Attention::NoEmail)
    }

    #[test]
    fn cards_call_for_attention_by_their_state() {
        let mut life = Life::in_use();
        assert_eq!(about_cards(&life), None);
        let number = card(1).number;
        life.logs_on(number, 126);
        assert_eq!(about_cards(&life), None, "21 keys are left");
        life.logs_on(number, 1);
        assert_eq!(about_cards(&life), Some(Attention::FewKeysButNewCard { left: 20 }), "one was sent");

        let blocked = cards::block_all(&life.nemid, CardBlockReason::Lost, &life.holder()).unwrap();
        life.apply(&blocked, Actor::Citizen);
        assert_eq!(about_cards(&life), Some(Attention::NoCard));
        let spare = life.fresh();
        let ordered =
            cards::order(&life.nemid, CardOrderReason::Replacement, &spare, &life.holder()).unwrap();
        life.apply(&ordered, Actor::Citizen);
        assert_eq!(about_cards(&life), Some(Attention::CardAwaited));
        life.apply(&cards::deliver(&life.nemid, &spare.number), Actor::Clock);
        assert_eq!(about_cards(&life), Some(Attention::CardReady));
    }

    #[test]
    fn a_missing_address_calls_for_attention_and_nothing_promises_letters() {
        let mut life = Life::in_use();
        assert_eq!(needed(&life.nemid, life.now), [Attention::NoEmail]);
        life.nemid.reach = crate::post::PostalReach::Nowhere;
        assert_eq!(needed(&life.nemid, life.now), [Attention::NoAddress { email: false }]);
        life.nemid.contact.email = Some(crate::words::Email::parse("inger@holm.example").unwrap());
        assert_eq!(needed(&life.nemid, life.now), [Attention::NoAddress { email: true }]);
    }

    #[test]
    fn a_certificate_calls_for_attention_from_its_notice_on_and_when_it_is_over() {
        let mut life = Life::in_use();
        let until = life.nemid.certificate().unwrap().until;
        life.now = noticed_at(until, life.nemid.reach) - SignedDuration::from_secs(1);
        assert_eq!(about_cards(&life), None);
        life.now = noticed_at(until, life.nemid.reach);
        assert_eq!(about_cards(&life), Some(Attention::CertificateExpires { until }));
        life.now = until;
        assert_eq!(about_cards(&life), Some(Attention::CertificateExpired));
    }

    #[test]
    fn few_keys_are_a_matter_of_their_own_when_no_other_card_is_coming() {
        let mut life = Life::in_use();
        life.logs_on(card(1).number, 127);
        let coming = life.nemid.open_cards().find(|card| card.state == CardState::Ordered).unwrap().number;
        let lost =
            cards::block(&life.nemid, &[coming], CardBlockReason::NeverArrived, &life.holder()).unwrap();
        life.apply(&lost, Actor::Citizen);
        assert_eq!(about_cards(&life), Some(Attention::FewKeys { left: 20 }));
    }

    #[test]
    fn a_certificate_that_is_blocked_out_of_date_or_recorded_as_expired_calls_for_attention() {
        let mut renamed = Life::in_use();
        let serial = renamed.nemid.certificate().unwrap().serial;
        let since = renamed.now;
        renamed
            .apply(&[Event::CertificateOutdated { serial, what: Some(CertifiedDetail::Name) }], Actor::Clock);
        assert_eq!(about_cards(&renamed), Some(Attention::CertificateOutdated { by: since + RENEW_WITHIN }));
        let with = |event| {
            let mut life = Life::in_use();
            life.apply(&[event], Actor::Clock);
            about_cards(&life)
        };
        let blocked = |reason| Event::CertificateBlocked { serial, reason };
        assert_eq!(with(Event::CertificateExpired { serial }), Some(Attention::CertificateExpired));
        assert_eq!(with(blocked(CertificateBlockReason::HolderAsked)), Some(Attention::CertificateBlocked));
        assert_eq!(with(blocked(CertificateBlockReason::Renewed)), None, "the newer one counts");
        renamed.apply(&[Event::CertificateOrdered], Actor::Clock);
        assert_eq!(about_cards(&renamed), None, "a new one is ordered");
    }

    #[test]
    fn who_can_have_no_certificate_is_not_asked_for_one_and_a_superfluous_nemid_says_when_it_goes() {
        let mut life = Life::in_use();
        let serial = life.nemid.certificate().unwrap().serial;
        life.apply(&[Event::CertificateExpired { serial }], Actor::Clock);
        life.nemid.issuer = Issuer::Business(bank());
        assert_eq!(needed(&life.nemid, life.now), [Attention::NoEmail]);
        life.nemid.superfluous_since = Some(life.now);
        let until = ending::superfluous_until(&life.nemid).unwrap();
        assert_eq!(needed(&life.nemid, life.now), [Attention::Superfluous { until }, Attention::NoEmail]);
    }
}
