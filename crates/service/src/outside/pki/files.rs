//! Certificates as files that people keep: text between two lines (PEM), and a certificate with those above it (PKCS#7).

use base64::prelude::{BASE64_STANDARD, Engine};
use der::Encode;
use der::asn1::ObjectIdentifier;

use crate::outside::pki::der_bytes::{number, tag, value};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const SET: u8 = 0x31;
/// Characters on a line (RFC 7468 2).
const WIDTH: usize = 64;

/// A certificate as text.
pub fn pem(certificate: &[u8]) -> String {
    let encoded = BASE64_STANDARD.encode(certificate);
    let mut text = String::from("-----BEGIN CERTIFICATE-----\n");
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(WIDTH));
        text.push_str(line);
        text.push('\n');
        rest = after;
    }
    text.push_str("-----END CERTIFICATE-----\n");
    text
}

/// Certificates and nothing signed (RFC 5652, `certs-only`).
///
/// # Errors
/// Never for certificates of ours.
pub fn chain(certificates: &[&[u8]]) -> der::Result<Vec<u8>> {
    let content = value(tag::SEQUENCE, &[&DATA.to_der()?]);
    // A set is written in the order of its bytes.
    let mut sorted = certificates.to_vec();
    sorted.sort_unstable();
    let signed = value(
        tag::SEQUENCE,
        &[&number(1), &value(SET, &[]), &content, &value(tag::wrapping(0), &sorted), &value(SET, &[])],
    );
    Ok(value(tag::SEQUENCE, &[&SIGNED_DATA.to_der()?, &value(tag::wrapping(0), &[&signed])]))
}
