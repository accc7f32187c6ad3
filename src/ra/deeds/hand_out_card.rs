//! *Udlever nøglekort* (Guide 3.1.6, 3.1.7): a card from the office's own stock; where no photo was shown, one by
//! post (D17). For a bank's NemID that was never activated only where it is urgent (Guide 3.2.3).

use std::sync::Arc;

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use crate::cases::counter::{Deed, Look};
use crate::cases::house::House;
use crate::ra::counter::{Around, AtDesk, Step, arrive, choose as go_on, field_of, href};
use crate::ra::words::CardRow;
use crate::rules::cards;
use crate::rules::counter;
use crate::rules::identification::Identification;
use crate::rules::words::KeyCardNumber;
use crate::web::answer::Answer;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;

/// What is chosen. Without a number field the card is posted.
#[derive(FromForm, Serialize)]
pub struct HandOutCardForm {
    card: Option<String>,
    urgent: bool,
}

#[derive(Serialize)]
struct HandOutCardView {
    around: Around,
    form: Filled,
    cards: Vec<CardRow>,
    /// Why none can be handed out at all.
    refusal: Option<Text>,
    /// Whether the urgency has to be stated.
    urgency: bool,
    /// Whether a photo was shown, so that a card can be handed out at once.
    photo: bool,
    identification: String,
}

/// Asks for the number.
#[get("/valg?<sag>")]
pub async fn ask(at: AtDesk, house: &State<Arc<House>>, sag: &str) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    let known = match &look.errand.deed {
        Some(Deed::HandOutCard { card, urgent }) => {
            HandOutCardForm { card: Some(card.to_string()), urgent: *urgent }
        }
        Some(Deed::PostCard { urgent }) => HandOutCardForm { card: None, urgent: *urgent },
        _ => HandOutCardForm { card: None, urgent: false },
    };
    Ok(page(&at, sag, &look, Filled::with(&known)))
}

/// Goes on to the signature.
#[post("/valg?<sag>", data = "<sent>")]
pub async fn choose(
    at: AtDesk,
    house: &State<Arc<House>>,
    sag: &str,
    sent: Checked<HandOutCardForm>,
) -> Result<Answer, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    let mut faults = Faults::default();
    if let Some(deed) = read(&sent, &look, &mut faults) {
        match go_on(house, &at, sag, deed).await? {
            Ok(answer) => return Ok(answer),
            Err(refusal) => faults.add(field_of(&refusal), refusal),
        }
    }
    let form = Filled::again(&*sent, faults);
    Ok(page(&at, sag, &look, form).with_status(Status::UnprocessableEntity).into())
}

fn read(sent: &HandOutCardForm, look: &Look, faults: &mut Faults) -> Option<Deed> {
    if !photo(look) {
        return Some(Deed::PostCard { urgent: sent.urgent });
    }
    let card = KeyCardNumber::parse(sent.card.as_deref().unwrap_or_default());
    Some(Deed::HandOutCard { card: faults.take("card", card)?, urgent: sent.urgent })
}

fn photo(look: &Look) -> bool {
    let shown = look.errand.identification.as_ref();
    shown.map(Identification::reaches_for_handing_out).is_some_and(|reaches| reaches.is_ok())
}

fn page(at: &AtDesk, sag: &str, look: &Look, form: Filled) -> Page {
    let nemid = look.nemid.as_ref();
    let view = HandOutCardView {
        around: Around::of(at, sag, Step::Choice, look),
        form,
        cards: nemid.iter().flat_map(|nemid| nemid.open_cards()).map(CardRow::of).collect(),
        refusal: nemid.and_then(|nemid| cards::room_for_one_more(nemid).err()).map(Text::from),
        urgency: nemid.is_some_and(counter::needs_urgency),
        photo: photo(look),
        identification: href(at.kind, Step::Identification, sag),
    };
    Page::new("ra/hand_out_card.html", view)
}
