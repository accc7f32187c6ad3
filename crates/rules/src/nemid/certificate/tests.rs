//! The printed number of a certificate, and what a receiver finds out about it.

use crate::actor::Actor;
use crate::example::Life;
use crate::nemid::certificate::*;

#[test]
fn a_serial_number_is_read_as_it_is_printed() {
    assert_eq!(CertificateSerial(0x00AB_12CD).to_string(), "00AB12CD");
    for typed in ["00AB12CD", "00ab12cd", " 00AB 12CD ", "00AB-12CD"] {
        assert_eq!(CertificateSerial::parse(typed), Ok(CertificateSerial(0x00AB_12CD)), "{typed}");
    }
    for typed in ["", "AB12CD", "000AB12CD", "00AB12CG", "+0AB12CD"] {
        assert_eq!(CertificateSerial::parse(typed), Err(NotASerial), "{typed}");
    }
}

#[test]
fn it_is_relied_on_from_its_first_instant_to_its_last_and_a_block_outlives_its_end() {
    let life = Life::in_use();
    let certificate = life.nemid.certificate().unwrap();
    let tick = SignedDuration::from_nanos(1);
    let (from, until) = (certificate.from, certificate.until);
    assert_eq!(certificate.reliance(from - tick), Reliance::NotYet);
    assert_eq!(certificate.reliance(from), Reliance::Good);
    assert_eq!(certificate.reliance(until - tick), Reliance::Good);
    assert_eq!(certificate.reliance(until), Reliance::Expired);
    assert!(certificate.is_valid(from) && !certificate.is_valid(from - tick));

    let (at, reason) = (life.now, CertificateBlockReason::RulesBroken);
    let block = Block { at, reason, by: Actor::Operator { staff: None } };
    let blocked = Certificate { state: CertificateState::Blocked(block), ..certificate.clone() };
    assert_eq!(blocked.reliance(until), Reliance::Blocked { at, reason: Some(reason) });
    let recorded = Certificate { state: CertificateState::Expired { at }, ..certificate.clone() };
    assert_eq!(recorded.reliance(from), Reliance::Expired);
}

#[test]
fn a_signature_is_good_for_ever_that_was_made_while_its_certificate_was() {
    let life = Life::in_use();
    let certificate = life.nemid.certificate().unwrap();
    let (tick, from, until) = (SignedDuration::from_nanos(1), certificate.from, certificate.until);
    let checked = certificate.checked(until + tick);
    assert!(checked.was_good(from) && checked.was_good(until - tick));
    assert!(!checked.was_good(from - tick) && !checked.was_good(until));
    let at = from + SignedDuration::from_hours(1);
    let blocked = CheckedCertificate { reliance: Reliance::Blocked { at, reason: None }, ..checked };
    assert!(blocked.was_good(at - tick) && !blocked.was_good(at) && !blocked.was_good(until - tick));
}

#[test]
fn a_signature_of_the_second_in_which_its_certificate_was_issued_is_good() {
    let checked = Life::in_use().nemid.certificate().unwrap().checked(Timestamp::MAX);
    let second = Timestamp::from_second(checked.from.as_second()).unwrap();
    let issued = CheckedCertificate { from: second + SignedDuration::from_millis(700), ..checked };
    assert!(issued.was_good(second), "a signed file says no more than the second");
    assert!(!issued.was_good(second - SignedDuration::from_nanos(1)));
}

#[test]
fn its_holder_is_told_four_weeks_ahead_and_renews_within_thirty_days_of_a_change() {
    assert_eq!([NOTICE, RENEW_WITHIN].map(|period| period.as_secs()), [2_419_200, 2_592_000]);
}
