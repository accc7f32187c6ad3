//! What a log-on opens for whom: asked once the key has shown who it is, and the same for every audience.

use jiff::Timestamp;

use crate::cases::access::password::LogOnRefusal;
use crate::cases::access::sessions::Audience;
use crate::store::{StoreError, Tx};
use rules::nemid::event::LogOnBar;
use rules::nemid::{NemId, Purpose};
use rules::sites::Site;
use rules::{calendar, providers, staff};

/// What a log-on opens.
#[derive(Clone, Debug)]
pub(crate) struct Opens {
    /// Where the session is.
    pub audience: Audience,
    /// Whether the session stands on the certificate and ends with it (DOMAIN 3).
    pub public: bool,
}

/// What is told, and how the event log puts it.
pub(crate) type Barred = (LogOnRefusal, LogOnBar);

/// What a log-on opens for this NemID.
///
/// # Errors
/// When the database can't be read; inside, why it opens nothing.
pub(crate) fn gate(
    tx: &Tx<'_>,
    nemid: &NemId,
    purpose: &Purpose,
    now: Timestamp,
) -> Result<Result<Opens, Barred>, StoreError> {
    let role = tx.grant(nemid.number)?.map(|grant| grant.role);
    let closed = Err((LogOnRefusal::NoRole, LogOnBar::NoRole));
    let Some(audience) = Audience::of(purpose).filter(|_| staff::opens(role.as_ref(), purpose)) else {
        return Ok(closed);
    };
    let Purpose::SiteLogOn { site: name } = purpose else { return Ok(Ok(Opens { audience, public: false })) };
    let Some(site) = Site::named(name.as_str()) else { return Ok(closed) };
    let age = nemid.holder.age_on(calendar::danish_date(now));
    if let Err(refusal) = providers::admit(nemid, site, age, now) {
        let refusal = refusal.among(&tx.nemids_of(nemid.holder)?, now);
        return Ok(Err((refusal.into(), refusal.bar())));
    }
    Ok(Ok(Opens { audience, public: site.kind.needs_certificate() }))
}
