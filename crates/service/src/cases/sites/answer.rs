//! What a site that needs a certificate answers to who has signed there: an e-mail that is signed by the site's own certificate
//! and encrypted to the signer's, sent in the transaction that signs (Guide 3.1.3, D41).

use std::sync::Arc;

use crate::cases::app::{Act, App, StoreError};
use crate::cases::certificates::encrypted_mail::{self, Letter, Sealed};
use crate::cases::certificates::organisations;
use crate::cases::own;
use crate::cases::sites::signer::Signer;
use crate::store::documents::Document;
use jiff::Timestamp;
use rules::nemid::certificate::CertificateSerial;
use rules::sites::SiteKind;
use rules::words::PersonName;

/// What an answer is written from.
#[derive(Clone, Debug)]
pub struct AnswerFacts<'a> {
    /// The site that answers.
    pub site: &'static str,
    /// What kind of site it is.
    pub kind: SiteKind,
    /// Who has signed.
    pub name: &'a PersonName,
    /// What is signed.
    pub document: &'a Document,
    pub at: Timestamp,
}

/// The answer in words.
pub type AnswerInWords = Arc<dyn Fn(&AnswerFacts<'_>) -> Letter + Send + Sync>;

/// Writes and encrypts the answer to a document that is about to be signed, since encrypting draws a key. `None` where no
/// certificate is used, or none is valid.
///
/// # Errors
/// When it can't be read or encrypted.
pub(super) async fn prepared(
    app: &App,
    signer: &Signer,
    id: i64,
    in_words: AnswerInWords,
) -> Result<Option<Sealed>, StoreError> {
    if !signer.site.kind.needs_certificate() {
        return Ok(None);
    }
    let (now, reading) = (app.now(), signer.clone());
    let written = app
        .read::<_, StoreError>(move |tx| {
            let document = tx.document(&reading.site.name(), reading.who.cpr, id)?;
            let (Some(document), Some(nemid)) = (document, tx.nemid(reading.who.nemid)?) else {
                return Ok(None);
            };
            let Some(certificate) = nemid.valid_certificate(now) else { return Ok(None) };
            let (name, kind) = (own::holder(tx, &nemid)?.name, reading.site.kind);
            let site = reading.site.place.title;
            let facts = AnswerFacts { site, kind, name: &name, document: &document, at: now };
            Ok(Some(Written { to: certificate.serial, letter: in_words(&facts) }))
        })
        .await?;
    match written {
        Some(Written { to, letter }) => {
            let sender = organisations::function_of(app, signer.site.name()).await?;
            encrypted_mail::seal(app, to, letter, sender).await
        }
        None => Ok(None),
    }
}

struct Written {
    to: CertificateSerial,
    letter: Letter,
}

/// Whether the answer can be read with the certificate that signs: it was encrypted to that one.
pub(super) fn is_to(answer: Option<&Sealed>, certificate: CertificateSerial) -> bool {
    answer.is_some_and(|answer| answer.certificate == certificate)
}

/// Sends the answer.
pub(super) fn send(
    act: &Act<'_>,
    signer: &Signer,
    document: &Document,
    answer: &Sealed,
) -> Result<(), StoreError> {
    encrypted_mail::deliver(act, signer.who.nemid, answer, Some(document.id))
}

/// Whether the signer has the answer to a document.
///
/// # Errors
/// When the database can't be read.
pub async fn is_sent(app: &App, signer: &Signer, id: i64) -> Result<bool, StoreError> {
    let nemid = signer.who.nemid;
    app.read(move |tx| tx.is_answered(nemid, id)).await
}
