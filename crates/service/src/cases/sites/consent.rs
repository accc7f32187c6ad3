//! The consent without which a private site is not given the CPR number: given, remembered, withdrawn (Rules
//! 4.1).

use crate::cases::app::{App, Origin};
use crate::cases::own;
use crate::store::StoreError;
use rules::actor::Actor;
use rules::providers;
use rules::sites::Site;
use rules::sites::SiteKind;
use rules::words::NemIdNumber;

/// Whether the site has to ask before it is given the CPR number.
pub async fn is_to_be_asked(app: &App, site: &'static Site, number: NemIdNumber) -> Result<bool, StoreError> {
    if site.kind != SiteKind::Private {
        return Ok(false);
    }
    app.read(move |tx| {
        let Some(pid) = own::mine(tx, number)?.pid else { return Ok(false) };
        Ok(tx.cpr_consent(&site.name(), pid)?.is_none())
    })
    .await
}

/// Gives the consent, or withdraws it: then the site forgets the CPR number.
pub async fn set(
    app: &App,
    site: &'static Site,
    number: NemIdNumber,
    origin: &Origin,
    given: bool,
) -> Result<(), StoreError> {
    app.act(origin, Actor::Citizen, move |act| {
        let (nemid, name) = (act.nemid(number)?, site.name());
        let Some(pid) = nemid.pid else { return Ok(()) };
        let before = act.tx.cpr_consent(&name, pid)?.is_some();
        let events = providers::set_consent(&nemid, site, before, given);
        if events.is_empty() {
            return Ok(());
        }
        act.record(&nemid, &events)?;
        if given {
            act.tx.save_cpr_consent(&name, pid, act.now())
        } else {
            act.tx.withdraw_cpr_consent(&name, pid)
        }
    })
    .await
}
