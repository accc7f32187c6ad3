//! All tables at once, for a world that begins anew (D34).

use crate::store::{StoreError, Tx};

/// The tables of a world, each before those that it refers to.
pub const TABLES: [&str; 49] = [
    "app_requests",
    "calls",
    "encrypted_mails",
    "document_signatures",
    "certificate_renewals",
    "organisation_certificates",
    "certificate_bodies",
    "carriers",
    "devices",
    "rules_drafts",
    "drafts",
    "rules_texts",
    "consents",
    "former_cpr_numbers",
    "new_cpr_numbers",
    "past_certificates",
    "former_names",
    "temporary_passwords",
    "look_ups",
    "limits_reached",
    "refusals",
    "place_guesses",
    "guesses",
    "own_places",
    "documents",
    "journal",
    "rules_versions",
    "cpr_consents",
    "memories",
    "errands",
    "stock_letters",
    "stock_cards",
    "outbox",
    "letters",
    "spent_tokens",
    "limits",
    "shadows",
    "starts",
    "log_ons",
    "sessions",
    "staff",
    "event_log",
    "agreements",
    "certificates",
    "key_cards",
    "nemids",
    "offices",
    "citizens",
    "house",
];

/// The tables that stay, wholly or in part; none refers to another.
pub const KEPT: [&str; 4] = ["authorities", "control_room_guesses", "counters", "invitations"];

impl Tx<'_> {
    /// Deletes everything that tells of this world. What stays is the server key that it was made under, what tells it from
    /// others under that key, whether its mail stays in its folder, whom it was handed to, the authorities that programs were
    /// told to trust, how often it was begun anew, the wrong control-room passwords of a place, and the number of
    /// the last mail: one that is on its way by now, and the file of an older one, are of no message of the new world.
    pub fn empty(&self) -> Result<(), StoreError> {
        let Some(key_id) = self.key_id()? else { return Ok(()) };
        let (mark, mail_stays) = (self.mark()?, self.mail_stays()?);
        self.clear()?;
        self.save_key_id(&key_id)?;
        self.save_mark(mark.as_deref())?;
        self.save_mail_stays(mail_stays)
    }

    /// Deletes all rows of these tables, and of the counters all but the number of the last mail.
    pub(super) fn clear(&self) -> Result<(), StoreError> {
        for table in TABLES {
            self.execute(&format!("DELETE FROM {table}"), [])?;
        }
        self.execute("DELETE FROM counters WHERE name <> 'outbox'", []).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::open;

    #[test]
    fn no_table_is_forgotten() {
        let connection = open::in_memory();
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        let mut statement = connection.prepare(sql).unwrap();
        let there = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let mut there: Vec<_> = there.map(Result::unwrap).collect();
        let notes = ["refinery_schema_history"];
        let mut named: Vec<_> = TABLES.iter().chain(&KEPT).chain(&notes).map(ToString::to_string).collect();
        there.sort();
        named.sort();
        assert_eq!(there, named);
    }
}
