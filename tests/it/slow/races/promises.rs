//! What must hold after two actions at the same time, whichever came first.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rules::actor::{Channel, Stamp};
use rules::nemid::{CardState, Event, NemId};
use rules::sites::Site as Provider;
use rusqlite::Connection;
use service::cases::app::App;
use service::cases::sites::accounts;
use service::cases::upkeep::check;
use service::testing::{Place, StoreError};

use crate::site::Site;

/// The world as it was before.
pub struct Before {
    nemid: NemId,
    last_entry: i64,
    now: Timestamp,
    /// How many errands at most are signed at desks.
    errands: i64,
}

impl Before {
    /// As the world is for the first NemID of somebody.
    pub fn of(site: &Site, name: &str, errands: i64) -> Self {
        let database = database(site);
        let last = database.query_row("SELECT max(id) FROM event_log", [], |row| row.get(0)).unwrap();
        let nemid = site.nemids_of(name).remove(0);
        Self { nemid, last_entry: last, now: site.now(), errands }
    }

    /// Asserts everything that was promised.
    pub fn holds_after(&self, site: &Site, processes: &[App], what: &str) {
        let events = self.events(site);
        let number = self.nemid.number;
        let after = site.app.store().read::<_, StoreError, _>(move |tx| tx.nemid(number));
        let after = rocket::execute(after).unwrap().unwrap();
        self.the_log_says_what_the_state_is(&events, &after, what);
        self.nothing_happens_twice(site, &events, &after, what);
        nothing_follows_its_end(&events, what);
        no_session_outlives_its_reason(site, &after, what);
        self.no_payment_overdraws(site, &after, what);
        for app in processes {
            assert!(app.now() >= self.now, "{what}: the clock went back");
        }
        let written: Vec<_> = events.iter().map(|(_, stamp)| stamp.at).collect();
        assert!(written.iter().all(|at| *at >= self.now), "{what}: {written:?}");
    }

    /// The events of the NemID since then, in the order in which they were written.
    pub fn events(&self, site: &Site) -> Vec<(Event, Stamp)> {
        let database = database(site);
        let sql = "SELECT event, at, actor FROM event_log WHERE nemid = ?1 AND id > ?2 ORDER BY id";
        let mut asked = database.prepare(sql).unwrap();
        let read = asked.query_map((self.nemid.number.to_string(), self.last_entry), |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
        });
        let stamped = |(event, at, actor): (String, String, String)| {
            let stamp = Stamp {
                at: at.parse().unwrap(),
                actor: serde_json::from_str(&actor).unwrap(),
                channel: Channel::World,
                address: None,
                device: None,
            };
            (serde_json::from_str(&event).unwrap(), stamp)
        };
        read.unwrap().map(|row| stamped(row.unwrap())).collect()
    }

    fn the_log_says_what_the_state_is(&self, events: &[(Event, Stamp)], after: &NemId, what: &str) {
        let mut told = self.nemid.clone();
        for (event, stamp) in events {
            told.apply(event, stamp);
        }
        told.version = after.version;
        // Hashes and salts are not in the log, and in no text.
        assert_eq!(format!("{told:?}"), format!("{after:?}"), "{what}: {events:?}");
    }

    /// One signature for each signed text, one block and one letter for each card, one entry of the journal for each
    /// errand, at most one active card and one certificate that is valid.
    fn nothing_happens_twice(&self, site: &Site, events: &[(Event, Stamp)], after: &NemId, what: &str) {
        let since = self.now.strftime("%Y-%m-%dT%H:%M:%S.%9fZ").to_string();
        let signatures = events.iter().filter(|(event, _)| matches!(event, Event::Signed { .. })).count();
        let texts = count(site, &format!("SELECT count(*) FROM documents WHERE signed >= '{since}'"));
        assert!(signatures <= 1, "{what}: {events:?}");
        assert_eq!(texts, i64::try_from(signatures).unwrap(), "{what}: each signed text has its event");
        let mut blocked = BTreeMap::new();
        for (event, _) in events {
            if let Event::CardBlocked { card, .. } = event {
                *blocked.entry(card.to_string()).or_insert(0) += 1;
            }
        }
        assert!(blocked.values().all(|times| *times == 1), "{what}: {blocked:?}");
        for card in &after.cards {
            let number = card.number;
            let letters = count(site, &format!("SELECT count(*) FROM letters WHERE card = '{number}'"));
            let ordered = events
                .iter()
                .any(|(event, _)| matches!(event, Event::CardOrdered { card, .. } if *card == number));
            assert!(letters <= 1 && (!ordered || letters == 1), "{what}: {letters} letters with {number}");
        }
        let signed = count(site, &format!("SELECT count(*) FROM journal WHERE at >= '{since}'"));
        assert!(signed <= self.errands, "{what}: {signed} entries for {} errands", self.errands);
        let active = after.cards.iter().filter(|card| card.state == CardState::Active).count();
        assert!(active <= 1 && after.open_cards().count() <= 4, "{what}: {:?}", after.cards);
        let valid = after.certificates.iter().filter(|one| one.is_valid(site.now())).count();
        assert!(valid <= 1, "{what}: {:?}", after.certificates);
    }

    /// At the instant at which a payment is signed its account covers it; what the bank itself books later is its own
    /// matter.
    fn no_payment_overdraws(&self, site: &Site, after: &NemId, what: &str) {
        let (bank, holder) = (Provider::named("fjordbanken").unwrap(), after.holder);
        let signed =
            site.app.store().read::<_, StoreError, _>(move |tx| tx.signed_documents(&bank.name(), holder));
        let signed = rocket::execute(signed).unwrap();
        for (nth, payment) in signed.iter().enumerate() {
            let at = payment.signed.unwrap();
            for account in accounts::of(bank, holder, &signed[nth..], at) {
                let overdrawn = account.balance < 0 && at >= self.now;
                assert!(!overdrawn, "{what}: {} stands at {}", account.name, account.balance);
            }
        }
    }
}

fn database(site: &Site) -> Connection {
    Connection::open(Place::below(site.folder.path()).path()).unwrap()
}

fn count(site: &Site, sql: &str) -> i64 {
    database(site).query_row(sql, [], |row| row.get(0)).unwrap()
}

/// After the NemID has ended, or its password is blocked, nothing is signed, opened or changed by its holder.
fn nothing_follows_its_end(events: &[(Event, Stamp)], what: &str) {
    let ends = |event: &Event| {
        matches!(
            event,
            Event::NemIdClosed { .. } | Event::NemIdBlocked { .. } | Event::PasswordBlocked { .. }
        )
    };
    let Some(end) = events.iter().position(|(event, _)| ends(event)) else { return };
    for (event, _) in &events[end + 1..] {
        let by_the_holder = matches!(
            event,
            Event::Signed { .. }
                | Event::LoggedOn { .. }
                | Event::PasswordChanged { .. }
                | Event::ContactChanged { .. }
                | Event::UserIdChanged { .. }
        );
        assert!(!by_the_holder, "{what}: {event:?} after the end among {events:?}");
    }
}

fn no_session_outlives_its_reason(site: &Site, after: &NemId, what: &str) {
    let may_be_typed = rules::passwords::may_be_typed(after, site.now()).is_ok();
    let sessions = count(site, &format!("SELECT count(*) FROM sessions WHERE nemid = '{}'", after.number));
    assert!(may_be_typed || sessions == 0, "{what}: {sessions} sessions of a NemID that can't be used");
}

/// Asserts that the whole database is sound. It takes longer than all the rest, so it is asked once for each action.
pub fn is_sound(site: &Site, what: &str) {
    let faults = rocket::execute(check::look_over(&site.app));
    assert!(faults.is_empty(), "{what}: {faults:?}");
}
