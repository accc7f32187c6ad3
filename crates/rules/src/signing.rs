//! Signing a text at a service provider, which binds the citizen like a signature on paper (Rules 2).

use jiff::Timestamp;
use thiserror::Error;

use crate::actor::Stamp;
use crate::cards::DrawnCard;
use crate::keys::{KeyAnswer, KeyOutcome, KeyRefusal};
use crate::money::PaymentFault;
use crate::nemid::{Decision, Event, NemId, Purpose};
use crate::passwords::PasswordRefusal;
use crate::providers::SiteRefusal;
use crate::sites::Site;
use crate::{Refusal, keys, passwords, providers};

/// Why nothing is signed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum SigningRefusal {
    /// The NemID or its password can't be used now (DOMAIN 3).
    #[error(transparent)]
    NotUsable(#[from] PasswordRefusal),
    /// The provider needs a valid certificate, and this is why there is none.
    #[error(transparent)]
    Site(#[from] SiteRefusal),
    /// The card can't be used, or the key can't be judged.
    #[error(transparent)]
    Key(#[from] KeyRefusal),
    /// What the text was written from is no longer so.
    #[error("the text rests on something that has changed")]
    Changed,
    /// The account no longer covers the payment.
    #[error(transparent)]
    Payment(#[from] PaymentFault),
}

impl Refusal for SigningRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotUsable(refusal) => refusal.code(),
            Self::Site(refusal) => refusal.code(),
            Self::Key(refusal) => refusal.code(),
            Self::Changed => "signing-changed",
            Self::Payment(_) => "signing-not-covered",
        }
    }
}

/// What a signature rests on besides the NemID's password and cards, as it is at the instant of signing.
#[derive(Clone, Copy, Debug)]
pub struct Grounds<'a> {
    /// The site that asks for the signature.
    pub site: &'a Site,
    /// Whether the session was opened by password alone (Rules 3.5.4).
    pub limited: bool,
    /// The holder's age in years, if their CPR number gives it.
    pub age: Option<i16>,
    /// Whether everything that the text was written from is still as it was when the text was shown.
    pub unchanged: bool,
    /// Why the account does not cover the payment, if the text makes one that it does not.
    pub shortfall: Option<PaymentFault>,
}

/// Checks that what a signature rests on still holds. It is asked in the transaction that signs (D4), since between
/// the page and the key a session may end, an agreement or a consent may be withdrawn, a name may change, and money may
/// leave the account.
///
/// # Errors
/// [`SigningRefusal::Site`] when the session or the site allows no signature, [`SigningRefusal::Changed`] and
/// [`SigningRefusal::Payment`] when the text has to be written anew.
pub fn may_rest_on(nemid: &NemId, grounds: &Grounds<'_>, now: Timestamp) -> Result<(), SigningRefusal> {
    providers::may_commit(grounds.limited)?;
    providers::admit(nemid, grounds.site, grounds.age, now)?;
    if !grounds.unchanged {
        return Err(SigningRefusal::Changed);
    }
    grounds.shortfall.map_or(Ok(()), |fault| Err(fault.into()))
}

/// A text that a provider puts before a citizen to be signed.
#[derive(Clone, Copy, Debug)]
pub struct TextToSign<'a> {
    /// The whole of it, as it is shown and kept.
    pub text: &'a str,
    /// Whether the provider asks for a valid certificate: public and private sites do, netbanks do not.
    pub needs_certificate: bool,
}

/// Signs a text with the key that was asked for it.
///
/// # Errors
/// When the NemID or its password can't be used, a needed certificate is missing, or the key was asked for another
/// purpose (D4) or is no longer the pending one.
pub fn sign(
    nemid: &NemId,
    what: TextToSign<'_>,
    typed: &KeyAnswer,
    spare: &DrawnCard,
    stamp: &Stamp,
) -> Result<(Vec<Event>, KeyOutcome), SigningRefusal> {
    passwords::may_be_typed(nemid, stamp.at)?;
    if what.needs_certificate {
        providers::certificate(nemid, None, stamp.at)?;
    }
    keys::asked_for(typed, |purpose| matches!(purpose, Purpose::SiteSigning { .. }))?;
    let mut decision = Decision::of(nemid, stamp);
    let outcome = keys::answer(&mut decision, typed, spare)?;
    if outcome == KeyOutcome::Right {
        let carrier = Some(typed.of.carrier());
        decision.record(Event::Signed {
            purpose: typed.purpose.clone(),
            text: what.text.to_owned(),
            carrier,
        });
    }
    Ok((decision.events(), outcome))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;
    use crate::certificates;
    use crate::example::{Life, bank, card, officer};
    use crate::nemid::block::CertificateBlockReason;

    const AGREE: TextToSign<'_> = TextToSign { text: "I agree.", needs_certificate: true };
    const PAY: TextToSign<'_> = TextToSign { text: "Pay.", needs_certificate: false };

    fn asked_to_sign(life: &mut Life) -> KeyAnswer {
        life.asked_for(card(1).number, true, Purpose::SiteSigning { site: bank() })
    }

    #[test]
    fn a_signature_takes_a_key_that_was_asked_for_it() {
        let mut life = Life::in_use();
        let for_log_on = life.asked(card(1).number, true);
        let refused = sign(&life.nemid, AGREE, &for_log_on, &card(90), &life.holder());
        assert_eq!(refused.unwrap_err(), SigningRefusal::Key(KeyRefusal::AskedAnew));
        let typed = asked_to_sign(&mut life);
        let signed = sign(&life.nemid, AGREE, &typed, &card(90), &life.holder());
        let last = signed.unwrap().0.pop();
        let (purpose, carrier) = (typed.purpose.clone(), Some(typed.of.carrier()));
        assert_eq!(last, Some(Event::Signed { purpose, text: "I agree.".to_owned(), carrier }));
    }

    #[test]
    fn without_a_certificate_only_a_netbank_lets_one_sign() {
        let mut life = Life::in_use();
        let stamp = life.stamp(officer());
        let events = certificates::block(&life.nemid, CertificateBlockReason::HolderAsked, &stamp).unwrap();
        life.apply(&events, officer());
        let typed = asked_to_sign(&mut life);
        let refused = sign(&life.nemid, AGREE, &typed, &card(90), &life.holder());
        assert_eq!(refused.unwrap_err(), SigningRefusal::Site(SiteRefusal::CertificateBlocked));
        assert!(sign(&life.nemid, PAY, &typed, &card(90), &life.holder()).is_ok());
    }

    #[test]
    fn a_signature_rests_on_what_holds_when_it_is_signed() {
        let life = Life::in_use();
        let site = Site::named("borgerportalen").unwrap();
        let grounds = Grounds { site, limited: false, age: Some(40), unchanged: true, shortfall: None };
        let asked = |grounds| may_rest_on(&life.nemid, &grounds, life.now);
        assert_eq!(asked(grounds), Ok(()));
        let limited = Grounds { limited: true, ..grounds };
        assert_eq!(asked(limited), Err(SigningRefusal::Site(SiteRefusal::OnlyToLook)));
        assert_eq!(asked(Grounds { unchanged: false, ..grounds }), Err(SigningRefusal::Changed));
        let bare = Grounds { shortfall: Some(PaymentFault::TooMuch), ..grounds };
        assert_eq!(asked(bare), Err(SigningRefusal::Payment(PaymentFault::TooMuch)));
        let elsewhere = Grounds { site: Site::named("hedebanken").unwrap(), ..grounds };
        assert_eq!(asked(elsewhere), Err(SigningRefusal::Site(SiteRefusal::NoAgreement)));
    }

    #[test]
    fn nothing_is_signed_while_the_password_is_locked() {
        let mut life = Life::in_use();
        let typed = asked_to_sign(&mut life);
        let wrong = KeyAnswer { right: false, ..typed.clone() };
        let (events, _) = sign(&life.nemid, PAY, &wrong, &card(90), &life.holder()).unwrap();
        assert!(events.iter().all(|event| !matches!(event, Event::Signed { .. })));
        life.apply(&events, Actor::Citizen);
        for _ in 0..5 {
            life.types("guess");
        }
        let refused = sign(&life.nemid, PAY, &typed, &card(90), &life.holder());
        assert!(matches!(refused.unwrap_err(), SigningRefusal::NotUsable(PasswordRefusal::Locked { .. })));
    }
}
