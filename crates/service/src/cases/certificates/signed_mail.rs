//! Who signed an e-mail that was encrypted: what its sender signed lies within, so that only its reader sees who did (D41).

use zeroize::Zeroizing;

use crate::cases::app::{App, StoreError};
use crate::cases::certificates::{aside, authorities};
use crate::outside::pki::authority::Authority;
use crate::outside::pki::cms::CmsSignature;
use crate::outside::pki::entity;
use crate::outside::pki::subject;
use jiff::Timestamp;
use rules::nemid::certificate::CertificateSerial;

/// Who signed an e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignedBy {
    /// Nobody.
    Nobody,
    /// The holder of a certificate of ours that was good then.
    Holder {
        /// Whom the certificate names.
        name: String,
        serial: CertificateSerial,
    },
    /// It says that it is signed, but the signature does not hold.
    NotAsItSays,
}

/// What stands in an e-mail.
pub(super) struct Inside {
    pub text: Zeroizing<String>,
    pub signed: SignedBy,
}

/// A signature that holds, whose certificate is not looked up yet.
struct Unchecked {
    name: String,
    serial: CertificateSerial,
    at: Timestamp,
}

/// What was read of a signed message.
struct Read {
    text: Zeroizing<String>,
    holds: Option<Unchecked>,
}

/// Reads what was decrypted.
///
/// # Errors
/// When the database can't be read.
pub(super) async fn read(app: &App, decrypted: Zeroizing<Vec<u8>>) -> Result<Inside, StoreError> {
    let Some(message) = entity::signed_message(&decrypted) else {
        return Ok(Inside { text: Zeroizing::new(entity::text(&decrypted)), signed: SignedBy::Nobody });
    };
    let authorities = authorities::of(app).await?;
    let Read { text, holds } = aside(move || Ok(judged(&message, &authorities.issuing))).await?;
    let signed = match holds {
        Some(unchecked) => looked_up(app, unchecked).await?,
        None => SignedBy::NotAsItSays,
    };
    Ok(Inside { text, signed })
}

fn judged(message: &[u8], issuing: &Authority) -> Read {
    let Some(signature) = CmsSignature::read(message) else {
        return Read { text: Zeroizing::default(), holds: None };
    };
    let content = Zeroizing::new(signature.within.clone().unwrap_or_default());
    let holds = || {
        let is_theirs = signature.is_over(&content) == Some(true) && signature.is_genuine();
        let (named, serial) = subject::issued_by(&signature.certificate, issuing).filter(|_| is_theirs)?;
        Some(Unchecked { name: named.name, serial, at: signature.at? })
    };
    Read { text: Zeroizing::new(entity::text(&content)), holds: holds() }
}

async fn looked_up(app: &App, unchecked: Unchecked) -> Result<SignedBy, StoreError> {
    let (now, Unchecked { name, serial, at }) = (app.now(), unchecked);
    let found = app.read::<_, StoreError>(move |tx| tx.checked_certificate(serial, now)).await?;
    let was_good = found.is_some_and(|certificate| certificate.was_good(at));
    Ok(if was_good { SignedBy::Holder { name, serial } } else { SignedBy::NotAsItSays })
}
