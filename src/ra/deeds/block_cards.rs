//! *Spær nøglekort* (Guide 3.1.1, 3.1.6): which cards, and why. OK without a tick blocks nothing and only shows the
//! numbers (Guide 3.2.1).

use std::sync::Arc;

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use crate::cases::counter::{Deed, Look};
use crate::cases::house::House;
use crate::ra::counter::{Around, AtDesk, Step, arrive, choose as go_on, field_of};
use crate::ra::words::{CardRow, Choice};
use crate::rules::nemid::block::CardBlockReason;
use crate::rules::words::KeyCardNumber;
use crate::web::answer::Answer;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;

/// Why a card is blocked at the counter.
const REASONS: [(&str, CardBlockReason); 5] = [
    ("lost", CardBlockReason::Lost),
    ("never-arrived", CardBlockReason::NeverArrived),
    ("seen-by-others", CardBlockReason::SeenByOthers),
    ("letter-not-intact", CardBlockReason::LetterNotIntact),
    ("other-suspicion", CardBlockReason::OtherSuspicion),
];

/// What is chosen.
#[derive(FromForm, Serialize)]
pub struct BlockCardsForm {
    cards: Vec<String>,
    reason: Option<String>,
}

#[derive(Serialize)]
struct BlockCardsView {
    around: Around,
    form: Filled,
    cards: Vec<CardRow>,
    reasons: Vec<Choice>,
    /// Whether there is any card to block.
    any: bool,
    /// Whether only the numbers are shown.
    only_numbers: bool,
}

/// Shows the cards.
#[get("/valg?<sag>")]
pub async fn ask(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    let known = match &look.errand.deed {
        Some(Deed::BlockCards { cards, reason }) => BlockCardsForm {
            cards: cards.iter().map(ToString::to_string).collect(),
            reason: REASONS.iter().find(|(_, one)| one == reason).map(|(code, _)| (*code).to_owned()),
        },
        _ => BlockCardsForm { cards: Vec::new(), reason: None },
    };
    Ok(page(&at, sag, (&look, language), (Filled::with(&known), false)))
}

/// Goes on to the signature, or shows the numbers.
#[post("/valg?<sag>", data = "<sent>")]
pub async fn choose(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
    sent: Checked<BlockCardsForm>,
) -> Result<Answer, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    if sent.cards.is_empty() {
        return Ok(page(&at, sag, (&look, language), (Filled::with(&*sent), true)).into());
    }
    let mut faults = Faults::default();
    if let Some(deed) = read(&sent, &mut faults) {
        match go_on(house, &at, sag, deed).await? {
            Ok(answer) => return Ok(answer),
            Err(refusal) => faults.add(field_of(&refusal), refusal),
        }
    }
    let form = Filled::again(&*sent, faults);
    let again = page(&at, sag, (&look, language), (form, false));
    Ok(again.with_status(Status::UnprocessableEntity).into())
}

fn read(sent: &BlockCardsForm, faults: &mut Faults) -> Option<Deed> {
    let cards: Result<Vec<_>, _> = sent.cards.iter().map(|number| KeyCardNumber::parse(number)).collect();
    let cards = faults.take("cards", cards);
    let reason = REASONS.iter().find(|(code, _)| Some(*code) == sent.reason.as_deref());
    let reason = faults.take("reason", reason.ok_or(Text::new("fault-no-reason-chosen")));
    Some(Deed::BlockCards { cards: cards?, reason: reason?.1 })
}

fn page(
    at: &AtDesk,
    sag: &str,
    (look, language): (&Look, Language),
    (form, only_numbers): (Filled, bool),
) -> Page {
    let cards: Vec<_> = look.nemid.iter().flat_map(|nemid| &nemid.cards).map(CardRow::of).collect();
    let any = look.nemid.as_ref().is_some_and(|nemid| nemid.open_cards().next().is_some());
    let reasons = REASONS.iter().map(|(code, _)| Choice::reason(code, language)).collect();
    let around = Around::of(at, sag, Step::Choice, look);
    Page::new("ra/block_cards.html", BlockCardsView { around, form, cards, reasons, any, only_numbers })
}
