//! A citizen's own certificate: renewed while valid, blocked, ordered anew (Rules 4.1–4.4).

use std::sync::Arc;

use crate::cases::app::{App, refused};
use crate::cases::own;
use crate::cases::own::{Own, OwnError, OwnRefusal};
use rules::nemid::block::CertificateBlockReason;
use rules::order::Eligibility;
use rules::{calendar, certificates, order};

/// Renews a valid certificate, with today's name from CPR and today's e-mail.
///
/// # Errors
/// Why not.
pub async fn renew(app: &Arc<App>, own: Own) -> Result<(), OwnError> {
    own::change(app, own, |tx, app, nemid, stamp| {
        let draft = app.certificate_draft(tx, nemid)?;
        certificates::renew(nemid, &draft, stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}

/// Blocks the certificate for good.
///
/// # Errors
/// Why not.
pub async fn block(app: &Arc<App>, own: Own) -> Result<(), OwnError> {
    own::change(app, own, |_, _, nemid, stamp| {
        let reason = CertificateBlockReason::HolderAsked;
        certificates::block(nemid, reason, stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}

/// Orders a certificate where none is valid, on this NemID or another of the person's; with the same PID number as
/// before.
///
/// # Errors
/// Why not.
pub async fn order(app: &Arc<App>, own: Own) -> Result<(), OwnError> {
    own::change(app, own, |tx, app, nemid, stamp| {
        let draft = app.certificate_draft(tx, nemid)?;
        let age = nemid.holder.age_on(calendar::danish_date(stamp.at));
        let person = Eligibility { age, dead: own::holder(tx, nemid)?.died.is_some() };
        let theirs = tx.nemids_of(nemid.holder)?;
        order::order_own(nemid, &theirs, person, &draft, stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}
