//! A message that only the holder of a certificate can read (CMS `EnvelopedData`, RFC 5652 6): a key drawn for it alone,
//! encrypted to the certificate by RSA (PKCS#1 v1.5, as in the mails of the time), and the text encrypted by that (AES-CBC).
//!
//! Whoever sends changed messages and watches learns nothing: a key that does not decrypt is drawn instead, and either way the
//! text does not open.

use aes::cipher::block_padding::Pkcs7;
use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use aes::{Aes128, Aes192, Aes256};
use der::asn1::ObjectIdentifier;
use der::{Decode, Encode};
use x509_cert::Certificate;
use zeroize::Zeroizing;

use crate::outside::chance::Chance;
use crate::outside::pki::PkiError;
use crate::outside::pki::ber::Node;
use crate::outside::pki::der_bytes::{number, tag, value};
use crate::outside::pki::holder::Holder;
use crate::outside::pki::rsa_key::encrypted;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const ENVELOPED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.3");
const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const AES_128: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.1.2");
const AES_192: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.1.22");
const AES_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.1.42");
const SET: u8 = 0x31;
const BLOCK: usize = 16;

/// Encrypts a text to the holder of a certificate.
///
/// # Errors
/// [`PkiError`] when it can't be written, or the certificate has another kind of key.
pub fn enveloped(text: &[u8], to: &Certificate, chance: &Chance) -> Result<Vec<u8>, PkiError> {
    let key = Zeroizing::new(chance.bytes::<32>());
    let start: [u8; BLOCK] = chance.bytes();
    let cipher = cbc::Encryptor::<Aes256>::new((&*key).into(), (&start).into());
    let body = cipher.encrypt_padded_vec::<Pkcs7>(text);
    let tbs = to.tbs_certificate();
    let wrapped = encrypted(tbs.subject_public_key_info(), &*key, chance)?;
    let who = value(tag::SEQUENCE, &[&tbs.issuer().to_der()?, &tbs.serial_number().to_der()?]);
    let how = value(tag::SEQUENCE, &[&RSA.to_der()?, &[5, 0]]);
    let wrapped = value(tag::OCTET_STRING, &[&wrapped]);
    let recipient = value(tag::SEQUENCE, &[&number(0), &who, &how, &wrapped]);
    let start = value(tag::OCTET_STRING, &[&start]);
    let cipher = value(tag::SEQUENCE, &[&AES_256.to_der()?, &start]);
    let content = value(tag::SEQUENCE, &[&DATA.to_der()?, &cipher, &value(tag::in_place(0), &[&body])]);
    let enveloped = value(tag::SEQUENCE, &[&number(0), &value(SET, &[&recipient]), &content]);
    Ok(value(tag::SEQUENCE, &[&ENVELOPED_DATA.to_der()?, &value(tag::wrapping(0), &[&enveloped])]))
}

/// A message that was encrypted, by us or by another program.
pub struct Enveloped {
    recipients: Vec<Recipient>,
    cipher: ObjectIdentifier,
    start: [u8; BLOCK],
    body: Vec<u8>,
}

struct Recipient {
    /// The serial number of the certificate, as it is encoded.
    serial: Vec<u8>,
    /// The authority, as it is encoded.
    issuer: Vec<u8>,
    key: Vec<u8>,
}

impl Enveloped {
    /// Reads a message. `None` for one that is not encrypted in a way of the time.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let info = Node::read(bytes)?;
        let [kind, wrapper] = info.values() else { return None };
        if oid(kind)? != ENVELOPED_DATA {
            return None;
        }
        // What else there may be, about whom it is from, is not needed.
        let parts: Vec<_> =
            wrapper.values().first()?.values().iter().filter(|part| part.tag & 0x80 == 0).collect();
        let [_, recipients, content, ..] = parts[..] else { return None };
        let [_, algorithm, body] = content.values() else { return None };
        let [cipher, start] = algorithm.values() else { return None };
        let recipients: Vec<_> = recipients.values().iter().filter_map(recipient).collect();
        let (cipher, start) = (oid(cipher)?, start.bytes().try_into().ok()?);
        Some(Self { recipients, cipher, start, body: body.bytes() }).filter(|one| !one.recipients.is_empty())
    }

    /// Whether it is encrypted to a certificate.
    pub fn is_to(&self, certificate: &Certificate) -> bool {
        self.key_for(certificate).is_some()
    }

    fn key_for(&self, certificate: &Certificate) -> Option<&[u8]> {
        let tbs = certificate.tbs_certificate();
        let (issuer, serial) = (tbs.issuer().to_der().ok()?, tbs.serial_number().to_der().ok()?);
        let theirs = self.recipients.iter().find(|one| one.issuer == issuer && one.serial == serial);
        theirs.map(|one| one.key.as_slice())
    }

    /// The text, for the holder of the certificate. `None` when it does not open, whatever the cause.
    pub fn open(&self, holder: &Holder) -> Option<Zeroizing<Vec<u8>>> {
        let key = holder.decrypted(self.key_for(holder.certificate())?)?;
        let text = match self.cipher {
            AES_128 => opened::<cbc::Decryptor<Aes128>>(&key, &self.start, &self.body),
            AES_192 => opened::<cbc::Decryptor<Aes192>>(&key, &self.start, &self.body),
            AES_256 => opened::<cbc::Decryptor<Aes256>>(&key, &self.start, &self.body),
            _ => None,
        };
        text.map(Zeroizing::new)
    }
}

fn opened<C: KeyIvInit + BlockModeDecrypt>(key: &[u8], start: &[u8], body: &[u8]) -> Option<Vec<u8>> {
    C::new_from_slices(key, start).ok()?.decrypt_padded_vec::<Pkcs7>(body).ok()
}

/// A recipient by authority and serial number, whose key is encrypted by RSA.
fn recipient(node: &Node<'_>) -> Option<Recipient> {
    let [_, who, how, key] = node.values() else { return None };
    let [issuer, serial] = who.values() else { return None };
    if oid(how.values().first()?)? != RSA {
        return None;
    }
    Some(Recipient { serial: serial.whole.to_vec(), issuer: issuer.whole.to_vec(), key: key.bytes() })
}

fn oid(node: &Node<'_>) -> Option<ObjectIdentifier> {
    ObjectIdentifier::from_der(node.whole).ok()
}
