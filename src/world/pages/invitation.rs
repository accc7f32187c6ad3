//! `/kontrolrum/kom-ind/<code>`: the link by which a world is handed to somebody. It is asked about first, so that a program
//! that looks at links does not use it up, and used once: the browser then has a cookie that opens this world's control room.

use rocket::form::FromForm;
use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, Secret};
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::world::gate::INVITED;
use rules::invitations::{Invitation, InvitationRefusal};
use service::cases::access::invitations;
use service::cases::app::Token;

#[derive(Serialize)]
struct InvitationView {
    /// The code of the link, as long as it may be used.
    code: Option<String>,
    holder: Option<String>,
    /// Why it opens nothing.
    refusal: Option<Text>,
}

/// Asks whether the link is to be used here.
#[get("/kom-ind/<code>")]
pub async fn ask(at: Caller<'_>, code: &str) -> Handled {
    if let Some(cookie) = at.token(INVITED)
        && invitations::is_invited(at.app, &cookie).await?
    {
        return Ok(Answer::go("/kontrolrum"));
    }
    let Some(link) = Token::parse(code) else { return Ok(refused(InvitationRefusal::Unknown)) };
    Ok(match settle(invitations::look(at.app, &link).await)? {
        Settled::Done(Invitation { holder, .. }) => {
            let view = InvitationView { code: Some(link.reveal()), holder, refusal: None };
            Page::new("world/invitation.html", view).into()
        }
        Settled::Refused(refusal) => refused(refusal),
    })
}

/// The code of the link, once more.
#[derive(FromForm)]
pub struct CodeForm {
    code: Secret,
}

/// Uses the link.
#[post("/kom-ind", data = "<sent>")]
pub async fn accept(at: Caller<'_>, sent: Checked<CodeForm>) -> Handled {
    let Some(link) = Token::parse(sent.code.reveal()) else {
        return Ok(refused(InvitationRefusal::Unknown));
    };
    Ok(match settle(invitations::accept(at.app, &link, &at.origin).await)? {
        Settled::Done(cookie) => {
            at.keep(INVITED, &cookie);
            Answer::go("/kontrolrum")
        }
        Settled::Refused(refusal) => refused(refusal),
    })
}

fn refused(refusal: InvitationRefusal) -> Answer {
    let status = match refusal {
        InvitationRefusal::Used => Status::Gone,
        InvitationRefusal::Unknown => Status::NotFound,
    };
    let view = InvitationView { code: None, holder: None, refusal: Some(Text::from(refusal)) };
    Page::new("world/invitation.html", view).with_status(status).into()
}
