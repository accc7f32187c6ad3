//! How a desk says what it finds: a NemID in one row, its parts as facts, its cards in a table.

use jiff::Timestamp;
use serde::Serialize;

use crate::web::language::Language;
use crate::web::texts::Text;
use crate::web::wording::code;
use rules::actor::PlaceName;
use rules::nemid::block::NemIdState;
use rules::nemid::certificate::Reliance;
use rules::nemid::temporary::TemporaryPlace;
use rules::nemid::{CardState, Issuer, KeyCard, NemId, Password};
use rules::words::NemIdNumber;
use rules::{cards, customers, places};

/// A NemID in one row.
#[derive(Clone, Debug, Serialize)]
pub struct NemIdRow {
    number: String,
    issuer: Text,
    state: Text,
    state_kind: &'static str,
    certificate: Text,
    /// Whether it is blocked or closed for good, or not.
    open: bool,
    /// When it ended, and why.
    ended: Option<(Text, Text)>,
    chosen: bool,
}

/// One thing about a NemID.
#[derive(Serialize)]
pub struct Fact {
    term: &'static str,
    value: Text,
}

/// A card in one row.
#[derive(Clone, Debug, Serialize)]
pub struct CardRow {
    number: String,
    state: Text,
    state_kind: &'static str,
    since: String,
    keys_left: u8,
    open: bool,
    /// Whether it must have got lost in the post (Guide 3.1.1).
    overdue: bool,
}

impl NemIdRow {
    /// As it stands.
    pub fn of(nemid: &NemId, now: Timestamp) -> Self {
        let state = nemid.status(now).code();
        Self {
            number: nemid.number.to_string(),
            issuer: issuer(&nemid.issuer),
            state: Text::new(format!("nemid-state-{}", state.replace('_', "-"))),
            state_kind: match state {
                "active" => "success",
                "not_activated" => "info",
                _ => "warning",
            },
            certificate: Text::new(format!("certificate-state-{}", certificate(nemid, now))),
            open: nemid.state.is_open(),
            ended: ended(&nemid.state),
            chosen: false,
        }
    }

    /// The same, chosen if it has that number.
    #[must_use]
    pub fn chosen_if(self, number: Option<NemIdNumber>) -> Self {
        Self { chosen: number.is_some_and(|number| number.as_str() == self.number), ..self }
    }
}

fn ended(state: &NemIdState) -> Option<(Text, Text)> {
    let (at, reason) = match state {
        NemIdState::Open => return None,
        NemIdState::Blocked(block) => (block.at, code(block.reason)),
        NemIdState::Closed(block) => (block.at, code(block.reason)),
    };
    Some((Text::new("nemid-ended-because").with("at", at), Text::new(format!("reason-{reason}"))))
}

impl CardRow {
    /// As it stands.
    pub fn of(card: &KeyCard, now: Timestamp) -> Self {
        Self {
            number: card.number.to_string(),
            state: Text::new(format!("card-state-{}", card.state.code().replace('_', "-"))),
            state_kind: match card.state {
                CardState::Active => "success",
                CardState::Ordered | CardState::Attached => "info",
                CardState::Blocked(_) | CardState::UsedUp { .. } => "warning",
            },
            since: card.since.to_string(),
            keys_left: card.keys_left(),
            open: card.is_open(),
            overdue: cards::is_overdue(card, now),
        }
    }
}

/// Who made it, by name.
pub fn issuer(issuer: &Issuer) -> Text {
    match issuer {
        Issuer::Public => Text::new("issuer-public"),
        Issuer::Bank(name) | Issuer::Business(name) | Issuer::Employer(name) => {
            Text::new("issuer-named").with("kind", issuer.code()).with("name", places::title(name))
        }
    }
}

fn certificate(nemid: &NemId, now: Timestamp) -> &'static str {
    match nemid.certificate().map(|certificate| certificate.reliance(now)) {
        _ if nemid.certificate_ordered.is_some() => "ordered",
        None => "none",
        Some(Reliance::Good | Reliance::NotYet) => "valid",
        Some(Reliance::Blocked { .. }) => "blocked",
        Some(Reliance::Expired) => "expired",
    }
}

/// All that a desk, perhaps of a bank, sees of one NemID, but its cards.
pub fn facts(nemid: &NemId, bank: Option<&PlaceName>, language: Language, now: Timestamp) -> Vec<Fact> {
    let mut facts = vec![
        ("desk-fact-standing", state(&nemid.state, language)),
        ("desk-fact-issuer", issuer(&nemid.issuer)),
        ("desk-fact-password", password(nemid, language, now)),
        ("desk-fact-temporary", temporary(nemid, now)),
        ("desk-fact-certificate", certificate_words(nemid, language, now)),
    ];
    let seen = customers::agreements_seen(nemid, bank);
    if let Some(since) = nemid.superfluous_since {
        facts.push(("desk-fact-agreements", Text::new("desk-superfluous").with("since", since)));
    } else if !seen.is_empty() {
        let names: Vec<_> = seen.iter().map(|one| places::title(&one.bank)).collect();
        facts.push(("desk-fact-agreements", Text::new("desk-agreements").with("banks", names.join(", "))));
    }
    facts.into_iter().map(|(term, value)| Fact { term, value }).collect()
}

fn because(key: &'static str, at: Timestamp, reason: impl Serialize, language: Language) -> Text {
    let reason = Text::new(format!("reason-{}", code(reason))).say(language);
    Text::new(key).with("at", at).with("reason", reason)
}

fn state(state: &NemIdState, language: Language) -> Text {
    match state {
        NemIdState::Open => Text::new("desk-standing-open"),
        NemIdState::Blocked(block) => because("desk-blocked", block.at, block.reason, language),
        NemIdState::Closed(block) => because("desk-standing-closed", block.at, block.reason, language),
    }
}

fn password(nemid: &NemId, language: Language, now: Timestamp) -> Text {
    match &nemid.password {
        Password::NotChosen => Text::new("desk-password-none"),
        Password::Blocked { block, .. } => because("desk-blocked", block.at, block.reason, language),
        Password::InUse { since, .. } => match nemid.lockout.running(now) {
            Some(until) => Text::new("desk-password-locked").with("until", until),
            None => Text::new("desk-password-in-use").with("since", *since),
        },
    }
}

fn temporary(nemid: &NemId, now: Timestamp) -> Text {
    match nemid.live_temporary(now) {
        None => Text::new("desk-temporary-none"),
        Some(live) => {
            let place = match &live.place {
                TemporaryPlace::Selvbetjening => "none".to_owned(),
                TemporaryPlace::Netbank(bank) => places::title(bank),
            };
            Text::new("desk-temporary-live").with("issued", live.issued).with("bank", place)
        }
    }
}

fn certificate_words(nemid: &NemId, language: Language, now: Timestamp) -> Text {
    let Some(certificate) = nemid.certificate().filter(|_| nemid.certificate_ordered.is_none()) else {
        let ordered = nemid.certificate_ordered.is_some();
        return Text::new(if ordered { "certificate-state-ordered" } else { "certificate-state-none" });
    };
    let serial = certificate.serial.to_string();
    match certificate.reliance(now) {
        Reliance::Blocked { at, reason } => because("desk-blocked", at, reason, language),
        Reliance::Good | Reliance::NotYet => {
            Text::new("desk-certificate-valid").with("serial", serial).with("until", certificate.until)
        }
        Reliance::Expired => Text::new("desk-certificate-expired").with("until", certificate.until),
    }
}
