//! *Udlever nøglekort* (Guide 3.1.6, 3.1.7): a card from the office's own stock; where no photo was shown, a
//! card by post (D17). For a bank's NemID that was never activated, only where it is urgent (Guide 3.2.3).

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::actions::choosing;
use crate::ra::actions::choosing::{Choosing, photo};
use crate::ra::counter::{Around, AtDesk, Served, Step};
use crate::web::answer::Handled;
use crate::web::desk::facts;
use crate::web::desk::words::CardRow;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::cards::CardRefusal;
use rules::nemid::NemId;
use rules::words::KeyCardNumber;
use rules::{cards, counter};
use service::cases::desk::{Action, ErrandSnapshot};

/// The form. Without a number field the card is posted.
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
    /// How many of them the citizen holds.
    held: usize,
    remarks: Vec<Text>,
    /// Why none can be handed out at all.
    refusal: Option<Text>,
    /// Whether the urgency has to be stated.
    urgency: bool,
    /// Whether a photo was shown, so that a card can be handed out at once.
    photo: bool,
    identification: String,
}

/// Asks for the number.
#[get("/valg")]
pub async fn ask(at: AtDesk) -> Handled {
    choosing::ask::<HandOutCardForm>(at).await
}

/// Goes on to the signature.
#[post("/valg", data = "<sent>")]
pub async fn choose(at: AtDesk, sent: Checked<HandOutCardForm>) -> Handled {
    choosing::choose(at, &*sent).await
}

impl Choosing for HandOutCardForm {
    fn known(snapshot: &ErrandSnapshot) -> Self {
        match &snapshot.errand.action {
            Some(Action::HandOutCard { card, urgent }) => {
                Self { card: Some(card.to_string()), urgent: *urgent }
            }
            Some(Action::PostCard { urgent }) => Self { card: None, urgent: *urgent },
            _ => Self { card: None, urgent: false },
        }
    }

    fn action(&self, served: &Served, faults: &mut Faults) -> Option<Action> {
        if !photo(&served.snapshot) {
            return Some(Action::PostCard { urgent: self.urgent });
        }
        let card = KeyCardNumber::parse(self.card.as_deref().unwrap_or_default());
        let card = card.map_err(|_| Text::new("fault-stock-card"));
        Some(Action::HandOutCard { card: faults.take("card", card)?, urgent: self.urgent })
    }

    fn page(served: &Served, form: Filled) -> Page {
        let nemid = served.snapshot.nemid.as_ref();
        let view = HandOutCardView {
            around: Around::of(served, Step::Choice),
            form,
            cards: nemid
                .iter()
                .flat_map(|nemid| nemid.open_cards())
                .map(|card| CardRow::of(card, served.language))
                .collect(),
            held: nemid.map(|nemid| nemid.usable_cards().count()).unwrap_or_default(),
            remarks: nemid
                .map(|nemid| facts::noticed_at_counter(nemid, served.snapshot.now))
                .unwrap_or_default(),
            refusal: nemid.and_then(|nemid| refusal(nemid, photo(&served.snapshot))).map(Text::from),
            urgency: nemid.is_some_and(counter::needs_urgency),
            photo: photo(&served.snapshot),
            identification: served.href(Step::Identification),
        };
        Page::new("ra/hand_out_card.html", view)
    }
}

/// Why no card can be handed out or, without a photo, sent.
fn refusal(nemid: &NemId, photo: bool) -> Option<CardRefusal> {
    if photo { cards::room_for_one_more(nemid).err() } else { cards::may_order(nemid).err() }
}
