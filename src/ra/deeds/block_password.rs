//! *Spær adgangskode* (Rules 3.5.2, D1): why, and whether a temporary password is sent by post (D22).

use std::sync::Arc;

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{State, get, post};
use serde::Serialize;

use crate::cases::counter::{Deed, DeskRefusal, Look};
use crate::cases::house::House;
use crate::ra::counter::{Around, AtDesk, Step, arrive, choose as go_on, field_of};
use crate::ra::words::{Choice, NemIdRow};
use crate::rules::counter;
use crate::rules::nemid::block::PasswordBlockReason;
use crate::rules::passwords::{self, PasswordRefusal};
use crate::web::answer::Answer;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;

/// Why a password is blocked at the counter.
const REASONS: [(&str, PasswordBlockReason); 2] = [
    ("known-by-others", PasswordBlockReason::KnownByOthers),
    ("holder-asked", PasswordBlockReason::HolderAsked),
];
const SEND: &str = "send";
const SEND_NOT: &str = "send-not";

/// What is chosen.
#[derive(FromForm, Serialize)]
pub struct BlockPasswordForm {
    reason: Option<String>,
    new: Option<String>,
}

#[derive(Serialize)]
struct BlockPasswordView {
    around: Around,
    form: Filled,
    nemid: Option<NemIdRow>,
    reasons: Vec<Choice>,
    sending: Vec<Choice>,
    /// Why it can't be blocked here.
    refusal: Option<Text>,
}

/// Asks why.
#[get("/valg?<sag>")]
pub async fn ask(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
) -> Result<Page, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    let (reason, send_new) = match &look.errand.deed {
        Some(Deed::BlockPassword { reason, send_new }) => (Some(*reason), *send_new),
        _ => (None, true),
    };
    let reason = REASONS.iter().find(|(_, one)| Some(*one) == reason).map(|(code, _)| (*code).to_owned());
    let new = Some(if send_new { SEND } else { SEND_NOT }.to_owned());
    Ok(page(&at, sag, (&look, language), Filled::with(&BlockPasswordForm { reason, new })))
}

/// Goes on to the signature.
#[post("/valg?<sag>", data = "<sent>")]
pub async fn choose(
    at: AtDesk,
    house: &State<Arc<House>>,
    language: Language,
    sag: &str,
    sent: Checked<BlockPasswordForm>,
) -> Result<Answer, Answer> {
    let look = arrive(house, &at, sag, Step::Choice).await?;
    let mut faults = Faults::default();
    let reason = REASONS.iter().find(|(code, _)| Some(*code) == sent.reason.as_deref());
    if let Some((_, reason)) = faults.take("reason", reason.ok_or(Text::new("fault-no-reason-chosen"))) {
        let send_new = sent.new.as_deref() != Some(SEND_NOT);
        match go_on(house, &at, sag, Deed::BlockPassword { reason: *reason, send_new }).await? {
            Ok(answer) => return Ok(answer),
            Err(refusal) => faults.add(field_of(&refusal), refusal),
        }
    }
    let form = Filled::again(&*sent, faults);
    Ok(page(&at, sag, (&look, language), form).with_status(Status::UnprocessableEntity).into())
}

fn page(at: &AtDesk, sag: &str, (look, language): (&Look, Language), form: Filled) -> Page {
    let choice = |code: &str| Choice::new(code, Text::new(format!("temporary-{code}")).say(language));
    let view = BlockPasswordView {
        around: Around::of(at, sag, Step::Choice, look),
        form,
        nemid: look.nemid.as_ref().map(|nemid| NemIdRow::of(nemid, look.now)),
        reasons: REASONS.iter().map(|(code, _)| Choice::reason(code, language)).collect(),
        sending: vec![choice(SEND), choice(SEND_NOT)],
        refusal: refusal(look).map(Text::from),
    };
    Page::new("ra/block_password.html", view)
}

/// Why there is nothing to block here.
fn refusal(look: &Look) -> Option<DeskRefusal> {
    let nemid = look.nemid.as_ref()?;
    if let Err(refusal) = counter::may_block_password(nemid, look.now) {
        return Some(refusal.into());
    }
    match passwords::may_be_typed(nemid, look.now) {
        Ok(()) | Err(PasswordRefusal::Locked { .. }) => None,
        Err(refusal) => Some(refusal.into()),
    }
}
