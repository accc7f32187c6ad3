//! `/kontrolrum/personer/<cpr>`: one person with NemIDs, letter box, e-mails and SMS, cards and memories.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;
use serde_json::{Value, json};

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled, NoFields};
use crate::web::key_card::{KeyCardTable, Print, PrintedKey};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::states;
use crate::web::texts::Text;
use crate::world::gate::Inside;
use crate::world::message_line::MessageLine;
use crate::world::pages::thing;
use crate::world::pages::use_letter;
use crate::world::pages::use_letter::UseLetter;
use crate::world::pages::{cpr, page_of};
use crate::world::telephone;
use crate::world::view;
use crate::world::view::{LetterLine, NemIdView, PersonView};
use rules::words::{Address, CprNumber, KeyCardNumber, KeyNumber, NemIdNumber, PostalAddress};
use service::cases::world::calls::{CallState, Incoming};
use service::cases::world::devices::{Device, Thing};
use service::cases::world::hotline::Call;
use service::cases::world::letter_box::HeldCard;
use service::cases::world::register::Citizen;
use service::cases::world::{calls, cpr_change, devices, hotline, letter_box, register};

#[derive(Serialize)]
struct Whole {
    person: PersonView,
    nemids: Vec<NemIdView>,
    letters: Vec<LetterLine>,
    messages: Vec<MessageLine>,
    /// The calls to the person's telephones, the newest first.
    calls: Vec<CallLine>,
    tokens: Vec<TokenLine>,
    telephones: Vec<TelephoneLine>,
    form: Filled,
    use_letter: Option<UseLetter>,
}

/// A call to one of the person's telephones.
#[derive(Serialize)]
struct CallLine {
    id: i64,
    telephone: String,
    /// The word of its state.
    state: &'static str,
    rings: bool,
}

impl CallLine {
    fn of(call: &Incoming) -> Self {
        let rings = call.state == CallState::Ringing;
        Self { id: call.id, telephone: call.telephone.to_string(), state: call.state.code(), rings }
    }
}

/// A token of the person.
#[derive(Serialize)]
struct TokenLine {
    /// Its page.
    thing: String,
    number: String,
}

impl TokenLine {
    fn of(device: &Device) -> Option<Self> {
        device.token().map(|token| Self { thing: thing::address(device.id), number: token.to_string() })
    }
}

/// A telephone of the person.
#[derive(Serialize)]
struct TelephoneLine {
    /// What its owner sees on it.
    href: String,
    /// The page of what becomes of it.
    thing: String,
    make: String,
    number: String,
    smart: bool,
}

impl TelephoneLine {
    fn of(device: &Device) -> Option<Self> {
        let Thing::Telephone(telephone) = &device.thing else { return None };
        Some(Self {
            href: telephone::address(device.id),
            thing: thing::address(device.id),
            make: telephone.make.clone(),
            number: telephone.number.to_string(),
            smart: telephone.smart,
        })
    }
}

/// The page of one person.
#[get("/personer/<number>", rank = 2)]
pub async fn show(inside: Inside, language: Language, number: &str) -> Handled {
    let cpr = cpr(number)?;
    // A link to a number that the person no longer has leads on.
    if let Some(today) = register::number_today(&inside.app, cpr).await? {
        return Ok(Answer::go(page_of(today)));
    }
    Ok(whole(&inside, language, cpr, None).await?.into())
}

/// The same, with the form of the register as it was sent and its faults.
pub async fn whole(
    inside: &Inside,
    language: Language,
    cpr: CprNumber,
    form: Option<Filled>,
) -> Result<Page, Answer> {
    let app = &inside.app;
    let person = register::person(app, cpr).await?.ok_or(Status::NotFound)?;
    let held = letter_box::cards(app, cpr).await?;
    let letters = letter_box::letters(app, cpr).await?;
    let messages = letter_box::messages(app, cpr).await?;
    let ringing = calls::of(app, cpr).await?;
    let devices = devices::devices(app, cpr).await?;
    let now = app.now();
    let proposed = cpr_change::proposed(app, cpr).await?;
    let known = known(&person.citizen, proposed);
    let view = Whole {
        use_letter: use_letter::of(inside, &person.nemids, &letters).await?,
        nemids: person
            .nemids
            .iter()
            .map(|nemid| NemIdView::of(&person, nemid, &held, &devices, now))
            .collect(),
        letters: letters.iter().map(LetterLine::of).collect(),
        messages: messages.iter().map(|message| MessageLine::of(message, language)).collect(),
        calls: ringing.iter().map(CallLine::of).collect(),
        tokens: devices.iter().filter_map(TokenLine::of).collect(),
        telephones: devices.iter().filter_map(TelephoneLine::of).collect(),
        person: PersonView::of(&person, language, now),
        form: form.unwrap_or_else(|| Filled::with(&known)),
    };
    Ok(Page::new("world/person.html", view))
}

/// What the forms of the register begin with.
fn known(citizen: &Citizen, proposed: Option<CprNumber>) -> Value {
    let (registered, stated) = (citizen.address.as_ref(), citizen.stated.as_ref());
    let (postcode, town, country) = match stated {
        Some(PostalAddress::Danish(at)) => (at.postcode().to_string(), at.town(), ""),
        Some(PostalAddress::Abroad(at)) => (String::new(), at.town(), at.country()),
        None => (String::new(), "", ""),
    };
    json!({
        "name": citizen.name,
        "street": registered.map(Address::street),
        "postcode": registered.map(Address::postcode),
        "town": registered.map(Address::town),
        "stated_street": stated.map(PostalAddress::street),
        "stated_postcode": postcode,
        "stated_town": town,
        "country": country,
        "cpr": proposed.map(|number| number.to_string()),
    })
}

#[derive(Serialize)]
struct CardPage {
    back: String,
    name: String,
    card: KeyCardTable,
    /// Its own address.
    at: String,
    state: Text,
    form: Filled,
    found: Option<PrintedKey>,
}

/// The number of the key that is looked for on a card, and the print in which the card is shown.
#[derive(Default, FromForm, Serialize)]
pub struct KeyForm {
    noegle: Option<String>,
    skrift: Option<String>,
}

impl KeyForm {
    /// The key on a card, and the form as it is shown again; nothing where none was looked for.
    fn look(&self, keys: &[PrintedKey]) -> (Option<PrintedKey>, Filled) {
        let Some(typed) = &self.noegle else { return (None, Filled::blank()) };
        let mut faults = Faults::default();
        let wanted = faults.take("noegle", KeyNumber::parse(typed));
        let found =
            wanted.and_then(|number| keys.iter().find(|key| key.number == number.to_string()).cloned());
        if wanted.is_some() && found.is_none() {
            faults.add("noegle", Text::new("key-card-find-none"));
        }
        (found, Filled::again(self, faults))
    }
}

/// A card that the person has, and a key on it by its number.
#[get("/personer/<number>/noeglekort/<card>?<asked..>")]
pub async fn card(inside: Inside, number: &str, card: &str, asked: KeyForm) -> Handled {
    let (cpr, card) = (cpr(number)?, KeyCardNumber::parse(card).map_err(|_| Status::NotFound)?);
    let person = register::person(&inside.app, cpr).await?.ok_or(Status::NotFound)?;
    let held: Vec<HeldCard> = letter_box::cards(&inside.app, cpr).await?;
    let held = held.iter().find(|one| one.number == card).ok_or(Status::NotFound)?;
    let printed = view::printed(held);
    let (found, form) = asked.look(&printed);
    let is_missing = asked.noegle.is_some() && found.is_none();
    let view = CardPage {
        back: page_of(cpr),
        name: person.citizen.name.to_string(),
        card: KeyCardTable::in_print(
            held.number.to_string(),
            &printed,
            Print::asked(asked.skrift.as_deref()),
        ),
        at: format!("{}/noeglekort/{card}", page_of(cpr)),
        state: states::card(&held.state).text,
        form,
        found,
    };
    let page = Page::new("world/card.html", view);
    Ok(if is_missing { Answer::again(page) } else { page.into() })
}

/// The person calls the hotline about a NemID.
#[post("/personer/<number>/ring/<nemid>/<about>", data = "<_sent>")]
pub async fn call(
    inside: Inside,
    language: Language,
    number: &str,
    nemid: &str,
    about: &str,
    _sent: Checked<NoFields>,
) -> Handled {
    let (cpr, nemid) = (cpr(number)?, NemIdNumber::parse(nemid).map_err(|_| Status::NotFound)?);
    let about = match about {
        "adgangskode" => Call::Password,
        "noeglekort" => Call::Cards,
        _ => return Err(Status::NotFound.into()),
    };
    Ok(match settle(hotline::call(&inside.app, cpr, nemid, about).await)? {
        Settled::Done(()) => Answer::go(page_of(cpr)),
        Settled::Refused(refusal) => {
            let form = Filled::again(&json!({}), Faults::whole(refusal));
            let page = whole(&inside, language, cpr, Some(form)).await?;
            page.with_status(Status::Conflict).into()
        }
    })
}
