//! What everybody can fetch to check a certificate (Rules 4.5): the certificates of the authorities, the revocation lists,
//! and answers about one certificate. They read what `/spaerreliste` and `/certifikat` read.

use std::sync::Arc;

use crate::cases::app::{App, StoreError};
use crate::cases::certificates::{Ca, aside, authorities, broken};
use crate::outside::pki::authority::Authorities;
use crate::outside::pki::ocsp;
use crate::outside::pki::profile::serials_of;
use crate::outside::pki::revocation::{self, Entries, Issue};
use crate::store::Tx;

/// The certificate of an authority.
///
/// # Errors
/// When it can't be read or made.
pub async fn certificate(app: &App, ca: Ca) -> Result<Vec<u8>, StoreError> {
    Ok(authorities::of(app).await?.of(ca).der.clone())
}

/// The revocation list of an authority as it is now, or a part of it; `None` for a part that no certificate can belong to.
///
/// # Errors
/// When it can't be read or written.
pub async fn list(app: &App, ca: Ca, part: Option<u32>) -> Result<Option<Arc<Vec<u8>>>, StoreError> {
    let authorities = authorities::of(app).await?;
    match (ca, part) {
        (Ca::Primary, None) => {
            let now = app.now();
            // The other authority is never blocked, and there is no third.
            let issue = Issue { ca, part, changes: 0, at: now };
            let made = aside(move || revocation::list(&authorities.primary, issue, Entries::default()));
            made.await.map(|bytes| Some(Arc::new(bytes)))
        }
        (Ca::Primary, Some(_)) => Ok(None),
        (Ca::Issuing, Some(part)) => part_of_list(app, authorities, part).await,
        (Ca::Issuing, None) => whole_list(app, authorities).await.map(Some),
    }
}

async fn part_of_list(
    app: &App,
    authorities: Arc<Authorities>,
    part: u32,
) -> Result<Option<Arc<Vec<u8>>>, StoreError> {
    let Some(serials) = serials_of(part) else { return Ok(None) };
    let now = app.now();
    app.read(move |tx| {
        let entries = entries(tx, &serials)?;
        let issue = Issue { ca: Ca::Issuing, part: Some(part), changes: tx.revocation_changes()?, at: now };
        let list = revocation::list(&authorities.issuing, issue, entries);
        list.map(|bytes| Some(Arc::new(bytes))).map_err(broken)
    })
    .await
}

async fn whole_list(app: &App, authorities: Arc<Authorities>) -> Result<Arc<Vec<u8>>, StoreError> {
    let _turn = app.office.list_turn.lock().await;
    let (office, now) = (app.clone(), app.now());
    app.read(move |tx| {
        let changes = tx.revocation_changes()?;
        if let Some(list) = office.office.list(changes, now) {
            return Ok(list);
        }
        let entries = entries(tx, &(0..=u32::MAX))?;
        let issue = Issue { ca: Ca::Issuing, part: None, changes, at: now };
        let list = revocation::list(&authorities.issuing, issue, entries).map_err(broken)?;
        let list = Arc::new(list);
        office.office.keep_list(changes, now, &list);
        Ok(list)
    })
    .await
}

fn entries(tx: &Tx<'_>, serials: &std::ops::RangeInclusive<u32>) -> Result<Entries, StoreError> {
    let mut entries = Entries::default();
    tx.each_revoked(serials, |one| entries.add(one.serial, one.at, one.reason).map_err(broken))?;
    Ok(entries)
}

/// The answer to a question about certificates (OCSP), as they are now.
///
/// # Errors
/// When it can't be read or written.
pub async fn answer(app: &App, question: &[u8]) -> Result<Vec<u8>, StoreError> {
    let Some(question) = ocsp::Question::read(question) else { return Ok(ocsp::not_understood()) };
    let authorities = authorities::of(app).await?;
    let (serials, now) = (question.serials(&authorities), app.now());
    let found = app
        .read::<_, StoreError>(move |tx| {
            let look = |serial: Option<_>| match serial {
                None => Ok(None),
                Some(serial) => Ok(tx.checked_certificate(serial, now)?.map(|one| one.reliance)),
            };
            serials.into_iter().map(look).collect::<Result<Vec<_>, StoreError>>()
        })
        .await?;
    aside(move || ocsp::answer(&authorities, &question, &found, now)).await
}
