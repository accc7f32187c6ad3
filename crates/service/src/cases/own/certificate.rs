//! A citizen's own certificate: blocked, and ordered again (Rules 4.1–4.4).

use crate::cases::app::{App, refused};
use crate::cases::own;
use crate::cases::own::{Own, OwnError, OwnRefusal};
use rules::certificates::CertificateDraft;
use rules::nemid::block::CertificateBlockReason;
use rules::order::Eligibility;
use rules::{calendar, certificates, order};

/// Blocks the certificate for good.
pub async fn block(app: &App, own: Own) -> Result<(), OwnError> {
    own::change(app, own, |act, nemid| {
        let reason = CertificateBlockReason::HolderAsked;
        certificates::block(nemid, reason, &act.stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}

/// Orders a certificate where none is valid, on this NemID or another one of the person's, with the same PID
/// number as before. `consent` is whether its holder consents to what it needs (Rules 4.1).
pub async fn order(app: &App, own: Own, consent: bool) -> Result<(), OwnError> {
    let new_pid = app.chance.pid();
    own::change(app, own, move |act, nemid| {
        let consented = consent.then_some(act.tx.terms()?.in_force(act.now()).number);
        let draft = CertificateDraft { consented, ..act.certificate_draft(nemid, new_pid)? };
        let age = nemid.holder.age_on(calendar::danish_date(act.now()));
        let person = Eligibility { age, dead: own::holder(act.tx, nemid)?.died.is_some() };
        let theirs = act.tx.nemids_of(nemid.holder)?;
        order::order_own(nemid, &theirs, person, &draft, &act.stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}
