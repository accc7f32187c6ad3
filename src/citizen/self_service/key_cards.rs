//! Key cards: see, order, set the re-order level, block (D7, D18).

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::views::CardView;
use crate::citizen::self_service::{attempt, done, own, own_once};
use crate::web::answer::{Answer, Handled, Settled};
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::reasons::Asked;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::cards;
use rules::cards::REORDER_LEVELS;
use rules::nemid::KeyCard;
use rules::nemid::block::CardBlockReason;
use rules::nemid::event::CardOrderReason;
use rules::words::{KeyCardNumber, as_on_a_keyboard};
use service::cases::app::App;
use service::cases::own::overview::Overview;
use service::cases::own::{cards as own_cards, overview};

const PAGE: &str = "/selvbetjening/noeglekort";
/// The reasons that a citizen can choose (Rules 3.5.1).
const REASONS: [CardBlockReason; 4] = [
    CardBlockReason::Lost,
    CardBlockReason::SeenByOthers,
    CardBlockReason::LetterNotIntact,
    CardBlockReason::OtherSuspicion,
];

/// The order of a card: a button.
#[derive(FromForm, Serialize)]
pub struct OrderForm {
    once: String,
}

/// The re-order level.
#[derive(FromForm, Serialize)]
pub struct LevelForm {
    level: String,
}

/// The cards to block, and the reason.
#[derive(FromForm, Serialize)]
pub struct BlockForm {
    once: String,
    cards: Vec<String>,
    reason: Option<String>,
}

#[derive(Serialize)]
struct KeyCardsView {
    done: Option<Text>,
    form: Filled,
    once: String,
    open: Vec<CardView>,
    ended: Vec<CardView>,
    /// Why no card can be ordered now.
    no_order: Option<Text>,
    /// Whether an order would bring an extra card.
    extra: bool,
    lowest: u8,
    highest: u8,
}

#[derive(Serialize)]
struct BlockView {
    form: Filled,
    once: String,
    cards: Vec<Choice>,
    reasons: Vec<Choice>,
}

fn show(app: &App, overview: &Overview, done: Option<Text>, form: Filled) -> Page {
    let nemid = &overview.nemid;
    let (open, ended) =
        nemid.cards.iter().rev().map(|card| CardView::of(card, overview)).partition(|card| card.open);
    let view = KeyCardsView {
        done,
        form,
        once: app.new_token().reveal(),
        open,
        ended,
        no_order: cards::may_order(nemid).err().map(Text::from),
        extra: cards::kind_of_order(nemid) == CardOrderReason::Extra,
        lowest: *REORDER_LEVELS.start(),
        highest: *REORDER_LEVELS.end(),
    };
    Page::new("citizen/self_service/key_cards.html", view)
}

async fn again(app: &AtApp, citizen: &Citizen, form: Filled) -> Handled {
    let overview = overview::of(app, citizen.nemid).await?;
    Ok(Answer::again(show(app, &overview, None, form)))
}

#[get("/selvbetjening/noeglekort?<gjort>")]
pub async fn page(citizen: Citizen, app: &AtApp, gjort: Option<&str>) -> Handled {
    let overview = overview::of(app, citizen.nemid).await?;
    let known = LevelForm { level: overview.nemid.reorder_level.to_string() };
    Ok(show(app, &overview, done(gjort), Filled::with(&known)).into())
}

/// Orders a card to the registered address.
#[post("/selvbetjening/noeglekort/bestil", data = "<sent>")]
pub async fn order(citizen: Citizen, app: &AtApp, sent: Checked<OrderForm>) -> Handled {
    match attempt(own_cards::order(app, own_once(&citizen, &sent.once)?).await)? {
        Settled::Done(()) => Ok(Answer::go(format!("{PAGE}?gjort=bestilt"))),
        Settled::Refused(refusal) => {
            again(app, &citizen, Filled::again(&*sent, Faults::whole(refusal))).await
        }
    }
}

/// Sets the number of keys left at which a new card is sent.
#[post("/selvbetjening/noeglekort/genbestilling", data = "<sent>")]
pub async fn level(citizen: Citizen, app: &AtApp, sent: Checked<LevelForm>) -> Handled {
    // A text that is no small number is out of every range.
    let level = as_on_a_keyboard(&sent.level).trim().parse().unwrap_or(0);
    match attempt(own_cards::set_level(app, own(&citizen), level).await)? {
        Settled::Done(()) => Ok(Answer::go(format!("{PAGE}?gjort=genbestilling"))),
        Settled::Refused(refusal) => {
            again(app, &citizen, Filled::again(&*sent, Faults::one("level", refusal))).await
        }
    }
}

fn show_block(app: &App, overview: &Overview, language: Language, form: Filled) -> Page {
    let choice = |card: &KeyCard| {
        let (number, state) = (card.number.to_string(), CardView::of(card, overview).state.say(language));
        Choice::new(&*number, format!("{number} ({state})"))
    };
    let view = BlockView {
        form,
        once: app.new_token().reveal(),
        cards: overview.nemid.open_cards().map(choice).collect(),
        reasons: Asked::Holder.choices(&REASONS, language),
    };
    Page::new("citizen/self_service/key_cards_block.html", view)
}

/// The page for choosing cards to block, and the reason.
#[get("/selvbetjening/noeglekort/spaer")]
pub async fn which(citizen: Citizen, app: &AtApp, language: Language) -> Handled {
    let overview = overview::of(app, citizen.nemid).await?;
    let only = overview.nemid.open_cards().map(|card| card.number.to_string()).collect::<Vec<_>>();
    let cards = if only.len() == 1 { only } else { Vec::new() };
    let known = BlockForm { once: String::new(), cards, reason: None };
    Ok(show_block(app, &overview, language, Filled::with(&known)).into())
}

/// Blocks them. The session goes on, and the page offers a new card.
#[post("/selvbetjening/noeglekort/spaer", data = "<sent>")]
pub async fn block(citizen: Citizen, app: &AtApp, language: Language, sent: Checked<BlockForm>) -> Handled {
    let mut faults = Faults::default();
    if let Some((cards, reason)) = read(&sent, &mut faults) {
        match attempt(own_cards::block(app, own_once(&citizen, &sent.once)?, cards, reason).await)? {
            Settled::Done(()) => return Ok(Answer::go(format!("{PAGE}?gjort=spaerret"))),
            Settled::Refused(refusal) => faults.add("cards", refusal),
        }
    }
    let overview = overview::of(app, citizen.nemid).await?;
    Ok(Answer::again(show_block(app, &overview, language, Filled::again(&*sent, faults))))
}

fn read(sent: &BlockForm, faults: &mut Faults) -> Option<(Vec<KeyCardNumber>, CardBlockReason)> {
    let numbers: Result<Vec<_>, _> = sent.cards.iter().map(|number| KeyCardNumber::parse(number)).collect();
    let numbers = faults.take("cards", numbers);
    if sent.cards.is_empty() {
        faults.add("cards", Text::new("refusal-no-card-chosen"));
    }
    let reason = Asked::Holder.chosen(&REASONS, sent.reason.as_deref(), faults);
    numbers.filter(|numbers| !numbers.is_empty()).zip(reason)
}
