//! The list of sites, and each site's front page: the log-on box, or what the site has for who is logged on.

use rocket::http::{CookieJar, Status};
use rocket::response::Redirect;
use rocket::{FromForm, State, get, post};
use serde::Serialize;

use crate::provider::guard::{Customer, Guest, InProgress, OpenApp, audience};
use crate::provider::look::{SiteFrame, said};
use crate::provider::{at, home};
use crate::web::answer::{Answer, settle};
use crate::web::forms::{Checked, Faults, Filled, NoFields, Secret};
use crate::web::language::Language;
use crate::web::origin::HostPolicy;
use crate::web::page::Page;
use crate::web::session;
use rules::sites;
use rules::words::{TypedPassword, TypedUserId};
use service::cases::access::password::Credentials;
use service::cases::access::refusal::LogOnRefusal;
use service::cases::sites::entry;
use service::cases::sites::entry::Entered;

#[derive(Serialize)]
struct ListView {
    sites: Vec<SiteFrame>,
}

/// All sites.
#[get("/tjenester")]
pub fn list() -> Page {
    Page::new("provider/list.html", ListView { sites: sites::ALL.iter().map(SiteFrame::of).collect() })
}

#[derive(Serialize)]
struct LogOnView {
    site: SiteFrame,
    form: Filled,
    /// Whether the visitor was logged on there, and is no more.
    thrown_out: bool,
}

/// What is typed into the log-on box.
#[derive(FromForm, Serialize)]
pub struct LogOnForm {
    user_id: String,
    password: Secret,
}

/// A site's front page. Whoever was logged on and is no more is told so at the log-on box.
#[get("/tjenester/<_>")]
pub async fn front(
    guest: Guest,
    customer: Option<Customer>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
    language: Language,
) -> Result<Page, Answer> {
    if let Some(customer) = customer {
        return home::page(&customer, app, language).await;
    }
    let thrown_out = session::token(jar, &audience(guest.site)).is_some();
    let view = LogOnView { site: SiteFrame::of(guest.site), form: Filled::blank(), thrown_out };
    Ok(Page::new("provider/log_on.html", view))
}

fn log_on_page(guest: &Guest, form: Filled) -> Page {
    Page::new("provider/log_on.html", LogOnView { site: SiteFrame::of(guest.site), form, thrown_out: false })
}

/// The log-on box with the reason why the log-on has ended.
pub fn ended(guest: &Guest, refusal: LogOnRefusal) -> Page {
    let form = Filled::again(&(), Faults::whole(said(refusal)));
    let status = match refusal {
        LogOnRefusal::Site(_) | LogOnRefusal::NoRole => Status::Forbidden,
        _ => Status::UnprocessableEntity,
    };
    log_on_page(guest, form).with_status(status)
}

/// User id and password. With a card: on to the key. Without: in to look, where the bank allows it (Rules 3.5.4).
#[post("/tjenester/<_>/log-paa", data = "<sent>")]
pub async fn log_on(
    guest: Guest,
    sent: Checked<LogOnForm>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
    door: &State<HostPolicy>,
) -> Result<Redirect, Answer> {
    let again = |faults| {
        log_on_page(&guest, Filled::again(&*sent, faults)).with_status(Status::UnprocessableEntity).into()
    };
    let mut faults = Faults::default();
    let user_id = faults.take("user_id", TypedUserId::parse(&sent.user_id));
    let password = faults.take("password", TypedPassword::parse(sent.password.reveal()));
    let (Some(user_id), Some(password)) = (user_id, password) else { return Err(again(faults)) };
    match settle(
        entry::with_password(app, guest.site, &Credentials { user_id, password }, &guest.origin).await,
    )? {
        Ok(Entered::AsksKey(token)) => {
            InProgress::LogOn.keep(jar, guest.site, &token, door);
            Ok(Redirect::to(format!("{}/noegle", at(guest.site.place.name))))
        }
        Ok(Entered::OnlyToLook(token)) => {
            session::begin(jar, &audience(guest.site), &token, door);
            Ok(Redirect::to(at(guest.site.place.name)))
        }
        Err(refusal) => Err(again(Faults::whole(said(refusal)))),
    }
}

/// Logs off from a site.
#[post("/tjenester/<_>/log-af", data = "<_sent>")]
pub async fn log_off(
    guest: Guest,
    _sent: Checked<NoFields>,
    app: &OpenApp,
    jar: &CookieJar<'_>,
) -> Result<Redirect, Answer> {
    session::leave(app, jar, &audience(guest.site), &guest.origin).await?;
    Ok(Redirect::to(at(guest.site.place.name)))
}
