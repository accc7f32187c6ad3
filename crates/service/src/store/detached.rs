//! What of a world's database is part of the world and what is its use by those who are at it (D42). A copy, an import and
//! a save point have the world alone.

use jiff::Timestamp;

use crate::store::emptied::TABLES;
use crate::store::{StoreError, Tx};

/// The tables of a world's use: who is logged on or in the middle of something, what was counted or remembered of visitors
/// and places, what was typed and sent.
const OF_ITS_USE: [&str; 17] = [
    "app_requests",
    "calls",
    "control_room_guesses",
    "drafts",
    "errands",
    "guesses",
    "invitations",
    "limits",
    "limits_reached",
    "log_ons",
    "own_places",
    "place_guesses",
    "refusals",
    "sessions",
    "shadows",
    "spent_tokens",
    "starts",
];

/// Which rows of a table a copy has, as a condition; none of a table of the world's use.
pub fn rows_of_a_copy(table: &str) -> Option<&'static str> {
    match table {
        "outbox" => Some(LEFT),
        table if OF_ITS_USE.contains(&table) => None,
        _ => Some("true"),
    }
}

/// The messages that have left.
const LEFT: &str = "sent IS NOT NULL";

/// How a world stands apart from the one that it was copied from.
#[derive(Clone, Debug)]
pub struct Apart {
    /// What tells it from all others under the same server key.
    pub mark: String,
    /// The simulated instant at which it stands until it is opened; `None` where it goes on beside its origin.
    pub stands_at: Option<Timestamp>,
}

impl Tx<'_> {
    /// Takes the use of its origin out of a copy: the world itself is left, with nothing to send and nobody at it.
    pub fn set_apart(&self, apart: &Apart) -> Result<(), StoreError> {
        let ordered = TABLES.iter().chain(&["control_room_guesses", "invitations"]);
        for table in ordered.filter(|table| OF_ITS_USE.contains(table)) {
            self.execute(&format!("DELETE FROM {table}"), [])?;
        }
        self.execute(&format!("DELETE FROM outbox WHERE NOT ({LEFT})"), [])?;
        self.save_move_under_way(None)?;
        self.save_mark(Some(&apart.mark))?;
        self.save_mail_stays(true)?;
        self.save_stands_at(apart.stands_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::open;

    /// What is part of the world; of `outbox` what was sent, of `house` all but a move of the clock that was cut off.
    const OF_THE_WORLD: [&str; 37] = [
        "agreements",
        "authorities",
        "carriers",
        "certificate_bodies",
        "certificate_renewals",
        "certificates",
        "citizens",
        "consents",
        "counters",
        "cpr_consents",
        "devices",
        "document_signatures",
        "documents",
        "encrypted_mails",
        "event_log",
        "former_cpr_numbers",
        "former_names",
        "house",
        "journal",
        "key_cards",
        "letters",
        "look_ups",
        "memories",
        "nemids",
        "new_cpr_numbers",
        "offices",
        "organisation_certificates",
        "outbox",
        "past_certificates",
        "refinery_schema_history",
        "rules_drafts",
        "rules_texts",
        "rules_versions",
        "staff",
        "stock_cards",
        "stock_letters",
        "temporary_passwords",
    ];

    #[test]
    fn of_every_table_it_is_said_whether_a_copy_has_it() {
        let connection = open::in_memory();
        let sql =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        let mut statement = connection.prepare(sql).unwrap();
        let there = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let there: Vec<_> = there.map(Result::unwrap).collect();
        let mut said: Vec<_> = OF_ITS_USE.iter().chain(&OF_THE_WORLD).map(ToString::to_string).collect();
        said.sort();
        assert_eq!(there, said);
    }
}
