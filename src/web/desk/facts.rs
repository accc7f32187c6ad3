//! Everything that a desk sees of one NemID, in facts: its password, temporary password and certificate, with the
//! reasons and ends of blocks and locks; and what it has to notice (Guide 1.2, 3.1.1–3.1.5).

use jiff::Timestamp;
use serde::Serialize;

use crate::web::desk::issuer::issuer;
use crate::web::language::Language;
use crate::web::states;
use crate::web::texts::{Arg, Text};
use crate::web::wording::code;
use rules::nemid::block::NemIdState;
use rules::nemid::certificate::Reliance;
use rules::nemid::lockout::told_end;
use rules::nemid::temporary::{Delivery, TemporaryEnd, TemporaryPlace, TemporaryState};
use rules::nemid::{KeyCard, NemId, Password, TemporaryPassword};
use rules::remarks::{Remark, Start};
use rules::{calendar, customers, places, post, remarks};
use service::cases::desk::Desk;

/// One fact about a NemID.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    term: &'static str,
    value: Text,
}

/// Everything that a desk sees of one NemID, except its cards. The counter does not see which banks use it.
pub fn facts(nemid: &NemId, desk: &Desk, language: Language, now: Timestamp) -> Vec<Fact> {
    let mut facts = vec![
        ("desk-fact-standing", standing(nemid, language, now)),
        ("desk-fact-issuer", issuer(&nemid.issuer)),
    ];
    facts.extend(secrets(nemid, language, now));
    let seen = customers::agreements_seen(nemid, desk.bank());
    if let Some(since) = nemid.superfluous_since {
        facts.push(("desk-fact-agreements", Text::new("desk-superfluous").with("since", since)));
    } else if !seen.is_empty() {
        let names: Vec<_> = seen.iter().map(|one| places::title(&one.bank)).collect();
        facts.push(("desk-fact-agreements", Text::new("desk-agreements").with("banks", names.join(", "))));
    }
    named(facts)
}

/// Password, temporary password and certificate: what the state in one word does not say.
pub fn behind_state(nemid: &NemId, language: Language, now: Timestamp) -> Vec<Fact> {
    if nemid.state.is_open() { named(secrets(nemid, language, now)) } else { Vec::new() }
}

/// How a NemID stands now, its cards included, for an employee who has read it as it was before.
pub fn as_it_stands(nemid: &NemId, language: Language, now: Timestamp) -> Vec<Fact> {
    let state = ("desk-fact-state", states::nemid(nemid.status(now)).text);
    let card = |card: &KeyCard| {
        let state = states::card(&card.state).text.say(language);
        let text = Text::new("signing-card").with("number", card.number.to_string()).with("state", state);
        ("nav-key-cards", text)
    };
    named(
        [state]
            .into_iter()
            .chain(secrets(nemid, language, now))
            .chain(nemid.cards.iter().map(card))
            .collect(),
    )
}

fn named(facts: Vec<(&'static str, Text)>) -> Vec<Fact> {
    facts.into_iter().map(|(term, value)| Fact { term, value }).collect()
}

fn secrets(nemid: &NemId, language: Language, now: Timestamp) -> Vec<(&'static str, Text)> {
    vec![
        ("desk-fact-password", password(nemid, language, now)),
        ("desk-fact-temporary", temporary(nemid, language, now)),
        ("desk-fact-certificate", certificate(nemid, language, now)),
    ]
}

/// What has to be noticed about a NemID.
pub fn noticed(nemid: &NemId, now: Timestamp) -> Vec<Text> {
    remarks::of(nemid, now).into_iter().map(remark).collect()
}

/// The same, and where to recommend activating it (Guide 1.2).
pub fn noticed_at_counter(nemid: &NemId, now: Timestamp) -> Vec<Text> {
    let start = remarks::start(nemid, now).map(|start| match start {
        Start::Netbank => Text::new("remark-start-netbank"),
        Start::Selvbetjening => Text::new("remark-start-selvbetjening"),
    });
    start.into_iter().chain(noticed(nemid, now)).collect()
}

fn remark(remark: Remark) -> Text {
    match remark {
        Remark::Superfluous { until } => {
            Text::new("remark-superfluous").with("until", calendar::danish_date(until))
        }
        Remark::CardOverdue { card } => Text::new("remark-card-overdue").with("card", card.to_string()),
        Remark::CardAwaited { card, due } => Text::new("remark-card-awaited")
            .with("card", card.to_string())
            .with("day", Arg::ComingDay(calendar::danish_date(due))),
        Remark::NoCard => Text::new("remark-no-card"),
        Remark::CprNumberChanged => Text::new("remark-cpr-number-changed"),
        Remark::NoAddress => Text::new("remark-no-address"),
    }
}

fn because(key: &'static str, at: Timestamp, reason: impl Serialize, language: Language) -> Text {
    let reason = Text::new(format!("reason-{}", code(reason))).say(language);
    Text::new(key).with("at", at).with("reason", reason)
}

/// The state of the NemID as a whole: in the word that its row says, with time and reason where it has ended.
fn standing(nemid: &NemId, language: Language, now: Timestamp) -> Text {
    match &nemid.state {
        NemIdState::Open => states::nemid(nemid.status(now)).text,
        NemIdState::Blocked(block) => because("desk-blocked", block.at, block.reason, language),
        NemIdState::Closed(block) => because("desk-standing-closed", block.at, block.reason, language),
    }
}

fn password(nemid: &NemId, language: Language, now: Timestamp) -> Text {
    match &nemid.password {
        Password::NotChosen => Text::new("desk-password-none"),
        Password::Blocked { block, .. } => because("desk-blocked", block.at, block.reason, language),
        Password::InUse { since, .. } => match nemid.lockout.running(now) {
            Some(until) => Text::new("desk-password-locked").with("until", told_end(until)),
            None => Text::new("desk-password-in-use").with("since", *since),
        },
    }
}

/// The last temporary password: where it has to be typed and its letter, until when it works, or of what it died
/// (Guide 3.1.2).
fn temporary(nemid: &NemId, language: Language, now: Timestamp) -> Text {
    let Some(last) = &nemid.temporary else { return Text::new("desk-temporary-none") };
    if let TemporaryState::Dead { at, why: TemporaryEnd::Used } = last.state {
        return Text::new("desk-temporary-used").with("at", at);
    }
    if let Some(why) = last.dead(now) {
        return Text::new("desk-temporary-dead")
            .with("issued", last.issued)
            .with("at", died(last, why))
            .with("why", Text::new(format!("desk-temporary-end-{}", code(why))).say(language));
    }
    let place = match &last.place {
        TemporaryPlace::Selvbetjening => "none".to_owned(),
        TemporaryPlace::Netbank(bank) => places::title(bank),
    };
    let letter = Text::new("desk-temporary-live").with("issued", last.issued).with("bank", place);
    let letter = letter.with("serial", last.serial.to_string()).with("until", last.until());
    match post::pin_letter_due(nemid) {
        Some(due) if due > now => {
            let day = Arg::ComingDay(calendar::danish_date(due));
            letter.with("delivery", "in-post").with("day", day)
        }
        _ => letter.with("delivery", delivered(last.delivery)).with("day", ""),
    }
}

fn delivered(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::HandedOut => "handed-out",
        Delivery::Posted => "posted",
    }
}

/// When it died; of its age, at the end of its 30 days, whenever that was recorded.
fn died(last: &TemporaryPassword, why: TemporaryEnd) -> Timestamp {
    match last.state {
        TemporaryState::Dead { at, .. } if why != TemporaryEnd::TooOld => at,
        _ => last.until(),
    }
}

fn certificate(nemid: &NemId, language: Language, now: Timestamp) -> Text {
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
