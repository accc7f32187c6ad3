//! Signed mail (S/MIME, RFC 8551): `multipart/signed` of a text and the signature over exactly its bytes. The
//! key comes from the server key, and the certificate from the authority that issues all others (D35). Both are made when the
//! sender is introduced, and kept nowhere but in memory. The same mail is signed with the same bytes.
//!
//! ```text
//!  multipart/signed ─┬─ text/plain                     what is signed: its headers and its quoted-printable lines,
//!                    │                                 7 bits and CRLF, so that no mail server has to touch them
//!                    └─ application/pkcs7-signature    `signed_data` over those bytes
//! ```

use std::sync::OnceLock;

use jiff::Timestamp;
use lettre::Address;
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType};
use lettre::message::{MultiPart, SinglePart};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{DerSignature, SigningKey};
use p256::elliptic_curve::ops::ReduceNonZero;
use p256::{FieldBytes, NonZeroScalar};
use x509_cert::Certificate;
use x509_cert::spki::SubjectPublicKeyInfoOwned;
use zeroize::Zeroizing;

use crate::outside::keys::server_key::{Label, ServerKey};
use crate::outside::pki::PkiError;
use crate::outside::pki::addresses::Addresses;
use crate::outside::pki::authority::Authority;
use crate::outside::pki::profile::Draft;
use crate::outside::pki::signed_data::{CmsSigner, Content, ecdsa, signed_data};

const PROTOCOL: &str = "application/pkcs7-signature";
const HASH: &str = "sha-256";
const FILE: &str = "smime.p7s";

/// Why a mail can't be signed.
#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    /// The authority was not asked for the sender's certificate yet.
    #[error("the sender has no certificate yet")]
    NotIntroduced,
    /// The sender's certificate or the signature can't be made.
    #[error("the sender gets no certificate, or can't sign: {0}")]
    Certificate(#[from] PkiError),
}

/// Signs the mails of one sender.
pub(super) struct Signer {
    secret: Zeroizing<[u8; 32]>,
    address: Address,
    identity: OnceLock<Identity>,
}

/// The key and certificate that the sender signs with.
struct Identity {
    key: SigningKey,
    certificate: Certificate,
    /// The authority that issued it.
    issuer: Certificate,
}

impl Signer {
    /// The signer of this server key for this address.
    pub(super) fn new(key: &ServerKey, address: Address) -> Self {
        Self { secret: key.subkey(Label::MailSignature), address, identity: OnceLock::new() }
    }

    /// The text and its signature, as one part of a mail. `name` is the mail's unique name and is used in the
    /// boundary.
    ///
    /// # Errors
    /// [`SigningError`] for a sender that was not introduced, or an instant before 1970.
    pub(super) fn signed(&self, name: &str, text: &str, at: Timestamp) -> Result<MultiPart, SigningError> {
        let text = SinglePart::builder()
            .header(ContentType::TEXT_PLAIN)
            .header(ContentTransferEncoding::QuotedPrintable)
            .body(text.to_owned());
        let lines = text.formatted();
        // The last line end belongs to the boundary that follows, not to the part (RFC 2046 5.1.1).
        let content = lines.strip_suffix(b"\r\n").unwrap_or(&lines);
        let Identity { key, certificate, issuer } = self.identity.get().ok_or(SigningError::NotIntroduced)?;
        let sign = |bytes: &[u8]| {
            let signature: DerSignature = key.sign(bytes);
            Ok(signature.as_bytes().to_vec())
        };
        let above = std::slice::from_ref(issuer);
        let by = CmsSigner { certificate, above, algorithm: ecdsa(), sign: &sign };
        let signature = SinglePart::builder()
            .header(signature_type())
            .header(ContentTransferEncoding::Base64)
            .header(ContentDisposition::attachment(FILE))
            .body(signed_data(Content::Apart(content), Some(at), &by)?);
        // "=_" stands in no line of quoted-printable or base64.
        let boundary = format!("=_{name}");
        let both = MultiPart::signed(PROTOCOL.to_owned(), HASH.to_owned()).boundary(boundary);
        Ok(both.singlepart(text).singlepart(signature))
    }

    /// Gets a certificate for the sender from the authority.
    ///
    /// # Errors
    /// [`SigningError::Certificate`] for a sender whose address no certificate accepts.
    pub(super) fn introduce(&self, issuing: &Authority, addresses: &Addresses) -> Result<(), SigningError> {
        if self.identity.get().is_some() {
            return Ok(());
        }
        // Reduced, so that any 32 bytes give a key of the curve.
        let secret = Zeroizing::new(FieldBytes::from(*self.secret));
        let key = SigningKey::from(NonZeroScalar::reduce_nonzero(&*secret));
        let public = SubjectPublicKeyInfoOwned::from_key(key.verifying_key()).map_err(PkiError::from)?;
        let draft = Draft::company(self.address.as_ref(), &public, issuing.public(), addresses)?;
        let certificate = issuing.issue(draft, &public)?;
        let issuer = issuing.certificate.clone();
        self.identity.get_or_init(|| Identity { key, certificate, issuer });
        Ok(())
    }
}

fn signature_type() -> ContentType {
    ContentType::parse(&format!("{PROTOCOL}; name=\"{FILE}\""))
        .expect("it is a media type with one parameter")
}

#[cfg(test)]
mod tests;
