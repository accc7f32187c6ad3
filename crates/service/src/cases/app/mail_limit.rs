//! How many e-mails one address gets. Nobody has confirmed the addresses: a citizen may name anybody's.

use jiff::Timestamp;
use rules::limits::Reached;
use rules::nemid::Event;
use rules::words::Email;

use super::act::Act;
use crate::store::StoreError;

/// E-mails an hour to a new address that tell that it was named.
const TO_A_NEW_ADDRESS: u32 = 1;

/// Counts an e-mail about an event. Returns whether it is within the limits of the address and the hour, by the
/// simulated clock; what is not sent stands in the Hændelseslog all the same. A former address is always told that it
/// is no longer the address, up to the limit for everything.
pub(super) fn may_send(act: &Act<'_>, event: &Event, to: &Email) -> Result<bool, StoreError> {
    let subject = format!("{} {}", hour(act.now()), to.as_str());
    if let Event::ContactChanged { old_email, .. } = event
        && old_email.as_ref() != Some(to)
        && !act.counts_within("mail-new-address", &subject, TO_A_NEW_ADDRESS, Reached::MailToAddress)?
    {
        return Ok(false);
    }
    act.counts_within("mail", &subject, act.app.settings.limits.limit_mails, Reached::MailToAddress)
}

/// The hours since 1970.
fn hour(at: Timestamp) -> i64 {
    at.as_second().div_euclid(3_600)
}
