//! The authorities of a world: made when the first certificate, list or answer is asked for, and kept with their keys
//! sealed. Of two processes that make them at once both end with the same.

use std::sync::Arc;

use crate::cases::app::{App, Origin, StoreError, content};
use crate::cases::certificates::{aside, broken};
use crate::outside::pki::authority::{Authorities, Kept, Role};
use crate::store::Tx;
use crate::store::authorities::StoredAuthority;
use rules::actor::{Actor, Channel};

/// The authorities.
///
/// # Errors
/// When they can't be read, made or stored.
pub(crate) async fn of(app: &App) -> Result<Arc<Authorities>, StoreError> {
    app.office.authorities.get_or_try_init(|| read_or_make(app)).await.cloned()
}

async fn read_or_make(app: &App) -> Result<Arc<Authorities>, StoreError> {
    let reading = app.clone();
    let kept = app.read::<_, StoreError>(move |tx| stored(&reading, tx)).await?;
    let kept = match kept {
        Some(kept) => kept,
        None => made(app).await?,
    };
    aside(move || Authorities::read(&kept)).await.map(Arc::new)
}

/// What is stored of them; `None` in a world where none was needed yet.
fn stored(app: &App, tx: &Tx<'_>) -> Result<Option<[Kept; 3]>, StoreError> {
    let mut all = Vec::new();
    for role in Role::ALL {
        let Some(StoredAuthority { certificate, key }) = tx.authority(role.code())? else {
            return Ok(None);
        };
        let key = app.open_bytes(&content::authority_context(role.code()), &key)?;
        all.push(Kept { certificate, key });
    }
    Ok(all.try_into().ok())
}

async fn made(app: &App) -> Result<[Kept; 3], StoreError> {
    let making = app.clone();
    let made = aside(move || Authorities::make(&making.chance, &making.office.addresses)).await?;
    let sealed = Role::ALL.map(Role::code).into_iter().zip(&made).map(|(role, kept)| {
        let key = app.seal_bytes(&content::authority_context(role), &kept.key);
        (role, StoredAuthority { certificate: kept.certificate.clone(), key })
    });
    let sealed: Vec<_> = sealed.collect();
    app.act::<StoreError, _>(&Origin::inside(Channel::Clock), Actor::Clock, move |act| {
        if let Some(theirs) = stored(act.app, act.tx)? {
            return Ok(Some(theirs));
        }
        for (role, kept) in &sealed {
            act.tx.save_authority(role, kept)?;
        }
        Ok(None)
    })
    .await
    .map(|theirs| theirs.unwrap_or(made))
}

/// Whether a stored key of an authority can be read.
pub(crate) fn is_key(bytes: &[u8]) -> bool {
    crate::outside::pki::rsa_key::RsaKey::read(bytes).map_err(broken).is_ok()
}
