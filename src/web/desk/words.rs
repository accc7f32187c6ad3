//! How a desk describes what it finds: a NemID in one row, its parts as facts, its cards in a table.

use jiff::Timestamp;
use serde::Serialize;

use crate::web::forms::Choice;
use crate::web::language::Language;
use crate::web::states;
use crate::web::states::Colour;
use crate::web::texts::Text;
use crate::web::wording::code;
use rules::actor::PlaceName;
use rules::nemid::block::NemIdState;
use rules::nemid::certificate::Reliance;
use rules::nemid::temporary::TemporaryPlace;
use rules::nemid::{Issuer, KeyCard, NemId, Password};
use rules::words::NemIdNumber;
use rules::{cards, customers, places};
use service::cases::desk::ErrandSnapshot;
use service::cases::desk::snapshot::Guessed;

/// A NemID in one row.
#[derive(Clone, Debug, Serialize)]
pub struct NemIdRow {
    number: String,
    issuer: Text,
    state: Text,
    state_kind: Colour,
    certificate: Text,
    /// Whether it is open, that is, not blocked or closed for good.
    open: bool,
    chosen: bool,
}

/// One fact about a NemID.
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
    state_kind: Colour,
    since: String,
    keys_left: u8,
}

impl NemIdRow {
    /// The row of a NemID now.
    pub fn of(nemid: &NemId, now: Timestamp) -> Self {
        let state = states::nemid(nemid.status(now));
        Self {
            number: nemid.number.to_string(),
            issuer: issuer(&nemid.issuer),
            state: state.text,
            state_kind: state.kind,
            certificate: states::certificate(nemid.certificate_status(now)).text,
            open: nemid.state.is_open(),
            chosen: false,
        }
    }

    /// The same, marked as chosen if it has that number.
    #[must_use]
    pub fn chosen_if(self, number: Option<NemIdNumber>) -> Self {
        Self { chosen: number.is_some_and(|number| number.as_str() == self.number), ..self }
    }

    /// A NemID as a choice, with its description; one that has ended can't be chosen, and says when and why
    /// it ended (Guide 3.2.1).
    pub fn choice(nemid: &NemId, language: Language, now: Timestamp) -> Choice {
        let row = Self::of(nemid, now);
        let facts = [("ra-issuer", row.issuer), ("ra-state", row.state), ("ra-certificate", row.certificate)];
        let facts =
            facts.map(|(term, fact)| format!("{}: {}", Text::new(term).say(language), fact.say(language)));
        let ended = ended(&nemid.state, language);
        Choice::plain(&nemid.number)
            .with_hint(Some(facts.join(" · ")))
            .closed_if(ended.is_some())
            .with_note(ended)
    }
}

/// What a desk is told of guesses at the passwords of the NemIDs that it has found (D23).
pub fn guesses(snapshot: &ErrandSnapshot) -> Vec<Text> {
    let told = |one: &Guessed| {
        Text::new("desk-guessed").with("number", one.nemid.to_string()).with("times", one.times)
    };
    snapshot.guessed.iter().map(told).collect()
}

fn ended(state: &NemIdState, language: Language) -> Option<String> {
    let (at, reason) = match state {
        NemIdState::Open => return None,
        NemIdState::Blocked(block) => (block.at, code(block.reason)),
        NemIdState::Closed(block) => (block.at, code(block.reason)),
    };
    let say = |text: Text| text.say(language);
    let ended = say(Text::new("nemid-ended-because").with("at", at));
    let (reason, because) = (say(Text::new("ra-reason")), say(Text::new(format!("reason-{reason}"))));
    Some(format!("{ended} {reason}: {because}."))
}

impl CardRow {
    /// The row of a card now.
    pub fn of(card: &KeyCard) -> Self {
        let state = states::card(&card.state);
        Self {
            number: card.number.to_string(),
            state: state.text,
            state_kind: state.kind,
            since: card.since.to_string(),
            keys_left: card.keys_left(),
        }
    }

    /// A card as a tick box, with what distinguishes it from the others, and whether it must have got lost in
    /// the post (Guide 3.1.1).
    pub fn choice(card: &KeyCard, language: Language, now: Timestamp) -> Choice {
        let since = Text::new("card-since").with("at", card.since);
        let left = Text::new("card-keys-left").with("count", u32::from(card.keys_left()));
        let hint = [Self::of(card).state, since, left].map(|text| text.say(language)).join(" · ");
        let overdue = cards::is_overdue(card, now).then(|| Text::new("card-overdue").say(language));
        Choice::plain(&card.number).with_hint(Some(hint)).with_note(overdue)
    }
}

/// The name of the issuer.
pub fn issuer(issuer: &Issuer) -> Text {
    match issuer {
        Issuer::Public => Text::new("issuer-public"),
        Issuer::Bank(name) | Issuer::Business(name) | Issuer::Employer(name) => {
            Text::new("issuer-named").with("kind", issuer.code()).with("name", places::title(name))
        }
    }
}

/// Everything that a desk, possibly of a bank, sees of one NemID, except its cards.
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
        return states::certificate(nemid.certificate_status(now)).text;
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
