//! The private key of a valid certificate, for what its holder has just confirmed with a key of the card.

use std::sync::Arc;

use crate::cases::app::{Act, App, StoreError, content};
use crate::cases::certificates::{authorities, bodies, broken};
use crate::outside::pki::authority::Authorities;
use crate::outside::pki::holder::Holder;
use crate::store::Tx;
use rules::nemid::Certificate;
use rules::words::NemIdNumber;

/// The authorities, once the valid certificate of a NemID and its key are made, so that the next transaction can sign with
/// it.
///
/// # Errors
/// When they can't be read or made.
pub(crate) async fn ready(app: &App, nemid: NemIdNumber) -> Result<Arc<Authorities>, StoreError> {
    let now = app.now();
    let serial = app
        .read::<_, StoreError>(move |tx| {
            let nemid = tx.nemid(nemid)?;
            Ok(nemid.and_then(|nemid| nemid.valid_certificate(now).map(|certificate| certificate.serial)))
        })
        .await?;
    if let Some(serial) = serial {
        bodies::ensured(app, serial).await?;
    }
    authorities::of(app).await
}

/// The holder of a certificate that is valid now.
///
/// # Errors
/// When its key is not there.
pub(crate) fn of(act: &Act<'_>, certificate: &Certificate) -> Result<Holder, StoreError> {
    read(act.app, act.tx, certificate)?.ok_or_else(|| {
        StoreError::Certificates(format!("certificate {} has no private key", certificate.serial))
    })
}

/// The holder of a certificate as long as its key is there.
pub(crate) fn read(app: &App, tx: &Tx<'_>, certificate: &Certificate) -> Result<Option<Holder>, StoreError> {
    let stored = tx.certificate_body(certificate.serial)?;
    let Some((body, key)) = stored.and_then(|stored| stored.key.map(|key| (stored.body, key))) else {
        return Ok(None);
    };
    let key = app.open_bytes(&content::certificate_context(certificate.serial), &key)?;
    Holder::read(&body, &key).map(Some).map_err(broken)
}
