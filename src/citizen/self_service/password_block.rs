//! A logged-on citizen blocks their own password (Rules 3.5.1); a temporary one follows by post unless they
//! decline it (D22).

use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::{attempt, over, own};
use crate::web::answer::{Answer, Handled, Settled};
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::blocking::{Follows, What};
use rules::nemid::block::PasswordBlockReason;
use service::cases::own::block as own_block;
use service::cases::own::block::Blocked;

/// The reason, and whether a temporary password is wanted.
#[derive(FromForm, Serialize)]
pub struct BlockForm {
    reason: Option<String>,
    no_temporary: bool,
}

#[derive(Serialize)]
struct BlockView {
    form: Filled,
    /// How a temporary password follows.
    follows: &'static str,
}

async fn show(citizen: &Citizen, app: &AtApp, form: Filled) -> Result<Page, Answer> {
    let follows = own_block::follows(app, citizen.nemid).await?.code();
    Ok(Page::new("citizen/self_service/password_block.html", BlockView { form, follows }))
}

#[get("/selvbetjening/adgangskode/spaer")]
pub async fn page(citizen: Citizen, app: &AtApp) -> Handled {
    Ok(show(&citizen, app, Filled::blank()).await?.into())
}

/// Blocks the password, which ends the session.
#[post("/selvbetjening/adgangskode/spaer", data = "<sent>")]
pub async fn block(citizen: Citizen, app: &AtApp, sent: Checked<BlockForm>) -> Handled {
    let reason = match sent.reason.as_deref() {
        Some("known-by-others") => PasswordBlockReason::KnownByOthers,
        Some("holder-asked") => PasswordBlockReason::HolderAsked,
        _ => {
            return again(&citizen, app, &sent, Faults::one("reason", Text::new("self-fault-reason"))).await;
        }
    };
    let what = What { password: Some(reason), ..What::default() };
    match attempt(own_block::at_once(app, own(&citizen), what, !sent.no_temporary).await)? {
        Settled::Done(blocked) => Ok(ended(blocked)),
        Settled::Refused(refusal) => again(&citizen, app, &sent, Faults::whole(refusal)).await,
    }
}

async fn again(citizen: &Citizen, app: &AtApp, sent: &BlockForm, faults: Faults) -> Handled {
    Ok(Answer::again(show(citizen, app, Filled::again(sent, faults)).await?))
}

/// The page about a password that has been blocked.
pub fn ended(blocked: Blocked) -> Answer {
    over::at(match (blocked.sent, blocked.follows) {
        (true, _) => "adgangskode-sendt",
        (false, Follows::FromItsBank) => "adgangskode-bank",
        (false, Follows::AtCounter) => "adgangskode-skranke",
        (false, Follows::ByPost) => "adgangskode",
    })
}
