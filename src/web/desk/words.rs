//! How a desk describes what it finds: a NemID in one row, its cards in a table.

use jiff::Timestamp;
use serde::Serialize;

use crate::web::desk::facts;
use crate::web::desk::facts::Fact;
use crate::web::desk::issuer::issuer;
use crate::web::forms::Choice;
use crate::web::language::Language;
use crate::web::states;
use crate::web::states::Colour;
use crate::web::texts::{Arg, Text};
use crate::web::wording::code;
use rules::actor::Actor;
use rules::nemid::block::NemIdState;
use rules::nemid::{CardState, KeyCard, NemId};
use rules::order::OrderRefusal;
use rules::words::NemIdNumber;
use rules::{calendar, cards, order, places};
use service::cases::desk::ErrandSnapshot;
use service::cases::desk::snapshot::Guessed;

/// Why the person of an errand may have no public NemID (D16): who is too young is told with age and day.
pub fn no_new_nemid(snapshot: &ErrandSnapshot) -> Option<Text> {
    let refusal = order::may_have(snapshot.served().person).err()?;
    let (cpr, today) = (snapshot.citizen.cpr, calendar::danish_date(snapshot.now));
    let (age, day) = (cpr.age_on(today), cpr.birth_date().and_then(order::old_enough_on));
    Some(match (refusal, age, day) {
        (OrderRefusal::TooYoung, Some(age), Some(day)) => Text::new("order-too-young")
            .with("name", snapshot.citizen.name.to_string())
            .with("age", i64::from(age))
            .with("day", Arg::Day(day)),
        (refusal, ..) => refusal.into(),
    })
}

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
    /// Password, temporary password and certificate.
    behind: Vec<Fact>,
    /// What has to be noticed.
    remarks: Vec<Text>,
}

/// A card in one row.
#[derive(Clone, Debug, Serialize)]
pub struct CardRow {
    number: String,
    state: Text,
    state_kind: Colour,
    /// When it was ordered or handed out.
    issued: String,
    /// When it ended; for a blocked one also who blocked it, and why.
    ended: Option<Text>,
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
            behind: Vec::new(),
            remarks: facts::noticed(nemid, now),
        }
    }

    /// The row at an office's counter, which also tells what the state leaves unsaid and where to activate.
    pub fn at_counter(nemid: &NemId, language: Language, now: Timestamp) -> Self {
        let (behind, remarks) =
            (facts::behind_state(nemid, language, now), facts::noticed_at_counter(nemid, now));
        Self { behind, remarks, ..Self::of(nemid, now) }
    }

    /// The same, marked as chosen if it has that number.
    #[must_use]
    pub fn chosen_if(self, number: Option<NemIdNumber>) -> Self {
        Self { chosen: number.is_some_and(|number| number.as_str() == self.number), ..self }
    }

    /// A NemID as a choice, with its description and what has to be noticed; one that has ended can't be chosen, and
    /// says when and why it ended (Guide 3.2.1).
    pub fn choice(nemid: &NemId, language: Language, now: Timestamp) -> Choice {
        let row = Self::at_counter(nemid, language, now);
        let facts = [("ra-issuer", row.issuer), ("ra-state", row.state), ("ra-certificate", row.certificate)];
        let facts =
            facts.map(|(term, fact)| format!("{}: {}", Text::new(term).say(language), fact.say(language)));
        let ended = ended(&nemid.state, language);
        let remarks: Vec<_> = row.remarks.iter().map(|text| text.say(language)).collect();
        let closed = ended.is_some();
        Choice::plain(&nemid.number)
            .with_hint(Some(facts.join(" · ")))
            .closed_if(closed)
            .with_note(ended.or_else(|| Some(remarks.join(" ")).filter(|all| !all.is_empty())))
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
    pub fn of(card: &KeyCard, language: Language) -> Self {
        let state = states::card(&card.state);
        let ended = match &card.state {
            CardState::Blocked(block) => Some(
                Text::new("card-blocked-by")
                    .with("at", block.at)
                    .with("by", blocked_by(&block.by).say(language))
                    .with("reason", Text::new(format!("reason-{}", code(block.reason))).say(language)),
            ),
            CardState::UsedUp { at } => Some(Text::new("card-used-up-at").with("at", *at)),
            CardState::Ordered | CardState::Attached | CardState::Active => None,
        };
        Self {
            number: card.number.to_string(),
            state: state.text,
            state_kind: state.kind,
            issued: card.since.to_string(),
            ended,
            keys_left: card.keys_left(),
        }
    }

    /// A card as a tick box, with what distinguishes it from the others, and whether it must have got lost in
    /// the post (Guide 3.1.1).
    pub fn choice(card: &KeyCard, language: Language, now: Timestamp) -> Choice {
        let since = Text::new("card-since").with("at", card.since);
        let left = Text::new("card-keys-left").with("count", u32::from(card.keys_left()));
        let hint = [Self::of(card, language).state, since, left].map(|text| text.say(language)).join(" · ");
        let overdue = cards::is_overdue(card, now).then(|| Text::new("card-overdue").say(language));
        Choice::plain(&card.number).with_hint(Some(hint)).with_note(overdue)
    }
}

/// Who blocked something, as an employee reads it.
fn blocked_by(actor: &Actor) -> Text {
    match actor {
        Actor::Citizen => Text::new("blocked-by-holder"),
        Actor::Visitor => Text::new("blocked-by-visitor"),
        Actor::Officer { office, .. } => Text::new("blocked-by-office").with("office", places::title(office)),
        Actor::Administrator { .. } => Text::new("blocked-by-administrator"),
        Actor::Bank { bank: place, .. } | Actor::ServiceProvider { site: place } => {
            Text::new("blocked-by-office").with("office", places::title(place))
        }
        Actor::Operator { .. } => Text::new("blocked-by-operator"),
        Actor::Hotline => Text::new("blocked-by-hotline"),
        Actor::Clock => Text::new("blocked-by-clock"),
    }
}
