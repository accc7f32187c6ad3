//! What a site knows about a visitor: the claims from NemID (Rules 4.1), and its own records.

use jiff::Timestamp;

use crate::cases::app::App;
use crate::cases::own;
use crate::store::documents::Document;
use crate::store::{StoreError, Tx};
use rules::nemid::NemId;
use rules::providers;
use rules::providers::Claims;
use rules::sites::{Site, SiteKind};
use rules::words::{Address, CprNumber, NemIdNumber};

/// What a site knows about one visitor.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The claims from NemID.
    pub claims: Claims,
    /// When the consent to the CPR number was given.
    pub consent: Option<Timestamp>,
    /// The registered address, looked up in CPR, where the site knows the CPR number and there is one.
    pub address: Option<Address>,
    /// The number by which a netbank knows its customer: the first that the customer had (D28).
    pub first_cpr: CprNumber,
    /// What was signed here, the newest first.
    pub signed: Vec<Document>,
    /// The simulated instant.
    pub now: Timestamp,
}

/// What a site knows about the holder of a NemID who is logged on.
pub async fn of(app: &App, site: &'static Site, number: NemIdNumber) -> Result<Visit, StoreError> {
    let now = app.now();
    app.read(move |tx| {
        let nemid = own::mine(tx, number)?;
        let citizen = own::holder(tx, &nemid)?;
        let consent = consent(tx, site, &nemid)?;
        let claims = providers::claims(&nemid, site.kind, &citizen.name, consent.is_some(), now);
        let address = claims.cpr.and(citizen.address);
        let signed = signed(tx, site, &nemid)?;
        let first_cpr = tx.first_cpr_number(nemid.holder)?;
        Ok(Visit { claims, consent, address, first_cpr, signed, now })
    })
    .await
}

/// What was signed at a site, the newest first. A private site knows people by their PID number, so that it does not find
/// what was signed under another one (D28).
fn signed(tx: &Tx<'_>, site: &Site, nemid: &NemId) -> Result<Vec<Document>, StoreError> {
    let mut signed = tx.signed_documents(&site.name(), nemid.holder)?;
    if site.kind == SiteKind::Private {
        let mut theirs = Vec::new();
        for document in signed {
            let certificate = document.certificate.map_or(Ok(None), |serial| tx.certificate(serial))?;
            if certificate.is_none_or(|one| Some(one.pid) == nemid.pid) {
                theirs.push(document);
            }
        }
        signed = theirs;
    }
    Ok(signed)
}

/// When the holder consented to the site's getting the CPR number.
pub(super) fn consent(tx: &Tx<'_>, site: &Site, nemid: &NemId) -> Result<Option<Timestamp>, StoreError> {
    nemid.pid.map_or(Ok(None), |pid| tx.cpr_consent(&site.name(), pid))
}
