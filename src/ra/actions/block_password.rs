//! *Spær adgangskode* (Rules 3.5.2, D1): the reason, and whether a temporary password is sent by post (D22).

use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::ra::actions::choosing;
use crate::ra::actions::choosing::Choosing;
use crate::ra::counter::{Around, AtDesk, NextStep, Served, Step, next};
use crate::web::answer::Handled;
use crate::web::desk::words::NemIdRow;
use crate::web::forms::{Checked, Choice, Faults, Filled};
use crate::web::page::Page;
use crate::web::reasons::Asked;
use crate::web::texts::Text;
use crate::web::wording;
use rules::nemid::block::PasswordBlockReason;
use rules::passwords::PasswordRefusal;
use rules::{counter, passwords, reasons};
use service::cases::desk::{Action, DeskRefusal, ErrandSnapshot};

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
    /// Whether a temporary password is sent; empty where none can be.
    sending: Vec<Choice>,
    /// Why it can't be blocked here.
    refusal: Option<Text>,
    /// What to do then.
    instead: Option<NextStep>,
}

#[get("/valg")]
pub async fn ask(at: AtDesk) -> Handled {
    choosing::ask::<BlockPasswordForm>(at).await
}

/// Goes on to the signature.
#[post("/valg", data = "<sent>")]
pub async fn choose(at: AtDesk, sent: Checked<BlockPasswordForm>) -> Handled {
    choosing::choose(at, &*sent).await
}

impl Choosing for BlockPasswordForm {
    fn known(snapshot: &ErrandSnapshot) -> Self {
        let (reason, send_new) = match &snapshot.errand.action {
            Some(Action::BlockPassword { reason, send_new }) => (Some(wording::code(reason)), *send_new),
            _ => (None, true),
        };
        Self { reason, new: Some(if send_new { SEND } else { SEND_NOT }.to_owned()) }
    }

    fn action(&self, served: &Served, faults: &mut Faults) -> Option<Action> {
        let reason = Asked::Officer.chosen(&why(served), self.reason.as_deref(), faults)?;
        let send_new = self.new.as_deref() != Some(SEND_NOT) && can_be_sent(&served.snapshot);
        Some(Action::BlockPassword { reason, send_new })
    }

    fn page(served: &Served, form: Filled) -> Page {
        let (snapshot, language) = (&served.snapshot, served.language);
        let choice = |code: &str| Choice::new(code, Text::new(format!("temporary-{code}")).say(language));
        let view = BlockPasswordView {
            around: Around::of(served, Step::Choice),
            form,
            nemid: snapshot.nemid.as_ref().map(|nemid| NemIdRow::at_counter(nemid, language, snapshot.now)),
            reasons: Asked::Officer.choices(&why(served), language),
            sending: if can_be_sent(snapshot) { vec![choice(SEND), choice(SEND_NOT)] } else { Vec::new() },
            refusal: refusal(snapshot).map(Text::from),
            instead: refusal(snapshot).and_then(|_| next::instead(served)),
        };
        Page::new("ra/block_password.html", view)
    }
}

/// The reasons that can be chosen for the NemID that is served.
fn why(served: &Served) -> Vec<PasswordBlockReason> {
    reasons::for_password_of(&served.desk.role, served.snapshot.nemid.as_ref())
}

/// Whether a temporary password can be sent (D29).
fn can_be_sent(snapshot: &ErrandSnapshot) -> bool {
    snapshot.citizen.reach().is_reached()
}

/// Why there is nothing to block here.
fn refusal(snapshot: &ErrandSnapshot) -> Option<DeskRefusal> {
    let nemid = snapshot.nemid.as_ref()?;
    if let Err(refusal) = counter::may_block_password(nemid, snapshot.now) {
        return Some(refusal.into());
    }
    match passwords::may_be_typed(nemid, snapshot.now) {
        Ok(()) | Err(PasswordRefusal::Locked { .. }) => None,
        Err(refusal) => Some(refusal.into()),
    }
}
