//! What a log-on opens: decided once the key has proved who is asking, in the same way for every audience.

use jiff::Timestamp;
use rules::nemid::event::LogOnBar;
use rules::nemid::{NemId, Purpose};
use rules::sites::Site;
use rules::{calendar, providers, staff};

use crate::cases::access::audience::Audience;
use crate::cases::access::refusal::LogOnRefusal;
use crate::store::{StoreError, Tx};

/// What a log-on leads to once its key was right.
#[derive(Clone, Debug)]
pub(crate) enum Admission {
    /// A session at an audience; a public one stands on the certificate and ends with it (DOMAIN 3).
    Opens { audience: Audience, public: bool },
    /// Nothing: the refusal that the visitor gets, and the reason in the event log.
    Barred { refusal: LogOnRefusal, bar: LogOnBar },
}

/// What a log-on leads to for this NemID.
pub(crate) fn admission(
    tx: &Tx<'_>,
    nemid: &NemId,
    purpose: &Purpose,
    now: Timestamp,
) -> Result<Admission, StoreError> {
    let role = tx.grant(nemid.number)?.map(|grant| grant.role);
    let closed = Admission::Barred { refusal: LogOnRefusal::NoRole, bar: LogOnBar::NoRole };
    let Some(audience) = Audience::of(purpose).filter(|_| staff::opens(role.as_ref(), purpose)) else {
        return Ok(closed);
    };
    let Purpose::SiteLogOn { site: name } = purpose else {
        return Ok(Admission::Opens { audience, public: false });
    };
    let Some(site) = Site::named(name.as_str()) else { return Ok(closed) };
    let age = nemid.holder.age_on(calendar::danish_date(now));
    if let Err(refusal) = providers::admit(nemid, site, age, now) {
        let refusal = refusal.among(&tx.nemids_of(nemid.holder)?, now);
        return Ok(Admission::Barred { refusal: refusal.into(), bar: refusal.bar() });
    }
    Ok(Admission::Opens { audience, public: site.kind.needs_certificate() })
}
