//! Limits that were reached: each is noted with its stable code, so that the operator sees it.

use rules::calendar;
use rules::limits::Reached;

use crate::cases::app::Act;
use crate::store::StoreError;

impl Act<'_> {
    /// Notes that a limit was reached, for the operator.
    pub(crate) fn reached(&self, limit: Reached) -> Result<(), StoreError> {
        self.tx.note_reached(limit, self.now())
    }

    /// Counts one more of something of a subject on this day, unless there were `most` already. Returns whether there
    /// were not.
    pub(crate) fn counts_within(
        &self,
        kind: &str,
        subject: &str,
        most: u32,
        limit: Reached,
    ) -> Result<bool, StoreError> {
        let (subject, day) = (self.app.tokens.fingerprint(kind, subject), calendar::danish_date(self.now()));
        if self.tx.tries(&subject, day)? >= most {
            return Ok(false);
        }
        if self.tx.count_try(&subject, day)? == most {
            self.reached(limit)?;
        }
        Ok(true)
    }
}
