//! The authorities make what they promise, and read back what they made.

use der::{Decode, Encode};
use jiff::Timestamp;
use rsa::pkcs1v15::{Signature, VerifyingKey};
use rsa::pkcs8::DecodePublicKey;
use rsa::signature::Verifier;
use rules::nemid::Certificate as Row;
use rules::nemid::block::CertificateBlockReason;
use rules::nemid::certificate::{CertificateSerial, CertificateState, Outdated};
use rules::words::{Email, PersonName, Pid};
use sha2::Sha256;
use x509_cert::crl::CertificateList;

use crate::outside::chance::Chance;
use crate::outside::pki::addresses::Addresses;
use crate::outside::pki::authority::{Authorities, Authority};
use crate::outside::pki::names::Ca;
use crate::outside::pki::profile::Draft;
use crate::outside::pki::revocation::{Entries, Issue, list};
use crate::outside::pki::rsa_key::RsaKey;
use crate::outside::pki::{files, ocsp};

pub fn authorities() -> &'static Authorities {
    static MADE: std::sync::OnceLock<Authorities> = std::sync::OnceLock::new();
    MADE.get_or_init(|| {
        let kept = Authorities::make(&Chance::seeded(12), &addresses()).unwrap();
        Authorities::read(&kept).unwrap()
    })
}

pub fn addresses() -> Addresses {
    Addresses::below("http://selvbetjening.example/")
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn row() -> Row {
    Row {
        serial: CertificateSerial(0x1000_0007),
        pid: Pid::parse("PID:9208-2002-2-000000000042").unwrap(),
        name: PersonName::parse("Åse Ørsted").unwrap(),
        email: Some(Email::parse("aase@blåbærgrød.dk").unwrap()),
        from: at("2019-03-04T08:00:00Z"),
        until: at("2023-03-04T08:00:00Z"),
        state: CertificateState::Valid,
        outdated: Outdated::default(),
        expiry_noticed: false,
    }
}

fn is_signed_by(authority: &Authority, content: &[u8], signature: &[u8]) -> bool {
    let key = rsa::PublicKey::from_public_key_der(&authority.public().to_der().unwrap()).unwrap();
    let signature = Signature::try_from(signature).unwrap();
    VerifyingKey::<Sha256>::new(key).verify(content, &signature).is_ok()
}

#[test]
fn a_persons_certificate_says_what_its_row_says() {
    let issuing = &authorities().issuing;
    let key = RsaKey::make(&Chance::seeded(13)).unwrap();
    let draft = Draft::person(&row(), &key.public().unwrap(), issuing.public(), &addresses()).unwrap();
    let certificate = issuing.issue(draft, &key.public().unwrap()).unwrap();
    let tbs = certificate.tbs_certificate();
    assert_eq!(tbs.serial_number().as_bytes(), [0x10, 0, 0, 7]);
    assert_eq!(tbs.issuer(), issuing.certificate.tbs_certificate().subject());
    let subject = tbs.subject().to_string();
    assert!(subject.contains("Åse Ørsted") && subject.contains("PID:9208-2002-2-000000000042"), "{subject}");
    assert!(subject.contains('+'), "who and under which number are one part of the name: {subject}");
    let ends = tbs.validity().not_after.to_unix_duration().as_secs();
    assert_eq!(ends, u64::try_from(row().until.as_second()).unwrap() - 1);
    let bytes = certificate.to_der().unwrap();
    assert!(holds(&bytes, b"aase@xn--blbrgrd-fxak7p.dk"));
    assert!(holds(&bytes, b"http://selvbetjening.example/crl/i.crl") && holds(&bytes, b"CRL1"));
    assert!(is_signed_by(issuing, &tbs.to_der().unwrap(), certificate.signature().raw_bytes()));
}

#[test]
fn no_email_address_means_no_place_for_it_and_a_long_name_is_shortened() {
    let issuing = &authorities().issuing;
    let key = RsaKey::make(&Chance::seeded(13)).unwrap().public().unwrap();
    let long = PersonName::parse(&["Maximiliane"; 8].join(" ")).unwrap();
    let draft =
        Draft::person(&Row { email: None, name: long, ..row() }, &key, issuing.public(), &addresses());
    let certificate = issuing.issue(draft.unwrap(), &key).unwrap();
    let oids = certificate.tbs_certificate().extensions().unwrap().iter().map(|one| one.extn_id.to_string());
    assert!(oids.into_iter().all(|oid| oid != "2.5.29.17"));
    assert!(certificate.tbs_certificate().subject().to_string().contains("Maximiliane M"));
}

#[test]
fn a_list_is_read_by_others_and_signed() {
    let mut entries = Entries::default();
    let (blocked, reason) = (at("2019-03-05T08:00:00Z"), CertificateBlockReason::Renewed);
    entries.add(CertificateSerial(0x1000_0007), blocked, Some(reason)).unwrap();
    entries.add(CertificateSerial(0x1000_0008), blocked, None).unwrap();
    let issuing = &authorities().issuing;
    let whole = Issue { ca: Ca::Issuing, part: None, changes: 2, at: at("2019-03-06T08:00:00Z") };
    for issue in [whole, Issue { part: Some(1), ..whole }] {
        let part = issue.part;
        let read: CertificateList =
            CertificateList::from_der(&list(issuing, issue, entries.clone()).unwrap()).unwrap();
        let listed = read.tbs_cert_list.revoked_certificates.as_ref().unwrap();
        assert_eq!(listed.len(), 2);
        assert!(listed[0].crl_entry_extensions.is_some() && listed[1].crl_entry_extensions.is_none());
        let said = read.tbs_cert_list.crl_extensions.as_ref().unwrap();
        assert_eq!(said.len(), if part.is_some() { 3 } else { 2 });
        let content = read.tbs_cert_list.to_der().unwrap();
        assert!(is_signed_by(issuing, &content, read.signature.raw_bytes()));
    }
    let roots = Issue { ca: Ca::Primary, ..whole };
    let empty = list(&authorities().primary, roots, Entries::default()).unwrap();
    let empty: CertificateList = CertificateList::from_der(&empty).unwrap();
    assert!(empty.tbs_cert_list.revoked_certificates.is_none());
}

#[test]
fn what_is_no_question_is_answered_as_such() {
    for wrong in [&b""[..], b"\x30\x00", b"\x30\x80\x00\x00", &[0x30; 40]] {
        assert!(ocsp::Question::read(wrong).is_none());
    }
    assert_eq!(ocsp::not_understood(), [0x30, 3, 0x0a, 1, 1]);
}

#[test]
fn text_and_chain_hold_the_certificate() {
    let authorities = authorities();
    let text = files::pem(&authorities.primary.der);
    assert!(text.lines().all(|line| line.len() <= 64) && text.ends_with("-----END CERTIFICATE-----\n"));
    let chain = files::chain(&[&authorities.issuing.der, &authorities.primary.der]).unwrap();
    assert!(holds(&chain, &authorities.issuing.der) && holds(&chain, &authorities.primary.der));
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}
