//! What a site knows about a visitor: the claims from NemID (Rules 4.1), and its own records.

use jiff::Timestamp;

use crate::cases::app::App;
use crate::cases::own;
use crate::store::documents::Document;
use crate::store::{StoreError, Tx};
use rules::nemid::NemId;
use rules::providers;
use rules::providers::Claims;
use rules::sites::Site;
use rules::words::{Address, NemIdNumber};

/// What a site knows about one visitor.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The claims from NemID.
    pub claims: Claims,
    /// When the consent to the CPR number was given.
    pub consent: Option<Timestamp>,
    /// The registered address, looked up in CPR, where the site knows the CPR number.
    pub address: Option<Address>,
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
        let address = claims.cpr.map(|_| citizen.address);
        let signed = tx.signed_documents(&site.name(), nemid.holder)?;
        Ok(Visit { claims, consent, address, signed, now })
    })
    .await
}

/// When the holder consented to the site's getting the CPR number.
pub(super) fn consent(tx: &Tx<'_>, site: &Site, nemid: &NemId) -> Result<Option<Timestamp>, StoreError> {
    nemid.pid.map_or(Ok(None), |pid| tx.cpr_consent(&site.name(), pid))
}
