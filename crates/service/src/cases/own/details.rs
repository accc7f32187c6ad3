//! A citizen's own details: e-mail and mobile, the recording of service providers.

use crate::cases::app::{App, refused};
use crate::cases::own;
use crate::cases::own::{Own, OwnError, OwnRefusal};
use rules::changes;
use rules::limits::{Reached, TooOften};
use rules::words::Contact;

/// Changes e-mail address and mobile number; the certificate contains the e-mail address and may be out of
/// date afterwards (Rules 4.2). It is possible a few times a day, since each change is told by e-mail to an address that
/// anybody can name.
pub async fn contact(app: &App, own: Own, to: Contact) -> Result<(), OwnError> {
    own::change(app, own, move |act, nemid| {
        let name = own::holder(act.tx, nemid)?.name;
        let events = changes::contact_and_certificate(nemid, &to, &name, &act.stamp);
        let events = events.map_err(refused::<OwnRefusal>)?;
        let (number, most) = (nemid.number.to_string(), act.app.settings.limits.limit_contact_changes);
        if !events.is_empty()
            && !act.counts_within("contact-changes", &number, most, Reached::ContactChanges)?
        {
            return Err(refused(TooOften));
        }
        Ok(events)
    })
    .await?;
    Ok(())
}

/// Switches the recording of service providers on or off (Rules 3.7).
pub async fn recording(app: &App, own: Own, on: bool) -> Result<(), OwnError> {
    own::change(app, own, move |act, nemid| {
        changes::recording(nemid, on, &act.stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}
