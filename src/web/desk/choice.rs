//! The choice of an action: one page for each kind of action, with the details it needs.

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::desk::{Around, At, meaning, stopped};
use crate::web::forms::{Checked, Choice, Faults, Filled, optional};
use crate::web::page::Page;
use crate::web::reasons::Asked;
use crate::web::texts::Text;
use rules::agreements::AgreementRefusal;
use rules::nemid::NemId;
use rules::temporary::TemporaryAction;
use rules::words::{CarrierId, Contact, Email, Mobile, NemIdNumber};
use rules::{places, reasons};
use service::cases::desk::{Action, DeskRefusal, ErrandSnapshot, steps};

/// The details of an action; each kind of action has some of them.
#[derive(Default, FromForm, Serialize)]
pub struct ChoiceForm {
    reason: Option<String>,
    send_new: bool,
    cards: Vec<String>,
    action: Option<String>,
    to: Option<String>,
    consent: bool,
    email: Option<String>,
    mobile: Option<String>,
    telephone: Option<String>,
}

#[derive(Serialize)]
struct ChoiceView {
    around: Around,
    form: Filled,
    action: &'static str,
    title: Text,
    explained: Text,
    reasons: Vec<Choice>,
    cards: Vec<Choice>,
    actions: Vec<Choice>,
    /// Whether the number of a NemID that the customer has from elsewhere is asked for, and the customer's consent.
    asks_number: bool,
    bank: Option<String>,
}

/// The address of a kind of action.
pub(super) fn slug(action: &Action) -> &'static str {
    match action {
        Action::BlockPassword { .. } => "spaer-adgangskode",
        Action::BlockCards { .. } => "spaer-noeglekort",
        Action::BlockCertificate { .. } => "spaer-certifikat",
        Action::BlockNemId { .. } => "spaer-nemid",
        Action::LiftLock => "ophaev-laas",
        Action::RegisterDeath => "doedsfald",
        Action::Issue { .. } => "udsted",
        Action::PostTemporary { .. } => "midlertidig-adgangskode",
        Action::EndAgreement => "luk-adgang",
        Action::OrderVoice { .. } => "telefon",
        Action::OrderToken => "noegleviser",
        Action::MakeAgreement { .. } => "tilknyt",
        Action::MoveAgreement { .. } => "overflyt",
        of_the_portal => of_the_portal.code(),
    }
}

/// Asks for the details; an action that is not offered leads back to the errand.
#[get("/sag/<id>/valg/<kind>")]
pub async fn ask(at: At, id: &str, kind: &str) -> Handled {
    let snapshot = at.arrive(id).await?;
    let offered = offered(&at, id, &snapshot, kind)?;
    let cards = match &offered[0] {
        Action::BlockCards { cards, .. } => cards.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    let form = ChoiceForm { send_new: true, cards, ..<ChoiceForm as Default>::default() };
    Ok(page(&at, id, &snapshot, &offered, Filled::with(&form)).into())
}

/// Chooses the action and goes on to signing.
#[post("/sag/<id>/valg/<kind>", data = "<sent>")]
pub async fn choose(at: At, id: &str, kind: &str, sent: Checked<ChoiceForm>) -> Handled {
    let snapshot = at.arrive(id).await?;
    let offered = offered(&at, id, &snapshot, kind)?;
    let mut faults = Faults::default();
    if let Some(action) = chosen(&at, &offered, snapshot.nemid.as_ref(), &sent, &mut faults) {
        match settle(steps::choose_action(&at.app, &at.desk, id, action.clone()).await)? {
            Settled::Done(()) => return Ok(Answer::go(format!("{}/underskriv", at.errand(id)))),
            Settled::Refused(DeskRefusal::NoErrand) => return Ok(at.gone(id)),
            Settled::Refused(refusal) => faults.add(field_of(&refusal, &action), refusal),
        }
    }
    Ok(Answer::again(page(&at, id, &snapshot, &offered, Filled::again(&*sent, faults))))
}

/// The offered actions of one kind; at least one.
fn offered(at: &At, id: &str, snapshot: &ErrandSnapshot, kind: &str) -> Result<Vec<Action>, Answer> {
    let found: Vec<_> = snapshot.offers.iter().filter(|action| slug(action) == kind).cloned().collect();
    if found.is_empty() { Err(Answer::go(at.errand(id))) } else { Ok(found) }
}

/// The field of the action's form that a refusal is about; empty when it is about none.
fn field_of(refusal: &DeskRefusal, action: &Action) -> &'static str {
    match (refusal, action) {
        (DeskRefusal::Card(_) | DeskRefusal::Carrier(_), Action::BlockCards { .. }) => "cards",
        (DeskRefusal::ReasonDoesNotFit, _) => "reason",
        (DeskRefusal::Carrier(_), Action::OrderVoice { .. }) => "telephone",
        (DeskRefusal::Temporary(_), Action::PostTemporary { .. }) => "action",
        (DeskRefusal::Agreement(AgreementRefusal::ConsentMissing), _) => "consent",
        (DeskRefusal::Agreement(_), Action::MoveAgreement { .. } | Action::MakeAgreement { .. }) => "to",
        _ => "",
    }
}

/// The action as chosen, if nothing is wrong with it.
fn chosen(
    at: &At,
    offered: &[Action],
    nemid: Option<&NemId>,
    sent: &ChoiceForm,
    faults: &mut Faults,
) -> Option<Action> {
    let kind = &offered[0];
    match kind {
        Action::BlockPassword { .. } => {
            let reason = Asked::Desk.chosen(
                &reasons::for_password_of(&at.desk.role, nemid),
                sent.reason.as_deref(),
                faults,
            )?;
            Some(Action::BlockPassword { reason, send_new: sent.send_new })
        }
        Action::BlockCards { .. } => {
            let reason =
                Asked::Desk.chosen(reasons::for_carriers(&at.desk.role), sent.reason.as_deref(), faults);
            let cards: Result<Vec<_>, _> = sent.cards.iter().map(|typed| CarrierId::parse(typed)).collect();
            let cards = faults.take("cards", cards);
            Some(Action::BlockCards { cards: cards?, reason: reason?, urgent: false })
        }
        Action::BlockCertificate { .. } => Asked::Desk
            .chosen(reasons::for_certificate(&at.desk.role), sent.reason.as_deref(), faults)
            .map(|reason| Action::BlockCertificate { reason }),
        Action::BlockNemId { .. } => Asked::Desk
            .chosen(reasons::for_nemid(&at.desk.role), sent.reason.as_deref(), faults)
            .map(|reason| Action::BlockNemId { reason }),
        Action::Issue { .. } => contact(sent, faults).map(|contact| Action::Issue { contact }),
        Action::OrderVoice { .. } => {
            let telephone = Mobile::parse(sent.telephone.as_deref().unwrap_or_default());
            faults.take("telephone", telephone).map(|telephone| Action::OrderVoice { telephone })
        }
        Action::PostTemporary { .. } => {
            let action = sent.action.as_deref().and_then(TemporaryAction::from_code);
            let action = faults.take("action", action.ok_or_else(|| not_chosen("desk-label-action")))?;
            Some(Action::PostTemporary { action })
        }
        Action::MoveAgreement { .. } | Action::MakeAgreement { .. } => told_nemid(offered, sent, faults),
        Action::LiftLock | Action::RegisterDeath | Action::EndAgreement | Action::OrderToken => {
            Some(kind.clone())
        }
        _ => None,
    }
}

/// The action on the NemID whose number the customer told. The clerk is shown no number, and one that is not the
/// customer's gets the same answer as one that can't be used (Rules 4.1, D31).
fn told_nemid(offered: &[Action], sent: &ChoiceForm, faults: &mut Faults) -> Option<Action> {
    let typed = sent.to.as_deref().unwrap_or_default();
    let missing =
        || Text::new(if typed.trim().is_empty() { "desk-told-missing" } else { "desk-told-not-usable" });
    let number = NemIdNumber::parse(typed).ok();
    let meant = |action: &&Action| match action {
        Action::MoveAgreement { to, .. } | Action::MakeAgreement { with: to, .. } => Some(*to) == number,
        _ => false,
    };
    let action = faults.take("to", offered.iter().find(meant).cloned().ok_or_else(missing));
    if !sent.consent {
        faults.add("consent", AgreementRefusal::ConsentMissing);
    }
    action.filter(|_| sent.consent)
}

fn not_chosen(key: &'static str) -> Text {
    Text::new(format!("{key}-missing"))
}

fn contact(sent: &ChoiceForm, faults: &mut Faults) -> Option<Contact> {
    let email = faults.take("email", optional(sent.email.as_deref().unwrap_or_default(), Email::parse));
    let mobile = faults.take("mobile", optional(sent.mobile.as_deref().unwrap_or_default(), Mobile::parse));
    faults.is_empty().then(|| Contact { email: email.flatten(), mobile: mobile.flatten() })
}

fn page(at: &At, id: &str, snapshot: &ErrandSnapshot, offered: &[Action], form: Filled) -> Page {
    let kind = &offered[0];
    let view = ChoiceView {
        around: Around::of(at, id, snapshot).deeper(),
        form,
        action: kind.code(),
        title: Text::new(format!("deed-{}", kind.code())),
        explained: meaning::explained(kind, &at.desk, snapshot),
        reasons: why(at, kind, snapshot.nemid.as_ref()),
        cards: match kind {
            Action::BlockCards { cards, .. } => {
                cards.iter().map(|id| stopped::by_number(id, at.language)).collect()
            }
            _ => Vec::new(),
        },
        actions: offered.iter().filter_map(|offer| temporary_choice(offer, at, snapshot)).collect(),
        asks_number: matches!(kind, Action::MoveAgreement { .. } | Action::MakeAgreement { .. }),
        bank: at.desk.bank().map(places::title),
    };
    Page::new("desk/choice.html", view)
}

fn why(at: &At, kind: &Action, nemid: Option<&NemId>) -> Vec<Choice> {
    let (role, language) = (&at.desk.role, at.language);
    match kind {
        Action::BlockPassword { .. } => Asked::Desk.choices(&reasons::for_password_of(role, nemid), language),
        Action::BlockCards { .. } => {
            let reasons = reasons::for_carriers(role);
            let fitting = nemid.map_or_else(|| reasons.to_vec(), |nemid| reasons::fitting(reasons, nemid));
            Asked::Desk.choices(&fitting, language)
        }
        Action::BlockCertificate { .. } => Asked::Desk.choices(reasons::for_certificate(role), language),
        Action::BlockNemId { .. } => Asked::Desk.choices(reasons::for_nemid(role), language),
        _ => Vec::new(),
    }
}

fn temporary_choice(action: &Action, at: &At, snapshot: &ErrandSnapshot) -> Option<Choice> {
    let Action::PostTemporary { action } = action else { return None };
    let name = Text::new(format!("temporary-action-{}", action.code())).say(at.language);
    let hint = meaning::handling(*action, meaning::whom(&at.desk), snapshot).say(at.language);
    Some(Choice::new(action.code(), name).with_hint(Some(hint)))
}
