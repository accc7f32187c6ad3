//! What a receiver of signed data finds out about a file (Rules 4.5): who signed it, whether it is as it was signed, and
//! whether the certificate could be relied on then and can be now. It is checked as another program would check it, up to the
//! authority that issues here, and read from the rows that the revocation list reads.

use jiff::Timestamp;
use jiff::fmt::strtime;
use x509_cert::Certificate;

use crate::cases::app::{App, StoreError};
use crate::cases::certificates::{aside, authorities};
use crate::outside::pki::authority::Authority;
use crate::outside::pki::openoces;
use crate::outside::pki::pdf_signatures::{PdfSignature, Signatures, signatures};
use crate::outside::pki::subject::{self, Named};
use crate::store::Tx;
use rules::nemid::certificate::{CertificateSerial, CheckedCertificate};

/// How many signatures of a file are looked at.
pub const MOST_SIGNATURES: usize = 10;

/// How a file is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As NemID had it (XML).
    Xml,
    /// In a PDF.
    Pdf,
}

impl Kind {
    /// Its stable word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Xml => "xml",
            Self::Pdf => "pdf",
        }
    }
}

/// What a file is found to be.
#[derive(Clone, Debug)]
pub enum Finding {
    /// It is not a signed document of this kind.
    NotSigned,
    /// It has more signatures than are looked at.
    TooMany,
    /// It is not as it was signed.
    Changed,
    /// It says more than was signed.
    Added,
    /// Another authority issued the certificate.
    Foreign,
    /// It is as these signed it, in their order.
    Signed(Vec<Signature>),
}

impl Finding {
    /// The verdict in one stable word. A signature is good that was made while its certificate was, whatever happened to that
    /// later (Rules 4.5).
    pub fn verdict(&self) -> &'static str {
        match self {
            Self::NotSigned => "not-signed",
            Self::TooMany => "too-many",
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Foreign => "foreign",
            Self::Signed(all) if all.iter().all(Signature::is_good) => "good",
            Self::Signed(_) => "not-good",
        }
    }

    /// All verdicts.
    pub const VERDICTS: [&str; 7] =
        ["not-signed", "too-many", "changed", "added", "foreign", "good", "not-good"];
}

/// A signature that holds.
#[derive(Clone, Debug)]
pub struct Signature {
    pub kind: Kind,
    /// Who signed, as the certificate says.
    pub by: Named,
    /// When, as the signed file says.
    pub at: Timestamp,
    /// What was signed, where the file says it in words.
    pub said: Said,
    /// What holds of the certificate now.
    pub certificate: CheckedCertificate,
}

impl Signature {
    /// Whether it can be relied on: its certificate was good when it was made.
    pub fn is_good(&self) -> bool {
        self.certificate.was_good(self.at)
    }
}

/// What a file says of itself in words; a PDF says it on its pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The site that asked for the signature.
    pub site: Option<String>,
    pub title: Option<String>,
    pub text: Option<String>,
}

/// A signature in a file, before it is judged.
struct Found {
    kind: Kind,
    certificate: Certificate,
    at: Option<Timestamp>,
    is_intact: Option<bool>,
    is_genuine: bool,
    is_whole: bool,
    said: Said,
}

/// A signature whose certificate is not looked up yet.
struct Unchecked {
    kind: Kind,
    by: Named,
    serial: CertificateSerial,
    at: Timestamp,
    said: Said,
}

/// Looks at a file.
///
/// # Errors
/// When the database can't be read.
pub async fn look_at(app: &App, file: Vec<u8>) -> Result<Finding, StoreError> {
    let (authorities, now) = (authorities::of(app).await?, app.now());
    let judged = aside(move || Ok(judge(&file, &authorities.issuing))).await?;
    let unchecked = match judged {
        Ok(unchecked) => unchecked,
        Err(finding) => return Ok(finding),
    };
    app.read(move |tx| {
        let all = unchecked.into_iter().map(|one| looked_up(tx, one, now));
        let all = all.collect::<Result<Option<Vec<_>>, StoreError>>()?;
        Ok(all.map_or(Finding::Foreign, Finding::Signed))
    })
    .await
}

/// The certificate as its row says it; `None` when no certificate of that number was ever issued.
fn looked_up(tx: &Tx<'_>, one: Unchecked, now: Timestamp) -> Result<Option<Signature>, StoreError> {
    let Unchecked { kind, by, serial, at, said } = one;
    let certificate = tx.checked_certificate(serial, now)?;
    Ok(certificate.map(|certificate| Signature { kind, by, at, said, certificate }))
}

/// Judges each signature of a file: the first that does not hold is the finding.
fn judge(file: &[u8], issuing: &Authority) -> Result<Vec<Unchecked>, Finding> {
    let found = if file.starts_with(b"%PDF-") {
        in_pdf(file)?
    } else {
        vec![in_xml(file).ok_or(Finding::NotSigned)?]
    };
    let is_whole = found.last().is_some_and(|last| last.is_whole);
    let unchecked = found.into_iter().map(|one| judge_one(one, issuing)).collect::<Result<Vec<_>, _>>()?;
    if is_whole { Ok(unchecked) } else { Err(Finding::Added) }
}

fn judge_one(found: Found, issuing: &Authority) -> Result<Unchecked, Finding> {
    let Found { kind, certificate, at, is_intact, is_genuine, said, .. } = found;
    if is_intact == Some(false) {
        return Err(Finding::Changed);
    }
    let (by, serial) = subject::issued_by(&certificate, issuing).ok_or(Finding::Foreign)?;
    if !is_genuine {
        return Err(Finding::Changed);
    }
    let at = at.ok_or(Finding::NotSigned)?;
    Ok(Unchecked { kind, by, serial, at, said })
}

fn in_xml(file: &[u8]) -> Option<Found> {
    let signed = openoces::read(std::str::from_utf8(file).ok()?)?;
    let value = |name: &str| signed.value(name).map(str::to_owned);
    let said = Said { site: value("RequestIssuer"), title: value("title"), text: value("signtext") };
    let at = signed.value("TimeStamp").and_then(|at| strtime::parse("%Y-%m-%d %H:%M:%S%z", at).ok());
    Some(Found {
        kind: Kind::Xml,
        at: at.and_then(|at| at.to_timestamp().ok()),
        is_intact: signed.is_intact,
        is_genuine: signed.is_genuine,
        is_whole: signed.is_whole,
        said,
        certificate: signed.certificate,
    })
}

fn in_pdf(file: &[u8]) -> Result<Vec<Found>, Finding> {
    let found = match signatures(file, MOST_SIGNATURES) {
        Signatures::None => return Err(Finding::NotSigned),
        Signatures::Broken => return Err(Finding::Changed),
        Signatures::TooMany => return Err(Finding::TooMany),
        Signatures::Found(found) => found,
    };
    let found = found.into_iter().map(|PdfSignature { cms, at, is_intact, is_whole }| Found {
        kind: Kind::Pdf,
        at,
        is_intact,
        is_genuine: cms.is_genuine(),
        is_whole,
        said: Said::default(),
        certificate: cms.certificate,
    });
    Ok(found.collect())
}
