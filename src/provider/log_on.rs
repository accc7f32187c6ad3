//! The log-on box of a site, with user id and password, and the log-off.

use rocket::http::Status;
use rocket::{FromForm, post};
use serde::Serialize;

use crate::provider::address::{at, destination, onward};
use crate::provider::guard::{Guest, InProgress, audience};
use crate::provider::look::{SiteFrame, said};
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled, NoFields, Secret};
use crate::web::page::Page;
use crate::web::way_back::WayBack;
use rules::sites::Site;
use rules::words::{TypedPassword, TypedUserId};
use service::cases::access::password::Credentials;
use service::cases::access::refusal::LogOnRefusal;
use service::cases::access::sessions;
use service::cases::app::StoreError;
use service::cases::sites::entry;
use service::cases::sites::entry::Entered;

/// The form of the log-on box.
#[derive(FromForm, Serialize)]
pub struct LogOnForm {
    user_id: String,
    password: Secret,
}

#[derive(Serialize)]
struct LogOnView {
    site: SiteFrame,
    form: Filled,
    /// The address that the form is sent to.
    action: String,
    /// Whether the visitor was logged on there, and no longer is.
    thrown_out: bool,
    /// Whether that was because the session had lasted for as long as one may (D11).
    longest: bool,
}

/// The empty log-on box; it says so if the visitor's session has ended.
///
/// # Errors
/// When the session can't be looked up.
pub async fn page(guest: &Guest<'_>, til: Option<&WayBack>) -> Result<Page, StoreError> {
    let audience = audience(guest.site);
    let token = guest.caller.session(&audience);
    let longest = match &token {
        Some(token) => sessions::has_lasted_longest(guest.caller.app, &audience, token).await?,
        None => false,
    };
    let view = LogOnView {
        site: SiteFrame::of(guest.site),
        form: Filled::blank(),
        action: action(guest.site, til),
        thrown_out: token.is_some(),
        longest,
    };
    Ok(Page::new("provider/log_on.html", view))
}

/// The address that the log-on box is sent to.
fn action(site: &Site, til: Option<&WayBack>) -> String {
    onward(format!("{}/log-paa", at(site.place.name)), til)
}

fn filled(site: &Site, til: Option<&WayBack>, form: Filled) -> Page {
    let (site, action) = (SiteFrame::of(site), action(site, til));
    let view = LogOnView { site, form, action, thrown_out: false, longest: false };
    Page::new("provider/log_on.html", view)
}

/// The log-on box with the reason why the log-on has ended.
pub fn ended(site: &Site, til: Option<&WayBack>, refusal: LogOnRefusal) -> Answer {
    let status = match refusal {
        LogOnRefusal::Site(_) | LogOnRefusal::NoRole => Status::Forbidden,
        _ => Status::UnprocessableEntity,
    };
    filled(site, til, Filled::again(&(), Faults::whole(said(refusal)))).with_status(status).into()
}

/// Takes user id and password. With a card: on to the key. Without: a session to look around in, where the
/// bank allows it (Rules 3.5.4).
#[post("/tjenester/<_>/log-paa?<til>", data = "<sent>")]
pub async fn log_on(guest: Guest<'_>, til: Option<WayBack>, sent: Checked<LogOnForm>) -> Handled {
    let (site, caller, til) = (guest.site, &guest.caller, til.as_ref());
    let again = |faults| Answer::again(filled(site, til, Filled::again(&*sent, faults)));
    let mut faults = Faults::default();
    let user_id = faults.take("user_id", TypedUserId::parse(&sent.user_id));
    let password = faults.take("password", TypedPassword::parse(sent.password.reveal()));
    let (Some(user_id), Some(password)) = (user_id, password) else { return Ok(again(faults)) };
    let typed = Credentials { user_id, password };
    match settle(entry::with_password(caller.app, site, &typed, &caller.origin).await)? {
        Settled::Done(Entered::AsksKey(token)) => {
            caller.keep(&InProgress::LogOn.cookie(site), &token);
            Ok(Answer::go(onward(format!("{}/noegle", guest.at()), til)))
        }
        Settled::Done(Entered::OnlyToLook(token)) => {
            caller.begin_session(&audience(site), &token);
            Ok(Answer::go(destination(site.place.name, til)))
        }
        Settled::Refused(refusal) => {
            let faults = Faults::of_refusal("user_id", &refusal, said(refusal));
            Ok(Answer::refused(filled(site, til, Filled::again(&*sent, faults)), &refusal))
        }
    }
}

/// Logs off from a site.
#[post("/tjenester/<_>/log-af", data = "<_sent>")]
pub async fn log_off(guest: Guest<'_>, _sent: Checked<NoFields>) -> Handled {
    guest.caller.leave(&audience(guest.site)).await?;
    Ok(Answer::go(guest.at()))
}
