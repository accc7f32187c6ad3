//! The revocation list (spærreliste), which a receiver of signed data must check (Rules 4.5).

use crate::cases::app::App;
use crate::store::StoreError;
pub use crate::store::past_certificates::Revoked;
use rules::nemid::certificate::{CertificateSerial, CheckedCertificate};

/// Certificates on one page of the list.
pub const PER_PAGE: u32 = 50;

/// One page of the list.
#[derive(Debug)]
pub struct RevocationList {
    /// The blocked certificates, the newest block first.
    pub certificates: Vec<Revoked>,
    /// Which page it is, counted from 1.
    pub current: u32,
    /// How many pages there are; at least 1.
    pub pages: u32,
}

/// Reads a page of the list, counted from 1. Returns the last page for a number beyond it.
///
/// # Errors
/// When the database can't be read.
pub async fn page(app: &App, page: u32) -> Result<RevocationList, StoreError> {
    app.store
        .read(move |tx| {
            let read = |page: u32| tx.revoked_certificates((page - 1).saturating_mul(PER_PAGE), PER_PAGE);
            let mut current = page.max(1);
            let (mut certificates, all) = read(current)?;
            let pages = all.div_ceil(PER_PAGE).max(1);
            if current > pages {
                current = pages;
                (certificates, _) = read(current)?;
            }
            Ok(RevocationList { certificates, current, pages })
        })
        .await
}

/// The certificate with a serial number, as a receiver of signed data checks it now (Rules 4.5).
pub async fn certificate(
    app: &App,
    serial: CertificateSerial,
) -> Result<Option<CheckedCertificate>, StoreError> {
    let now = app.now();
    app.store.read::<_, StoreError, _>(move |tx| tx.checked_certificate(serial, now)).await
}
