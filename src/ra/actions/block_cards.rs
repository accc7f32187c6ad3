//! *Spær nøglekort* (Guide 3.1.1, 3.1.6): the cards and the reason. OK without a tick blocks nothing and only
//! shows the numbers (Guide 3.2.1).

use jiff::Timestamp;
use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::actions::choosing;
use crate::ra::actions::choosing::Choosing;
use crate::ra::counter::{Around, AtDesk, NextStep, Served, Step, next};
use crate::web::answer::Handled;
use crate::web::desk::facts;
use crate::web::desk::stopped;
use crate::web::desk::words::CardRow;
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::reasons::Asked;
use crate::web::states;
use crate::web::texts::Text;
use crate::web::wording;
use rules::nemid::NemId;
use rules::words::CarrierId;
use rules::{counter, reasons};
use service::cases::desk::{Action, ErrandSnapshot};

/// What is chosen.
#[derive(FromForm, Serialize)]
pub struct BlockCardsForm {
    cards: Vec<String>,
    reason: Option<String>,
    urgent: bool,
    /// Whether OK was pressed without a tick.
    only_numbers: bool,
}

#[derive(Serialize)]
struct BlockCardsView {
    around: Around,
    form: Filled,
    /// The numbers of what can be blocked.
    numbers: Vec<NumberRow>,
    /// The same as tick boxes.
    choices: Vec<Choice>,
    reasons: Vec<Choice>,
    /// Whether there is anything to block.
    any: bool,
    /// The cards that are blocked or used up already.
    ended: Vec<CardRow>,
    remarks: Vec<Text>,
    /// Whether the urgency is asked for (Guide 3.2.3).
    urgency: bool,
    /// What to do where no card can be blocked.
    instead: Option<NextStep>,
}

/// Shows the cards.
#[get("/valg")]
pub async fn ask(at: AtDesk) -> Handled {
    choosing::ask::<BlockCardsForm>(at).await
}

/// Goes on to the signature, or shows the numbers.
#[post("/valg", data = "<sent>")]
pub async fn choose(at: AtDesk, sent: Checked<BlockCardsForm>) -> Handled {
    if sent.cards.is_empty() {
        let served = at.arrive(Step::Choice).await?;
        let only_numbers = BlockCardsForm { only_numbers: true, ..sent.into_inner() };
        return Ok(BlockCardsForm::page(&served, Filled::with(&only_numbers)).into());
    }
    choosing::choose(at, &*sent).await
}

impl Choosing for BlockCardsForm {
    fn known(snapshot: &ErrandSnapshot) -> Self {
        match &snapshot.errand.action {
            Some(Action::BlockCards { cards, reason, urgent }) => Self {
                cards: cards.iter().map(ToString::to_string).collect(),
                reason: Some(wording::code(reason)),
                urgent: *urgent,
                only_numbers: false,
            },
            _ => Self { cards: Vec::new(), reason: None, urgent: false, only_numbers: false },
        }
    }

    fn action(&self, served: &Served, faults: &mut Faults) -> Option<Action> {
        let cards: Result<Vec<_>, _> = self.cards.iter().map(|number| CarrierId::parse(number)).collect();
        let cards = faults.take("cards", cards);
        let reason =
            Asked::Officer.chosen(reasons::for_carriers(&served.desk.role), self.reason.as_deref(), faults);
        Some(Action::BlockCards { cards: cards?, reason: reason?, urgent: self.urgent })
    }

    fn page(served: &Served, form: Filled) -> Page {
        let (now, nemid) = (served.snapshot.now, served.snapshot.nemid.as_ref());
        let choices = nemid.map(|nemid| stopped::choices(nemid, served.language, now)).unwrap_or_default();
        let choices: Vec<_> = choices.into_iter().map(|one| one.choice).collect();
        let reasons = reasons::for_carriers(&served.desk.role);
        let reasons = nemid.map_or_else(|| reasons.to_vec(), |nemid| reasons::fitting(reasons, nemid));
        let view = BlockCardsView {
            around: Around::of(served, Step::Choice),
            form,
            any: !choices.is_empty(),
            choices,
            numbers: nemid.map(NumberRow::all).unwrap_or_default(),
            ended: nemid.iter().flat_map(|nemid| ended(nemid, served.language)).collect(),
            remarks: nemid.map(|nemid| remarks(nemid, now)).unwrap_or_default(),
            urgency: nemid.is_some_and(counter::needs_urgency),
            instead: next::instead(served),
            reasons: Asked::Officer.choices(&reasons, served.language),
        };
        Page::new("ra/block_cards.html", view)
    }
}

/// The number of a card, a token or an app, and its state.
#[derive(Serialize)]
struct NumberRow {
    number: String,
    state: Text,
}

impl NumberRow {
    /// Those of a NemID that can be blocked.
    fn all(nemid: &NemId) -> Vec<Self> {
        let cards = nemid
            .open_cards()
            .map(|card| Self { number: card.number.to_string(), state: states::card(&card.state).text });
        let others = stopped::others(nemid).map(|carrier| Self {
            number: carrier.number.to_string(),
            state: states::carrier(carrier.kind(), &carrier.state).text,
        });
        cards.chain(others).collect()
    }
}

/// The cards that are blocked or used up, the latest first.
fn ended(nemid: &NemId, language: Language) -> Vec<CardRow> {
    let ended = nemid.cards.iter().rev().filter(|card| !card.is_open());
    ended.map(|card| CardRow::of(card, language)).collect()
}

/// What has to be noticed, save that no card is left, which the page says itself and leads on from.
fn remarks(nemid: &NemId, now: Timestamp) -> Vec<Text> {
    let mut remarks = facts::noticed_at_counter(nemid, now);
    remarks.retain(|remark| remark.key() != "remark-no-card");
    remarks
}
