//! What a receiver of signed data finds out about a file (Rules 4.5): who signed it, whether it is as it was signed, and
//! whether the certificate could be relied on then and can be now. It reads the rows that the revocation list reads.

use jiff::Timestamp;
use jiff::fmt::strtime;

use crate::cases::app::{App, StoreError};
use crate::cases::certificates::{aside, authorities};
use crate::outside::pki::authority::Authority;
use crate::outside::pki::subject::{self, Named};
use crate::outside::pki::{openoces, pades};
use rules::nemid::certificate::{CertificateSerial, CheckedCertificate};

/// How a file is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As NemID had it (XML).
    Xml,
    /// In a PDF.
    Pdf,
}

/// What a file is found to be.
#[derive(Clone, Debug)]
pub enum Finding {
    /// It is not a signed document of this kind.
    NotSigned,
    /// It is not as it was signed.
    Changed,
    /// Another authority issued the certificate.
    Foreign,
    /// It is as somebody signed it.
    Signed(Box<Signature>),
}

/// A signature that holds.
#[derive(Clone, Debug)]
pub struct Signature {
    pub kind: Kind,
    /// Who signed, as the certificate says.
    pub by: Named,
    pub serial: CertificateSerial,
    /// When, as the signed file says.
    pub at: Timestamp,
    /// The site that asked for it, where the file says so.
    pub site: Option<String>,
    /// What was signed, where the file says it in words.
    pub title: Option<String>,
    pub text: Option<String>,
    /// What holds of the certificate now.
    pub certificate: CheckedCertificate,
}

/// What was read before the certificate is looked up.
enum Read {
    Finding(Finding),
    Signature(Box<Unchecked>),
}

struct Unchecked {
    kind: Kind,
    by: Named,
    serial: CertificateSerial,
    at: Timestamp,
    site: Option<String>,
    title: Option<String>,
    text: Option<String>,
}

/// Looks at a file.
///
/// # Errors
/// When the database can't be read.
pub async fn look_at(app: &App, file: Vec<u8>) -> Result<Finding, StoreError> {
    let (authorities, now) = (authorities::of(app).await?, app.now());
    let read = aside(move || Ok(read(&file, &authorities.issuing))).await?;
    let Unchecked { kind, by, serial, at, site, title, text } = match read {
        Read::Finding(finding) => return Ok(finding),
        Read::Signature(read) => *read,
    };
    let found = app.read::<_, StoreError>(move |tx| tx.checked_certificate(serial, now)).await?;
    Ok(found.map_or(Finding::Foreign, |certificate| {
        Finding::Signed(Box::new(Signature { kind, by, serial, at, site, title, text, certificate }))
    }))
}

fn read(file: &[u8], issuing: &Authority) -> Read {
    let read = if file.starts_with(b"%PDF-") { pdf(file, issuing) } else { xml(file, issuing) };
    read.unwrap_or(Read::Finding(Finding::NotSigned))
}

fn xml(file: &[u8], issuing: &Authority) -> Option<Read> {
    let signed = openoces::read(std::str::from_utf8(file).ok()?)?;
    if !signed.holds {
        return Some(Read::Finding(Finding::Changed));
    }
    let Some((by, serial)) = subject::issued_by(&signed.certificate, issuing) else {
        return Some(Read::Finding(Finding::Foreign));
    };
    let at = strtime::parse("%Y-%m-%d %H:%M:%S%z", signed.value("TimeStamp")?).ok()?.to_timestamp().ok()?;
    let value = |name: &str| signed.value(name).map(str::to_owned);
    let (site, title, text) = (value("RequestIssuer"), value("title"), value("signtext"));
    Some(Read::Signature(Box::new(Unchecked { kind: Kind::Xml, by, serial, at, site, title, text })))
}

fn pdf(file: &[u8], issuing: &Authority) -> Option<Read> {
    let pades::Signed { at, certificate } = pades::read(file)?;
    let Some(certificate) = certificate else { return Some(Read::Finding(Finding::Changed)) };
    let Some((by, serial)) = subject::issued_by(&certificate, issuing) else {
        return Some(Read::Finding(Finding::Foreign));
    };
    let (site, title, text) = (None, None, None);
    Some(Read::Signature(Box::new(Unchecked { kind: Kind::Pdf, by, serial, at, site, title, text })))
}
