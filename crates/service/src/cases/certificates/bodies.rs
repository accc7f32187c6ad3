//! The certificate of a row as other programs read it. It and its key are made right after it was issued, or when they are
//! first needed; of one that has ended by then no key is kept.

use crate::cases::app::{App, Origin, StoreError, content};
use crate::cases::certificates::organisations::{self, Bearer};
use crate::cases::certificates::{Ca, aside, authorities, broken};
use crate::outside::pki::files;
use crate::outside::pki::office::Needed;
use crate::outside::pki::profile::Draft;
use crate::outside::pki::rsa_key::RsaKey;
use crate::store::certificate_bodies::StoredBody;
use rules::actor::{Actor, Channel};
use rules::nemid::Certificate;
use rules::nemid::certificate::CertificateSerial;
use rules::sites::Site;
use rules::words::NemIdNumber;
use sha2::{Digest, Sha256};

/// How a certificate is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Its bytes (DER).
    Cer,
    /// Text between two lines.
    Pem,
    /// With the certificates of the authorities above it (PKCS#7).
    Chain,
    /// What the old certificate signed, where this one renewed it (CMS).
    Renewal,
}

/// A certificate as a file; `None` when there is no row with that serial number.
///
/// # Errors
/// When it can't be read or made.
pub async fn file(
    app: &App,
    serial: CertificateSerial,
    kind: FileKind,
) -> Result<Option<Vec<u8>>, StoreError> {
    if kind == FileKind::Renewal {
        return app.read(move |tx| tx.renewal(serial)).await;
    }
    match ensured(app, serial).await? {
        Some(StoredBody { body, .. }) => handed_out(app, body, kind).await,
        None => Ok(None),
    }
}

/// A certificate in the form of a file; nothing for what another one signed.
pub(crate) async fn handed_out(
    app: &App,
    body: Vec<u8>,
    kind: FileKind,
) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(Some(match kind {
        FileKind::Renewal => return Ok(None),
        FileKind::Cer => body,
        FileKind::Pem => files::pem(&body).into_bytes(),
        FileKind::Chain => {
            let authorities = authorities::of(app).await?;
            let chain = [body.as_slice(), &authorities.issuing.der, &authorities.primary.der];
            files::chain(&chain).map_err(|error| broken(error.into()))?
        }
    }))
}

/// What its holder is shown of a certificate besides what its row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The name of the authority that issued it.
    pub issuer: &'static str,
    /// The SHA-256 of its bytes; `None` while it is being made.
    pub fingerprint: Option<[u8; 32]>,
    /// Whether its private key is there.
    pub has_key: bool,
    /// Whether it renewed another one, whose key signed for it (Rules 4.4).
    pub is_renewal: bool,
}

/// What is shown of a certificate. One that was not made yet is made in a moment, and nobody waits for it.
///
/// # Errors
/// When it can't be read.
pub async fn shown(app: &App, serial: CertificateSerial) -> Result<Shown, StoreError> {
    let found = stored(app, serial).await?;
    let is_renewal = app.read::<_, StoreError>(move |tx| Ok(tx.renewal(serial)?.is_some())).await?;
    if found.is_none() {
        app.office.will_need(Needed::Issued(serial));
    }
    Ok(Shown {
        issuer: Ca::Issuing.common_name(),
        fingerprint: found.as_ref().map(|found| Sha256::digest(&found.body).into()),
        is_renewal,
        has_key: found.is_some_and(|found| found.key.is_some()),
    })
}

/// The stored certificate of a row, made now if it was not yet. `None` when there is no such row.
///
/// # Errors
/// When it can't be read or made.
pub(crate) async fn ensured(app: &App, serial: CertificateSerial) -> Result<Option<StoredBody>, StoreError> {
    if let Some(body) = stored(app, serial).await? {
        return Ok(Some(body));
    }
    let _turn = app.office.turn.lock().await;
    if let Some(body) = stored(app, serial).await? {
        return Ok(Some(body));
    }
    let row = app.read::<_, StoreError>(move |tx| tx.certificate(serial)).await?;
    let Some(row) = row else { return Ok(None) };
    make(app, row).await?;
    stored(app, serial).await
}

async fn stored(app: &App, serial: CertificateSerial) -> Result<Option<StoredBody>, StoreError> {
    app.read(move |tx| tx.certificate_body(serial)).await
}

/// Makes key and certificate of a row. Whether the key is kept is decided by how the row is then.
async fn make(app: &App, row: Certificate) -> Result<(), StoreError> {
    let authorities = authorities::of(app).await?;
    let (making, serial) = (app.clone(), row.serial);
    let (body, key) = aside(move || {
        let key = RsaKey::make(&making.chance)?;
        let public = key.public()?;
        let issuing = &authorities.issuing;
        let draft = Draft::person(&row, &public, issuing.public(), &making.office.addresses)?;
        Ok((issuing.issue_der(draft, &public)?, key.bytes()?))
    })
    .await?;
    let sealed = app.seal_bytes(&content::certificate_context(serial), &key);
    app.act(&Origin::inside(Channel::Clock), Actor::Clock, move |act| {
        let Some(row) = act.tx.certificate(serial)? else { return Ok(()) };
        let key = row.is_valid(act.now()).then(|| sealed.clone());
        act.tx.save_certificate_body(serial, &StoredBody { body: body.clone(), key })
    })
    .await
}

/// Notes that the holder of a NemID is about to sign at a site, which answers then.
pub(crate) async fn will_sign(app: &App, nemid: NemIdNumber, site: &Site) -> Result<(), StoreError> {
    let now = app.now();
    app.office.will_need(Needed::Function(site.name()));
    let nemid = app.read::<_, StoreError>(move |tx| tx.nemid(nemid)).await?;
    if let Some(certificate) = nemid.as_ref().and_then(|nemid| nemid.valid_certificate(now)) {
        app.office.will_need(Needed::Issued(certificate.serial));
    }
    Ok(())
}

/// Makes what will be needed, one after the other.
///
/// # Errors
/// When one can't be made; it is made when it is needed.
pub async fn make_needed(app: &App) -> Result<(), StoreError> {
    for needed in app.office.needed() {
        match needed {
            Needed::Issued(serial) => ensured(app, serial).await?.map(drop),
            Needed::Employee(nemid) => organisations::ensured(app, &Bearer::Employee(nemid)).await?.map(drop),
            Needed::Function(place) => organisations::ensured(app, &Bearer::Function(place)).await?.map(drop),
        };
    }
    Ok(())
}
