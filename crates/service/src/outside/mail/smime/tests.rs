//! Signed mails, taken apart and verified again.

use base64::prelude::{BASE64_STANDARD, Engine};
use der::asn1::{Any, ObjectIdentifier, OctetString};
use der::{Decode, Encode};
use p256::ecdsa::VerifyingKey;
use p256::ecdsa::signature::Verifier;
use sha2::{Digest, Sha256};
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages, SubjectAltName};
use x509_cert::time::Time;

use crate::outside::mail::smime::*;
use crate::outside::pki::signed_data::{
    CONTENT_TYPE, ContentInfo, MESSAGE_DIGEST, SIGNING_CERTIFICATE_V2, SIGNING_TIME, SignedData,
    SigningCertificate,
};
use crate::outside::pki::tests::{addresses, authorities};

const ADDRESS: &str = "svar-ikke@selvbetjening.example";
const TEXT: &str = "Dit certifikat er spærret.\n\nFrom os til dig: en linje, som er længere, end nogen linje i en \
                    e-mail må være, og derfor deles. \n.\n..\n-- \nSelvbetjening\n";

fn at(instant: &str) -> Timestamp {
    instant.parse().unwrap()
}

fn mail_of(key: u8, instant: &str) -> Vec<u8> {
    let signer = Signer::new(&ServerKey::of_bytes([key; 32]), ADDRESS.parse().unwrap());
    signer.introduce(&authorities().issuing, &addresses()).unwrap();
    signer.signed("17.1551686400", TEXT, at(instant)).unwrap().formatted()
}

fn mail() -> Vec<u8> {
    mail_of(5, "2019-03-04T08:00:00Z")
}

/// The signed part and the signature.
fn parts(mail: &[u8]) -> (Vec<u8>, SignedData) {
    let mail = std::str::from_utf8(mail).unwrap();
    let boundary = mail.split("boundary=\"").nth(1).unwrap().split('"').next().unwrap();
    let between = format!("\r\n--{boundary}");
    let [_, content, signature, end] = *mail.split(&between).collect::<Vec<_>>() else { panic!("{mail}") };
    assert_eq!(end, "--\r\n");
    let lines = signature.split_once("\r\n\r\n").unwrap().1.replace("\r\n", "");
    let info = ContentInfo::from_der(&BASE64_STANDARD.decode(lines).unwrap()).unwrap();
    assert_eq!(info.content_type.to_string(), "1.2.840.113549.1.7.2");
    (content.strip_prefix("\r\n").unwrap().into(), info.content)
}

/// The certificate of who signed; the authority's lies beside it.
fn of_signer(data: &SignedData) -> &Certificate {
    let serial = &data.signers.get(0).unwrap().signer.serial;
    data.certificates.iter().find(|one| one.tbs_certificate().serial_number() == serial).unwrap()
}

fn attribute(data: &SignedData, oid: ObjectIdentifier) -> Any {
    let signed = &data.signers.get(0).unwrap().signed;
    signed.iter().find(|one| one.oid == oid).unwrap().values.get(0).unwrap().clone()
}

/// Whether the signature over this content was made by the certificate's holder.
fn holds(content: &[u8], data: &SignedData) -> bool {
    let (signer, certificate) = (data.signers.get(0).unwrap(), of_signer(data));
    let tbs = certificate.tbs_certificate();
    let digest: OctetString = attribute(data, MESSAGE_DIGEST).decode_as().unwrap();
    let key = tbs.subject_public_key_info().subject_public_key.raw_bytes();
    let key = VerifyingKey::from_sec1_bytes(key).unwrap();
    let Ok(signature) = DerSignature::from_bytes(signer.signature.as_bytes()) else { return false };
    digest.as_bytes() == Sha256::digest(content).as_slice()
        && (&signer.signer.issuer, &signer.signer.serial) == (tbs.issuer(), tbs.serial_number())
        && key.verify(&signer.signed.to_der().unwrap(), &signature).is_ok()
}

#[test]
fn the_signature_is_over_exactly_the_first_part() {
    let (content, data) = parts(&mail());
    assert!(content.starts_with(b"Content-Type: text/plain; charset=utf-8\r\n"));
    assert!(holds(&content, &data));
    for index in 0..content.len() {
        let mut changed = content.clone();
        changed[index] ^= 1;
        assert!(!holds(&changed, &data), "byte {index} can be changed");
    }
    assert!(!holds(&[&content, b"\r\n".as_slice()].concat(), &data));
}

#[test]
fn what_the_signature_says_of_itself_is_signed_too() {
    let (content, data) = parts(&mail());
    let (_, later) = parts(&mail_of(5, "2019-03-04T08:00:01Z"));
    let (_, other) = parts(&mail_of(6, "2019-03-04T08:00:00Z"));
    let signature_of = |from: &SignedData| from.signers.get(0).unwrap().signature.clone();
    for foreign in [signature_of(&later), signature_of(&other), OctetString::new([0x30, 0]).unwrap()] {
        let mut signer = data.signers.get(0).unwrap().clone();
        signer.signature = foreign;
        let data = SignedData { signers: [signer].try_into().unwrap(), ..parts(&mail()).1 };
        assert!(!holds(&content, &data));
    }
    let certificate = of_signer(&data).to_der().unwrap();
    let named: SigningCertificate = attribute(&data, SIGNING_CERTIFICATE_V2).decode_as().unwrap();
    assert_eq!(named.certificates[0].hash.as_bytes(), Sha256::digest(certificate).as_slice());
    let kind: ObjectIdentifier = attribute(&data, CONTENT_TYPE).decode_as().unwrap();
    assert_eq!(kind, data.content.content_type);
}

#[test]
fn it_is_signed_when_it_was_sent_before_and_after_2050() {
    for sent in
        ["2019-02-12T19:45:00Z", "2049-12-31T23:59:59Z", "2050-01-01T00:00:00Z", "2990-06-05T04:03:02Z"]
    {
        let (content, data) = parts(&mail_of(5, sent));
        let time: Time = Time::from_der(&attribute(&data, SIGNING_TIME).to_der().unwrap()).unwrap();
        assert_eq!(time.to_unix_duration().as_secs(), u64::try_from(at(sent).as_second()).unwrap());
        assert_eq!(matches!(time, Time::UtcTime(_)), sent < "2050", "{sent}");
        assert!(holds(&content, &data));
    }
}

#[test]
fn the_same_mail_is_the_same_bytes_and_another_server_key_is_another_signer() {
    assert_eq!(mail(), mail());
    let identity = |key| {
        let (_, data) = parts(&mail_of(key, "2019-03-04T08:00:00Z"));
        let tbs = of_signer(&data).tbs_certificate().clone();
        (tbs.serial_number().clone(), tbs.subject_public_key_info().clone())
    };
    assert_eq!(identity(5), identity(5));
    assert_ne!(identity(5).0, identity(6).0);
    assert_ne!(identity(5).1, identity(6).1);
}

#[test]
fn the_certificate_is_the_senders_own_for_mail_alone_and_outlasts_the_clock() {
    let (_, data) = parts(&mail());
    let certificate = of_signer(&data);
    let tbs = certificate.tbs_certificate();
    let issuing = &authorities().issuing.certificate;
    assert!(data.certificates.iter().any(|one| one == issuing), "it comes along");
    assert_eq!(tbs.issuer(), issuing.tbs_certificate().subject());
    let subject = tbs.subject().to_string();
    assert!(
        subject.contains("CN=Selvbetjening (simulator)") && subject.contains("CVR:00000000-UID:1"),
        "{subject}"
    );
    let whose: SubjectAltName = tbs.get_extension().unwrap().unwrap().1;
    assert!(matches!(&whose.0[..], [GeneralName::Rfc822Name(address)] if address.as_str() == ADDRESS));
    let purposes: ExtendedKeyUsage = tbs.get_extension().unwrap().unwrap().1;
    assert_eq!(purposes.0.iter().map(ToString::to_string).collect::<Vec<_>>(), ["1.3.6.1.5.5.7.3.4"]);
    let usage: KeyUsage = tbs.get_extension().unwrap().unwrap().1;
    assert_eq!(usage, KeyUsage(KeyUsages::DigitalSignature.into()));
    let limits: BasicConstraints = tbs.get_extension().unwrap().unwrap().1;
    assert!(!limits.ca);
    let (from, until) = (tbs.validity().not_before, tbs.validity().not_after);
    assert_eq!(
        (from.to_string(), until.to_string()),
        ("2010-01-01T00:00:00Z".into(), "9999-12-31T23:59:59Z".into())
    );
}

#[test]
fn nothing_is_signed_before_the_sender_has_a_certificate() {
    let signer = Signer::new(&ServerKey::of_bytes([5; 32]), ADDRESS.parse().unwrap());
    let refused = signer.signed("17.1551686400", TEXT, at("2019-03-04T08:00:00Z"));
    assert!(matches!(refused, Err(SigningError::NotIntroduced)));
}

#[test]
fn no_mail_server_has_to_touch_a_line_of_it() {
    let mail = String::from_utf8(mail()).unwrap();
    assert!(mail.is_ascii());
    assert!(!mail.replace("\r\n", "").contains(['\r', '\n']));
    for line in mail.split("\r\n") {
        assert!(line.len() <= 76 && !line.ends_with([' ', '\t']), "{line:?}");
    }
}
