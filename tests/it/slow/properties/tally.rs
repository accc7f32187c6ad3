//! Counts what happened, to show which states the runs reached.

use std::collections::BTreeMap;

use rules::nemid::Event;

/// Events by code and reason, and other things worth counting.
#[derive(Clone, Debug, Default)]
pub struct Tally(BTreeMap<String, u64>);

/// What must have happened over all runs of one test.
const HARD_PLACES: [&str; 85] = [
    "password_locked",
    "lock_lifted",
    "password_blocked too_many_tries",
    "password_blocked locked_then_reopening",
    "password_blocked forgotten",
    "password_blocked known_by_others",
    "password_reopened unlock",
    "password_reopened reset",
    "password_changed",
    "password_rehashed",
    "activated",
    "temporary_password_died wrong_place",
    "temporary_password_died too_many_tries",
    "temporary_password_died too_old",
    "temporary_password_blocked known_by_others",
    "temporary_password_died newer",
    "temporary_password_died nem_id_ended",
    "card_blocked too_many_wrong_keys",
    "card_blocked replaced",
    "card_blocked lost",
    "card_blocked nem_id_blocked",
    "card_blocked nem_id_closed",
    "card_used_up",
    "card_ordered running_low",
    "card_delivered",
    "card_attached",
    "four cards open",
    "a fifth card refused",
    "logged_on",
    "signed",
    "contact_changed",
    "user_id_changed",
    "reorder_level_set",
    "certificate_issued",
    "certificate_expiry_noticed",
    "certificate_expired",
    "certificate_outdated",
    "certificate_up_to_date",
    "certificate_blocked details_outdated",
    "certificate_blocked password_forgotten",
    "certificate_blocked renewed",
    "certificate_blocked holder_asked",
    "certificate of a second reset",
    "agreement_moved_away",
    "nem_id_blocked death",
    "nem_id_blocked rules_broken",
    "nem_id_closed holder_asked",
    "nem_id_closed superfluous",
    "refused: the NemID had ended",
    "refused: a key sent twice",
    "refused: while locked",
    "token_ordered",
    "app_installed",
    "pin_chosen",
    "voice_ordered",
    "voice_moved",
    "carrier_delivered",
    "carrier_activated",
    "carrier_refused",
    "second_code_asked",
    "request_refused",
    "token_worn_out",
    "carrier_blocked too_many_wrong_answers",
    "carrier_blocked carrier_lost",
    "carrier_blocked installed_by_others",
    "carrier_blocked other_suspicion",
    "carrier_blocked carrier_replaced",
    "carrier_blocked never_begun",
    "carrier_blocked nem_id_blocked",
    "carrier_blocked nem_id_closed",
    "three apps open",
    "a fourth app refused",
    "logged on with token",
    "logged on with app",
    "logged on with voice",
    "signed with token",
    "signed with app",
    "signed with voice",
    "activated by telephone",
    "re-opened by telephone",
    "refused: a code sent twice",
    "refused: a carrier that has ended",
    "refused: an answer of token for another",
    "refused: an answer of app for another",
    "refused: an answer of voice for another",
];

impl Tally {
    /// Counts an event.
    pub fn event(&mut self, event: &Event) {
        let value = serde_json::to_value(event).unwrap();
        let of = |name: &str| value.get(name).and_then(|word| word.as_str()).map(str::to_owned);
        let code = of("code").unwrap();
        let detail = of("reason").or_else(|| of("why"));
        let detail = detail.or_else(|| (code == "password_reopened").then(|| of("purpose")).flatten());
        self.saw(&detail.map_or(code.clone(), |detail| format!("{code} {detail}")));
    }

    /// Counts something else.
    pub fn saw(&mut self, what: &str) {
        *self.0.entry(what.to_owned()).or_default() += 1;
    }

    /// Adds the counts of one run.
    pub fn add(&mut self, other: &Self) {
        for (what, times) in &other.0 {
            *self.0.entry(what.clone()).or_default() += times;
        }
    }

    /// The hard places that were not reached.
    pub fn missed(&self) -> Vec<&'static str> {
        HARD_PLACES.into_iter().filter(|place| !self.0.contains_key(*place)).collect()
    }
}
