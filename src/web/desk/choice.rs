//! What is to be done: one page for each kind of deed, with what has to be chosen about it.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use super::{Around, At, Shown, again, meaning};
use crate::cases::desk::{Deed, DeskRefusal, Look, steps};
use crate::rules::reasons;
use crate::rules::temporary::TemporaryAction;
use crate::rules::words::{Contact, Email, KeyCardNumber, Mobile, NemIdNumber};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::page::Page;
use crate::web::reasons::Asked;
use crate::web::texts::Text;

/// What is chosen; each kind of deed has some of it.
#[derive(Default, FromForm, Serialize)]
pub struct ChoiceForm {
    reason: Option<String>,
    send_new: bool,
    cards: Vec<String>,
    action: Option<String>,
    to: Option<String>,
    email: Option<String>,
    mobile: Option<String>,
}

#[derive(Serialize)]
struct ChoiceView {
    around: Around,
    form: Filled,
    deed: &'static str,
    title: Text,
    explained: Text,
    reasons: Vec<Choice>,
    cards: Vec<Choice>,
    actions: Vec<Choice>,
    others: Vec<Choice>,
}

/// The address of a kind of deed.
pub(super) fn slug(deed: &Deed) -> &'static str {
    match deed {
        Deed::BlockPassword { .. } => "spaer-adgangskode",
        Deed::BlockCards { .. } => "spaer-noeglekort",
        Deed::BlockCertificate { .. } => "spaer-certifikat",
        Deed::BlockNemId { .. } => "spaer-nemid",
        Deed::LiftLock => "ophaev-laas",
        Deed::RegisterDeath => "doedsfald",
        Deed::Issue { .. } => "udsted",
        Deed::PostTemporary { .. } => "midlertidig-adgangskode",
        Deed::EndAgreement => "luk-adgang",
        Deed::MakeAgreement { .. } => "tilknyt",
        Deed::MoveAgreement { .. } => "overflyt",
        of_the_portal => of_the_portal.code(),
    }
}

/// Asks what has to be chosen; what is not offered leads back to the errand.
#[get("/sag/<id>/valg/<kind>")]
pub async fn ask(at: At, id: &str, kind: &str) -> Shown {
    let look = at.arrive(id).await?;
    let offered = offered(&at, id, &look, kind)?;
    let cards = match &offered[0] {
        Deed::BlockCards { cards, .. } => cards.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    let form = ChoiceForm { send_new: true, cards, ..<ChoiceForm as Default>::default() };
    Ok(page(&at, id, (&look, &offered), Filled::with(&form)))
}

/// Chooses it and goes on to signing.
#[post("/sag/<id>/valg/<kind>", data = "<sent>")]
pub async fn choose(at: At, id: &str, kind: &str, sent: Checked<ChoiceForm>) -> Shown {
    let look = at.arrive(id).await?;
    let offered = offered(&at, id, &look, kind)?;
    let mut faults = Faults::default();
    if let Some(deed) = chosen(&at, &offered[0], &sent, &mut faults) {
        match settle(steps::choose_deed(&at.house, &at.desk, id, deed.clone()).await)? {
            Ok(()) => return Err(Answer::go(format!("{}/underskriv", at.errand(id)))),
            Err(DeskRefusal::NoErrand) => return Err(at.gone(id)),
            Err(refusal) => faults.add(field_of(&refusal, &deed), refusal),
        }
    }
    Ok(again(page(&at, id, (&look, &offered), Filled::again(&*sent, faults))))
}

/// The offered deeds of one kind; at least one.
fn offered(at: &At, id: &str, look: &Look, kind: &str) -> Result<Vec<Deed>, Answer> {
    let found: Vec<_> = look.offers.iter().filter(|deed| slug(deed) == kind).cloned().collect();
    if found.is_empty() { Err(Answer::go(at.errand(id))) } else { Ok(found) }
}

/// The field of the deed's form that a refusal is about; empty when it is about none.
fn field_of(refusal: &DeskRefusal, deed: &Deed) -> &'static str {
    match (refusal, deed) {
        (DeskRefusal::Card(_), Deed::BlockCards { .. }) => "cards",
        (DeskRefusal::Temporary(_), Deed::PostTemporary { .. }) => "action",
        (DeskRefusal::Agreement(_), Deed::MoveAgreement { .. } | Deed::MakeAgreement { .. }) => "to",
        _ => "",
    }
}

/// The deed as chosen, if nothing is wrong with it.
fn chosen(at: &At, kind: &Deed, sent: &ChoiceForm, faults: &mut Faults) -> Option<Deed> {
    match kind {
        Deed::BlockPassword { .. } => {
            let reason =
                Asked::Desk.chosen(reasons::for_password(&at.desk.role), sent.reason.as_deref(), faults)?;
            Some(Deed::BlockPassword { reason, send_new: sent.send_new })
        }
        Deed::BlockCards { .. } => {
            let reason =
                Asked::Desk.chosen(reasons::for_cards(&at.desk.role), sent.reason.as_deref(), faults);
            let cards: Result<Vec<_>, _> =
                sent.cards.iter().map(|typed| KeyCardNumber::parse(typed)).collect();
            let cards = faults.take("cards", cards);
            Some(Deed::BlockCards { cards: cards?, reason: reason? })
        }
        Deed::BlockCertificate { .. } => Asked::Desk
            .chosen(reasons::for_certificate(&at.desk.role), sent.reason.as_deref(), faults)
            .map(|reason| Deed::BlockCertificate { reason }),
        Deed::BlockNemId { .. } => Asked::Desk
            .chosen(reasons::for_nemid(&at.desk.role), sent.reason.as_deref(), faults)
            .map(|reason| Deed::BlockNemId { reason }),
        Deed::Issue { .. } => contact(sent, faults).map(|contact| Deed::Issue { contact }),
        Deed::PostTemporary { .. } => {
            let action = sent.action.as_deref().and_then(TemporaryAction::from_code);
            let action = faults.take("action", action.ok_or_else(|| not_chosen("desk-label-action")))?;
            Some(Deed::PostTemporary { action })
        }
        Deed::MoveAgreement { .. } => {
            one_nemid("desk-label-to", sent, faults).map(|to| Deed::MoveAgreement { to })
        }
        Deed::MakeAgreement { .. } => {
            one_nemid("desk-label-with", sent, faults).map(|with| Deed::MakeAgreement { with })
        }
        Deed::LiftLock | Deed::RegisterDeath | Deed::EndAgreement => Some(kind.clone()),
        _ => None,
    }
}

fn one_nemid(label: &'static str, sent: &ChoiceForm, faults: &mut Faults) -> Option<NemIdNumber> {
    let number = sent.to.as_deref().and_then(|typed| NemIdNumber::parse(typed).ok());
    faults.take("to", number.ok_or_else(|| not_chosen(label)))
}

fn not_chosen(key: &'static str) -> Text {
    Text::new(format!("{key}-missing"))
}

fn contact(sent: &ChoiceForm, faults: &mut Faults) -> Option<Contact> {
    let typed = |field: &Option<String>| {
        field.as_deref().map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned)
    };
    let email = typed(&sent.email).map(|email| faults.take("email", Email::parse(&email)));
    let mobile = typed(&sent.mobile).map(|mobile| faults.take("mobile", Mobile::parse(&mobile)));
    faults.is_empty().then(|| Contact { email: email.flatten(), mobile: mobile.flatten() })
}

fn page(at: &At, id: &str, (look, offered): (&Look, &[Deed]), form: Filled) -> Page {
    let kind = &offered[0];
    let view = ChoiceView {
        around: Around::of(at, id, look).deeper(),
        form,
        deed: kind.code(),
        title: Text::new(format!("deed-{}", kind.code())),
        explained: meaning::explained(kind, &at.desk, look),
        reasons: why(at, kind),
        cards: match kind {
            Deed::BlockCards { cards, .. } => cards.iter().map(Choice::plain).collect(),
            _ => Vec::new(),
        },
        actions: offered.iter().filter_map(|deed| action(deed, at, look)).collect(),
        others: offered.iter().filter_map(other).collect(),
    };
    Page::new("desk/choice.html", view)
}

fn why(at: &At, kind: &Deed) -> Vec<Choice> {
    let (role, language) = (&at.desk.role, at.language);
    match kind {
        Deed::BlockPassword { .. } => Asked::Desk.choices(reasons::for_password(role), language),
        Deed::BlockCards { .. } => Asked::Desk.choices(reasons::for_cards(role), language),
        Deed::BlockCertificate { .. } => Asked::Desk.choices(reasons::for_certificate(role), language),
        Deed::BlockNemId { .. } => Asked::Desk.choices(reasons::for_nemid(role), language),
        _ => Vec::new(),
    }
}

fn action(deed: &Deed, at: &At, look: &Look) -> Option<Choice> {
    let Deed::PostTemporary { action } = deed else { return None };
    let name = Text::new(format!("temporary-action-{}", action.code())).say(at.language);
    let hint = meaning::handling(*action, meaning::whom(&at.desk), look).say(at.language);
    Some(Choice::new(action.code(), name).with_hint(Some(hint)))
}

fn other(deed: &Deed) -> Option<Choice> {
    let (Deed::MoveAgreement { to } | Deed::MakeAgreement { with: to }) = deed else { return None };
    Some(Choice::plain(to))
}
