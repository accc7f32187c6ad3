//! What a citizen has in hand after signing at a site that needs a certificate: the document with its signature as NemID had
//! it (XML), and a receipt as a PDF that is signed with the same key. Both are made in the transaction that signs.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::cases::app::{Act, App, StoreError};
use crate::cases::certificates::{broken, holders};
use crate::cases::sites::signer::Signer;
use crate::outside::letters::pdf::{Sheet, pdf};
use crate::outside::pki::authority::Authorities;
use crate::outside::pki::openoces::{self, Property};
use crate::outside::pki::pades::{self, About};
pub use crate::store::document_signatures::SignatureFiles;
use crate::store::documents::Document;
use rules::nemid::Certificate;

/// What a receipt tells.
#[derive(Clone, Debug)]
pub struct ReceiptFacts<'a> {
    /// The site that asked for the signature.
    pub site: &'static str,
    /// What was signed.
    pub document: &'a Document,
    /// With which certificate.
    pub certificate: &'a Certificate,
    pub at: Timestamp,
}

/// The receipt in words.
pub type ReceiptInWords = Arc<dyn Fn(&ReceiptFacts<'_>) -> Sheet + Send + Sync>;

/// What a signature is made with besides the signer's key.
pub(super) struct With {
    pub authorities: Arc<Authorities>,
    pub in_words: ReceiptInWords,
}

/// Signs a document with its signer's certificate, and keeps what is handed out.
pub(super) fn sign(
    act: &Act<'_>,
    signer: &Signer,
    document: &Document,
    certificate: &Certificate,
    with: &With,
) -> Result<(), StoreError> {
    let With { authorities, in_words } = with;
    let holder = holders::of(act, certificate)?;
    let (site, at) = (signer.site.place.title, act.now());
    let properties = [
        Property::along("RequestIssuer", site),
        Property::along("TimeStamp", at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M:%S%z").to_string()),
        Property::along("action", "sign"),
        Property::shown("title", &document.title),
        Property::shown("signtext", &document.text),
    ];
    let above = [authorities.issuing.der.as_slice(), &authorities.primary.der];
    let xml = openoces::signed(&properties, &holder, &above).map_err(broken)?;
    let sheet = in_words(&ReceiptFacts { site, document, certificate, at });
    let page = pdf(&sheet).map_err(|error| StoreError::Certificates(error.to_string()))?;
    let about = About { name: certificate.name.as_str(), reason: &document.title, at };
    let receipt = pades::signed(&page, about, &holder, &authorities.issuing).map_err(broken)?;
    act.tx.save_signature_files(document.id, &SignatureFiles { xml, receipt })
}

/// The files of a document that its signer asks for; `None` where there are none.
///
/// # Errors
/// When the database can't be read.
pub async fn files(app: &App, signer: &Signer, id: i64) -> Result<Option<SignatureFiles>, StoreError> {
    let (site, cpr) = (signer.site.name(), signer.who.cpr);
    app.read(move |tx| match tx.document(&site, cpr, id)? {
        Some(document) => tx.signature_files(document.id),
        None => Ok(None),
    })
    .await
}
