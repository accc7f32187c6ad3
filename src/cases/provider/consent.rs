//! The consent without which a private site is not told the CPR number: given, remembered, taken back (Rules 4.1).

use std::sync::Arc;

use super::sites::Site;
use crate::cases::house::House;
use crate::cases::own;
use crate::rules::providers::SiteKind;
use crate::rules::words::NemIdNumber;
use crate::store::StoreError;

/// Whether the site has to ask before it is told the CPR number.
///
/// # Errors
/// When the database can't be read.
pub async fn is_to_be_asked(
    house: &Arc<House>,
    site: &'static Site,
    number: NemIdNumber,
) -> Result<bool, StoreError> {
    if site.kind != SiteKind::Private {
        return Ok(false);
    }
    house
        .store
        .read(move |tx| {
            let Some(pid) = own::mine(tx, number)?.pid else { return Ok(false) };
            Ok(tx.cpr_consent(&site.name(), pid)?.is_none())
        })
        .await
}

/// Gives the consent, or takes it back: then the site forgets the CPR number.
///
/// # Errors
/// When it can't be written.
pub async fn set(
    house: &Arc<House>,
    site: &'static Site,
    number: NemIdNumber,
    given: bool,
) -> Result<(), StoreError> {
    let now = house.now();
    house
        .store
        .write(move |tx| match own::mine(tx, number)?.pid {
            Some(pid) if given => tx.save_cpr_consent(&site.name(), pid, now),
            Some(pid) => tx.withdraw_cpr_consent(&site.name(), pid),
            None => Ok(()),
        })
        .await
}
