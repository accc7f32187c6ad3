//! Refused log-ons in the Hændelseslog: one entry for each cause and hour, with how many there were, so that nobody
//! fills a log by asking again and again. Until the hour is over, or the log is read, they are summed up in a table of
//! their own, in the same way for user ids that nobody has.

use std::collections::BTreeMap;

use rules::actor::{Actor, Channel, Stamp};
use rules::nemid::{Event, Purpose};
use rules::passwords::PasswordRefusal;
use rules::words::NemIdNumber;

use crate::cases::access::guesses::Identity;
use crate::cases::app::{Act, App, Origin};
use crate::store::refusals::Refused;
use crate::store::{StoreError, Tx};

/// How many sums one transaction looks after.
const BATCH: usize = 1_000;

impl Act<'_> {
    /// Notes that a log-on of a NemID was refused before its password was judged.
    pub(crate) fn refused(
        &self,
        nemid: NemIdNumber,
        cause: PasswordRefusal,
        purpose: &Purpose,
    ) -> Result<(), StoreError> {
        let Some(bar) = cause.bar() else { return Ok(()) };
        let identity = Identity::NemId(nemid).fingerprint(self.app);
        self.tx.note_refusal(&identity, bar, purpose, &self.stamp)
    }
}

/// Writes what was refused of one NemID into its log, up to now, because somebody is about to read it.
pub(crate) async fn tell(app: &App, number: NemIdNumber) -> Result<(), StoreError> {
    let identity = Identity::NemId(number).fingerprint(app);
    if app.read(move |tx| tx.refusals_of(&identity)).await?.is_empty() {
        return Ok(());
    }
    app.act(&Origin::inside(Channel::Clock), Actor::Clock, move |act| {
        for refused in act.tx.refusals_of(&identity)? {
            enter(act, Some(number), &refused)?;
        }
        Ok(())
    })
    .await
}

/// Writes what was refused in hours that are over into the logs. What was refused of nobody is forgotten.
pub(crate) async fn tell_of_past_hours(app: &App) -> Result<(), StoreError> {
    let now = app.now();
    while !app.read(move |tx| tx.refusals_before(now, 1)).await?.is_empty() {
        // All NemIDs are read apart: who read them in the change would lose a race to everybody who gets or changes one.
        let reader = app.clone();
        let by_fingerprint = move |tx: &Tx<'_>| {
            let mut whose = BTreeMap::new();
            for number in tx.nemid_numbers()? {
                whose.insert(Identity::NemId(number).fingerprint(&reader), number);
            }
            Ok(whose)
        };
        let whose = app.read::<_, StoreError>(by_fingerprint).await?;
        let is_told = app
            .act::<StoreError, _>(&Origin::inside(Channel::Clock), Actor::Clock, move |act| {
                if !act.tx.take_turn()? {
                    return Ok(false);
                }
                for refused in act.tx.refusals_before(act.now(), BATCH)? {
                    enter(act, whose.get(&refused.identity).copied(), &refused)?;
                }
                Ok(true)
            })
            .await?;
        if !is_told {
            // Another program is at it.
            return Ok(());
        }
    }
    Ok(())
}

fn enter(act: &Act<'_>, whose: Option<NemIdNumber>, refused: &Refused) -> Result<(), StoreError> {
    if let Some(nemid) = whose.map_or(Ok(None), |number| act.tx.nemid(number))? {
        let stamp = Stamp {
            at: refused.latest,
            actor: Actor::Visitor,
            channel: refused.channel,
            address: refused.address.clone(),
            device: refused.device.clone(),
        };
        let (purpose, bar, times) = (refused.purpose.clone(), refused.bar, refused.times);
        let checksum = |entry: &str| act.app.event_checksum(entry);
        act.tx.append_alone(&nemid, &Event::LogOnRefused { purpose, bar, times }, &stamp, &checksum)?;
    }
    act.tx.end_refusals(&refused.identity, refused.bar, refused.latest)
}
