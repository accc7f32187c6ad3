//! "It was not me": from an entry of the Hændelseslog straight to the block (Rules 3.5.1).

use rocket::http::Status;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::event_log::EntryView;
use crate::citizen::self_service::{attempt, own_once, password_block};
use crate::web::answer::{Answer, Handled, Settled};
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::blocking::What;
use rules::nemid::Event;
use rules::nemid::block::{CardBlockReason, CarrierBlockReason, PasswordBlockReason};
use rules::words::{CarrierId, CarrierKind};
use service::cases::own::event_log::Entry;
use service::cases::own::{block as own_block, event_log};

/// What to block, and whether a temporary password is wanted.
#[derive(FromForm, Serialize)]
pub struct NotMeForm {
    once: String,
    block: Vec<String>,
    no_temporary: bool,
}

#[derive(Serialize)]
struct NotMeView {
    form: Filled,
    once: String,
    entry: EntryView,
    /// What can be blocked beside the password and the cards.
    others: Vec<Choice>,
    /// How a temporary password follows.
    follows: &'static str,
}

async fn show(app: &AtApp, entry: &Entry, language: Language, form: Filled) -> Result<Page, Answer> {
    let once = app.new_token().reveal();
    let follows = own_block::follows(app, entry.nemid).await?.code();
    let kinds = own_block::kinds(app, entry.nemid).await?.into_iter();
    let others = kinds.filter_map(|kind| {
        let (word, key) = match kind {
            CarrierKind::Token => ("tokens", "self-not-me-tokens"),
            CarrierKind::App => ("apps", "self-not-me-apps"),
            CarrierKind::Card | CarrierKind::Voice => return None,
        };
        Some(Choice::new(word, Text::new(key).say(language)))
    });
    let view =
        NotMeView { form, once, entry: EntryView::of(entry, language), others: others.collect(), follows };
    Ok(Page::new("citizen/self_service/not_me.html", view))
}

async fn found(app: &AtApp, citizen: &Citizen, id: i64) -> Result<Entry, Answer> {
    event_log::entry(app, citizen.nemid, id).await?.ok_or(Answer::from(Status::NotFound))
}

/// The entry, and what can be blocked at once.
#[get("/selvbetjening/haendelseslog/<id>/ikke-mig")]
pub async fn page(citizen: Citizen, app: &AtApp, language: Language, id: i64) -> Handled {
    let entry = found(app, &citizen, id).await?;
    let block = vec!["password".to_owned(), used(&entry).to_owned()];
    let both = NotMeForm { once: String::new(), block, no_temporary: false };
    Ok(show(app, &entry, language, Filled::with(&both)).await?.into())
}

#[post("/selvbetjening/haendelseslog/<id>/ikke-mig", data = "<sent>")]
pub async fn block(
    citizen: Citizen,
    app: &AtApp,
    language: Language,
    id: i64,
    sent: Checked<NotMeForm>,
) -> Handled {
    let entry = found(app, &citizen, id).await?;
    let own = own_once(&citizen, &sent.once)?;
    match attempt(own_block::at_once(app, own, chosen(&sent.block), !sent.no_temporary).await)? {
        Settled::Done(blocked) if blocked.password => Ok(password_block::ended(blocked)),
        Settled::Done(_) => Ok(Answer::go("/selvbetjening/noeglekort?gjort=spaerret")),
        Settled::Refused(refusal) => {
            let form = Filled::again(&*sent, Faults::one("block", refusal));
            Ok(Answer::again(show(app, &entry, language, form).await?))
        }
    }
}

/// The word of the kind of carrier that was used, which is offered to be blocked (Rules 3.3, 3.5.1); the cards where the
/// entry tells of none.
fn used(entry: &Entry) -> &'static str {
    let carrier = match &entry.event {
        Event::LoggedOn { carrier, .. } | Event::Signed { carrier, .. } => carrier.map(CarrierId::kind),
        _ => None,
    };
    match carrier {
        Some(CarrierKind::Token) => "tokens",
        Some(CarrierKind::App) => "apps",
        Some(CarrierKind::Card | CarrierKind::Voice) | None => "cards",
    }
}

fn chosen(ticked: &[String]) -> What {
    let has = |what: &str| ticked.iter().any(|one| one == what);
    What {
        password: has("password").then_some(PasswordBlockReason::KnownByOthers),
        cards: has("cards").then_some(CardBlockReason::OtherSuspicion),
        tokens: has("tokens").then_some(CarrierBlockReason::OtherSuspicion),
        apps: has("apps").then_some(CarrierBlockReason::OtherSuspicion),
    }
}
