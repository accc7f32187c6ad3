//! The block of cards, tokens, apps and the password in one go by their holder (Rules 3.5.1, 3.5.2; D18, D36, D39).

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::password_block::ended;
use crate::citizen::self_service::{attempt, own_once};
use crate::web::answer::{Answer, Handled, Settled};
use crate::web::caller::AtApp;
use crate::web::desk::stopped;
use crate::web::desk::stopped::Stoppable;
use crate::web::forms::{Checked, Choice, ChoiceGroup, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use crate::web::wording::code;
use rules::blocking::{Stop, Stops};
use rules::nemid::NemId;
use rules::nemid::block::PasswordBlockReason;
use rules::reasons;
use rules::reasons::{OF_HOLDER, OF_HOLDERS_PASSWORD, StopReason};
use rules::words::{CarrierId, CarrierKind};
use service::cases::own::{block as own_block, overview};

/// What stands before the reason where the password is ticked.
const PASSWORD: &str = "password";

/// What to block, each with its reason, and whether a temporary password is wanted.
#[derive(FromForm, Serialize)]
pub struct StopForm {
    once: String,
    /// Each tick names a thing and a reason: `A123456789:lost`, `password:known-by-others`.
    what: Vec<String>,
    no_temporary: bool,
    /// Things with one reason for all of them, as programs may send it.
    carriers: Vec<String>,
    reason: Option<String>,
}

impl StopForm {
    /// What was ticked. Of two reasons for one thing the first counts, as without logging on. `None` for a word that no
    /// tick has.
    fn stops(&self) -> Option<Stops> {
        let one_reason = self.reason.as_deref().unwrap_or_default();
        let by_number = self.carriers.iter().map(|number| (number.as_str(), one_reason));
        let ticked = self.what.iter().map(|ticked| ticked.split_once(':').unwrap_or((ticked, "")));
        let mut stops = Stops::default();
        for (thing, reason) in ticked.chain(by_number) {
            if thing == PASSWORD {
                let reason = OF_HOLDERS_PASSWORD.into_iter().find(|one| code(one) == reason)?;
                stops.password.get_or_insert(reason);
                continue;
            }
            let number = CarrierId::parse(thing).ok()?;
            let reason = OF_HOLDER.into_iter().find(|one| code(one) == reason)?;
            if stops.things.iter().all(|stop| stop.number != number) {
                stops.things.push(Stop { number, reason });
            }
        }
        Some(stops)
    }
}

#[derive(Serialize)]
struct StopView {
    form: Filled,
    once: String,
    things: Vec<ChoiceGroup>,
    /// How a temporary password follows.
    follows: &'static str,
}

/// What can be blocked: each thing with the reasons that it can have, the password last.
fn things(nemid: &NemId, language: Language, now: jiff::Timestamp) -> Vec<ChoiceGroup> {
    let mut groups = Vec::new();
    for Stoppable { number, choice } in stopped::choices(nemid, language, now) {
        let name = stopped::named(number, language);
        let reason = |reason| {
            let why = said(reason, number.kind()).say(language);
            Choice::new(format!("{number}:{}", code(reason)), format!("{name}: {why}"))
        };
        groups.push(choice.with_group(name.clone(), reasons::of_holder_for(number.kind()).map(reason)));
    }
    let reason = |reason: PasswordBlockReason| {
        let reason = code(reason);
        let text = Text::new(format!("self-stop-password-{reason}")).say(language);
        Choice::new(format!("{PASSWORD}:{reason}"), text)
    };
    let name = Text::new("label-password").say(language);
    groups.push(ChoiceGroup::new(name, reasons::of_holders_password(nemid).into_iter().map(reason)));
    groups
}

/// A reason in the words that fit a kind: keys of a card are seen, a telephone is lost.
fn said(reason: StopReason, kind: CarrierKind) -> Text {
    Text::new(match (reason, kind) {
        (StopReason::Lost, CarrierKind::Token) => "self-reason-carrier-lost".to_owned(),
        (StopReason::Lost, CarrierKind::App) => "self-reason-telephone-lost".to_owned(),
        (StopReason::SeenByOthers, CarrierKind::Token | CarrierKind::App) => {
            "self-reason-access-by-others".to_owned()
        }
        _ => format!("self-reason-{}", code(reason)),
    })
}

async fn show(app: &AtApp, citizen: &Citizen, language: Language, form: Filled) -> Result<Page, Answer> {
    let nemid = overview::of(app, citizen.nemid).await?.nemid;
    let view = StopView {
        form,
        once: app.new_token().reveal(),
        things: things(&nemid, language, app.now()),
        follows: own_block::follows(app, citizen.nemid).await?.code(),
    };
    Ok(Page::new("citizen/self_service/carriers_block.html", view))
}

/// The page for choosing what to block, and why.
#[get("/selvbetjening/noegler/spaer")]
pub async fn which(citizen: Citizen, app: &AtApp, language: Language) -> Handled {
    Ok(show(app, &citizen, language, Filled::blank()).await?.into())
}

/// Blocks it. The session goes on, unless the password is among it.
#[post("/selvbetjening/noegler/spaer", data = "<sent>")]
pub async fn block(citizen: Citizen, app: &AtApp, language: Language, sent: Checked<StopForm>) -> Handled {
    let mut faults = Faults::default();
    let stops = sent.stops().filter(|stops| !stops.things.is_empty() || stops.password.is_some());
    if let Some(stops) = faults.take("what", stops.ok_or(Text::new("stop-what-missing"))) {
        let own = own_once(&citizen, &sent.once)?;
        match attempt(own_block::each(app, own, stops, !sent.no_temporary).await)? {
            Settled::Done(blocked) if blocked.password => return Ok(ended(blocked)),
            Settled::Done(_) => return Ok(Answer::go("/selvbetjening/noegler?gjort=noegler-spaerret")),
            Settled::Refused(refusal) => faults.add("what", refusal),
        }
    }
    Ok(Answer::again(show(app, &citizen, language, Filled::again(&*sent, faults)).await?))
}
