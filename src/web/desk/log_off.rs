//! Logging off from a desk: the RA portal, a bank's counter, the operator's pages.

use rocket::http::uri::Origin;
use rocket::http::{CookieJar, Status};
use rocket::response::Redirect;
use rocket::{State, post};

use crate::web::answer::Answer;
use crate::web::forms::{Checked, NoFields};
use crate::web::navigation::Section;
use crate::web::session;
use crate::web::session::Caller;
use rules::places;
use service::cases::access::audience::Audience;
use service::cases::app::App;

/// Ends the session at the desk to which the address belongs, if it has not ended already. It leads out of the desk:
/// to the list of banks, else to the front page of the whole site.
#[post("/log-af", data = "<_sent>")]
pub async fn log_off(
    app: &State<App>,
    jar: &CookieJar<'_>,
    caller: Caller,
    address: &Origin<'_>,
    _sent: Checked<NoFields>,
) -> Result<Redirect, Answer> {
    let path = address.path();
    let (audience, out) = match Section::of(path.as_str()) {
        Section::BankCounter => {
            let bank = path.segments().get(1).and_then(places::bank).ok_or(Status::NotFound)?;
            (Audience::BankCounter(bank.word()), "/bank")
        }
        Section::Operator => (Audience::Operator, "/"),
        _ => (Audience::Ra, "/"),
    };
    session::leave(app, jar, &audience, &caller.0).await?;
    Ok(Redirect::to(out))
}
