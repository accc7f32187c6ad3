//! The stable codes of the refusals. Texts, JSON and other people's programs name them, so that none may change, and a
//! refusal that passes on another one's reason has its code.

use jiff::Timestamp;

use crate::Refusal;
use crate::activation::EnrolmentRefusal;
use crate::agreements::AgreementRefusal;
use crate::blocking::BlockingRefusal;
use crate::cards::CardRefusal;
use crate::certificates::CertificateRefusal;
use crate::changes::ChangeRefusal;
use crate::counter::CounterRefusal;
use crate::cpr_change::CprChangeRefusal;
use crate::customers::CustomerRefusal;
use crate::ending::EndingRefusal;
use crate::identification::IdentificationRefusal;
use crate::keys::KeyRefusal;
use crate::limits::{AddressWanted, TooOften};
use crate::money::PaymentFault;
use crate::nemid::block::PasswordBlockReason;
use crate::nemid::certificate::NotASerial;
use crate::newcomers::WishRefusal;
use crate::order::OrderRefusal;
use crate::passwords::PasswordRefusal;
use crate::providers::SiteRefusal;
use crate::signing::SigningRefusal;
use crate::staff::StaffRefusal;
use crate::stock::RestockRefusal;
use crate::temporary::TemporaryRefusal;
use crate::terms::TermsRefusal;

mod typed;
mod words;

/// Compares each refusal with the code that it has always had.
fn hold(table: &[(&dyn Refusal, &str)]) {
    for (refusal, code) in table {
        assert_eq!(refusal.code(), *code, "{refusal}");
    }
}

const UNTIL: Timestamp = Timestamp::UNIX_EPOCH;
const LOCKED: PasswordRefusal = PasswordRefusal::Locked { until: UNTIL };

#[test]
fn a_password_that_is_not_judged_says_why() {
    hold(&[
        (&LOCKED, "locked"),
        (&PasswordRefusal::Blocked { reason: PasswordBlockReason::Forgotten }, "password-blocked"),
        (&PasswordRefusal::NemIdBlocked, "nemid-blocked"),
        (&PasswordRefusal::NemIdClosed, "nemid-closed"),
        (&PasswordRefusal::NotActivated, "not-activated"),
        (&PasswordRefusal::Stale, "changed-meanwhile"),
        (&ChangeRefusal::NotUsable(LOCKED), "locked"),
        (&ChangeRefusal::UserIdTaken, "user-id-taken"),
        (&ChangeRefusal::UserIdInPassword, "user-id-in-password"),
        (&BlockingRefusal::Nothing, "nothing-to-block"),
        (&BlockingRefusal::Password(LOCKED), "locked"),
        (&TemporaryRefusal::NemIdBlocked, "nemid-blocked"),
        (&TemporaryRefusal::NemIdClosed, "nemid-closed"),
        (&TemporaryRefusal::AttachFirst, "attach-first"),
        (&TemporaryRefusal::NoAddress, "no-address"),
        (&TemporaryRefusal::NotOffered, "not-offered"),
        (&TooOften, "too-often"),
        (&AddressWanted, "address-wanted"),
    ]);
}

#[test]
fn only_a_lock_has_an_end_that_is_told_whoever_passes_it_on() {
    let told: [&dyn Refusal; 3] =
        [&LOCKED, &ChangeRefusal::NotUsable(LOCKED), &BlockingRefusal::Password(LOCKED)];
    assert!(told.iter().all(|refusal| refusal.until() == Some(UNTIL)));
    let others: [&dyn Refusal; 6] = [
        &PasswordRefusal::NemIdBlocked,
        &ChangeRefusal::NotUsable(PasswordRefusal::Stale),
        &ChangeRefusal::UserIdTaken,
        &BlockingRefusal::Nothing,
        &BlockingRefusal::Password(PasswordRefusal::NotActivated),
        &CardRefusal::TooMany,
    ];
    assert!(others.iter().all(|refusal| refusal.until().is_none()));
}

#[test]
fn cards_and_keys_that_are_refused_say_why() {
    hold(&[
        (&CardRefusal::NoneNamed, "no-card-chosen"),
        (&CardRefusal::Unknown, "card-not-yours"),
        (&CardRefusal::NotOpen, "card-not-open"),
        (&CardRefusal::TooMany, "too-many-cards"),
        (&CardRefusal::OnItsWay, "card-on-its-way"),
        (&CardRefusal::NemIdEnded, "nemid-ended"),
        (&CardRefusal::NotUsable, "not-usable"),
        (&CardRefusal::NoAddress, "no-address"),
        (&CardRefusal::Level, "reorder-level"),
        (&KeyRefusal::NoCard, "no-card"),
        (&KeyRefusal::UnknownCard, "unknown-card"),
        (&KeyRefusal::AskedAnew, "key-asked-anew"),
        (&KeyRefusal::NotCalled, "voice-not-called"),
        (&KeyRefusal::ThisTelephone, "voice-this-telephone"),
        (&KeyRefusal::TooManyCalls, "voice-too-many-calls"),
        (&KeyRefusal::NotUsable, "not-usable"),
        (&EnrolmentRefusal::TemporaryDead, "temporary-dead"),
        (&EnrolmentRefusal::NothingToStart, "nothing-to-start"),
        (&EnrolmentRefusal::ConsentMissing, "consent-missing"),
        (&EnrolmentRefusal::RulesNotAccepted, "rules-not-accepted"),
        (&EnrolmentRefusal::Key(KeyRefusal::NoCard), "no-card"),
        (&EndingRefusal::AlreadyEnded, "nemid-ended"),
        (&EndingRefusal::NotForThisActor, "not-for-this-actor"),
        (&EndingRefusal::Key(KeyRefusal::AskedAnew), "key-asked-anew"),
    ]);
}

#[test]
fn a_certificate_that_is_not_had_says_why() {
    hold(&[
        (&CertificateRefusal::NoneValid, "no-valid-certificate"),
        (&CertificateRefusal::AlreadyThere, "certificate-already-there"),
        (&CertificateRefusal::NotForBusiness, "no-certificate-for-business"),
        (&CertificateRefusal::NemIdEnded, "nemid-ended"),
        (&CertificateRefusal::TooYoung, "too-young"),
        (&CertificateRefusal::NotUsable, "not-usable"),
        (&CertificateRefusal::ConsentMissing, "consent-missing"),
        (&CertificateRefusal::Key(KeyRefusal::NoCard), "no-card"),
        (&NotASerial, "certificate-serial-shape"),
        (&OrderRefusal::AlreadyHas, "already-has-nemid"),
        (&OrderRefusal::HasOneToAttachTo, "has-nemid-to-attach-to"),
        (&OrderRefusal::AnotherIsPublic, "another-nemid-is-public"),
        (&OrderRefusal::TooYoung, "too-young"),
        (&OrderRefusal::Dead, "dead"),
        (&OrderRefusal::CardNotTheirs, "card-not-theirs"),
        (&OrderRefusal::NoAddress, "no-address"),
        (&OrderRefusal::NotOffered, "not-offered"),
        (&OrderRefusal::Certificate(CertificateRefusal::NoneValid), "no-valid-certificate"),
        (&TermsRefusal::NotForThisActor, "not-for-this-actor"),
        (&TermsRefusal::NoSummary, "rules-no-summary"),
        (&TermsRefusal::SummaryTooLong, "rules-summary-too-long"),
        (&TermsRefusal::NotInForce, "rules-not-in-force"),
    ]);
}

#[test]
fn a_site_that_turns_a_holder_away_says_why() {
    hold(&[
        (&SiteRefusal::BankOnly, "site-bank-only"),
        (&SiteRefusal::CertificateExpired, "site-certificate-expired"),
        (&SiteRefusal::CertificateBlocked, "site-certificate-blocked"),
        (&SiteRefusal::OtherNemId, "site-other-nemid"),
        (&SiteRefusal::TooYoung, "site-too-young"),
        (&SiteRefusal::BusinessNemId, "site-business-nemid"),
        (&SiteRefusal::NoAgreement, "site-no-agreement"),
        (&SiteRefusal::NoCard, "site-no-card"),
        (&SiteRefusal::CardAwaited, "site-card-awaited"),
        (&SiteRefusal::OnlyToLook, "site-only-to-look"),
        (&SigningRefusal::NotUsable(LOCKED), "locked"),
        (&SigningRefusal::Site(SiteRefusal::OnlyToLook), "site-only-to-look"),
        (&SigningRefusal::Key(KeyRefusal::UnknownCard), "unknown-card"),
        (&PaymentFault::Amount, "payment-amount"),
        (&PaymentFault::TooMuch, "payment-too-much"),
        (&PaymentFault::TooMuchHere, "payment-too-much-here"),
        (&PaymentFault::Account, "payment-account"),
        (&PaymentFault::SameAccount, "payment-same-account"),
        (&PaymentFault::Message, "payment-message"),
    ]);
}

#[test]
fn a_desk_that_does_not_serve_says_why() {
    hold(&[
        (&CounterRefusal::OwnNumber, "own-number"),
        (&CounterRefusal::NotInRegister, "not-in-register"),
        (&CounterRefusal::CprNumberReplaced, "cpr-number-replaced"),
        (&CounterRefusal::CprNumberNotYetKnown, "cpr-number-not-yet-known"),
        (&CprChangeRefusal::NotMadeUp, "cpr-number-not-made-up"),
        (&CprChangeRefusal::Taken, "cpr-number-taken"),
        (&CprChangeRefusal::AnotherWaits, "cpr-number-waits"),
        (&CounterRefusal::NothingFound, "nothing-found"),
        (&CounterRefusal::NotPublic, "not-public"),
        (&CounterRefusal::UrgencyNotStated, "urgency-not-stated"),
        (&CounterRefusal::Ended, "nemid-ended"),
        (&IdentificationRefusal::None, "identification-none"),
        (&IdentificationRefusal::SecondNeeded, "identification-second"),
        (&IdentificationRefusal::CprNumberNeeded, "identification-cpr"),
        (&IdentificationRefusal::PhotoNeeded, "identification-photo"),
        (&RestockRefusal::NoRoom, "shelf-no-room"),
        (&StaffRefusal::NotEmployee, "not-employee"),
        (&StaffRefusal::NotOneself, "not-oneself"),
        (&StaffRefusal::Ended, "nemid-ended"),
        (&StaffRefusal::Already, "staff-already"),
        (&CustomerRefusal::MadeElsewhere, "made-elsewhere"),
        (&CustomerRefusal::AlreadyCustomer, "already-customer"),
        (&CustomerRefusal::Dead, "dead"),
        (&CustomerRefusal::BusinessMakesItsOwn, "business-makes-its-own"),
        (&AgreementRefusal::NotForThisActor, "only-the-bank"),
        (&AgreementRefusal::NemIdEnded, "nemid-ended"),
        (&AgreementRefusal::AlreadyThere, "agreement-already-there"),
        (&AgreementRefusal::NoneThere, "no-agreement"),
        (&AgreementRefusal::NotActivated, "not-activated"),
        (&AgreementRefusal::AnotherPersons, "another-persons-nemid"),
        (&AgreementRefusal::NotForBusiness, "no-agreement-for-business"),
    ]);
}

#[test]
fn somebody_who_is_not_made_as_wished_says_why() {
    hold(&[
        (&WishRefusal::State, "wish-state"),
        (&WishRefusal::Age, "wish-age"),
        (&WishRefusal::TooYoung, "wish-too-young"),
        (&WishRefusal::Issuer, "wish-issuer"),
    ]);
}
